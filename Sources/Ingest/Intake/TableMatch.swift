/// How a table would be read as one kind of file: which of its headers is which column, and why.
struct TableMatch {
  let table: TableProfile
  let kind: FileKind
  /// Per column of ``FileKind/columns``: where it stands; nil while it is open.
  private(set) var positions: [Int?]
  private(set) var evidence: [Evidence?]
  /// Per column: headers that fit equally well, so that none is taken.
  private(set) var doubtful: [[Int]]
  /// How sure the headers alone are: the sum of what found columns weigh, less needed ones that are
  /// not there.
  let merit: Double

  /// What tells that a header is a column.
  enum Evidence: Equatable {
    case name, alias
    /// One or two letters away.
    case nearName
    /// Words that exports use.
    case caption
    case content(String)
  }

  init(_ table: TableProfile, as kind: FileKind) {
    self.table = table
    self.kind = kind
    var matching = CaptionMatching(table, kind)
    matching.assign()
    positions = matching.positions
    evidence = matching.evidence
    doubtful = matching.doubtful
    var merit = 0.0
    for (index, column) in kind.columns.enumerated() {
      let weight = column.isNeeded ? 3.0 : 1.0
      if matching.positions[index] != nil {
        merit += weight * matching.scores[index] / 100
      } else if !matching.doubtful[index].isEmpty {
        merit += weight / 2
      } else if column.isNeeded {
        merit -= weight
      }
    }
    self.merit = merit
  }

  /// Whether the headers alone make it likely: most of the needed columns, and three columns, or two
  /// of which one has a form of its own; a year and an amount may be anything.
  var isLikely: Bool {
    let needed = kind.columns.indices.filter { kind.columns[$0].isNeeded }
    let found = needed.count { positions[$0] != nil || !doubtful[$0].isEmpty }
    let count = positions.count { $0 != nil }
    let isTelling = kind.columns.indices.contains { index in
      let shape = ColumnShape(kind.columns[index].name, of: kind)
      return positions[index] != nil && [.agb, .identifier, .district].contains(shape)
    }
    return found * 10 >= needed.count * 6 && count >= (isTelling ? 2 : 3) && merit > 0
  }

  /// Whether the names and aliases of the contract, or what is next to them, give all needed columns.
  var isByName: Bool {
    zip(kind.columns, evidence).allSatisfy { column, evidence in
      !column.isNeeded || evidence == .name || evidence == .alias
    }
  }

  func isOpen(_ column: String) -> Bool { positions[kind.index(of: column)] == nil }

  /// The values of a column; nil while it is open.
  func profile(_ column: String) -> ColumnProfile? {
    positions[kind.index(of: column)].map { table.columns[$0] }
  }

  /// Headers that no column has, and that a column map can name.
  var free: [Int] {
    let taken = Set(positions.compactMap { $0 })
    return table.nameable.filter { !taken.contains($0) }
  }

  /// The values that an open column may be: those between which its headers are in doubt, else all
  /// that are free, as far as they look like it.
  func candidates(_ column: String, shape: ColumnShape? = nil) -> [ColumnProfile] {
    let index = kind.index(of: column)
    guard positions[index] == nil else { return [] }
    let free = free
    let doubtful = doubtful[index].filter(free.contains)
    let shape = shape ?? ColumnShape(column, of: kind)
    return (doubtful.isEmpty ? free : doubtful).map { table.columns[$0] }.filter {
      ($0.isEmpty ? 0 : shape.share(in: $0) ?? 0) >= 0.9
    }
  }

  mutating func settle(_ column: String, _ found: ColumnProfile, _ reason: String) {
    let index = kind.index(of: column)
    positions[index] = found.position
    evidence[index] = .content(reason)
    doubtful[index] = []
  }

  /// Columns that a person has to settle: needed ones, and those in doubt.
  var open: [Int] {
    kind.columns.indices.filter { index in
      positions[index] == nil && (kind.columns[index].isNeeded || !doubtful[index].isEmpty)
    }
  }

  /// The three headers that an open column is likeliest to have.
  func likeliest(_ index: Int) -> [String] { likeliestPositions(index).map { table.headers[$0] } }

  /// Where they stand.
  func likeliestPositions(_ index: Int) -> [Int] {
    let column = kind.columns[index].name
    let captions = Captions.of(column, in: kind)
    let shape = ColumnShape(column, of: kind)
    let inDoubt = doubtful[index]
    func likeness(_ position: Int) -> Double {
      let profile = table.columns[position]
      let words = captions?.measure(HeaderName(profile.header))?.share ?? 0
      let looks = shape == .anything ? 0.5 : shape.share(in: profile) ?? 0.3
      return (inDoubt.contains(position) ? 10 : 0) + words + looks
    }
    let ranked = free.map { (position: $0, likeness: likeness($0)) }.sorted {
      ($0.likeness, -$0.position) > ($1.likeness, -$1.position)
    }
    return ranked.prefix(3).map(\.position)
  }

  /// Entries of the column map: columns whose header is neither their name nor an alias of it.
  var mapped: [Int] {
    kind.columns.indices.filter { index in
      switch evidence[index] {
      case nil, .name, .alias: false
      case .nearName, .caption, .content: true
      }
    }
  }
}

/// Settles headers and columns by how well each header's words fit each column.
struct CaptionMatching {
  private let table: TableProfile
  private let kind: FileKind
  private var pairs: [Pair] = []
  private(set) var positions: [Int?]
  private(set) var evidence: [TableMatch.Evidence?]
  private(set) var doubtful: [[Int]]
  private(set) var scores: [Double]

  private struct Pair {
    let column: Int
    let position: Int
    /// 100 for the column's own name.
    let score: Double
    /// Letters of the header that had to be there.
    let letters: Int
    let evidence: TableMatch.Evidence
  }

  init(_ table: TableProfile, _ kind: FileKind) {
    self.table = table
    self.kind = kind
    positions = Array(repeating: nil, count: kind.columns.count)
    evidence = positions.map { _ in nil }
    doubtful = positions.map { _ in [] }
    scores = positions.map { _ in 0 }
    let near = Header(table.headers, kind: kind, columnMap: [:]).probableColumns
    for position in table.nameable {
      for column in kind.columns.indices {
        let isNear = near.contains { $0.header == table.headers[position] && $0.column == column }
        if let pair = pair(column, position, isNear: isNear) { pairs.append(pair) }
      }
    }
    pairs.sort {
      ($0.score, Double($0.letters), -Double($0.column), -Double($0.position))
        > ($1.score, Double($1.letters), -Double($1.column), -Double($1.position))
    }
  }

  /// Below this, words leave so much of a header unexplained that it may be another thing.
  private static let sureScore = 60.0
  private static let margin = 4.0

  private func pair(_ column: Int, _ position: Int, isNear: Bool) -> Pair? {
    let profile = table.columns[position]
    let header = HeaderName(profile.header)
    let names = kind.columnNames[column]
    if header == names.own {
      return Pair(
        column: column, position: position, score: 100, letters: 0, evidence: .name)
    }
    let definition = kind.columns[column]
    let share = ColumnShape(definition.name, of: kind).share(in: profile)
    // A header may say anything; what stands below it is what a run reads.
    if let share, share < 0.8 { return nil }
    let penalty = share == nil ? 8.0 : 0
    if names.aliases.contains(header) {
      return Pair(
        column: column, position: position, score: 96 - penalty, letters: 0, evidence: .alias)
    }
    if isNear {
      return Pair(
        column: column, position: position, score: 88 - penalty, letters: 0, evidence: .nearName)
    }
    let measure = Captions.of(definition.name, in: kind)?.measure(header)
    guard let measure, measure.share >= 0.5 else { return nil }
    let score = measure.share >= 0.8 ? 55 + 30 * measure.share : 50 * measure.share
    if score < Self.sureScore, !definition.isNeeded { return nil }
    return Pair(
      column: column, position: position, score: score - penalty, letters: measure.letters,
      evidence: .caption)
  }

  /// The surest pair first; where a column has several headers that fit as well, and that fit no
  /// other column better, none is taken.
  mutating func assign() {
    var closed: Set<Int> = []
    var taken: Set<Int> = []
    func isFree(_ pair: Pair) -> Bool {
      !closed.contains(pair.column) && !taken.contains(pair.position)
    }
    while let best = pairs.first(where: isFree) {
      closed.insert(best.column)
      let margin = best.score < Self.sureScore ? 10 : Self.margin
      let rivals = pairs.filter { rival in
        rival.column == best.column && rival.position != best.position
          && !taken.contains(rival.position) && rival.score >= best.score - margin
          && rival.letters >= best.letters
          && !pairs.contains {
            isFree($0) && $0.position == rival.position && $0.score > rival.score
          }
      }
      if best.evidence == .name || rivals.isEmpty {
        positions[best.column] = best.position
        evidence[best.column] = best.evidence
        scores[best.column] = best.score
        taken.insert(best.position)
      } else {
        doubtful[best.column] = [best.position] + rivals.map(\.position)
      }
    }
  }
}
