import Analytics
import Foundation
import Ingest
import Testing

@testable import Reporting

@Suite("reading a published run back")
struct ReportReaderTests {
  private let manifest = Data(
    """
    {"version": "1.0.0", "hash": "2ace4b98", "warnings": ["w"], "waarschuwingen": ["W."], "ladder": {"disk_bytes": 1,
    "lines": {"all": 10, "inside_values": 1}, "bytes": 1,
    "records": 9, "blank": 1, "header": 1, "rejected": {"R001": 0, "R105": 2}, "accepted": 5,
    "debit": 700, "credit": -50, "net": 650, "in_window": {"lines": 4, "net": 600},
    "outside_window": {"lines": 1, "net": 50}, "tables": {}}}
    """.utf8
  )

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
      },
      findings: [FindingTables.findings(nil)]
    )
  }

  @Test("the report is the one that was written")
  func roundTrip() throws {
    let written = try #require(JSONFormat().files(of: report).first).bytes
    let read = try ReportReader.report(Data(written), manifest: manifest)
    #expect(JSONFormat().files(of: read).map(\.bytes) == [written])
    #expect(read.account.hash == "2ace4b98")
    #expect(read.account.warnings == ["w"])
    #expect(read.account.dutchWarnings == ["W."])
    #expect(read.account.ladder.rejectedCount == 2)
    #expect(read.account.ladder.inWindow.net == 600)
    #expect(read.findings.map(\.name) == [FindingTables.findingsName])
    #expect(read.findings.map(\.rows) == report.findings.map(\.rows))
  }

  @Test("tables of another version have the types that they name")
  func otherVersion() throws {
    let text = """
      {"versie": "9", "gemeente": {"code": null, "naam": null}, "periode": null, "basis": "prestatie",
      "tabellen": [
      {"naam": "maandverloop", "titel": "T", "telregels": [], "kolommen": [
      {"naam": "maand", "type": "maand"}, {"naam": "clienten", "type": "tekst"},
      {"naam": "nieuw", "type": "ratio"}], "rijen": [["2017-03", "7", -1.50]]},
      {"naam": "onbekend", "titel": "U", "telregels": [], "kolommen": [
      {"naam": "wie", "type": "tekst"}, {"naam": "euro", "type": "bedrag"},
      {"naam": "deel", "type": "aandeel"}], "rijen": [["a", 1250, 0.250000], [null, null, null]]}]}
      """
    let tables = try ReportReader.tables(ofAnyVersion: Data(text.utf8))
    let month = Int64(Month(year: 2017, month: 3).number)
    #expect(tables.map(\.name) == ["maandverloop", "onbekend"])
    #expect(tables[0].rows == [[.number(month), .text("7"), .number(-1_500_000)]])
    #expect(tables[0].columns.map(\.role) == [.key, .description, .description])
    #expect(
      tables[1].rows == [[.text("a"), .number(1250), .number(250_000)], [.empty, .empty, .empty]])
    #expect(tables[1].columns.map(\.role) == [.key, .description, .description])
    #expect(throws: DecodingError.self) { try ReportReader.tables(in: Data(text.utf8)) }
    let longer = text.replacing("-1.50]", with: "-1.50, 1]")
    #expect(throws: DecodingError.self) { try ReportReader.tables(ofAnyVersion: Data(longer.utf8)) }
    let strange = text.replacing("\"ratio\"", with: "\"breuk\"")
    #expect(throws: DecodingError.self) {
      try ReportReader.tables(ofAnyVersion: Data(strange.utf8))
    }
  }

  @Test("what is no such file is refused")
  func refusal() throws {
    #expect(throws: DecodingError.self) { try RunAccount(manifest: Data("{}".utf8)) }
  }
}
