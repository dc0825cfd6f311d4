import Analytics

/// How every table is counted: a row per rule.
struct RulesSheet {
  static let name = "telregels"

  private static let titleWidth = 42
  private static let ruleWidth = 100

  let report: Report

  func write(to sheet: Sheet) throws {
    try sheet.setWidths([22, Double(Self.titleWidth), Double(Self.ruleWidth)])
    for (column, header) in ["tabel", "titel", "telregel"].enumerated() {
      try sheet.write(header, row: 0, column: column, .header)
    }
    var row = 1
    for table in report.tables + report.findings {
      for rule in table.countingRules {
        let lines = max(
          ExcelText.lineCount(rule, width: Self.ruleWidth - 5),
          ExcelText.lineCount(table.title, width: Self.titleWidth - 2)
        )
        try sheet.setHeight(row: row, lines: lines)
        try sheet.write(table.name, row: row, column: 0)
        try sheet.write(table.title, row: row, column: 1, .wrapped)
        try sheet.write(rule, row: row, column: 2, .wrapped)
        row += 1
      }
    }
    try sheet.setHeader(columnCount: 3, rowCount: row - 1)
    try sheet.setPage(title: "Telregels", of: report)
  }
}
