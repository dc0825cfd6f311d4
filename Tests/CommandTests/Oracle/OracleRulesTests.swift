import Testing

/// What the oracle rejects, and where it says that a line stands.
@Suite struct OracleRulesTests {
  private let header = """
    referentie_nummer,declaratie_dagtekening,aanbieder_agb,client_id,toewijzing_nummer,\
    product_code,product_periode_begindatum,product_periode_einddatum,geleverd_volume,eenheid,\
    ingediend_bedrag,debet_credit

    """

  @Test(arguments: [
    ("r,2017-02-01,11111111,ann,A1,10A,2017-01-01,2017-01-31,1,Uur,1.5,d", ""),
    ("\"r\"x,2017-02-01", "R001,"),
    ("r,2017-02-01", "R001,"),
    ("Totaal: 3,,\"5\"00", "R004,"),
    ("totaalbedrag,1", "R001,"),
    ("\"totaal\"x,1", "R001,"),
    ("r,2017-02-01,x,ann,,10A,2017-01-01,2017-01-31,1,04,1,D", "R002,toewijzing_nummer"),
    ("r,2017-02-01,11111111,ann,A1,10A,2017-01-01,2017-01-31,1,04,1,-", "R002,debet_credit"),
    ("r,2017-02-01,1111111,ann,A1,10A,2017-01-01,2017-01-31,1,4,1,D", "R003,aanbieder_agb"),
    (
      "r,2017-2-1,11111111,ann,A1,10A,2017-01-01,2017-01-31,1,04,1,D", "R003,declaratie_dagtekening"
    ),
    ("r,2017-02-01,11111111,ann,A1,10A,2017-01-01,2017-01-31,1,4,1,D", "R003,eenheid"),
    (
      "r,2017-02-01,11111111,ann,A1,10A,2017-01-01,2017-01-31,1,04,1.234,D", "R003,ingediend_bedrag"
    ),
    ("r,2017-02-01,11111111,ann,A1,10A,2017-01-01,2017-01-31,1-,04,(1),D", "R005,geleverd_volume"),
    (
      "r,2017-02-01,11111111,ann,A1,10A,2017-02-01,2017-01-31,1,99,1,D",
      "R006,product_periode_begindatum"
    ),
    ("r,2017-02-01,11111111,ann,A1,10A,2017-01-01,2017-01-31,1,99,1,D", "R007,eenheid"),
    ("r,2017-02-01,11111111,ann,A0,10A,2017-01-01,2017-01-31,1,04,1,D", "R101,toewijzing_nummer"),
    ("r,2017-02-01,11111111,bob,A9,10A,2017-01-01,2017-01-31,1,04,1,D", "R102,client_id"),
    ("r,2017-02-01,11111111,eva,A9,9,2017-01-01,2017-01-31,1,04,1,D", "R103,toewijzing_nummer"),
    ("r,2017-02-01,99999999,ann,A1,9,2017-01-01,2017-01-31,1,04,1,D", "R105,product_code"),
    ("r,2017-02-01,99999999,ann,A1,10A,2017-01-01,2017-01-31,1,04,1,D", "R106,aanbieder_agb"),
  ])
  func `the first rule rejects at its first column`(line: String, expected: String) throws {
    let report = try OracleExample().report(csv: header + line + "\n")
    let found = report.rejections.map { "\($0.rule.rawValue),\($0.column)" }
    #expect(found == (expected.isEmpty ? [] : [expected]))
    #expect(report.lines.count == (expected.isEmpty ? 1 : 0))
  }

  @Test func `the first in canonical order keeps the reference number`() throws {
    let rest = "11111111,ann,A1,10A,2017-01-01,2017-01-31,1,04,1"
    let report = try OracleExample().report(
      csv: header + """
        r,2017-02-02,\(rest),D
        r,2017-02-01,\(rest),C
        r,2017-02-01,\(rest),D
        r,2017-01-01,11111111,bob,A1,10A,2017-01-01,2017-01-31,1,04,1,D
        """
    )
    #expect(report.lines.map(\.row.line) == [4])
    #expect(report.rejections.map(\.rule.rawValue) == ["R104", "R104", "R102"])
  }

  @Test func `rejects name physical lines and bytes`() throws {
    let header = "\u{FEFF}" + header
    let second = "\r\n,,\r\n"
    let third = "Totaal,\"a\nb\"\r"
    let fifth = "x\"\n"
    let report = try OracleExample().report(csv: header + second + third + fifth)
    // The header is line 1; a blank line and one of separators follow; the total spans two lines.
    let start = header.utf8.count + second.utf8.count
    #expect(
      report.rejects == """
        bestand,regel,byte,regelcode,kolom,melding
        declaraties.csv,4,\(start),R004,,totaalregel
        declaraties.csv,6,\(start + third.utf8.count),R001,,onleesbare regel

        """
    )
  }

  @Test(arguments: [
    ("12", 12_00), ("12.5", 12_50), ("0012.50", 12_50), ("€ 1", 1_00), ("€\u{A0}1", 1_00),
    ("-€1", -1_00), ("€-1", -1_00), ("1-", -1_00), ("(€1.05)", -1_05), ("12.-", 12_00),
    ("-12.-", -12_00), ("\u{2212}0.00", 0), ("--1", nil), ("-(1)", nil), ("(1", nil), ("1.", nil),
    (".5", nil), ("1.234", nil), ("1,5", nil), ("1e3", nil), ("+1", nil),
  ])
  func `money is read exactly`(text: String, cents: Int?) {
    #expect(OracleReport.Number(.init(text.utf8), decimals: 2)?.value == cents)
  }
}
