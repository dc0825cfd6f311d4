/// Something in a row of a reference file that makes the input unusable.
enum RegisterProblem: Equatable {
  case broken
  case width(found: Int, expected: Int)
  case missing
  case form(ReferenceForm)
  /// No value, whatever the type of its column.
  case flaw(ValueFlaw)
  case unknownCode
  /// The row has the key of an earlier one and another value in this column.
  case conflict(part: String, line: Int)
  /// A name that the tables use themselves; the column in which to give another one.
  case reservedName(cure: String)
  /// A product group's name holds what joins the names of combinations.
  case joiner(cure: String)
  /// A total row whose amount is not the sum of the rows above it.
  case totalDiffers
}

/// What was expected of a value.
enum ReferenceForm: Equatable {
  case agb, day, year, count, cents, rate, volume, code, frequency, provisionKind, scale
}

/// Where a problem stands.
struct ReferencePlace {
  let kind: FileKind
  /// Index among the parts of the file, and the part's name.
  let partIndex: Int
  let part: String
  /// Physical line, from 1; counted from that on which the chunk begins until that is known.
  var line: Int
}

/// Problems of the reference files: the first twenty of each file, and maybe some more, are kept, the
/// rest is counted.
struct RegisterProblems {
  struct Entry {
    var place: ReferencePlace
    /// Index into the file's columns; nil where the whole row is meant.
    let column: Int?
    let problem: RegisterProblem

    /// The order in which the problems of a file are told.
    fileprivate static func precedes(_ a: Entry, _ b: Entry) -> Bool {
      (a.place.partIndex, a.place.line, a.column ?? -1)
        < (b.place.partIndex, b.place.line, b.column ?? -1)
    }
  }

  static let shown = 20

  private(set) var count = 0
  private var kept: [FileKind: [Entry]] = [:]

  mutating func note(_ entry: Entry) {
    count += 1
    keep([entry], of: entry.place.kind)
  }

  mutating func add(_ other: RegisterProblems) {
    count += other.count
    for (kind, entries) in other.kept { keep(entries, of: kind) }
  }

  /// Says on which line the chunk begins from which lines were counted.
  mutating func move(toLine line: Int) {
    for kind in kept.keys {
      for index in kept[kind, default: []].indices { kept[kind]?[index].place.line += line }
    }
  }

  /// In the order of the contract's files, then of parts, lines and columns.
  var first: [Entry] {
    let ordered = FileKind.allCases.flatMap { (kept[$0] ?? []).sorted(by: Entry.precedes) }
    return Array(ordered.prefix(Self.shown))
  }

  /// Twenty of one file are enough, whatever the other files bring.
  private mutating func keep(_ entries: [Entry], of kind: FileKind) {
    kept[kind, default: []] += entries
    guard kept[kind, default: []].count > 2 * Self.shown else { return }
    kept[kind] = Array(kept[kind, default: []].sorted(by: Entry.precedes).prefix(Self.shown))
  }
}
