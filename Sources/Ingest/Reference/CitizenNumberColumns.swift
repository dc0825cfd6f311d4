/// Looks for citizen service numbers in every column of a file, unknown ones too, over all parts.
struct CitizenNumberColumns {
  /// One column of the file; the sketch takes in all its parts.
  private struct Column {
    /// As it stands in the first part that has it.
    let header: String
    var sketch = CitizenNumberSketch()
  }

  private var columns: [Column] = []
  private var indices: [String: Int] = [:]
  /// Per position of the current part, the column; -1 for AGB codes, which are public.
  private var current: [Int] = []
  /// Per position, what tells columns apart in a fingerprint.
  private var seeds: [UInt64] = []

  /// Makes a part the one that the next rows are of.
  mutating func enter(_ part: ReferenceColumns) {
    current.removeAll()
    seeds.removeAll()
    for (position, header) in part.part.header.names.enumerated() {
      let known = part.positions.firstIndex(of: position).map { part.kind.columns[$0].name }
      // A space never stands in a normalised header, so no unknown column takes a known one's name.
      let name = known.map { " " + $0 } ?? HeaderName(header).normalised
      seeds.append(withBytes(of: name) { $0.hash() })
      if known == "aanbieder_agb" {
        current.append(-1)
      } else {
        current.append(index(of: name, header: header))
      }
    }
  }

  private mutating func index(of name: String, header: String) -> Int {
    if let index = indices[name] { return index }
    indices[name] = columns.count
    columns.append(Column(header: header))
    return columns.count - 1
  }

  /// Takes in a row as wide as its header; the hash of its values with their columns.
  mutating func add(_ row: ReferenceRow) -> UInt64 {
    var fingerprint: UInt64 = 0
    for position in current.indices {
      let value = row.record[position].trimmed()
      if value.isEmpty { continue }
      let hash = value.hash()
      // A sum does not depend on the order of columns; the product spreads before it adds.
      let (high, low) = (hash ^ seeds[position]).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
      fingerprint &+= high ^ low
      if !row.columns.isNameAt[position], row.columns.missing.contains(value) { continue }
      if current[position] >= 0 { columns[current[position]].sketch.add(value, hash: hash) }
    }
    return fingerprint
  }

  /// The headers of columns that must not be delivered, in the order in which they first came.
  var suspects: [String] {
    columns.filter(\.sketch.isSuspect).map(\.header)
  }
}
