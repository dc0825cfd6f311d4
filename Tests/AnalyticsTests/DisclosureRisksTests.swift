import Ingest
import Testing

@testable import Analytics

@Suite("what a run keeps of its largest clients")
struct DisclosureRisksTests {
  private func risks(_ town: Town) -> DisclosureRisks {
    DisclosureRisks(of: town.ledger, workers: 1)
  }

  /// Largest, second and sum of a bundle; nil without an entry.
  private func figures(_ town: Town, _ bundle: BundleName) -> [Int64]? {
    risks(town).amounts[bundle].map { [$0.largest, $0.second, $0.sum] }
  }

  @Test("markt: what one client has in a cell is summed first, and then made absolute")
  func credits() {
    var town = Town()
    town.place(client: 0, "B1", cents: 50_00)
    town.place(client: 0, "B2", cents: -80_00)
    town.place(client: 1, "B1", cents: 20_00)
    town.place(client: 2, "B1", cents: 10_00)
    #expect(figures(town, .market("maatwerk", "B1")) == [50_00, 20_00, 80_00])
    #expect(figures(town, .market("maatwerk", "B2")) == [80_00, 0, 80_00])
    #expect(figures(town, .market("maatwerk", "")) == [30_00, 20_00, 60_00])
    #expect(figures(town, .market("", "")) == [30_00, 20_00, 60_00])
    #expect(figures(town, .market("algemeen", "")) == [0, 0, 0])
    #expect(figures(town, .market("maatwerk", "A9")) == nil)
  }

  @Test("zorg: a client of two concerns is one of each, and two providers may be one concern")
  func concerns() {
    var town = Town()
    town.place(client: 0, "B1", by: "00000001", cents: 5_00)
    town.place(client: 0, "B1", by: "00000002", cents: 3_00)
    town.place(client: 0, "B2", by: "00000003", cents: 4_00)
    town.place(client: 1, "B1", by: "00000003", cents: 6_00)
    #expect(figures(town, .care("maatwerk", "B1", "Anker")) == [6_00, 5_00, 11_00])
    #expect(figures(town, .care("maatwerk", "B1", "Baken")) == [3_00, 0, 3_00])
    #expect(figures(town, .care("maatwerk", "", "Anker")) == [9_00, 6_00, 15_00])
    #expect(figures(town, .care("", "", "Anker")) == [9_00, 6_00, 15_00])
    #expect(figures(town, .care("maatwerk", "B2", "Baken")) == nil)
  }

  @Test("maand: all accepted lines of the month, whatever the window; an empty month too")
  func months() {
    var town = Town()
    town.place(client: 0, "B1", cents: 5_00, on: day(2016, 11, 3))
    town.place(client: 0, "B1", cents: 7_00, on: day(2017, 1, 3))
    town.place(client: 0, "D1", cents: -9_00, on: day(2017, 1, 31))
    town.place(client: 1, "D1", cents: 1_00, on: day(2017, 1, 2))
    #expect(figures(town, .month("2016-11")) == [5_00, 0, 5_00])
    #expect(figures(town, .month("2016-12")) == [0, 0, 0])
    #expect(figures(town, .month("2017-01")) == [2_00, 1_00, 3_00])
    #expect(figures(town, .market("", "")) == [2_00, 1_00, 3_00])
  }

  @Test("combi and aantal: a client is in one of each, with all that he or she has")
  func combinations() {
    var town = Town()
    town.products += (1...4).map { ("X\($0)", .general, "extra \($0)") }
    for client in [0, 1] as [Int32] {
      for product in ["B1", "A9", "D1", "X1", "X2", "X3", "X4"] where client == 0 || product < "X4"
      {
        town.place(client: client, product, cents: 1_00)
      }
    }
    town.place(client: 2, "D1", cents: 4_00)
    town.place(client: 2, "B2", cents: -10_00)
    town.place(client: 3, "B1", cents: 2_00)
    town.place(client: 3, "B2", cents: 2_00)
    #expect(figures(town, .groupCount("6+")) == [7_00, 6_00, 13_00])
    #expect(figures(town, .groupCount("2")) == [6_00, 0, 6_00])
    #expect(figures(town, .groupCount("3")) == [0, 0, 0])
    #expect(figures(town, .combination("begeleiding + dagbesteding")) == [6_00, 0, 6_00])
    #expect(figures(town, .combination("begeleiding")) == [4_00, 0, 4_00])
    #expect(figures(town, .combination("dagbesteding")) == nil)
  }

  @Test("two combinations with one name are one bundle, with the clients of both")
  func equalNames() {
    var town = Town()
    let codes = town.products.map(\.code)
    for (product, group) in ["a", "b + c", "a + b", "c"].enumerated() {
      town.products[product].group = group
    }
    town.place(client: 0, codes[0], cents: 3_00)
    town.place(client: 0, codes[1], cents: 3_00)
    town.place(client: 1, codes[2], cents: 5_00)
    town.place(client: 1, codes[3], cents: 3_00)
    #expect(figures(town, .combination("a + b + c")) == [8_00, 6_00, 14_00])
  }

  private var listedTown: Town {
    var town = Town(clients: [
      Client(isListed: true, birth: .year(1990), wijk: 0),
      Client(isListed: true, birth: .year(1980), wijk: 0),
      Client(isListed: true, birth: .year(2020), wijk: 7), Client(isListed: false),
    ])
    town.parameters.ageClasses = [0, 18]
    town.wijken = (0...7).map { "0\($0)" }
    town.districts = Districts(rows: [
      .init(wijk: "00", year: 2017, area: "Dorp", inhabitants: 9),
      .init(wijk: "01", year: 2017, area: "Veld", inhabitants: 9),
    ])
    town.place(client: 0, "B1", cents: 5_00)
    town.place(client: 0, "D1", cents: -7_00)
    town.place(client: 1, "B2", cents: 4_00)
    town.place(client: 2, "B1", cents: 3_00)
    town.place(client: 3, "B1", cents: 1_00)
    return town
  }

  @Test("wijk: kinds and total; whoever has no district is of the unknown one")
  func districts() {
    let town = listedTown
    #expect(figures(town, .district("Dorp", "maatwerk")) == [5_00, 4_00, 9_00])
    #expect(figures(town, .district("Dorp", "")) == [4_00, 2_00, 6_00])
    #expect(figures(town, .district("Veld", "")) == [0, 0, 0])
    #expect(figures(town, .district("onbekend", "maatwerk")) == [3_00, 1_00, 4_00])
    #expect(figures(town, .district("onbekend", "algemeen")) == [0, 0, 0])
    #expect(figures(town, .district("totaal", "")) == nil)
    var known = Town(clients: town.clients)
    (known.wijken, known.districts) = (town.wijken, town.districts)
    known.place(client: 0, "B1", cents: 5_00)
    #expect(figures(known, .district("onbekend", "")) == nil, "no client, no row")
  }

  @Test("leeftijd and groep: groups, their ages and those of all; unborn and unlisted are unknown")
  func ages() {
    let town = listedTown
    #expect(figures(town, .age("begeleiding", "18+")) == [5_00, 4_00, 9_00])
    #expect(figures(town, .age("begeleiding", "onbekend")) == [3_00, 1_00, 4_00])
    #expect(figures(town, .age("dagbesteding", "0-17")) == [0, 0, 0])
    #expect(figures(town, .age("totaal", "18+")) == [4_00, 2_00, 6_00])
    #expect(figures(town, .age("totaal", "onbekend")) == [3_00, 1_00, 4_00])
    #expect(figures(town, .age("arbeid", "0-17")) == nil)
    #expect(figures(town, .group("begeleiding")) == [5_00, 4_00, 13_00])
    #expect(figures(town, .group("dagbesteding")) == [7_00, 0, 7_00])
    #expect(figures(town, .group("arbeid")) == nil)
  }

  @Test("the product groups are those of products that are invoiced, by code")
  func productGroups() {
    var town = listedTown
    #expect(
      risks(town).productGroups == [
        .init(code: "B1", group: "begeleiding"), .init(code: "B2", group: "begeleiding"),
        .init(code: "D1", group: "dagbesteding"),
      ])
    town.place(client: 0, "A9", cents: 1_00, on: day(2016, 1, 1))
    #expect(risks(town).productGroups.map(\.code) == ["B1", "B2", "D1"], "outside the window")
  }

  /// An amount of a table, and the clients whose it is where the table has them.
  private struct ShownAmount {
    let bundle: BundleName
    let cents: Int64
    let clients: Int64?
  }

  private func shownAmounts(_ ledger: Ledger) -> [ShownAmount] {
    Analysis.disclosed.flatMap { analysis in
      let table = analysis.table(from: ledger)
      let hasClients = table.columns.contains { $0.name == .clients }
      return table.rows.flatMap { row in
        (analysis.disclosure?.figures(in: row, of: table) ?? []).filter {
          $0.measure == .amount && $0.holding == .value
        }.map { figure in
          ShownAmount(
            bundle: figure.bundle, cents: table.number(row, figure.column) ?? 0,
            clients: hasClients ? table.number(row, .clients) : nil)
        }
      }
    }
  }

  @Test(
    "every amount of a table has an entry, which is not below it",
    arguments: 1...30 as ClosedRange<UInt64>)
  func everyAmount(_ seed: UInt64) {
    var dice = Dice(seed: seed)
    var town = Town(
      clients: (0..<12).map { _ in
        Client(
          isListed: dice.among(true, true, false), birth: dice.among(.year(1940), .year(1990), nil),
          wijk: dice.among(nil, 0, 1, 2))
      })
    if seed % 5 == 0 { town.clients = nil }
    town.wijken = ["01", "02", "03"]
    if seed % 3 > 0 {
      town.districts = Districts(
        rows: ["01", "02"].map { .init(wijk: $0, year: 2017, area: "W\($0)", inhabitants: 9) })
    }
    town.products[3].group = dice.among("dagbesteding", "arbeid + begeleiding", "a/b")
    for _ in 0..<dice.among(0, 3, 60) {
      town.place(
        client: Int32.random(in: 0..<12, using: &dice), dice.among("B1", "B2", "A9", "D1"),
        by: dice.among("00000001", "00000002", "00000003", "00000004"),
        cents: dice.among(1_00, 1_00, -1_00, 70_00, -40_00),
        on: day(dice.among(2016, 2017), Int.random(in: 1...12, using: &dice), 15))
    }
    let ledger = town.ledger
    let risks = DisclosureRisks(of: ledger, workers: 1)
    #expect(risks == DisclosureRisks(of: ledger, workers: 3), "seed \(seed)")

    let shown = shownAmounts(ledger)
    let groups = risks.amounts.keys.filter { $0.text.hasPrefix("groep/") }
    #expect(Set(risks.amounts.keys) == Set(shown.map(\.bundle)).union(groups), "seed \(seed)")
    for amount in shown {
      let name = "\(amount.bundle.text), seed \(seed)"
      guard let largest = risks.amounts[amount.bundle] else { continue }
      #expect(largest.sum >= abs(amount.cents), "\(name)")
      #expect(largest.largest >= largest.second && largest.second >= 0, "\(name)")
      #expect(largest.largest + largest.second <= largest.sum, "\(name)")
      // A group may have the name of a combination of others.
      let namesakes = shown.filter { $0.bundle == amount.bundle && $0.cents != amount.cents }
      guard let clients = amount.clients, namesakes.isEmpty else { continue }
      if clients <= 2 {
        #expect(largest.largest + largest.second == largest.sum, "\(name)")
      }
      if clients == 1 { #expect(largest.sum == abs(amount.cents), "\(name)") }
    }
    for group in groups {
      let own = risks.amounts.filter {
        $0.key.text.hasPrefix("leeftijd/" + group.text.dropFirst("groep/".count) + "/")
      }
      #expect(own.values.map(\.sum).reduce(0, +) == risks.amounts[group]?.sum, "seed \(seed)")
    }
  }
}
