import Analytics
import Ingest

/// The report as one Excel file, `rapport.xlsx`: a cover, a sheet per table with native charts,
/// a heat map of the triangle, the counting rules and the findings.
///
/// Text is text, amounts, shares and ratios are numbers with Dutch notation, months are dates.
/// The same report gives the same bytes. It holds no identifier of a client, and formulas in
/// ``CalculationSheet`` alone.
public struct WorkbookFormat: ReportFormat {
  public static let path = "rapport.xlsx"

  /// With more cells than this the workbook is made in constant memory.
  ///
  /// A cell costs about a hundred bytes until the file is closed. Below this number it is worth
  /// it: only then do charts hold their figures, which previews show without calculating.
  private let cellsInMemory: Int

  public init(cellsInMemory: Int = 1_000_000) {
    self.cellsInMemory = cellsInMemory
  }

  public func files(of report: Report) throws -> [ReportFile] {
    let cells = report.tables.reduce(0) { $0 + $1.rows.count * $1.columns.count }
    let workbook = try Workbook(isConstantMemory: cells > cellsInMemory)
    try workbook.setProperties(
      title: "Wmo-rapportage \(report.municipalityText)", subject: report.notice,
      author: "wmo-etl \(report.version)", moment: report.moment)

    let tables = report.tables + report.findings
    let triangle = TriangleSheet(report)
    let calculation = CalculationSheet(report)
    try CoverSheet(
      report: report, tables: tables, hasTriangle: triangle != nil,
      hasCalculation: calculation != nil
    )
    .write(to: workbook.addSheet(CoverSheet.name))
    var sheets: [String: Sheet] = [:]
    for table in report.tables {
      sheets[table.name] = try TableSheet(table: table, report: report).write(to: workbook)
      if table.name == Analysis.declarationTriangle.name { try triangle?.write(to: workbook) }
    }
    try calculation?.write(to: workbook.addSheet(CalculationSheet.name))
    try RulesSheet(report: report).write(to: workbook.addSheet(RulesSheet.name))
    for table in report.findings {
      _ = try TableSheet(table: table, report: report).write(to: workbook)
    }
    try ChartSheets(charts: SheetChart.all(in: report), report: report)
      .write(to: workbook, beside: sheets)
    return [ReportFile(path: Self.path, bytes: try workbook.close())]
  }
}

extension Sheet {
  /// The page set-up of every sheet of a report.
  func setPage(title: String, of report: Report) throws {
    try setPage(
      title: title, municipality: report.municipalityText, notice: report.pageNotice,
      source: "Run \(report.account.runText) · wmo-etl \(report.version)")
  }
}
