/// The rows of a file with a key: equal rows of one key are one row, different ones a problem.
///
/// Exact, and without memory per row but its text.
struct KeyedRows {
  /// The keys, numbered in the order of their first rows.
  private(set) var keys: InternTable
  /// The columns of a row but those of its key, which need not be compared once more.
  let compared: [Int]
  /// The texts of all first rows, one after another.
  private var texts: [UInt8] = []
  private var first: [FirstRow] = []
  private let partNames: [String]
  private var text: [UInt8] = []
  /// Of no meaning; it keeps the compiler from leaving loads out.
  private var prefetched: UInt32 = 0

  /// The first row of a key.
  private struct FirstRow {
    /// Where its text ends in ``texts``; it begins where that of the key before ends.
    let end: Int
    let part: Int32
    let line: Int32
  }

  init(_ file: RegisterFile, keyColumns: [Int]) {
    compared = file.kind.columns.indices.filter { !keyColumns.contains($0) }
    partNames = file.parts.map(\.name)
    keys = InternTable(minimumCapacity: file.expectedRowCount)
    first.reserveCapacity(file.expectedRowCount)
  }

  /// The index of a key that is new, in the order of rows; nil where its row was there before.
  mutating func add(_ key: Bytes, _ row: RegisterRow) -> Int? {
    text.removeAll(keepingCapacity: true)
    row.appendCanonical(compared, to: &text)
    let text = text
    return text.withBytes {
      add(InternTable.Key(key), $0, columns: row.columns, line: row.line)
    }
  }

  /// The same for a row that was decoded before; `text` is its canonical text.
  mutating func add(
    _ key: InternTable.Key, _ text: Bytes, columns: RegisterColumns, line: Int
  ) -> Int? {
    let index = keys.intern(key)
    guard index < first.count else {
      texts.append(contentsOf: text.buffer)
      first.append(
        FirstRow(end: texts.count, part: Int32(columns.partIndex), line: Int32(clamping: line)))
      return index
    }
    let other = first[index]
    let known = texts[(index == 0 ? 0 : first[index - 1].end)..<other.end]
    if !known.elementsEqual(text.buffer) {
      columns.note(
        .conflict(part: partNames[Int(other.part)], line: Int(other.line)), line: line,
        column: difference(Array(known), Array(text.buffer)))
    }
    return nil
  }

  /// Reads what looking up a key needs, so that it is on its way to the cache.
  @inline(__always)
  mutating func prefetch(_ key: InternTable.Key) { prefetched &+= keys.prefetchSlot(key) }

  /// The first column in which two canonical texts differ.
  private func difference(_ a: [UInt8], _ b: [UInt8]) -> Int? {
    zip(compared, zip(a.splitColumns, b.splitColumns)).first { $0.1.0 != $0.1.1 }?.0
  }
}

extension [UInt8] {
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

/// Numbers names in their byte order, byte-exact: `String` would take two spellings of `é` for one.
struct NameNumbering {
  private var table = InternTable()

  /// A provisional number, in the order in which names first come.
  mutating func add(_ name: Bytes) -> Int {
    table.intern(name)
  }

  /// The names in byte order, and per provisional number the final one.
  func numbered() -> (names: [String], final: [Int]) {
    let names = (0..<table.count).map { table.string($0) }
    let order = names.indices.sorted { precedesByteWise(names[$0], names[$1]) }
    var final = [Int](repeating: 0, count: names.count)
    for (number, index) in order.enumerated() { final[index] = number }
    return (order.map { names[$0] }, final)
  }
}

extension RegisterRow {
  /// A name for a table, given or else by default; a problem where the tables use it themselves.
  ///
  /// `default`: the column that names when `column` is empty. `column` is always the cure.
  func name(_ column: Int, default other: Int) -> Bytes? {
    let source = text(column) == nil ? other : column
    guard requiredText(source) != nil else { return nil }
    return unreservedName(source, cure: column)
  }

  /// A name for a table, nil where none is given; a problem where the tables use it themselves.
  func unreservedName(_ column: Int) -> Bytes? { unreservedName(column, cure: column) }

  private func unreservedName(_ column: Int, cure: Int) -> Bytes? {
    guard let name = text(column) else { return nil }
    if reservedNames.contains(where: { name.equalsIgnoringCase($0) }) {
      note(.reservedName(cure: columns.kind.columns[cure].name), at: column)
      return nil
    }
    return name
  }
}

private let reservedNames = ["totaal", "onbekend"].map { Array($0.utf8) }

extension Bytes {
  /// Whether the text holds ` + `, which joins the names of combinations.
  var holdsJoiner: Bool {
    guard count >= 3 else { return false }
    return (0...count - 3).contains {
      self[$0] == 0x20 && self[$0 + 1] == 0x2B && self[$0 + 2] == 0x20
    }
  }
}
