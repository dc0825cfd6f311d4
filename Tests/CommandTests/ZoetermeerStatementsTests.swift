import Testing

/// Every figure and statement of Zoetermeer's own analysis of 2017 (vision on area-based support,
/// annex 1), from the published tables of the sample.
@Suite("Zoetermeer 2017") struct ZoetermeerStatementsTests {
  private static let freely: [(product: String, indications: Int, euros: Int)] = [
    ("Kortdurende ambulante begeleiding", 312, 301_390),
    ("Recreatieve dagbesteding basis", 169, 263_486),
    ("Recreatieve dagbesteding specialistisch", 272, 1_139_331),
    ("Waakvlamcontact", 59, 18_446),
    ("Zorgcoördinatie", 2, 300),
  ]
  private static let tailored: [(product: String, indications: Int, euros: Int)] = [
    ("Arbeidsmatige dagbesteding basis", 84, 322_266),
    ("Arbeidsmatige dagbesteding specialistisch", 11, 40_804),
    ("Begeleiding individueel basis", 406, 924_566),
    ("Begeleiding individueel specialistisch", 541, 2_152_813),
  ]
  private static let subsidies = [
    ("Palet Welzijn", 1_527_771), ("Stichting MEE", 1_344_000), ("Kwadraad", 1_313_920),
    ("Stichting Mooi", 860_296), ("Stichting Piëzo", 490_320), ("Parnassia", 264_636),
    ("Vierstroom", 52_961), ("Buddy Netwerk", 52_502), ("Parnassia Bavo Groep", 46_038),
    ("GGZ Rivierduinen", 45_028), ("STAK", 37_470), ("Limor", 33_563),
  ]

  private func checkProducts(
    _ kind: String,
    _ expected: [(product: String, indications: Int, euros: Int)],
    total: (indications: Int, euros: Int)
  ) async throws {
    let table = try await ZoetermeerRun.table("product-gebruik")
    #expect(
      table.rows(["niveau": "product", "voorzieningsoort": kind]).count == expected.count
    )
    for (product, indications, euros) in expected {
      let row = try table.row(["voorzieningsoort": kind, "omschrijving": product])
      #expect(try row.count("indicaties") == indications, "\(product)")
      #expect(try row.euros("bedrag") == euros, "\(product)")
    }
    let row = try table.row(["niveau": "voorzieningsoort", "voorzieningsoort": kind])
    #expect(try row.count("indicaties") == total.indications)
    #expect(try row.euros("bedrag") == total.euros)
  }

  @Test("table 1: vrij inzetbare voorzieningen, with totals that its rows do not add up to")
  func freelyDeployable() async throws {
    try await checkProducts("vrij_inzetbaar", Self.freely, total: (812, 1_722_954))
    #expect(Self.freely.map(\.indications).reduce(0, +) == 814)
    #expect(Self.freely.map(\.euros).reduce(0, +) == 1_722_953)
  }

  @Test("table 2: maatwerkvoorzieningen")
  func tailoredSupport() async throws {
    try await checkProducts("maatwerk", Self.tailored, total: (1042, 3_440_449))
    #expect(Self.tailored.map(\.indications).reduce(0, +) == 1042)
    #expect(Self.tailored.map(\.euros).reduce(0, +) == 3_440_449)
  }

  @Test("table 3: subsidies for general provisions")
  func generalProvisions() async throws {
    let table = try await ZoetermeerRun.table("subsidies")
    let expected = Self.subsidies.map { ["ontvanger", $0.0, "\($0.1).00"] }
    #expect(table.rows.dropLast().map { Array($0.prefix(3)) } == expected)
    #expect(table.rows.last == ["totaal", "", "6068505.00", "1.000000"])
  }

  @Test("figure 1: maatwerk, vrij inzetbaar and subsidies are one whole")
  func spending() async throws {
    let table = try await ZoetermeerRun.table("uitgaven-verhouding")
    let amounts = try table.rows([:]).map { try $0.euros("bedrag") }
    #expect(amounts == [6_068_505, 3_440_449, 1_722_954])
    let shares = try table.rows([:]).map { try $0.number("aandeel") }
    #expect(abs(shares.reduce(0, +) - 1) < 0.000_002)
    #expect(shares == [0.540292, 0.306310, 0.153398])
  }

  @Test("83 % of the clients used exactly one product group")
  func oneGroup() async throws {
    let table = try await ZoetermeerRun.table("aantal-voorzieningen")
    #expect(try table.row(["aantal_groepen": "1"])["aandeel"] == "0.830000")
  }

  @Test("4 % and 3 % combined two groups, the latter at the same time")
  func combinations() async throws {
    let table = try await ZoetermeerRun.table("combinaties")
    let short = try table.row([
      "combinatie": "individuele begeleiding + kortdurende ambulante begeleiding"
    ])
    #expect(short["aandeel"] == "0.040000")
    let recreation = try table.row([
      "combinatie": "individuele begeleiding + recreatieve dagbesteding"
    ])
    #expect(recreation["aandeel"] == "0.030000")
    #expect(recreation["gelijktijdig"] == recreation["clienten"])
  }

  @Test("43 % of those with short-term support got individual support afterwards")
  func sequence() async throws {
    let row = try await ZoetermeerRun.table("opvolging").row([
      "van": "kortdurende ambulante begeleiding", "naar": "individuele begeleiding",
    ])
    #expect(Int((try row.number("aandeel") * 100).rounded()) == 43)
  }

  @Test("nine providers of recreatieve dagbesteding specialistisch, half of it with Vierstroom")
  func recreation() async throws {
    let market = try await market("Recreatieve dagbesteding specialistisch")
    #expect(market.providers == 9)
    #expect(market.leaders.first?["concern"] == "Vierstroom")
    #expect(Int((try #require(market.leaders.first).number("aandeel") * 100).rounded()) == 50)
  }

  @Test("about 20 providers of short-term support, over 60 % of all with three of them")
  func shortTerm() async throws {
    let market = try await market("Kortdurende ambulante begeleiding")
    #expect((18...22).contains(market.providers))
    let names = market.leaders.prefix(3).map { $0["concern"] }
    #expect(Set(names) == ["Impegno", "Jan Arends BV", "Benita Home"])
    #expect(try market.row.number("cr3") > 0.6)
    #expect(try market.row.number("clienten_cr3") > 0.6)
  }

  @Test("about 30 providers of specialist individual support, over half of it with two of them")
  func specialist() async throws {
    let market = try await market("Begeleiding individueel specialistisch")
    #expect((28...32).contains(market.providers))
    let names = market.leaders.prefix(2).map { $0["concern"] }
    #expect(Set(names) == ["Limor Haaglanden", "RIBW Fonteynenburg"])
    #expect(try market.row.number("cr2") > 0.5)
    let clients = try market.leaders.map { try $0.count("clienten") }
    #expect(clients.prefix(2).min() ?? 0 > clients.dropFirst(2).max() ?? 0)
  }

  /// A product's row of `concentratie`, the providers that invoiced it, and its rows of
  /// `aanbieders` by rank.
  private func market(
    _ product: String
  ) async throws -> (row: [String: String], providers: Int, leaders: [[String: String]]) {
    let row = try await ZoetermeerRun.table("concentratie").row(["omschrijving": product])
    let code = row["product_code"] ?? ""
    let use = try await ZoetermeerRun.table("product-gebruik").row(["omschrijving": product])
    let leaders = try await ZoetermeerRun.table("aanbieders").rows([
      "niveau": "product", "product_code": code,
    ])
    return (row, try use.count("aanbieders"), leaders)
  }

  @Test("amounts and indications rise every month from 2016: more come than go")
  func months() async throws {
    let rows = try await ZoetermeerRun.table("maandverloop").rows([:])
    let window = rows.filter { $0["maand"] ?? "" <= "2017-10" }
    #expect(window.first?["maand"] == "2016-01")
    for column in ["bedrag", "indicaties"] {
      let figures = try window.map { try $0.number(column) }
      #expect(zip(figures, figures.dropFirst()).allSatisfy { $0 < $1 }, "\(column)")
    }
    // Not month by month: in September 2016 as many came as went.
    for (year, months) in [("2016", 2...12), ("2017", 1...10)] {
      let own = rows.filter { $0["maand"]?.hasPrefix(year) == true }
        .filter { months.contains(Int($0["maand"]?.suffix(2) ?? "") ?? 0) }
      let flows = try ["instroom", "uitstroom"].map { column in
        try own.map { try $0.count(column) }.reduce(0, +)
      }
      #expect(flows[0] > flows[1], "\(year)")
    }
  }

  @Test("almost 25 % of the clients with individual support are younger than 30")
  func young() async throws {
    let rows = try await ZoetermeerRun.table("leeftijd").rows([
      "product_groep": "individuele begeleiding"
    ])
    let young = rows.filter { ["0-17", "18-29"].contains($0["leeftijdsklasse"]) }
    let share = try young.map { try $0.number("aandeel") }.reduce(0, +)
    #expect(share > 0.24 && share < 0.25)
  }

  @Test("of the six areas three have more clients per 1,000 and cost more per inhabitant")
  func areas() async throws {
    let rows = try await ZoetermeerRun.table("wijken").rows(["niveau": "totaal"])
    let higher: Set = ["Buytenwegh De Leyens", "Centrum", "Meerzicht"]
    let names = Set(rows.compactMap { $0["gebied"] })
    #expect(
      names == higher.union(["Noordhove-Seghwaert", "Oosterheem", "Rokkeveen", "totaal"])
    )
    let town = try #require(rows.first { $0["gebied"] == "totaal" })
    for column in ["clienten_per_1000", "bedrag_per_inwoner"] {
      let average = try town.number(column)
      for row in rows where row["gebied"] != "totaal" {
        let isHigher = try row.number(column) > average
        #expect(
          isHigher == higher.contains(row["gebied"] ?? ""),
          "\(column), \(row["gebied"] ?? "")"
        )
      }
    }
  }

  @Test("declarations over 2017 kept arriving during 2018")
  func arrivals() async throws {
    let rows = try PublishedTable(
      String(contentsOf: ZoetermeerRun.sample.appending(path: "declaraties.csv"), encoding: .utf8)
    ).rows([:])
    let late = rows.filter {
      $0["product_periode_begindatum"]?.hasPrefix("2017-") == true
        && $0["declaratie_dagtekening"]?.hasPrefix("2018-") == true
    }
    #expect(Set(late.compactMap { $0["declaratie_dagtekening"]?.prefix(7) }).count > 3)
  }
}
