import Testing

/// Why costs changed, by hand and against published values.
@Suite struct OracleChangeTests {
  @Test func `the decomposition of Ang adds up`() {
    // Two sub-categories with three factors each.
    let before: [[Int128]] = [[1, 10, 2], [4, 5, 3]]
    let after: [[Int128]] = [[4, 5, 3], [5, 6, 4]]
    var effects = [0.0, 0, 0]
    for (first, second) in zip(before, after) {
      let mean = OracleReport.CostChange.logarithmicMean(
        first.reduce(1, *), second.reduce(1, *))
      for place in 0..<3 {
        effects[place] +=
          mean * OracleReport.CostChange.logarithm(second[place], over: first[place])
      }
    }
    #expect(
      effects.map { OracleReport.Format.decimal($0, decimals: 8) } == [
        "69.79006598", "-9.45512579", "39.66505981",
      ]
    )
  }

  @Test func `cents are given to the largest remainders`() {
    typealias Change = OracleReport.CostChange
    #expect(Change.rounded([1.5, 1.5, -0.5, 0.5], to: 3) == [2, 2, -1, 0])
    #expect(Change.rounded([0.2, 0.9, 0.3, 0.6], to: 2) == [0, 1, 0, 1])
    #expect(Change.rounded([1, 2, 3, 4], to: 10) == [1, 2, 3, 4])
    // Beyond what doubles can tell.
    #expect(Change.rounded([1, 2, 3, 4.5], to: 9) == [1, 2, 2, 4])
  }

  private func rows(
    _ drawn: String, _ change: (inout OracleReport.Settings) -> Void = { _ in }
  ) throws -> String {
    var settings = OracleReport.Settings()
    settings.from = "2017-01-01"
    settings.to = "2017-12-31"
    change(&settings)
    let report = try OracleExample().report(drawn, settings: settings)
    return OracleExample.rows(report.tablesOverTime["kostenontwikkeling"])
  }

  @Test func `a price that rises is all in prijs, whatever the unit of time`() throws {
    let rows = try rows(
      """
      A1 10A 11111111 2016-03-02 100.00 2017-12-31 600 01
      A1 10A 11111111 2017-03-02 120.00 2017-12-31 10 04
      A3 20A 22222222 2017-03-02 5.00
      A5 30A 11111111 2016-03-02 7.00
      """
    )
    #expect(
      rows == """
        product_groep,maatwerk,Begeleiding,0.00,5.00,5.00,0.00,0.00,0.00,0.00,5.00,0.00,
        product_groep,maatwerk,Hulp,100.00,120.00,20.00,0.00,0.00,0.00,20.00,0.00,0.00,LMDI
        product_groep,vrij_inzetbaar,Vervoer,7.00,0.00,-7.00,0.00,0.00,0.00,0.00,0.00,-7.00,
        voorzieningsoort,algemeen,,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,
        voorzieningsoort,maatwerk,,100.00,125.00,25.00,0.00,0.00,0.00,20.00,5.00,0.00,LMDI
        voorzieningsoort,vrij_inzetbaar,,7.00,0.00,-7.00,0.00,0.00,0.00,0.00,0.00,-7.00,
        totaal,,,107.00,125.00,18.00,0.00,0.00,0.00,20.00,5.00,-7.00,LMDI
        """
    )
  }

  @Test func `twice the clients are all in clienten, and euros have no price`() throws {
    let rows = try rows(
      """
      A1 10A 11111111 2016-03-02 100.00 2017-12-31 2 04
      A1 10A 11111111 2017-03-02 100.00 2017-12-31 2 04
      A2 10A 22222222 2017-03-02 100.00 2017-12-31 2 04
      A3 20A 22222222 2016-03-02 10.00 2017-12-31 10 83
      A3 20A 22222222 2017-03-02 -10.00 2017-12-31 10 83
      """
    ).split(separator: "\n")
    #expect(
      rows[0]
        == "product_groep,maatwerk,Begeleiding,10.00,-10.00,-20.00,0.00,0.00,-20.00,0.00,0.00,0.00,"
        + "Shapley"
    )
    #expect(
      rows[1]
        == "product_groep,maatwerk,Hulp,100.00,200.00,100.00,100.00,0.00,0.00,0.00,0.00,0.00,LMDI")
    #expect(rows[5].hasSuffix(",0.00,0.00,LMDI en Shapley"))
  }

  @Test(
    arguments: [
      ("2016-02-29", "2016-12-31", "2015-03-01", "2015-12-31"),
      ("2017-02-28", "2017-02-28", "2016-02-28", "2016-02-29"),
      ("2016-01-15", "2016-02-29", "2015-01-15", "2015-02-28"),
      ("2017-01-01", "2017-10-15", "2016-01-01", "2016-10-15"),
    ] as [(OracleReport.Day, OracleReport.Day, OracleReport.Day, OracleReport.Day)])
  func `the comparison is a year earlier`(
    from: OracleReport.Day, to: OracleReport.Day, first: OracleReport.Day, last: OracleReport.Day
  ) throws {
    var settings = OracleReport.Settings()
    settings.from = from
    settings.to = to
    let comparison = try OracleExample().report("", settings: settings).comparison
    #expect(comparison.from == first)
    #expect(comparison.to == last)
  }

  @Test func `without an end there is no comparison`() throws {
    let rows = try rows("A1 10A 11111111 2017-03-02 100.00") {
      $0.to = nil
      $0.comparisonFrom = "2017-01-01"
    }
    #expect(rows.hasSuffix("totaal,,,0.00,100.00,100.00,0.00,0.00,0.00,0.00,100.00,0.00,"))
  }
}
