public import Analytics
import Ingest

/// One CSV file per table: UTF-8, comma, decimal point, LF; the findings stand above the tables.
///
/// A field stands in quotes only when it holds a separator, a quote or a line end. Amounts are in
/// euros with two decimals, shares fractions with six.
public struct CSVFormat: ReportFormat {
  public init() {}

  public func files(of report: Report) -> [ReportFile] {
    report.tables.map { table in
      ReportFile(path: "tables/\(table.name).csv", bytes: bytes(of: table))
    }
      + report.findings.map { table in
        ReportFile(path: "\(table.name).csv", bytes: bytes(of: table))
      }
  }

  /// The bytes of one table: a header and a line per row.
  public func bytes(of table: Table) -> [UInt8] {
    var writer = CSVWriter()
    writer.write(table.columns.lazy.map(\.name))
    for row in table.rows {
      writer.write(zip(row, table.columns).lazy.map { $0.csvField(of: $1.type) })
    }
    return writer.bytes
  }
}

extension ReportFormat where Self == CSVFormat {
  public static var csv: CSVFormat { CSVFormat() }
}

extension Cell {
  /// The value as it stands in a CSV file, not yet quoted.
  fileprivate func csvField(of type: ColumnType) -> String {
    switch self {
    case .text(let text): text
    case .number(let number) where type == .month: Month(number: Int32(number)).iso
    case .number(let number): FigureNotation.plain.digits(number, decimals: type.decimals)
    case .empty: ""
    }
  }
}
