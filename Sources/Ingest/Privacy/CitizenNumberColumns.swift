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

  /// Where a part has a column.
  private struct Place {
    let position: Int
    let column: Int
    /// Whether only the empty text is missing there.
    let isName: Bool
  }

  private var columns: [Column] = []
  private var indices: [String: Int] = [:]
  /// Per part.
  private var places: [[Place]] = []

  init(_ parts: [PreparedPart]) {
    for part in parts { enter(part.header) }
  }

  private mutating func enter(_ header: Header) {
    let types = header.kind.dialectColumns
    var found: [Place] = []
    for (position, name) in header.names.enumerated() {
      let known = header.positions.firstIndex(of: position).map { header.kind.columns[$0].name }
      if let known, known == "aanbieder_agb" || types[known] == .date { continue }
      // A space never stands in a normalised header, so no unknown column takes a known one's name.
      let column = index(of: known.map { " " + $0 } ?? HeaderName(name).normalised, header: name)
      found.append(
        Place(
          position: position, column: column,
          isName: known.map(FileKind.freeTexts.contains) ?? false))
    }
    places.append(found)
  }

  private mutating func index(of name: String, header: String) -> Int {
    if let index = indices[name] { return index }
    indices[name] = columns.count
    columns.append(Column(header: header))
    return columns.count - 1
  }

  /// Takes in a record, as wide as its header, of a part with such missing values.
  mutating func add(_ record: Record, part: Int, _ missing: MissingValues) {
    for place in places[part] {
      let field = record[place.position]
      if field.isEmpty { continue }
      let value = field.trimmed()
      if value.isEmpty { continue }
      let hash = value.hash()
      guard columns[place.column].sketch.mayLack(hash) else { continue }
      if !place.isName, missing.contains(value) { continue }
      columns[place.column].sketch.add(value, hash: hash)
    }
  }

  /// Takes in all that one of the same parts has seen.
  mutating func merge(_ other: CitizenNumberColumns) {
    for index in columns.indices { columns[index].sketch.merge(other.columns[index].sketch) }
  }

  /// The headers of columns that must not be delivered, in the order in which they first came.
  var suspects: [String] {
    columns.filter(\.sketch.isSuspect).map(\.header)
  }
}
