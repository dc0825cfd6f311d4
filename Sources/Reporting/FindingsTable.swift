public import Analytics

/// The findings per rule (bevindingen.csv) as a table, so that every format can show them.
public enum FindingsTable {
  public static let columns = FindingTables.columns(of: FindingTables.findingsName) ?? []

  /// A table without a row.
  public static let empty = table([])

  /// Reads the bytes of a `bevindingen.csv`; nil when they are none of this program.
  public static func table(in bytes: some Sequence<UInt8>) -> Table? {
    var records = CSVRecords.records(in: bytes)
    guard let header = records.first, header == columns.map(\.name) else { return nil }
    records.removeFirst()
    var rows: [[Cell]] = []
    for record in records {
      guard record.count == columns.count else { return nil }
      var row: [Cell] = []
      for (field, column) in zip(record, columns) {
        guard let cell = cell(field, column.type) else { return nil }
        row.append(cell)
      }
      rows.append(row)
    }
    return table(rows)
  }

  private static func table(_ rows: [[Cell]]) -> Table { FindingTables.findings(rows) }

  /// Figures of a published CSV file: digits, at most one minus and one point.
  private static func cell(_ field: String, _ type: ColumnType) -> Cell? {
    if field.isEmpty { return .empty }
    if type == .text { return .text(field) }
    return Int64(field.filter { $0 != "." }).map(Cell.number)
  }
}
