import Analytics
import Ingest
import Testing

@testable import Reporting

@Suite("formats of a report")
struct ReportFormatTests {
  /// One column of every type.
  private let table = Table(
    name: "proef",
    title: "Een proef",
    countingRules: ["Regel één.", "Zegt \"netto\"."],
    columns: [
      .key(.providerName), .key(.month, .month), .count(.clients), .amount(.amount),
      .derived(.share, .share), .derived(.hhi, .ratio(decimals: 1)),
    ],
    rows: [
      [
        .text("Zorg, \"thuis\""), .number(Int64(Month(year: 2017, month: 3).number)), .count(1814),
        .number(1_139_331_50), .number(431_250), .number(25_000),
      ],
      [.text("Café"), .empty, .count(0), .number(-5), .number(0), .empty],
    ]
  )

  private var report: Report {
    Report(
      version: "1.0.0",
      municipality: Report.Municipality(code: "0637"),
      period: Report.Period(
        days: Month(year: 2017, month: 1).firstDay...Month(year: 2017, month: 9).lastDay,
        isFromData: false
      ),
      basis: .service,
      tables: [table]
    )
  }

  private func text(_ format: some ReportFormat) throws -> String {
    try String(decoding: #require(format.files(of: report).first).bytes, as: UTF8.self)
  }

  @Test("CSV: quotes only where needed, euros, empty cells")
  func csv() throws {
    #expect(
      try text(CSVFormat()) == """
        naam,maand,clienten,bedrag,aandeel,hhi
        "Zorg, ""thuis""\",2017-03,1814,1139331.50,0.431250,2500.0
        Café,,0,-0.05,0.000000,

        """
    )
    #expect(CSVFormat().files(of: report).map(\.path) == ["tables/proef.csv"])
  }

  @Test("CSV: a field with a line end stands in quotes, one with a space does not")
  func csvQuotes() {
    var writer = CSVWriter()
    writer.write(["a b", "c\nd", "e\rf", "g\r\nh", " ", "é"])
    #expect(
      String(decoding: writer.bytes, as: UTF8.self)
        == "a b,\"c\nd\",\"e\rf\",\"g\r\nh\", ,é\n"
    )
  }

  @Test("JSON: cents, the digits of the CSV, null")
  func json() throws {
    #expect(
      try text(JSONFormat()) == #"""
        {
          "versie": "1.0.0",
          "gemeente": {"code": "0637", "naam": null},
          "periode": {"van": "2017-01-01", "tot_en_met": "2017-09-30", "uit_gegevens": false},
          "basis": "prestatie",
          "tabellen": [
            {
              "naam": "proef",
              "titel": "Een proef",
              "telregels": ["Regel één.", "Zegt \"netto\"."],
              "kolommen": [
                {"naam": "naam", "type": "tekst"},
                {"naam": "maand", "type": "maand"},
                {"naam": "clienten", "type": "geheel"},
                {"naam": "bedrag", "type": "bedrag"},
                {"naam": "aandeel", "type": "aandeel"},
                {"naam": "hhi", "type": "ratio"}
              ],
              "rijen": [
                ["Zorg, \"thuis\"", "2017-03", 1814, 113933150, 0.431250, 2500.0],
                ["Café", null, 0, -5, 0.000000, null]
              ]
            }
          ]
        }

        """#
    )
  }

  @Test("text: aligned, in Dutch notation, rounded for reading or exact")
  func plainText() {
    #expect(
      TextFormat().text(of: table) == """
        Een proef

        naam           maand    clienten     bedrag  aandeel      hhi
        ─────────────  ───────  ────────  ─────────  ───────  ───────
        Zorg, "thuis"  2017-03     1.814  1.139.332    43,1%  2.500,0
        Café                           0          0     0,0%

        """
    )
    #expect(TextFormat(precision: .exact).text(of: table).contains("1.139.331,50  43,1250%"))
  }

  @Test("text: a factor is no percentage, and a quotient has at most two decimals for reading")
  func factorsAndQuotients() {
    let table = Table(
      name: "proef", title: "Een proef", countingRules: [],
      columns: [
        .derived(.factor, .share, from: .delay),
        .derived(.sigma, .ratio(decimals: 4), from: .factor),
        .derived(.developed, .share, from: .factor),
      ],
      rows: [[.number(6_684_500), .number(-10_046), .number(116_000)]])
    #expect(TextFormat().text(of: table).hasSuffix("\n 6,685  -1,00       11,6%\n"))
    #expect(
      TextFormat(precision: .exact).text(of: table).hasSuffix(
        "\n6,684500  -1,0046    11,6000%\n"))
  }
}
