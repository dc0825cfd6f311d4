import Testing

/// The tables of the oracle, on examples small enough to count by hand.
@Suite struct OracleReportTests {
  private let example = OracleExample()

  private func money(_ cents: Int) -> String { OracleReport.Format.money(cents) }

  @Test func `product-gebruik counts distinct over invoiced placements`() throws {
    // A1 and A3 are one decision (B1) of ann; A4's decision A2 is not allocation A2.
    let report = try example.report(
      """
      A1 10A 11111111 2017-01-02 42.50
      A1 10A 11111111 2017-02-02 42.50
      A1 10A 11111111 2017-03-02 42.50
      A2 10A 22222222 2017-01-02 10.00
      A3 20A 22222222 2017-01-02 5.01
      A4 10A 33333333 2017-01-02 8.00
      A4 10A 33333333 2017-02-02 -8.00
      A5 20A 11111111 2017-01-02 -0.01
      """
    )
    let hulp = 3 * 42_50 + 10_00
    let begeleiding = 5_01 - 1
    #expect(
      OracleExample.rows(report.tables["product-gebruik"]) == """
        product,maatwerk,10A,"Hulp, gewoon",2,2,2,\(money(hulp)),\(money(hulp / 2)),\
        \(money(hulp / 2))
        product,maatwerk,20A,Begeleiding,2,2,2,\(money(begeleiding)),2.50,2.50
        voorzieningsoort,algemeen,,,0,0,0,0.00,,
        voorzieningsoort,maatwerk,,,3,3,2,142.50,47.50,47.50
        voorzieningsoort,vrij_inzetbaar,,,0,0,0,0.00,,
        totaal,,,,3,3,2,142.50,47.50,47.50
        """
    )
  }

  @Test func `subsidies are whole years and count as algemeen`() throws {
    var example = example
    example.files["subsidies.csv"] = """
      ontvanger_naam,jaar,verleend_bedrag,vastgesteld_bedrag
      Zon,2017,100.00,0
      Maan,2017,30.00,
      Maan,2018,30.00,
      Aarde,2016,99.00,
      Ster,2018,60.00,
      """
    var settings = OracleReport.Settings()
    settings.from = "2017-12-31"
    settings.to = "2018-01-01"
    let report = try example.report("A1 10A 11111111 2017-12-31 40.00", settings: settings)
    #expect(
      OracleExample.rows(report.tables["subsidies"]) == """
        ontvanger,Maan,60.00,0.500000
        ontvanger,Ster,60.00,0.500000
        ontvanger,Zon,0.00,0.000000
        totaal,,120.00,1.000000
        """
    )
    #expect(
      OracleExample.rows(report.tables["uitgaven-verhouding"]) == """
        algemeen,120.00,0.750000
        maatwerk,40.00,0.250000
        vrij_inzetbaar,0.00,0.000000
        """
    )
  }

  @Test func `maandverloop joins months over two inactive ones`() throws {
    // ann: January, April (a gap of two) and August (a gap of three); bob: a net of 0 in February.
    let report = try example.report(
      """
      A1 10A 11111111 2017-01-02 10.00
      A1 10A 11111111 2017-04-02 10.00
      A1 10A 11111111 2017-08-02 10.00
      A2 10A 22222222 2017-02-02 7.00
      A2 10A 22222222 2017-02-03 -7.00
      """
    )
    #expect(
      OracleExample.rows(report.tables["maandverloop"]) == """
        2017-01,1,1,1,1,0,10.00
        2017-02,0,0,1,0,0,0.00
        2017-03,0,0,1,0,0,0.00
        2017-04,1,1,1,0,0,10.00
        2017-05,0,0,0,0,1,0.00
        2017-06,0,0,0,0,0,0.00
        2017-07,0,0,0,0,0,0.00
        2017-08,1,1,1,1,0,10.00
        """
    )
  }

  @Test func `combinaties, aantal-voorzieningen and opvolging follow product groups`() throws {
    // ann: Hulp in January and February, Begeleiding in February. bob: both, never together.
    // cor: two products of one group.
    let report = try example.report(
      """
      A1 10A 11111111 2017-01-02 10.00
      A1 10A 11111111 2017-02-02 10.00
      A3 20A 22222222 2017-02-02 5.00
      A2 10A 22222222 2017-01-02 3.00
      A2 20A 22222222 2017-01-02 3.00
      A2 20A 22222222 2017-01-03 -3.00
      A2 20A 22222222 2017-03-02 -4.00
      A4 10A 33333333 2017-01-02 1.00
      A4 10B 33333333 2017-02-02 1.00
      """
    )
    #expect(
      OracleExample.rows(report.tables["combinaties"]) == """
        Begeleiding + Hulp,2,2,0.666667,1,\(money(2 * 10_00 + 5_00 + 3_00 - 4_00))
        Hulp,1,1,0.333333,,2.00
        """
    )
    #expect(
      OracleExample.rows(report.tables["aantal-voorzieningen"]) == """
        1,1,0.333333,2.00
        2,2,0.666667,24.00
        3,0,0.000000,0.00
        4,0,0.000000,0.00
        5,0,0.000000,0.00
        6+,0,0.000000,0.00
        """
    )
    #expect(
      OracleExample.rows(report.tables["opvolging"]) == """
        Begeleiding,Hulp,2,0,0.000000,0
        Hulp,Begeleiding,3,2,0.666667,0
        """
    )
  }

  @Test func `concentratie and aanbieders go by concern`() throws {
    // Beta and Gamma are one concern, Zorg: 30 + 30 against 20 of Alfa.
    let report = try example.report(
      """
      A1 10A 11111111 2017-01-02 20.00
      A2 10A 22222222 2017-01-02 30.00
      A4 10A 33333333 2017-01-02 30.00
      A5 20A 11111111 2017-01-02 -5.00
      """
    )
    // 10,000 × (60² + 20²) / 80² = 6250, of which the inverse is 1.6.
    #expect(
      OracleExample.rows(report.tables["concentratie"]) == """
        product,maatwerk,10A,"Hulp, gewoon",2,80.00,0.750000,1.000000,1.000000,6250.0,1.60,1.000000
        product,maatwerk,20A,Begeleiding,0,0.00,,,,,,0.000000
        voorzieningsoort,algemeen,,,0,0.00,,,,,,
        voorzieningsoort,maatwerk,,,2,75.00,0.800000,1.000000,1.000000,6800.0,1.47,1.000000
        voorzieningsoort,vrij_inzetbaar,,,0,0.00,,,,,,
        totaal,,,,2,75.00,0.800000,1.000000,1.000000,6800.0,1.47,1.000000
        """
    )
    #expect(
      OracleExample.rows(report.tables["aanbieders"]) == """
        product,maatwerk,10A,Zorg,1,60.00,0.750000,2,0.666667
        product,maatwerk,10A,Alfa,2,20.00,0.250000,1,0.333333
        product,maatwerk,20A,Alfa,1,-5.00,1.000000,1,1.000000
        voorzieningsoort,maatwerk,,Zorg,1,60.00,0.800000,2,0.500000
        voorzieningsoort,maatwerk,,Alfa,2,15.00,0.200000,2,0.500000
        totaal,,,Zorg,1,60.00,0.800000,2,0.500000
        totaal,,,Alfa,2,15.00,0.200000,2,0.500000
        """
    )
  }
}
