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
    guard let name = requiredText(source) else { return nil }
    if reservedNames.contains(where: { name.equalsIgnoringCase($0) }) {
      note(.reservedName(cure: columns.kind.columns[column].name), at: source)
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
