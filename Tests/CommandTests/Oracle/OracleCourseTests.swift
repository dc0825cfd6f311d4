import Testing

/// The course of declarations, against published values and by hand.
@Suite struct OracleCourseTests {
  /// The triangle RAA of Mack (1994), cumulative.
  private static let raa = [
    [5012, 8269, 10907, 11805, 13539, 16181, 18009, 18608, 18662, 18834],
    [106, 4285, 5396, 10666, 13782, 15599, 15496, 16169, 16704],
    [3410, 8992, 13873, 16141, 18735, 22214, 22863, 23466],
    [5655, 11555, 15766, 21266, 23425, 26083, 27067],
    [1092, 9565, 15836, 22169, 25955, 26180],
    [1513, 6445, 11702, 12935, 15852],
    [557, 4020, 10946, 12314],
    [1351, 6947, 13112],
    [3133, 5395],
    [2063],
  ]

  /// Its origins are the months of 2017 from January on; a hundred times as much, so that cents are
  /// smaller than what is published.
  private func report(_ settings: OracleReport.CourseSettings) throws -> OracleReport {
    var drawn = ""
    for (origin, amounts) in Self.raa.enumerated() {
      for (delay, amount) in amounts.enumerated() {
        let increment = amount - (delay == 0 ? 0 : amounts[delay - 1])
        let (start, declared) = (day(origin, last: false), day(origin + delay, last: true))
        drawn += "A1 10A 11111111 \(start) \(increment)00.00 \(declared)\n"
      }
    }
    var all = OracleReport.Settings()
    all.course = settings
    return try OracleExample().report(drawn, settings: all)
  }

  private func day(_ month: Int, last: Bool) -> String {
    let length = OracleReport.Day.length(ofMonth: month + 1, year: 2017)
    let day = OracleReport.Day(year: 2017, month: month + 1, day: last ? length : 1)
    return day?.iso ?? ""
  }

  @Test func `the factors of RAA are those of Mack`() throws {
    let report = try report(.init())
    let group = try #require(report.triangle?.groups.first)
    #expect(
      group.development.steps.map { OracleReport.Format.decimal($0.factor, decimals: 5) } == [
        "2.99936", "1.62352", "1.27089", "1.17167", "1.11338", "1.04193", "1.03326", "1.01694",
        "1.00922",
      ]
    )
    let rows = try OracleExample.values(report.tablesOverTime["declaratie-factoren"])
    #expect(rows.prefix(10).map { $0["maanden"] } == (0...9).reversed().map(String.init))
  }

  @Test func `what is still to come of RAA has the error of Mack`() throws {
    var settings = OracleReport.CourseSettings()
    settings.priorBelow = 0
    let rows = try OracleExample.values(report(settings).tablesOverTime["nog-te-verwachten"])
    let months = rows.filter { $0["niveau"] == "maand" && $0["product_groep"] == "Hulp" }
    func hundredth(_ row: [String: String], _ column: String, decimals: Int) -> String {
      OracleReport.Format.decimal(
        row[column].flatMap(Double.init).map { $0 / 100 }, decimals: decimals)
    }
    #expect(
      months.map { hundredth($0, "standaardfout", decimals: 0) } == [
        "0", "206", "623", "747", "1469", "2002", "2209", "5358", "6333", "24566",
      ]
    )
    for level in ["product_groep", "totaal", "controle"] {
      let row = try #require(rows.first { $0["niveau"] == level })
      #expect(hundredth(row, "nog_te_verwachten", decimals: 2) == "52135.23")
      #expect(hundredth(row, "standaardfout", decimals: 2) == "26909.01")
    }
  }

  /// January and February are declared in two parts, March in one so far.
  private let drawn = """
    A1 10A 11111111 2017-01-02 100.00 2017-01-31
    A1 10A 11111111 2017-01-02 50.00 2017-02-28
    A1 10A 11111111 2017-02-02 100.00 2017-01-31
    A1 10A 11111111 2017-02-02 100.00 2017-03-31
    A1 10A 11111111 2017-03-02 120.00 2017-03-31
    """

  private func tables(
    _ drawn: String, _ change: (inout OracleReport.CourseSettings) -> Void
  ) throws -> [String: String] {
    var settings = OracleReport.Settings()
    change(&settings.course)
    return try OracleExample().report(drawn, settings: settings).tablesOverTime
  }

  @Test func `a triangle has no cells of 0 but those of the last month`() throws {
    let tables = try tables(drawn) { $0.endDelay = 1 }
    let rows = ["Hulp", "totaal"].map { name in
      """
      \(name),2017-01,0,100.00,100.00
      \(name),2017-01,1,50.00,150.00
      \(name),2017-01,2,0.00,150.00
      \(name),2017-02,0,100.00,100.00
      \(name),2017-02,1,100.00,200.00
      \(name),2017-03,0,120.00,120.00
      """
    }
    #expect(
      OracleExample.rows(tables["declaratie-driehoek"]) == rows.joined(separator: "\n")
    )
    // 350 / 200, and the squares of 25 over 100, twice: √12.5.
    #expect(
      OracleExample.rows(tables["declaratie-factoren"]) == """
        Hulp,0,2,1.750000,3.5355,0.571429
        Hulp,1,0,,,1.000000
        totaal,0,2,1.750000,3.5355,0.571429
        totaal,1,0,,,1.000000
        """
    )
  }

  @Test func `a young month is forecast by its factors`() throws {
    let tables = try tables(drawn) { $0.endDelay = 1 }
    // 120 × 1.75; its error: √(12.5 / 1.75² × (210 × 1.75 + 210² / 200)) = √2400.
    #expect(
      OracleExample.rows(tables["nog-te-verwachten"]) == """
        maand,Hulp,2017-01,150.00,1.000000,compleet,150.00,0.00,0.00
        maand,Hulp,2017-02,200.00,1.000000,compleet,200.00,0.00,0.00
        maand,Hulp,2017-03,120.00,0.571429,CL,210.00,90.00,48.99
        maand,totaal,2017-01,150.00,1.000000,,150.00,0.00,0.00
        maand,totaal,2017-02,200.00,1.000000,,200.00,0.00,0.00
        maand,totaal,2017-03,120.00,0.571429,,210.00,90.00,48.99
        product_groep,Hulp,,470.00,0.839286,,560.00,90.00,48.99
        totaal,,,470.00,0.839286,,560.00,90.00,48.99
        controle,,,470.00,0.839286,,560.00,90.00,48.99
        """
    )
  }

  @Test func `a month younger than the bound has a prior`() throws {
    let tables = try tables(drawn) {
      $0.endDelay = 1
      $0.priorBelow = 0.6
    }
    // The prior is 175, of which 3/7 are to come. Its variance: 2 × 25² × 1.5 = 1875; the error:
    // √(12.5 / 1.75² × (195 × 1.75 + 195² / 200) + 1875 × 9 / 49).
    let rows = OracleExample.rows(tables["nog-te-verwachten"]).split(separator: "\n")
    #expect(rows[2] == "maand,Hulp,2017-03,120.00,0.571429,BF,195.00,75.00,50.13")
  }

  @Test func `with one month to go by an error is unknown`() throws {
    let tables = try tables(drawn) { _ in }
    let rows = OracleExample.rows(tables["nog-te-verwachten"]).split(separator: "\n")
    #expect(rows[1] == "maand,Hulp,2017-02,200.00,1.000000,CL,200.00,0.00,")
    #expect(rows[2] == "maand,Hulp,2017-03,120.00,0.571429,CL,210.00,90.00,")
    #expect(rows[6] == "product_groep,Hulp,,470.00,0.839286,,560.00,90.00,")
  }

  @Test func `looking back finds what was expected then`() throws {
    let drawn = """
      A1 10A 11111111 2017-01-02 100.00 2017-01-31
      A1 10A 11111111 2017-01-02 50.00 2017-02-28
      A1 10A 11111111 2017-02-02 100.00 2017-02-28
      A1 10A 11111111 2017-02-02 50.00 2017-03-31
      A1 10A 11111111 2017-03-02 100.00 2017-03-31
      A1 10A 11111111 2017-03-02 70.00 2017-06-30
      A3 20A 22222222 2017-03-02 7.00 2017-06-30
      A3 20A 22222222 2017-04-02 9.00 2017-06-30
      """
    let tables = try tables(drawn) { $0.endDelay = 1 }
    #expect(
      OracleExample.rows(tables["terugblik"]) == """
        3,2017-03,Begeleiding,0.00,7.00,7.00,,
        3,2017-03,Hulp,50.00,70.00,20.00,0.00,nee
        3,2017-03,totaal,50.00,77.00,27.00,0.00,nee
        """
    )
  }

  @Test func `the last month has wholly passed`() throws {
    let example = OracleExample()
    let last = try example.report("A1 10A 11111111 2017-01-02 1.00 2017-02-28")
    #expect(last.lastCourseMonth.map { OracleReport.Month(number: $0).iso } == "2017-02")
    let early = try example.report("A1 10A 11111111 2017-01-02 1.00 2017-02-27")
    #expect(early.lastCourseMonth.map { OracleReport.Month(number: $0).iso } == "2017-01")
    #expect(OracleExample.rows(early.tablesOverTime["declaratie-driehoek"]) == "")
  }
}
