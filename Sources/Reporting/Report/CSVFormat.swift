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
    writer.write(table.columns.lazy.map(\.name.text))
    for row in table.rows {
      writer.write(zip(row, table.columns).lazy.map { field(of: $0, $1.type) })
    }
    return writer.bytes
  }

  /// The value as it stands in the file, not yet quoted.
  public func field(of cell: Cell, _ type: ColumnType) -> String {
    switch (cell, profile) {
    case (.text(let text), .plain): return text
    case (.text(let text), .dutchExcel): return ExcelText.csvField(text)
    case (.number(let number), _) where type == .month:
      let month = Month(number: Int32(number))
      return profile == .plain ? month.iso : month.firstDay.iso
    case (.number(let number), _):
      return profile.notation.digits(number, decimals: type.decimals)
    case (.empty, _): return ""
    case (.hidden, _): return Cell.hiddenText
    }
  }
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

/// Writes records of a CSV file, with quotes only where they are needed: comma and LF, or what
/// another dialect asks for.
public struct CSVWriter: Sendable {
  /// What has been written so far.
  public private(set) var bytes: [UInt8]
  private let dialect: Dialect

  public init() {
    self.init(.plain)
  }

  init(_ dialect: Dialect) {
    self.dialect = dialect
    bytes = dialect.hasByteOrderMark ? [0xEF, 0xBB, 0xBF] : []
  }

  /// The marks of a file.
  struct Dialect {
    let separator: UInt8
    let lineEnd: String
    let hasByteOrderMark: Bool

    static let plain = Dialect(separator: UInt8(ascii: ","), lineEnd: "\n", hasByteOrderMark: false)
    static let dutchExcel = Dialect(
      separator: UInt8(ascii: ";"), lineEnd: "\r\n", hasByteOrderMark: true)
  }

  /// Writes one record.
  public mutating func write(_ fields: some Sequence<String>) {
    var isFirst = true
    for field in fields {
      if !isFirst { bytes.append(dialect.separator) }
      isFirst = false
      append(field)
    }
    bytes.append(contentsOf: dialect.lineEnd.utf8)
  }

  private mutating func append(_ field: String) {
    guard field.utf8.contains(where: needsQuotes) else {
      bytes.append(contentsOf: field.utf8)
      return
    }
    let quote = UInt8(ascii: "\"")
    bytes.append(quote)
    for byte in field.utf8 {
      if byte == quote { bytes.append(quote) }
      bytes.append(byte)
    }
    bytes.append(quote)
  }

  private func needsQuotes(_ byte: UInt8) -> Bool {
    switch byte {
    case dialect.separator, UInt8(ascii: "\""), UInt8(ascii: "\r"), UInt8(ascii: "\n"): true
    default: false
    }
  }
}
