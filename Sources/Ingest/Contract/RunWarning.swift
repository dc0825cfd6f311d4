/// What readers of a run's figures must know first; every warning of a run is one of these.
///
/// A warning names files, lines, columns and rules, never a value. Its wording stands once for each
/// language, in `RunWarning+Wording.swift`: English for the manifest, standard error and `check`,
/// Dutch for the annex and the workbook.
public enum RunWarning: Sendable, Hashable {
  case noLines
  /// No line and no declared window: subsidies of all years are added up.
  case noWindow
  case periodFromData
  case rulesOff
  /// A rule whose file was not given, by code.
  case notAssessed(rule: String)
  /// Rows of a file whose value in a column is not in the file where it should be.
  case unmatched(file: FileKind, column: String, partner: FileKind, rows: Int, of: Int)
  /// Products or providers without a line.
  case unused(file: FileKind, rows: Int, of: Int)
  /// Clients whose district is not in gebieden, with the widths of the codes on both sides.
  case districtsUnmatched(clients: Int, of: Int, widths: [Int], districtWidths: [Int])
  /// A column with one value in more than half of the rows, where nearly all others differ.
  case dominantValue(file: FileKind, column: String, rows: Int, of: Int)
  /// An entry of the folder that is not read for its name, but has the header of a file that is not
  /// there.
  case unrecognisedFile(String, kind: FileKind)
  /// A pattern of `[bestanden]` that no entry of the folder fits.
  case unmatchedPattern(String, kind: FileKind)
  /// The last line of a part has no line end.
  case noLineEnd(part: String)
  /// The last record of a part has fewer fields than its header.
  case narrowEnd(part: String, found: Int, expected: Int)
  /// A quoted value that begins in a record on a line and may be parts of two records.
  case doubtfulValue(part: String, line: Int)

  // Of headers and how parts are written.
  /// A line `sep=;` names another separator than the configuration. `isTaken`: whether it holds all
  /// the same, as the declared one reads no header.
  case separatorLine(part: String, named: UInt8, declared: UInt8, isTaken: Bool)
  /// All of a part's characters read as UTF-8, while this encoding was declared.
  case utf8Declared(part: String, encoding: TextEncoding)
  /// An unknown header that is nearly the name of a column which these parts do not have.
  case probableColumn(file: FileKind, parts: PartList, header: String, column: String)
  /// A column that no part of a file has, and the rules that lack it, by code.
  case columnMissing(file: FileKind, column: String, rules: [String], partCount: Int)
  /// A column that some parts of declaraties do not have, and the rules that lack it there.
  case columnMissingInParts(parts: PartList, column: String, rules: [String])
}

extension RunWarning {
  /// The warning of a run whose rules for accepted lines were switched off; nil where it is about
  /// these alone.
  public var withoutFindings: RunWarning? {
    func rejects(_ rules: [String]) -> [String] {
      rules.filter { code in RejectRule.all.contains { $0.code == code } }
    }
    switch self {
    case .columnMissing(let file, let column, let rules, let partCount):
      let rules = rejects(rules)
      return rules.isEmpty
        ? nil : .columnMissing(file: file, column: column, rules: rules, partCount: partCount)
    case .columnMissingInParts(let parts, let column, let rules):
      return .columnMissingInParts(parts: parts, column: column, rules: rejects(rules))
    default: return self
    }
  }
}

/// What reading the input brings to light besides its data, in the order of reading.
public struct InputRemarks: Sendable, Equatable {
  /// Facts for the manifest, in English: how a file was read, what in it was skipped.
  public private(set) var notes: [String] = []
  /// What a reader of the figures must know.
  public private(set) var warnings: [RunWarning] = []

  public init() {}

  public mutating func note(_ note: String) { notes.append(note) }

  public mutating func warn(_ warning: RunWarning) { warnings.append(warning) }

  public static func + (a: InputRemarks, b: InputRemarks) -> InputRemarks {
    var sum = a
    sum.notes += b.notes
    sum.warnings += b.warnings
    return sum
  }
}

/// The names of parts in a warning: the first five, and how many more there are.
public struct PartList: Sendable, Hashable {
  static let shownCount = 5

  private let shown: [String]
  private let count: Int

  /// In the order of the input.
  public init(_ names: [String]) {
    shown = Array(names.prefix(Self.shownCount))
    count = names.count
  }

  var english: String { list(and: "and", more: "more") }

  var dutch: String { list(and: "en", more: "andere") }

  private func list(and: String, more: String) -> String {
    if count > shown.count {
      return "\(shown.joined(separator: ", ")) \(and) \(count - shown.count) \(more)"
    }
    return enumeration(shown, and: and)
  }
}

/// `a`, `a and b`, `a, b and c`.
func enumeration(_ texts: [String], and: String) -> String {
  guard texts.count > 1, let last = texts.last else { return texts.first ?? "" }
  return "\(texts.dropLast().joined(separator: ", ")) \(and) \(last)"
}
