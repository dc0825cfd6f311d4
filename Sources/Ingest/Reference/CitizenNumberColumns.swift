/// Looks for citizen service numbers in every column of a file, unknown ones too, over all parts.
///
/// AGB codes are public, and our dates are refused unless they are dates, so these are left out.
struct CitizenNumberColumns {
  /// One column of the file; the sketch takes in all its parts.
  private struct Column {
    /// As it stands in the first part that has it.
    let header: String
    var sketch = CitizenNumberSketch()
  }

  /// Where the current part has a column.
  private struct Place {
    let position: Int
    let column: Int
    /// ``ReferenceColumns/isNameAt``
    let isName: Bool
  }

  private var columns: [Column] = []
  private var indices: [String: Int] = [:]
  private var places: [Place] = []

  /// Makes a part the one that the next rows are of.
  mutating func enter(_ part: ReferenceColumns) {
    places.removeAll()
    let types = part.kind.dialectColumns
    for (position, header) in part.part.header.names.enumerated() {
      let known = part.positions.firstIndex(of: position).map { part.kind.columns[$0].name }
      if let known, known == "aanbieder_agb" || types[known] == .date { continue }
      // A space never stands in a normalised header, so no unknown column takes a known one's name.
      let name = known.map { " " + $0 } ?? HeaderName(header).normalised
      places.append(
        Place(
          position: position, column: index(of: name, header: header),
          isName: part.isNameAt[position]))
    }
  }

  private mutating func index(of name: String, header: String) -> Int {
    if let index = indices[name] { return index }
    indices[name] = columns.count
    columns.append(Column(header: header))
    return columns.count - 1
  }

  /// Takes in a row as wide as its header.
  mutating func add(_ row: ReferenceRow) {
    for place in places {
      let field = row.record[place.position]
      if field.isEmpty { continue }
      let value = field.trimmed()
      if value.isEmpty { continue }
      let hash = value.hash()
      guard columns[place.column].sketch.mayLack(hash) else { continue }
      if !place.isName, row.columns.missing.contains(value) { continue }
      columns[place.column].sketch.add(value, hash: hash)
    }
  }

  /// The headers of columns that must not be delivered, in the order in which they first came.
  var suspects: [String] {
    columns.filter(\.sketch.isSuspect).map(\.header)
  }
}
