/// Something in a row of a reference file that makes the input unusable.
enum ReferenceProblem: Equatable {
  case broken
  case width(found: Int, expected: Int)
  case missing
  case form(ReferenceForm)
  case unknownCode
  /// The row has the key of an earlier one and another value in this column.
  case conflict(part: String, line: Int)
  /// A name that the tables use themselves; the column in which to give another one.
  case reservedName(cure: String)
  /// A product group's name holds what joins the names of combinations.
  case joiner(cure: String)
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
  /// Physical line, from 1.
  let line: Int
}

/// All problems of the reference files: the first twenty are told, the rest is counted.
///
/// Every file must be read in the order of its lines; the order of the files does not matter.
final class ReferenceProblems {
  struct Entry {
    let place: ReferencePlace
    /// Index into the file's columns; nil where the whole row is meant.
    let column: Int?
    let problem: ReferenceProblem
  }

  static let shown = 20

  private(set) var count = 0
  private var kept: [FileKind: [Entry]] = [:]

  func note(_ problem: ReferenceProblem, at place: ReferencePlace, column: Int?) {
    count += 1
    // Twenty of one file are enough, whatever the other files bring.
    if kept[place.kind, default: []].count < Self.shown {
      kept[place.kind, default: []].append(
        Entry(place: place, column: column, problem: problem)
      )
    }
  }

  /// In the order of the contract's files, then of parts, lines and columns.
  var first: [Entry] {
    let ordered = FileKind.allCases.flatMap { kind in
      (kept[kind] ?? []).sorted {
        ($0.place.partIndex, $0.place.line, $0.column ?? -1)
          < ($1.place.partIndex, $1.place.line, $1.column ?? -1)
      }
    }
    return Array(ordered.prefix(Self.shown))
  }
}
