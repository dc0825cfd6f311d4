extension OracleReport {
  /// One record under its header.
  struct Row {
    let file: String
    let line: Int
    let byte: Int
    /// Whether it parses and has as many fields as the header.
    let isReadable: Bool
    let isTotal: Bool
    /// The column that stands first, if it is one of ours.
    let firstColumn: String?
    /// Trimmed values by column, missing ones empty.
    var values: [String: Text]
    /// Trimmed values of columns that are not ours, by header.
    let unknown: [String: Text]
    /// Whether debet_credit stands under the question `credit`.
    let asksForCredit: Bool

    init(file: String, record: Record, header: FileHeader) {
      let columns = header.columns
      self.file = file
      line = record.line
      byte = record.byte
      isReadable = !record.isBroken && record.fields.count == columns.count
      firstColumn = columns.first ?? nil
      var values: [String: Text] = [:]
      for (column, field) in zip(columns, record.fields) {
        guard let column else { continue }
        let value = field.trimmed
        let isMissing = value.meansMissing && !Schema.freeTextColumns.contains(column)
        values[column] = isMissing ? "" : value
      }
      self.values = values
      asksForCredit = header.asksForCredit
      var unknown: [String: Text] = [:]
      for (place, name) in header.unknown where place < record.fields.count {
        unknown[name] = record.fields[place].trimmed
      }
      self.unknown = unknown
      // A declaration that is whole is a line, whatever its first field says.
      let isWhole =
        header.schema.name == "declaraties" && isReadable
        && header.schema.needed.allSatisfy { !(values[$0] ?? "").isEmpty }
      isTotal = (record.fields.first?.beginsTotal ?? false) && !isWhole
    }

    /// The value of a column; empty where it is missing.
    subscript(column: String) -> Text { values[column] ?? "" }

    /// Whether no column of such values can hold the value.
    func isFlawed(_ column: String) -> Bool {
      self[column].isFlawed(asIdentifier: Schema.identifierColumns.contains(column))
    }

    /// The value by which two rows are compared: an area is the same with and without its prefix.
    func compared(_ column: String) -> Text {
      switch column {
      case "wijk_code": self[column].wijk
      case "buurt_code": self[column].withoutDistrictPrefix
      default: self[column]
      }
    }

    func unusable(_ column: String) -> Unusable {
      Unusable(reason: "\(file):\(line): \(column)")
    }
  }
}

extension OracleReport.Row {
  /// The value, or the reason why the file is unusable.
  func required<Value>(_ column: String, _ value: Value?) throws -> Value {
    guard let value else { throw unusable(column) }
    return value
  }

  /// Nil where the field is missing; unusable where it cannot be read.
  func optional<Value>(
    _ column: String,
    _ read: (OracleReport.Text) -> Value?
  ) throws -> Value? {
    self[column].isEmpty ? nil : try required(column, read(self[column]))
  }

  /// The code of a list, by code or label; empty where it is missing.
  func code(
    _ column: String,
    in list: [(code: OracleReport.Text, label: OracleReport.Text)]
  ) throws -> OracleReport.Text {
    guard !self[column].isEmpty else { return "" }
    guard case .code(let code) = OracleReport.Codes.read(self[column], in: list) else {
      throw unusable(column)
    }
    return code
  }

  /// An end date, nil where it is open.
  func openEnd(_ column: String) throws -> OracleReport.Day? {
    let open: [OracleReport.Day] = ["9999-12-31", "2099-12-31", "1900-01-01"]
    guard let day = try optional(column, { OracleReport.Day($0) }) else { return nil }
    return open.contains(day) ? nil : day
  }
}
