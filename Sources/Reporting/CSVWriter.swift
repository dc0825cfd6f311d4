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

    static let plain = Dialect(
      separator: UInt8(ascii: ","),
      lineEnd: "\n",
      hasByteOrderMark: false
    )
    static let dutchExcel = Dialect(
      separator: UInt8(ascii: ";"),
      lineEnd: "\r\n",
      hasByteOrderMark: true
    )
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
