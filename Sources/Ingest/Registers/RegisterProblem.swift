/// Something in a row of a register file that makes the input unusable.
enum RegisterProblem: Equatable {
  case broken
  case width(found: Int, expected: Int)
  case missing
  case form(RegisterForm)
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
  /// Neither this column nor the other has a value.
  case neither(other: String)
  /// A last day before the first.
  case endsBeforeItBegins
  case negative
  /// A name that providers of several concerns have.
  case ambiguousName
  /// A name that the other file has not.
  case unknownName(partner: FileKind, nearest: String?)
  /// A budget line of this year and name selects something else in another row.
  case otherSelection
  /// Both this column and the other have a value.
  case both(other: String)
  case notPositive
}

/// What was expected of a value.
enum RegisterForm: Equatable {
  case agb, day, year, count, cents, rate, volume, code, frequency, provisionKind, scale, role
  case percent, budgetSort, blockSort, base, indexStatus
}

/// Where a problem stands.
struct RegisterPlace {
  let kind: FileKind
  /// Index among the parts of the file, and the part's name.
  let partIndex: Int
  let part: String
  /// Physical line, from 1; counted from that on which the chunk begins until that is known.
  var line: Int
}

/// Problems of the register files: the first twenty of each file, and maybe some more, are kept, the
/// rest is counted.
struct RegisterProblems {
  struct Entry {
    var place: RegisterPlace
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

/// The wording of what can be wrong with the municipality's own files.
extension RunFailure {
  /// The first problems by file, line and column, and how many more there are.
  static func unusableRows(_ problems: RegisterProblems) -> RunFailure {
    let first = problems.first
    var lines = first.map { entry in
      let place = "\(entry.place.part):\(entry.place.line): "
      guard let column = entry.column else { return place + wording(entry.problem) }
      return place + "column '\(entry.place.kind.columns[column].name)' " + wording(entry.problem)
    }
    let rest = problems.count - first.count
    if rest > 0 { lines.append("and \(rest) more \(rest == 1 ? "problem" : "problems")") }
    return RunFailure(.unusableInput, lines.joined(separator: "\n"))
  }

  private static func wording(_ problem: RegisterProblem) -> String {
    switch problem {
    case .broken:
      return "a quote inside a value, or text after a closing quote; put quotes around the whole "
        + "value and double those in it"
    case .width(let found, let expected):
      return "\(found) \(found == 1 ? "field" : "fields"), but the header has \(expected); "
        + "a separator is missing or too many, or a value needs quotes"
    case .missing:
      return "is empty; every row needs a value here"
    case .form(let form):
      return "has a value that is not \(wording(form))"
    case .flaw(let flaw):
      return wording(flaw)
    case .unknownCode:
      return "has a code that is not in its iWmo code list; use a code or label of the list"
    case .conflict(let part, let line):
      return "differs from \(part):\(line), which has the same key; leave one of the rows"
    case .reservedName(let cure):
      return "gives the name 'totaal' or 'onbekend', which the tables use themselves; give another "
        + "name in column '\(cure)'"
    case .joiner(let cure):
      return "gives a name with ' + ', which joins the names of combinations; give another name in "
        + "column '\(cure)'"
    case .totalDiffers:
      return
        "stands in a total row and is not the sum of the rows above it; correct it, or remove the "
        + "row"
    case .neither(let other):
      return "is empty, and so is '\(other)'; every row needs a value in one of the two"
    case .endsBeforeItBegins:
      return "lies before 'geldig_vanaf'; expected a last day that is not before the first, or none"
    case .negative:
      return "has an amount below 0; expected 0 or more"
    case .ambiguousName:
      return
        "has a name that providers of several concerns have; give an AGB code of aanbieders in "
        + "column 'aanbieder_agb'"
    case .unknownName(let partner, let nearest):
      return "has a name that is not in \(partner.name)"
        + (nearest.map { "; the nearest known one is '\($0)'" } ?? ", which names none")
    case .otherSelection:
      return
        "names a line of which another row of the year selects by other keys; give the two lines "
        + "different names, or their rows the same keys"
    case .both(let other):
      return "has a value, and so has '\(other)'; leave one of the two empty"
    case .notPositive:
      return "has a reduction that is not above 0; give what is taken off as a number above 0"
    }
  }

  private static func wording(_ flaw: ValueFlaw) -> String {
    switch flaw {
    case .spreadsheetError:
      return "has an error of a spreadsheet in place of a value; correct the formula, or leave the "
        + "cell empty, and export the file again"
    case .powerOfTen:
      return "has an identifier that a spreadsheet wrote as a power of ten, so that digits are "
        + "lost; export it from the source once more, and open it with this column as text"
    case .controlCharacter:
      return "has a control character in it; remove it in the source"
    }
  }

  private static func wording(_ form: RegisterForm) -> String {
    let dialect = "; check the dialect declared for this file under [invoer]"
    let zeros = "; if a spreadsheet dropped leading zeros, set [invoer] voorloopnullen = true"
    switch form {
    case .agb: return "an AGB code of eight digits" + zeros
    case .day: return "a date in the form of the dialect" + dialect
    case .year: return "a year of four digits"
    case .count: return "a whole number without a sign" + dialect
    case .cents: return "an amount in the form of the dialect, with at most two decimals" + dialect
    case .rate: return "a rate in the form of the dialect, with at most four decimals" + dialect
    case .volume: return "a number in the form of the dialect, with at most two decimals" + dialect
    case .code: return "a code of two digits" + zeros
    case .frequency: return "a frequency code of the iWmo list; expected 1 to 6"
    case .provisionKind: return "'maatwerk', 'vrij_inzetbaar' or 'algemeen'"
    case .scale: return "1 or 1000"
    case .percent:
      return "a percentage in the form of the dialect, without '%', with at most four decimals"
        + dialect
    case .budgetSort: return words(BudgetLine.Sort.self)
    case .blockSort: return words(BuildingBlock.Sort.self)
    case .base: return words(BuildingBlock.Base.self)
    case .indexStatus: return words(IndexFigure.Status.self)
    case .role: return "'hoofdaannemer', 'onderaannemer' or 'lid'"
    }
  }

  /// `'a', 'b' or 'c'`
  private static func words<Word: RawRepresentable & CaseIterable>(_ list: Word.Type) -> String
  where Word.RawValue == String {
    let words = list.allCases.map { "'\($0.rawValue)'" }
    return words.dropLast().joined(separator: ", ") + " or " + (words.last ?? "")
  }
}
