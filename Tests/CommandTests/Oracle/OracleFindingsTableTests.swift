import Testing

/// The rules that look at one line, and the two files of findings.
@Suite struct OracleFindingsTableTests {
  /// Line 2 fits; line 3 offends every rule that a single debit can, R207 and R208 excepted.
  private func report() throws -> OracleReport {
    var example = OracleExample()
    example.files["toewijzingen.csv"] = """
      toewijzing_nummer,client_id,aanbieder_agb,ingangsdatum,einddatum,eenheid,product_categorie,\
      product_code
      A1,ann,11111111,2017-01-01,2017-01-31,01,01,10A
      A2,bob,11111111,2017-01-01,,,,
      """
    example.files["clienten.csv"] = "client_id,overlijdensdatum\nann,2016-12-30\n"
    return try example.report(
      csv: """
        referentie_nummer,declaratie_dagtekening,aanbieder_agb,client_id,toewijzing_nummer,\
        product_categorie,product_code,product_periode_begindatum,product_periode_einddatum,\
        geleverd_volume,eenheid,ingediend_bedrag
        x,2017-02-01,11111111,ann,A1,01,10A,2017-01-01,2017-01-31,5,01,10.00
        y,2016-12-30,22222222,ann,A1,02,20A,2016-12-31,2017-02-01,5,04,20.00
        z,2022-02-01,33333333,bob,A2,,10A,2017-01-01,2017-01-31,5,04,-5.00
        """
    )
  }

  @Test func `bevindingen counts lines, denominators, euros and providers`() throws {
    #expect(
      OracleExample.rows(try report().findings) == """
        R201,9307,begin voor toewijzing,ja,1,3,20.00,1
        R202,9308,einde na toewijzing,ja,1,2,20.00,1
        R203,9339,andere categorie,ja,1,2,20.00,1
        R204,9340,ander product,ja,1,2,20.00,1
        R205,9341,eenheid past niet,ja,1,2,20.00,1
        R206,,andere aanbieder,ja,2,3,15.00,2
        R207,9321,volume boven toewijzing (regel),ja,0,0,0.00,0
        R208,9322,volume boven toewijzing (opgeteld),ja,0,0,0.00,0
        R209,9369,bedrag boven budget,ja,0,0,0.00,0
        R210,0611,tarief wijkt af,nee,,,,
        R211,9346,bedrag is niet volume maal tarief,ja,0,0,0.00,0
        R212,9389,dubbele debetregel,ja,0,0,0.00,0
        R213,8017,credit zonder debet,ja,0,0,0.00,0
        R214,9390,twee keer gecrediteerd,ja,0,0,0.00,0
        R215,,ouder dan vijf jaar,ja,1,3,-5.00,1
        R216,,na overlijden,ja,2,2,30.00,2
        R217,,declaratie voor levering,ja,1,3,20.00,1
        R218,,client onbekend,ja,1,3,-5.00,1
        R219,,concern onder nul,ja,1,3,-5.00,1
        """
    )
  }

  @Test func `bevindingen-regels goes by file, line and rule`() throws {
    let rows = OracleExample.rows(try report().findingLines).split(separator: "\n")
    let codes = rows.map { $0.split(separator: ",")[3] }
    #expect(
      codes == [
        "R216", "R201", "R202", "R203", "R204", "R205", "R206", "R216", "R217", "R206", "R215",
        "R218", "R219",
      ]
    )
    let header =
      "referentie_nummer,declaratie_dagtekening,aanbieder_agb,client_id,"
      + "toewijzing_nummer,product_categorie,product_code,product_periode_begindatum,"
      + "product_periode_einddatum,geleverd_volume,eenheid,ingediend_bedrag\n"
    #expect(rows.first == "declaraties.csv,2,\(header.utf8.count),R216,11111111,x,10.00")
  }

  @Test(arguments: [
    ("2012-02-28", "2017-02-28", false), ("2012-02-28", "2017-03-01", true),
    ("2012-02-29", "2017-03-01", false), ("2012-02-29", "2017-03-02", true),
  ])
  func `five years are calendar years`(end: String, declared: String, isHit: Bool) {
    let day = OracleReport.Day(stringLiteral: end)
    #expect((OracleReport.Day(stringLiteral: declared) > day.fiveYearsLater) == isHit)
  }

  @Test func `day numbers count every day`() {
    var day: OracleReport.Day = "1999-12-31"
    var expected = day.number
    for _ in 0..<1500 {
      expected += 1
      day = OracleReport.Day(number: expected)
      #expect(day.number == expected)
    }
    #expect(day == "2004-02-08")
    #expect(day.isSunday)
  }
}
