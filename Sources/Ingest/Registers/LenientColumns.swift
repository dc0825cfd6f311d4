/// Columns that an old folder may hold in any form: a value that has not its form is as missing, and
/// counted. Which of them a row has such a value in.
struct LenientColumns: OptionSet {
  let rawValue: UInt8

  static let deliveryForm = LenientColumns(rawValue: 1 << 0)
  static let stop = LenientColumns(rawValue: 1 << 1)
  static let endReason = LenientColumns(rawValue: 1 << 2)
  static let municipality = LenientColumns(rawValue: 1 << 3)
  static let buurt = LenientColumns(rawValue: 1 << 4)
  static let postcode = LenientColumns(rawValue: 1 << 5)

  fileprivate static let names = [
    "leveringsvorm", "stop_datum_levering", "reden_beeindiging", "gemeente_code", "buurt_code",
    "postcode",
  ]
}

/// Rows per lenient column whose value has not its form.
struct LenientCounts {
  private var counts = [Int](repeating: 0, count: LenientColumns.names.count)

  mutating func add(_ columns: LenientColumns) {
    if columns.isEmpty { return }
    for index in counts.indices where columns.rawValue & 1 << index != 0 { counts[index] += 1 }
  }

  /// Notes each column that has some.
  func tell(_ file: FileKind, _ remarks: inout InputRemarks) {
    for (name, count) in zip(LenientColumns.names, counts) where count > 0 {
      remarks.note(
        "\(file.name): \(count) \(count == 1 ? "row has" : "rows have") a value of another form in "
          + "column '\(name)', which is taken as missing")
    }
  }
}
