import Analytics

/// How every table is counted: a row per rule.
struct RulesSheet {
  static let name = "telregels"

  let report: Report

  func write(to sheet: Sheet) throws {
    try sheet.setWidths([22, 42, 110])
    for (column, header) in ["tabel", "titel", "telregel"].enumerated() {
      try sheet.write(header, row: 0, column: column, .header)
    }
    var row = 1
    for table in report.tables + [report.findings] {
      for rule in table.countingRules {
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
