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

  /// Columns of the contract that the part has.
  var matchedCount: Int { positions.count { $0 != nil } }

  /// Whether a column is missing without which the file is unusable.
  var lacksNeeded: Bool {
    problems.contains { if case .missing = $0 { true } else { false } }
  }

  func position(of column: String) -> Int? {
    kind.columns.firstIndex { $0.name == column }.flatMap { positions[$0] }
  }

  /// Matches headers to columns: the configuration's map (our column → their header) first, then
  /// names, then aliases, which yield to a name that is present.
  ///
  /// A column that the map has found takes no part in what follows: a header of its own name or
  /// alias is unknown. `optional`: needed columns that may be missing all the same.
  init(_ names: [String], kind: FileKind, columnMap: [String: String], optional: Set<String> = []) {
    var matching = HeaderMatching(names, kind: kind)
    matching.match(columnMap)
    matching.matchNames()
    matching.matchAliases()
    matching.refuseDoubts()
    self.kind = kind
    self.names = names
    positions = matching.positions
    ignoredAliases = matching.ignoredAliases
    unknown = matching.unknown
    usedMapEntries = matching.used
    problems = matching.problems + matching.missing(but: optional)
  }
}

/// Why a header makes its part unusable.
enum HeaderProblem: Equatable {
  case missing(String, nearest: String?)
  case doubled(String, [String])
  case citizenNumber(String)
  /// A header that is an alias of debet_credit, beside one that makes an amount of it.
  case doubtfulCredit(String, beside: String)
  /// The header seems to stand further down, on a physical line from 1.
  case titleLines(header: Int, kind: FileKind)
}

/// The matching of the headers of one part to the columns of its file, step by step.
struct HeaderMatching {
  private let kind: FileKind
  private let names: [String]
  private let headers: [HeaderName]
  private let places: [HeaderName: [Int]]
  private var free: Set<Int>
  private(set) var positions: [Int?]
  private(set) var ignoredAliases: [String] = []
  private(set) var used: Set<String> = []
  private(set) var problems: [HeaderProblem] = []

  init(_ names: [String], kind: FileKind) {
    self.kind = kind
    self.names = names
    headers = names.map { HeaderName($0) }
    places = Dictionary(grouping: names.indices) { [headers] in headers[$0] }
    free = Set(names.indices)
    positions = Array(repeating: nil, count: kind.columns.count)
  }

  private func found(_ name: HeaderName) -> [Int] {
    (places[name] ?? []).filter { free.contains($0) }
  }

  private mutating func claim(_ column: Int, _ found: [Int]) {
    positions[column] = found.first
    free.subtract(found)
    if found.count > 1 {
      problems.append(.doubled(kind.columns[column].name, found.map { names[$0] }))
    }
  }

  /// Our column → their header.
  mutating func match(_ map: [String: String]) {
    for (index, column) in kind.columns.enumerated() {
      guard let theirs = map[column.name] else { continue }
      let places = found(HeaderName(theirs))
      guard !places.isEmpty else { continue }
      used.insert(column.name)
      claim(index, places)
    }
  }

  mutating func matchNames() {
    for (index, column) in kind.columnNames.enumerated() where positions[index] == nil {
      let places = found(column.own)
      if !places.isEmpty { claim(index, places) }
    }
  }

  mutating func matchAliases() {
    for (index, column) in kind.columnNames.enumerated()
    where !used.contains(kind.columns[index].name) {
      let places = column.aliases.flatMap { found($0) }
      guard !places.isEmpty else { continue }
      if positions[index] == nil {
        claim(index, places)
      } else {
        ignoredAliases += places.map { names[$0] }
        free.subtract(places)
      }
    }
  }

  /// A column of citizen service numbers; and `credit` beside `debet`, which may as well be two
  /// columns of amounts as a sign.
  mutating func refuseDoubts() {
    for position in names.indices where headers[position].normalised == "bsn" {
      problems.append(.citizenNumber(names[position]))
    }
    guard kind == .declarations, !used.contains("debet_credit"),
      let sign = positions[kind.index(of: "debet_credit")],
      headers[sign].normalised == DebitCreditSigns.creditHeader,
      let other = names.indices.first(where: {
        free.contains($0) && ["debet", "debit"].contains(headers[$0].normalised)
      })
    else { return }
    problems.append(.doubtfulCredit(names[sign], beside: names[other]))
  }

  /// Headers that no column has claimed.
  var unknown: [String] { names.indices.filter { free.contains($0) }.map { names[$0] } }

  /// Needed columns that the part does not have.
  func missing(but optional: Set<String>) -> [HeaderProblem] {
    // Where no header means a column, this may be no header but a row, and a row is never shown.
    let candidates = positions.contains { $0 != nil } ? unknown : []
    return kind.columns.enumerated().compactMap { index, column in
      guard positions[index] == nil, column.isNeeded, !optional.contains(column.name) else {
        return nil
      }
      let nearest = nearestName(to: column.name, among: candidates, withinHalf: true)
      return .missing(column.name, nearest: nearest)
    }
  }
}
