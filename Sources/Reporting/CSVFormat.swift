public import Analytics
import Ingest

/// One CSV file per table.
///
/// Plain: UTF-8, comma, decimal point, LF, for programs. With the profile `nl-excel`: what a Dutch
/// Excel shows right on a double click. A field stands in quotes only when it holds a separator, a
/// quote or a line end. Amounts are in euros with two decimals, shares fractions with six.
public struct CSVFormat: ReportFormat {
  /// For whom the files are written.
  public enum Profile: String, CaseIterable, Sendable {
    case plain
    /// Byte order mark, semicolon, decimal comma, CRLF, months as their first day; text that Excel
    /// would calculate or turn into another value begins with an apostrophe.
    case dutchExcel = "nl-excel"
  }

  private let profile: Profile

  public init(profile: Profile = .plain) {
    self.profile = profile
  }

  public func files(of report: Report) -> [ReportFile] {
    report.tables.map { table in
      ReportFile(path: "\(profile.folder)/\(table.name).csv", bytes: bytes(of: table))
    }
  }

  /// The bytes of one table: a header and a line per row.
  public func bytes(of table: Table) -> [UInt8] {
    var writer = CSVWriter(profile.dialect)
    writer.write(table.columns.lazy.map(\.name))
    for row in table.rows {
      writer.write(zip(row, table.columns).lazy.map { field(of: $0, $1.type) })
    }
    return writer.bytes
  }

  /// The value as it stands in the file, not yet quoted.
  private func field(of cell: Cell, _ type: ColumnType) -> String {
    switch (cell, profile) {
    case (.text(let text), .plain): return text
    case (.text(let text), .dutchExcel): return ExcelText.csvField(text)
    case (.number(let number), _) where type == .month:
      let month = Month(number: Int32(number))
      return profile == .plain ? month.iso : month.firstDay.iso
    case (.number(let number), _):
      return profile.notation.digits(number, decimals: type.decimals)
    case (.empty, _): return ""
    }
  }
}

extension ReportFormat where Self == CSVFormat {
  public static var csv: CSVFormat { CSVFormat() }
}

extension CSVFormat.Profile {
  fileprivate var folder: String {
    switch self {
    case .plain: "tables"
    case .dutchExcel: "tables-excel"
    }
  }

  fileprivate var dialect: CSVWriter.Dialect {
    switch self {
    case .plain: .plain
    case .dutchExcel: .dutchExcel
    }
  }

  fileprivate var notation: FigureNotation {
    switch self {
    case .plain: .plain
    case .dutchExcel: .dutchUngrouped
    }
  }
}
