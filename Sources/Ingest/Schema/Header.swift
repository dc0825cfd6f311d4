/// Where the columns of a file stand in one part.
struct Header: Sendable {
  let kind: FileKind
  /// The headers as they stand, in the order of the part.
  let names: [String]
  /// Position per column of ``FileKind/columns``; nil where the part has none.
  let positions: [Int?]
  /// Headers that are aliases of a column whose own name is present.
  let ignoredAliases: [String]
  /// Headers that mean nothing to us.
  let unknown: [String]
  /// Entries of the configuration's column map that this part has, by our name.
  let usedMapEntries: Set<String>
  /// What makes the part unusable.
  let problems: [HeaderProblem]

  var fieldCount: Int { names.count }

  /// Where the needed columns stand that the part has.
  var neededPositions: [Int] {
    zip(kind.columns, positions).compactMap { $0.isNeeded ? $1 : nil }
  }

  func position(of column: String) -> Int? {
    kind.columns.firstIndex { $0.name == column }.flatMap { positions[$0] }
  }

  /// Matches headers to columns: the configuration's map (our column → their header) first, then
  /// names, then aliases, which yield to a name that is present.
  ///
  /// `optional`: needed columns that may be missing all the same.
  init(
    _ names: [String], kind: FileKind, columnMap: [String: String], optional: Set<String> = []
  ) {
    self.kind = kind
    self.names = names
    let headers = names.map { HeaderName($0) }
    var free = Set(names.indices)
    var positions = [Int?](repeating: nil, count: kind.columns.count)
    var problems: [HeaderProblem] = []
    var used: Set<String> = []

    func claim(_ column: Int, _ found: [Int]) {
      positions[column] = found.first
      free.subtract(found)
      if found.count > 1 {
        problems.append(.doubled(kind.columns[column].name, found.map { names[$0] }))
      }
    }
    func found(_ name: String) -> [Int] {
      let wanted = HeaderName(name)
      return names.indices.filter { free.contains($0) && headers[$0] == wanted }
    }

    for (index, column) in kind.columns.enumerated() {
      guard let theirs = columnMap[column.name] else { continue }
      let places = found(theirs)
      guard !places.isEmpty else { continue }
      used.insert(column.name)
      claim(index, places)
    }
    for (index, column) in kind.columns.enumerated() where positions[index] == nil {
      let places = found(column.name)
      if !places.isEmpty { claim(index, places) }
    }
    var ignored: [String] = []
    for (index, column) in kind.columns.enumerated() where !used.contains(column.name) {
      let places = column.aliases.flatMap { found($0) }
      guard !places.isEmpty else { continue }
      if positions[index] == nil {
        claim(index, places)
      } else {
        ignored += places.map { names[$0] }
        free.subtract(places)
      }
    }
    for position in names.indices where headers[position].normalised == "bsn" {
      problems.append(.citizenNumber(names[position]))
    }
    let unknown = names.indices.filter { free.contains($0) }.map { names[$0] }
    // Where no header means a column, this may be no header but a row, and a row is never shown.
    let candidates = positions.contains { $0 != nil } ? unknown : []
    for (index, column) in kind.columns.enumerated()
    where positions[index] == nil && column.isNeeded && !optional.contains(column.name) {
      let nearest = nearestName(to: column.name, among: candidates, withinHalf: true)
      problems.append(.missing(column.name, nearest: nearest))
    }
    self.positions = positions
    self.ignoredAliases = ignored
    self.unknown = unknown
    self.usedMapEntries = used
    self.problems = problems
  }
}

/// Why a header makes its part unusable.
enum HeaderProblem: Equatable {
  case missing(String, nearest: String?)
  case doubled(String, [String])
  case citizenNumber(String)
}
