import Ingest
import Testing

/// What two programs may differ in, and what not.
@Suite struct ApproximateColumnsTests {
  private let text = "van,naar,na_maanden,clienten,in_beeld,gevolgd,aandeel\na,b,3,9,6,1,0.111111\n"

  @Test(arguments: [
    ("0.111111", true), ("0.111112", true), ("0.111110", true), ("0.111113", false), ("", false),
    ("0.11111", false), ("0,111111", false), ("-0.111111", false),
  ])
  func `a figure may differ by one unit of its last decimal`(figure: String, isSame: Bool) {
    let other = text.replacing("0.111111", with: figure)
    #expect(ApproximateColumns.agree("tables/opvolging-in-de-tijd.csv", text, other) == isSame)
  }

  @Test func `other columns, rows and tables are equal`() {
    let table = "tables/opvolging-in-de-tijd.csv"
    #expect(!ApproximateColumns.agree(table, text, text.replacing(",6,", with: ",7,")))
    #expect(!ApproximateColumns.agree(table, text, text + "a,b,6,9,6,1,0.111111\n"))
    #expect(!ApproximateColumns.agree(table, text, text.replacing("aandeel", with: "deel")))
    let other = text.replacing("0.111111", with: "0.111112")
    #expect(!ApproximateColumns.agree("tables/opvolging.csv", text, other))
  }

  @Test func `every column is one of its table`() throws {
    let report = try OracleExample().report("")
    let tables = report.tablesOverTime.merging(report.tablesOfMoney) { $1 }
      .merging(["signalen": report.signals]) { $1 }
    for (name, columns) in ApproximateColumns.byTable {
      let header = try #require(tables[name]).split(separator: "\n")[0].split(separator: ",")
      for column in columns { #expect(header.contains { $0 == column.description }, "\(name)") }
    }
  }

  @Test func `both programs have the same defaults`() {
    #expect(OracleReport.Settings().configuration.counting == Configuration().counting)
    var signals = OracleReport.Settings()
    signals.supply.signals = OracleReport.SignalSettings()
    #expect(signals.configuration.counting.supply.signals == SignalParameters())
  }
}
