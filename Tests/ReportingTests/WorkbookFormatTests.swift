import Analytics
import Foundation
import Ingest
import Testing

@testable import Reporting

/// What needs no spreadsheet program; `make test-publish` reads the cells back.
@Suite("the workbook")
struct WorkbookFormatTests {
  private func report(hash: String = "2ace4b98", sourceDate: Int? = nil) -> Report {
    let use = Analysis.spendingShares
    return Report(
      version: "1.0.0",
      municipality: Report.Municipality(code: "0637", name: "A & B"),
      period: Report.Period(
        days: Month(year: 2017, month: 1).firstDay...Month(year: 2017, month: 9).lastDay,
        isFromData: false
      ),
      basis: .service,
      tables: [
        Table(
          name: use.name,
          title: use.title,
          countingRules: ["=1+1"],
          columns: use.columns,
          rows: [
            [.text("=HYPERLINK(\"x\")"), .number(1_139_331_50), .number(431_250)],
            [.text("@\u{0}\u{1F}"), .number(-5), .empty],
          ]
        )
      ],
      account: RunAccount(hash: hash, sourceDate: sourceDate)
    )
  }

  private func bytes(_ format: WorkbookFormat = WorkbookFormat(), of report: Report) throws
    -> [UInt8]
  {
    try #require(try format.files(of: report).first).bytes
  }

  @Test("the same report gives the same bytes, another run or date gives others")
  func isDeterministic() throws {
    let first = try bytes(of: report())
    #expect(first.starts(with: Array("PK".utf8)))
    #expect(try bytes(of: report()) == first)
    #expect(try bytes(of: report(hash: "2ace4b99")) != first)
    #expect(try bytes(of: report(sourceDate: 1_510_711_200)) != first)
  }

  @Test("a large report is made in constant memory, in the same way every time")
  func constantMemory() throws {
    let small = WorkbookFormat(cellsInMemory: 0)
    #expect(try bytes(small, of: report()) == bytes(small, of: report()))
    #expect(try bytes(small, of: report()) != bytes(of: report()))
  }

  @Test("a report without any row has a workbook too")
  func empty() throws {
    let tables = Analysis.all.map {
      Table(name: $0.name, title: $0.title, countingRules: [], columns: $0.columns, rows: [])
    }
    let empty = Report(
      version: "1.0.0",
      municipality: Report.Municipality(),
      period: nil,
      basis: .declaration,
      tables: tables
    )
    #expect(try !bytes(of: empty).isEmpty)
  }

  @Test("the moment is the last day of the window, at a second that the run decides")
  func moment() {
    #expect(report(hash: "00000000").moment == 1_506_729_600)  // 2017-09-30T00:00:00Z
    #expect(report(hash: "0000003c").moment == 1_506_729_660)
    #expect(report(sourceDate: 0).moment == 0)
  }

  @Test("figures are the doubles next to the exact values, months are dates")
  func numbers() {
    #expect(ExcelNumber.value(1_139_331_23, .amount) == 1_139_331.23)
    #expect(ExcelNumber.value(-5, .amount) == -0.05)
    #expect(ExcelNumber.value(431_250, .share) == 0.431250)
    #expect(ExcelNumber.value(123_456, .ratio(decimals: 4)) == 12.3456)
    let march = Int64(Month(year: 2017, month: 3).number)
    #expect(ExcelNumber.value(march, .month) == 42_795)
    #expect(ExcelNumber.value(Int64(Month(year: 1017, month: 3).number), .month) == nil)
  }

  @Test("a chart refers to rows that follow each other, or to copies")
  func contiguity() throws {
    let table = try #require(report().tables.first)
    let chart = try #require(SheetChart("x", .bars, table, .kind, .amount))
    #expect(chart.liesInTable)
    #expect(
      SheetChart("x", .bars, table, .kind, .amount, rows: [0, 2])?.liesInTable
        == false
    )
    #expect(SheetChart("x", .bars, table, .kind, .amount, rows: []) == nil)
  }
}
