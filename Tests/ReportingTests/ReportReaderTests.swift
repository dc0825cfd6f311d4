import Analytics
import Foundation
import Ingest
import Testing

@testable import Reporting

@Suite("reading a published run back")
struct ReportReaderTests {
  private let manifest = Data(
    """
    {"version": "1.0.0", "hash": "2ace4b98", "warnings": ["w"], "ladder": {"bytes": 1,
    "records": 9, "blank": 1, "header": 1, "rejected": {"R001": 0, "R105": 2}, "accepted": 5,
    "debit": 700, "credit": -50, "net": 650, "in_window": {"lines": 4, "net": 600},
    "outside_window": {"lines": 1, "net": 50}, "tables": {}}}
    """.utf8
  )

  private let findings = """
    regelcode,retourcode,titel,beoordeeld,regels,noemer,bedrag,aanbieders
    R201,9001,"begin, ""toewijzing""\",ja,3,100,-12.05,2
    R202,,einde,nee,,,,

    """

  /// Every table of the report with a row of the smallest and one of empty cells.
  private var report: Report {
    let month = Int64(Month(year: 2017, month: 3).number)
    return Report(
      version: "1.0.0",
      municipality: Report.Municipality(code: "0637", name: "Zoetermeer"),
      period: Report.Period(
        days: Month(year: 2017, month: 1).firstDay...Month(year: 2017, month: 9).lastDay,
        isFromData: true
      ),
      basis: .declaration,
      tables: Analysis.all.map { analysis in
        Table(
          name: analysis.name,
          title: analysis.title,
          countingRules: ["Eén.", "Twee."],
          columns: analysis.columns,
          rows: [
            analysis.columns.map {
              $0.type == .text ? .text("x") : .number($0.type == .month ? month : -123_456)
            }, analysis.columns.map { _ in .empty },
          ]
        )
      }
    )
  }

  @Test("the report is the one that was written")
  func roundTrip() throws {
    let written = try #require(JSONFormat().files(of: report).first).bytes
    let read = try ReportReader.report(
      Data(written),
      findings: Data(findings.utf8),
      manifest: manifest
    )
    #expect(JSONFormat().files(of: read).map(\.bytes) == [written])
    #expect(read.account.hash == "2ace4b98")
    #expect(read.account.warnings == ["w"])
    #expect(read.account.ladder.rejectedCount == 2)
    #expect(read.account.ladder.inWindow.net == 600)
    #expect(
      read.findings.rows == [
        [
          .text("R201"), .text("9001"), .text("begin, \"toewijzing\""), .text("ja"), .count(3),
          .count(100), .number(-1205), .count(2),
        ],
        [
          .text("R202"), .text(""), .text("einde"), .text("nee"), .empty, .empty, .empty, .empty,
        ],
      ]
    )
  }

  @Test("what is no such file is refused")
  func refusal() throws {
    #expect(FindingsTable.table(in: Array("a,b\n1,2\n".utf8)) == nil)
    #expect(FindingsTable.table(in: Array((findings + "R203,x\n").utf8)) == nil)
    #expect(throws: DecodingError.self) { try RunAccount(manifest: Data("{}".utf8)) }
  }

  @Test("records of a CSV file that the program wrote", arguments: ["\n", "a\n", "\"a\nb\",\n"])
  func records(_ text: String) {
    var writer = CSVWriter()
    for record in CSVRecords.records(in: text.utf8) { writer.write(record) }
    #expect(String(decoding: writer.bytes, as: UTF8.self) == text)
  }

  @Test("a warning has a Dutch sentence; an unknown one stays as it is")
  func warnings() {
    #expect(RunWarning.dutch(RunWarning.noLines.english) == RunWarning.noLines.dutch)
    #expect(RunWarning.dutch("something new") == "something new")
  }
}
