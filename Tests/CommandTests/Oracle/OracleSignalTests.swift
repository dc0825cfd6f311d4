import Testing

/// Where more begin than usual, by hand.
@Suite struct OracleSignalTests {
  /// Three new clients in one buurt, and one of May in the next.
  private let drawn = """
    A4 10A 33333333 2016-01-02 1.00
    A4 10A 33333333 2017-05-02 1.00
    A1 10A 11111111 2017-10-02 1.00
    A2 10A 22222222 2017-11-02 1.00
    A5 10A 11111111 2017-12-02 1.00
    A5 10A 33333333 2017-12-31 1.00
    A5 10A 33333333 2017-12-31 -1.00
    """

  private func town() -> SupplyExample {
    var town = SupplyExample()
    town.settings.supply.signals = OracleReport.SignalSettings()
    town.settings.supply.signals?.threshold = 0.2
    town.example.files["clienten.csv"] = """
      client_id,buurt_code,postcode
      ann,06370101,2711 ab
      bob,BU06370101,2711AC
      dirk,bu 06370101,2711AD
      x1,06370101,2711
      cor,06370102,2712AA
      x2,06370102,2712AA
      x3,06370102,2712AA
      x4,06370102,2712AA
      x5,06370102,2712AA
      x6,06370102,2712AA
      x7,637010,27 11
      """
    return town
  }

  @Test func `new clients are held against the share of clients`() throws {
    // λ = 0.4 × 3 and 0.6 × 3, the latter more than 1 × 3 / 12. p = P(X ≥ 3); of two tests.
    // False signals: P(X ≥ 3) of the first and P(X ≥ 4) of the second.
    #expect(
      try town().rows("signalen", drawn) == """
        gebied,06370101,Hulp,2017-10,2017-12,3,2,0,1.2000,0.120512901,0.241026,ja,,
        totaal,,,2017-10,2017-12,3,,1,,,,,2,0.2292
        """
    )
  }

  @Test func `areas are postcodes of four or six`() throws {
    var town = town()
    town.settings.supply.signals?.area = .postcode4
    #expect(
      try town.rows("signalen", drawn).hasPrefix(
        "gebied,2711,Hulp,2017-10,2017-12,3,2,0,1.2000,0.120512901,0.241026,ja,,\n"))
    // Each is a new client of his own code; one of nine clients with six characters.
    town.settings.supply.signals?.area = .postcode6
    town.settings.supply.signals?.minimum = 1
    town.settings.supply.signals?.threshold = 0.3
    let rows = try town.rows("signalen", drawn).split(separator: "\n")
    // P(X ≥ 1) = 1 − e^(−1/3) thrice, of four tests. λ of 2712AA is 2; four of it would be a signal.
    #expect(rows[0] == "gebied,2711AB,Hulp,2017-10,2017-12,1,1,0,0.3333,0.283468689,0.377958,ja,,")
    #expect(rows[2].hasPrefix("gebied,2711AD,"))
    #expect(rows[3] == "totaal,,,2017-10,2017-12,3,,1,,,,,4,0.9933")
  }

  @Test func `new clients are held against the share of inhabitants`() throws {
    var town = town()
    town.settings.supply.signals?.threshold = 0.001
    town.example.files["gebieden.csv"] = """
      wijk_code,peiljaar,wijk_naam,inwoners,recs
      063701,2017,West,,Wijk
      BU06370101,2017,Een,100,Buurt
      06370102,2017,Twee,900,buurt
      bu 06370103,2017,Drie,1000,
      BU06370104,2017,Vier,veel,Buurt
      BU06370105,2016,Vijf,5000,Buurt
      """
    // λ = 0.05 × 3, 0.45 × 3 and 0.5 × 3.
    #expect(
      try town.rows("signalen", drawn) == """
        gebied,06370101,Hulp,2017-10,2017-12,3,2,0,0.1500,0.000502862,0.001509,ja,,
        totaal,,,2017-10,2017-12,3,,1,,,,,3,0.0019
        """
    )
    // Two figures of one buurt are none, and cor's has had a beginning.
    town.example.files["gebieden.csv", default: ""] += "\nBU06370102,2017,Ook twee,901,Buurt\n"
    #expect(try town.rows("signalen", drawn).contains("1.2000,0.120512901,0.241026,nee,,"))
  }

  @Test func `what was usual goes before the share`() throws {
    // In the wijk six began in the four months before: three in three months are fewer than usual.
    var town = town()
    town.settings.supply.signals?.area = .wijk
    town.settings.supply.signals?.back = 4
    town.settings.gapMonths = 0
    let more = """

      A1 10A 11111111 2017-06-02 1.00
      A2 10A 22222222 2017-07-02 1.00
      A2 10A 22222222 2017-09-02 1.00
      A5 10A 22222222 2017-09-02 1.00
      A1 10A 11111111 2017-08-02 1.00
      A5 10A 11111111 2017-07-02 1.00
      """
    // ann June, August, October; bob July, September, November; dirk July, September, December.
    // λ = 6 × 3 / 4, more than 3 × 10 / 11. P(X ≥ 3) = 1 − e^−4.5 (1 + 4.5 + 10.125); P(X ≥ 7) is
    // at most 0.2. The buurt of x7 gives him a wijk of his own: λ = 3 / 11.
    #expect(
      try town.rows("signalen", drawn + more) == """
        gebied,063701,Hulp,2017-10,2017-12,3,2,6,4.5000,0.826421929,1.000000,nee,,
        totaal,,,2017-10,2017-12,3,,6,,,,,2,0.1717
        """
    )
  }

  @Test func `there are no signals where a beginning need not be one`() throws {
    var town = town()
    // Lines from January 2016 on tell of beginnings from April on; June less two months is one.
    town.settings.supply.signals?.last = OracleReport.Month(number: 2016 * 12 + 5)
    #expect(try town.rows("signalen", drawn) == "totaal,,,2016-04,2016-06,0,,0,,,,,0,0.0000")
    town.settings.supply.signals?.last = OracleReport.Month(number: 2016 * 12 + 4)
    #expect(try town.rows("signalen", drawn).isEmpty)
    town = self.town()
    town.settings.supply.signals = nil
    #expect(try town.rows("signalen", drawn).isEmpty)
    town = self.town()
    town.example.files["clienten.csv"] = nil
    #expect(try town.rows("signalen", drawn).isEmpty)
    town = self.town()
    town.settings.from = "2017-12-02"
    #expect(try town.rows("signalen", drawn).isEmpty)
  }

  @Test func `rates are those of Benjamini and Hochberg`() {
    // The fifteen of their paper of 1995: four are at most 0.05.
    let values = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262,
      0.5719, 0.6528, 0.7590, 1.0,
    ]
    let rates = OracleReport.falseDiscoveryRates(values)
    #expect(rates.filter { $0 <= 0.05 }.count == 4)
    #expect(
      rates.prefix(5).map { OracleReport.Format.decimal($0, decimals: 6) } == [
        "0.001500", "0.003000", "0.009500", "0.035625", "0.060300",
      ])
    #expect(OracleReport.falseDiscoveryRates([0.5, 0.4, 0.03]) == [0.5, 0.5, 0.09])
  }

  @Test(arguments: [(0.5, 0), (0.5, 3), (4.5, 4), (4.5, 5), (30, 20), (30, 60), (700, 800)])
  func `a tail is what its terms leave`(mean: Double, count: Int) {
    let poisson = OracleReport.Poisson(mean: mean)
    let next = (count..<count + 2000).map { poisson.tail($0) - poisson.tail($0 + 1) }.reduce(0, +)
    #expect(abs(poisson.tail(count) - next) < 1e-12)
    #expect(poisson.tail(0) == 1)
  }
}
