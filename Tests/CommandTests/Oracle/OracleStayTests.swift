import Testing

/// Lengths of stay, inflow and sequences in time, by hand and against published values.
@Suite struct OracleStayTests {
  private typealias Stay = OracleReport.Survival.Stay

  @Test func `the survival of AML is that of Kaplan and Meier`() {
    let times =
      [(9, true), (13, true), (13, false), (18, true), (23, true), (28, false)]
      + [(31, true), (34, true), (45, false), (48, true), (161, false)]
    let survival = OracleReport.Survival(
      stays: times.map { Stay(months: $0.0, hasEnded: $0.1) })
    #expect(
      [9, 13, 18, 23, 31, 34, 48].map {
        OracleReport.Format.decimal(survival.share($0), decimals: 5)
      } == ["0.90909", "0.81818", "0.71591", "0.61364", "0.49091", "0.36818", "0.18409"]
    )
    #expect(survival.median == 31)
    #expect(survival.knownShare(162) == nil)
  }

  /// All is developed at once, so that lengths are known until December.
  private func tables(
    _ drawn: String, _ example: OracleExample = OracleExample(),
    _ change: (inout OracleReport.Settings) -> Void = { _ in }
  ) throws -> [String: String] {
    var settings = OracleReport.Settings()
    settings.course.endDelay = 0
    change(&settings)
    return try example.report(drawn, settings: settings).tablesOverTime
  }

  private func months(_ allocation: String, _ product: String, _ months: ClosedRange<Int>) -> String
  {
    months.map { month in
      let zero = month < 10 ? "0" : ""
      let provider = allocation == "A1" || allocation == "A5" ? "11111111" : "22222222"
      return "\(allocation) \(product) \(provider) 2017-\(zero)\(month)-02 1.00\n"
    }.joined()
  }

  @Test func `verblijfsduur ends three months before what is known`() throws {
    // ann stays for January to March; bob is in sight from February until September; dirk comes
    // in October, after that.
    let drawn =
      months("A1", "10A", 1...3) + months("A2", "10A", 2...11) + months("A5", "10A", 10...10)
    let rows = OracleExample.rows(try tables(drawn)["verblijfsduur"]).split(separator: "\n")
    #expect(
      rows.prefix(4) == [
        "Hulp,3,2,1,3,2,0.500000,0.005983,0.910410",
        "Hulp,6,2,1,3,1,0.500000,0.005983,0.910410",
        "Hulp,12,2,1,3,0,,,",
        "Hulp,24,2,1,3,0,,,",
      ]
    )
    #expect(rows.count == 8)
  }

  @Test func `a stay of the first month began with its allocation`() throws {
    var example = OracleExample()
    example.files["toewijzingen.csv"] = """
      toewijzing_nummer,client_id,aanbieder_agb,ingangsdatum
      A1,ann,11111111,2016-11-20
      A2,bob,22222222,2016-11-20
      """
    let drawn = months("A1", "10A", 1...3) + months("A2", "10A", 2...11)
    let rows = OracleExample.rows(try tables(drawn, example)["verblijfsduur"])
    // ann stays five months, of which she is in sight for the last three; bob's allocation is older
    // than his stay, which did not begin in the first month.
    #expect(
      rows.split(separator: "\n").prefix(2).map { String($0) } == [
        "Hulp,3,2,1,5,2,1.000000,,", "Hulp,6,2,1,5,1,0.500000,0.005983,0.910410",
      ])
  }

  @Test func `instroom-uitstroom counts clients per level`() throws {
    let drawn = months("A1", "10A", 1...2) + months("A3", "20A", 2...2) + months("A4", "30A", 6...6)
    let rows = OracleExample.rows(try tables(drawn)["instroom-uitstroom"]).split(separator: "\n")
    #expect(
      rows.prefix(4) == [
        "product_groep,Begeleiding,2017-01,0,0,0",
        "product_groep,Begeleiding,2017-02,1,1,0",
        "product_groep,Begeleiding,2017-03,0,0,1",
        "product_groep,Begeleiding,2017-04,0,0,0",
      ]
    )
    // ann has both groups, and is one client of maatwerk.
    #expect(rows.contains("voorzieningsoort,maatwerk,2017-02,1,0,0"))
    #expect(
      rows.suffix(6).prefix(3) == [
        "totaal,,2017-01,1,1,0", "totaal,,2017-02,1,0,0", "totaal,,2017-03,0,0,1",
      ])
    #expect(rows.count == 6 * (3 + 3 + 1))
  }

  @Test func `opvolging-in-de-tijd counts those still in sight`() throws {
    // ann: four months later. bob: not until December, in sight for nine months. dirk: before.
    let drawn =
      months("A1", "10A", 1...1) + months("A3", "20A", 5...5) + months("A2", "10A", 3...3)
      + months("A5", "20A", 2...2) + months("A5", "10A", 3...3) + months("A1", "30A", 12...12)
    let rows = OracleExample.rows(try tables(drawn)["opvolging-in-de-tijd"])
      .split(separator: "\n").filter { $0.hasPrefix("Hulp,Begeleiding") }
    #expect(
      rows == [
        "Hulp,Begeleiding,3,3,3,0,0.000000", "Hulp,Begeleiding,6,3,2,1,0.333333",
        "Hulp,Begeleiding,12,3,0,1,",
      ]
    )
    // With a month without Begeleiding before, which ann has not: hers would be outside. Nor has
    // dirk; and he is not counted.
    let clean = OracleExample.rows(
      try tables(drawn) { $0.cleanMonths = 1 }["opvolging-in-de-tijd"]
    ).split(separator: "\n").filter { $0.hasPrefix("Hulp,Begeleiding") }
    #expect(clean[0] == "Hulp,Begeleiding,3,1,1,0,0.000000")
  }

  @Test func `trajecten join months to steps`() throws {
    // ann: Hulp, with a month of overlap, then Begeleiding. bob: both for two months, then Hulp.
    let drawn =
      months("A1", "10A", 1...4) + months("A3", "20A", 4...6) + months("A2", "10A", 1...4)
      + months("A2", "20A", 1...2) + months("A5", "30A", 9...9)
    let joined = try tables(drawn) { $0.overlapMonths = 2 }
    #expect(
      OracleExample.rows(joined["trajecten"]) == """
        traject,Begeleiding + Hulp > Hulp,2,1,0.333333,1
        traject,Hulp > Begeleiding,2,1,0.333333,1
        traject,Vervoer,1,1,0.333333,0
        overig,,,0,0.000000,0
        totaal,,,3,1.000000,2
        """
    )
    let all = try tables(drawn) { $0.overlapMonths = 1 }
    #expect(
      all["trajecten"]?.contains("traject,Hulp > Begeleiding + Hulp > Begeleiding,3,1,0.333333,1")
        == true)
  }

  @Test func `a client of short pieces only keeps them`() throws {
    // ann has both groups for one month, and nothing else; bob's month of both is a switch.
    let drawn =
      months("A1", "10A", 1...1) + months("A3", "20A", 1...1) + months("A2", "10A", 1...2)
      + months("A2", "20A", 2...3)
    let rows = OracleExample.rows(try tables(drawn) { $0.overlapMonths = 2 }["trajecten"])
    #expect(
      rows.split(separator: "\n").prefix(2) == [
        "traject,Begeleiding + Hulp,1,1,0.500000,1", "traject,Hulp > Begeleiding,2,1,0.500000,1",
      ]
    )
  }
}
