/// The rows of a file with a key: equal rows of one key are one row, different ones a problem.
///
/// Exact, and without memory per row but its text: keys and rows are interned.
struct KeyedRows {
  /// The columns of a row but those of its key, which need not be compared once more.
  private let compared: [Int]
  private var keys = InternTable()
  private var rows = InternTable()
  /// Per key: the index of its first row's text, that row's part and its line.
  private var first: [(row: Int, part: Int, line: Int)] = []
  private var partNames: [String] = []
  private var text: [UInt8] = []

  init(_ kind: FileKind, keyColumns: [Int]) {
    compared = kind.columns.indices.filter { !keyColumns.contains($0) }
  }

  /// The index of a key that is new, in the order of rows; nil where its row was there before.
  mutating func add(_ key: Bytes, _ row: ReferenceRow) -> Int? {
    row.canonical(compared, into: &text)
    let index = keys.intern(key)
    let textIndex = text.withBytes { rows.intern($0) }
    let columns = row.columns
    while partNames.count <= columns.partIndex { partNames.append("") }
    partNames[columns.partIndex] = columns.part.name
    guard index < first.count else {
      first.append((textIndex, columns.partIndex, row.line))
      return index
    }
    let other = first[index]
    if other.row != textIndex {
      let column = difference(rows.string(other.row), rows.string(textIndex), row)
      row.note(.conflict(part: partNames[other.part], line: other.line), at: column)
    }
    return nil
  }

  /// The first column in which two canonical texts differ.
  private func difference(_ a: String, _ b: String, _ row: ReferenceRow) -> Int? {
    let (a, b) = (a.utf8.splitColumns, b.utf8.splitColumns)
    return zip(compared, zip(a, b)).first { $0.1.0 != $0.1.1 }?.0
  }
}

extension String.UTF8View {
  /// The columns of a canonical text, each up to its end mark of two NULs.
  fileprivate var splitColumns: [[UInt8]] {
    var columns: [[UInt8]] = []
    var column: [UInt8] = []
    var previous: UInt8 = 1
    for byte in self {
      if byte == 0, previous == 0 {
        columns.append(column)
        column.removeAll()
        previous = 1
      } else {
        column.append(byte)
        previous = byte
      }
    }
    return columns
  }
}
