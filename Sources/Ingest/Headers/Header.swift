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
  init(
    _ names: [String], kind: FileKind, columnMap: [String: String], optional: Set<String> = []
  ) {
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
