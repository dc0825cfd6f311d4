import Testing

/// Budgets that are watched through the year, and the reference date, by hand.
@Suite struct OracleWatchTests {
  private static let header =
    "jaar,regel,soort,bedrag_begroot,bedrag_schaal,voorzieningsoort,product_groep,gebied,concern,perceel\n"

  private func town(_ lines: String) -> MoneyExample {
    var town = MoneyExample("2017-01-01", "2017-12-31")
    town.settings.course.lastMonth = OracleReport.Month(number: 2017 * 12 + 9)
    town.settings.course.endDelay = 1
    town.example.files["begroting.csv"] = Self.header + lines + "\n"
    return town
  }

  @Test func `a line without keys has all, subsidies among it`() throws {
    var town = town(
      "2017,,primitief,0.3,1000,,,,,\n2017,,plafond,900,,,,,,\n2017,,taakstelling,5,,,,,,")
    town.example.files["subsidies.csv"] = "ontvanger_naam,jaar,verleend_bedrag\nPalet,2017,200.00\n"
    // Help is declared at once for a half, and wholly a month later: f = 200 / 100. September's half
    // has come; of October (the last month, L) 50 are there, and 50 to come, of which 20 came after L.
    // No allocation has a volume, so the pattern holds: September is developed, 100 a month, for
    // November (30 of it declared already) and December: 70 + 100.
    let drawn = """
      A1 10A 11111111 2017-08-10 50.00 2017-08-20
      A1 10A 11111111 2017-08-11 50.00 2017-09-20
      A1 10A 11111111 2017-09-10 50.00 2017-09-20
      A1 10A 11111111 2017-09-11 50.00 2017-10-20
      A1 10A 11111111 2017-10-10 50.00 2017-10-20
      A1 10A 11111111 2017-10-11 20.00 2017-11-20
      A1 10A 11111111 2017-11-10 30.00 2017-11-20
      """
    // 300 + 200 declared and granted, 30 and 170 expected: 700 of a ceiling of 900. It is never
    // reached.
    #expect(
      try town.rows("begroting-bewaking", drawn) == """
        2017,regel,totaal,300.00,,900.00,5.00,500.00,30.00,170.00,700.00,-200.00,V,0.555556,,1,patroon,overleg
        2017,totaal,,300.00,,900.00,5.00,500.00,30.00,170.00,700.00,-200.00,V,0.555556,,1,patroon,overleg
        """)
    // Of 560: 200 at the start, 300 in August, 400, 500, then 600 in November.
    town.example.files["begroting.csv"] =
      Self.header + "2017,,,560,,,,,,\n2017,niets,,0,,,,,Zorg,\n"
    town.settings.money.consultation = 250_000_000
    town.settings.money.attention = 240_000_000
    #expect(
      try town.rows("begroting-bewaking", drawn) == """
        2017,regel,niets,,0.00,,,0.00,0.00,0.00,0.00,0.00,,,,0,patroon,ok
        2017,regel,totaal,,560.00,,,500.00,30.00,170.00,700.00,140.00,N,0.892857,2017-11,1,patroon,let op
        2017,totaal,,,560.00,,,500.00,30.00,170.00,700.00,140.00,N,0.892857,2017-11,1,patroon,let op
        """)
  }

  @Test func `running allocations tell what is to be paid`() throws {
    var town = town("2017,,,1000,,,,,,\n2018,,,0,,,Hulp,,,")
    town.settings.money.uptake = 500_000_000
    town.allocate(
      """
      A1 ann 11111111 10A 2017-01-01 - 2 04 4
      A2 bob 22222222 10A 2017-12-01 2018-01-09 40 01 6
      A3 cor 33333333 - 2017-01-01 - 2 04 4
      """)
    town.example.files["tarieven.csv"] = """
      product_code,aanbieder_agb,tarief,eenheid,geldig_vanaf
      10A,,60,04,2016-01-01
      10A,11111111,50,,2016-01-01
      10A,11111111,40,,2015-01-01
      """
    // On 1 November ann's runs with a rate and cor's without a product: half of them. ann: 2 × 50 in
    // both months; bob: 31 of 40 days of 40 minutes at 1 a minute: 31. A half of 231 is 115.50.
    // 2018: 12 × 100 and 9, a half of which is 604.50.
    #expect(
      try town.rows("begroting-bewaking", "A1 10A 11111111 2017-10-10 50.00 2017-10-20") == """
        2017,regel,totaal,,1000.00,,,50.00,0.00,115.50,165.50,-834.50,V,0.050000,,1,toewijzingen,overleg
        2017,totaal,,,1000.00,,,50.00,0.00,115.50,165.50,-834.50,V,0.050000,,1,toewijzingen,overleg
        2018,regel,Hulp,,0.00,,,0.00,0.00,604.50,604.50,604.50,N,,2018-01,0,toewijzingen,overleg
        2018,totaal,,,0.00,,,0.00,0.00,604.50,604.50,604.50,N,,2018-01,0,toewijzingen,overleg
        """)
  }

  @Test func `lines that overlap have no total, and a year that is over is closed`() throws {
    let town = town(
      "2016,a,,100,,,Hulp,,,\n2016,b,,-50,,maatwerk,,,,\n2016,c,taakstelling,1,,,Hulp,,,")
    #expect(
      try town.rows("begroting-bewaking", "A1 10A 11111111 2016-12-31 60.00 2017-01-05") == """
        2016,regel,a,,100.00,,,60.00,0.00,0.00,60.00,-40.00,V,0.600000,,1,driehoek,overleg
        2016,regel,b,,-50.00,,,60.00,0.00,0.00,60.00,110.00,N,1.200000,2016-01,1,driehoek,overleg
        2016,regel,c,,,,1.00,60.00,0.00,0.00,60.00,,,,,1,driehoek,
        2016,totaal,,,,,,,,,,,,,,,,
        """)
    let closed = try town.rows(
      "begroting-bewaking",
      (1...12).map { "A1 10A 11111111 2016-\($0 < 10 ? "0" : "")\($0)-01 5.00 2017-01-05" }
        .joined(separator: "\n"))
    #expect(closed.contains("60.00,0.00,0.00,60.00,-40.00,V,0.600000,,1,gesloten,overleg"))
  }

  @Test(arguments: [
    "2017,,,1,,geen,,,,", "2017,,,1,,,geen,,,", "2017,,,1,,,,geen,,", "2017,,,1,,,,,geen,",
    "2017,,,1,,,,,,geen", "2017,,definitief,1,,,,,,", "2017,,,1,10,,,,,", "2017,,,,,,,,,",
    "2017,,,1,,,,,,\n2017,totaal,Actueel,2,,,,,,",
    "2017,x,,1,,,,,,\n2017,x,plafond,2,,maatwerk,,,,",
  ])
  func `a budget line that cannot be read is refused`(row: String) throws {
    #expect(try town(row).isRefused())
  }

  @Test func `what is declared or decided after the reference date does not count`() throws {
    var town = MoneyExample()
    town.settings.money.referenceDay = "2017-12-31"
    town.allocate(
      """
      A1 ann 11111111 10A 2017-01-01 - 2 04 4 2017-12-31
      A2 bob 22222222 10A 2017-01-01 - 2 04 4 2018-01-01
      """)
    let drawn = """
      A1 10A 11111111 2017-05-01 10.00 2017-12-31
      A1 10A 11111111 2017-05-01 20.00 2018-01-01
      A2 10A 11111111 2017-05-01 40.00 2017-12-31
      A2 10A 11111111 2017-05-01 80.00 2018-01-01
      A1 99Z 11111111 2017-05-01 160.00 2018-01-01
      """
    let report = try OracleReport(files: town.example.files(drawn), settings: town.settings)
    #expect(report.lines.map(\.amount) == [10_00])
    #expect(report.laterLines.map(\.amount).sorted() == [20_00, 80_00])
    #expect(report.rejections.map(\.rule) == [.noAllocation, .unknownProduct])
    #expect(report.grants.map(\.client) == ["ann"])
    #expect(try town.rows("jaarverloop", drawn).split(separator: "\n").count == 5)
  }
}
