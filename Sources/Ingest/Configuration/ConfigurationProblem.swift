import Foundation

/// Something in the configuration that is not as the contract says.
enum ConfigurationProblem {
  case unknown(noun: String, nearest: String?)
  case unknownChoice(String, noun: String, nearest: String?)
  case wrongType(found: String, expected: String)
  case outside(ClosedRange<Int>)
  case noShare
  case noDay
  /// The key, a first day, lies after the day under `last`.
  case endsBeforeItBegins(last: String)
  /// The key, a last day, lies before the first day of the window one year earlier.
  case endsBeforeTheWindowBegan
  case noMonth
  case noAgeClasses
  case noCharacter(mayBeEmpty: Bool)
  case blank
  case noName
  /// The key and the other key have one character.
  case sameCharacter(as: String)
  case emptyHeader
  /// The key and the other key have one header.
  case sameHeader(as: String)
  /// The key's list holds none of the known names.
  case emptyList(of: [String])
  /// The key's list holds a name twice.
  case repeated(String)
  /// Counts would be rounded to multiples above the smallest count that may be seen.
  case roundsAboveThreshold(base: Int64, threshold: Int64)
  /// The key, a month, is not before the month under `last`.
  case monthsNotInOrder(last: String)
  case noProbability
  /// The key's list is empty.
  case noNames(of: String)
  /// The key's list holds a name that the list under `other` holds, too.
  case namedElsewhere(String, other: String)
  /// The key, a day, lies before the day under `last`.
  case beforeTheLastDay(last: String)
  case tooManyDecimals(Int)
  /// The shares under the key do not add up to 1.
  case notAddingUp
  case attentionAboveConsultation
  case noAmount
  /// The key needs another one, which is not there.
  case needed(missing: String)
}

/// All problems of one configuration file, with their lines.
final class ConfigurationProblems {
  let lines: ConfigurationLines
  private var found: [(line: Int, message: String)] = []

  init(lines: ConfigurationLines) {
    self.lines = lines
  }

  func note(_ problem: ConfigurationProblem, line: Int, key: String, path: [String]) {
    found.append((line, problem.wording(key: key, path: path)))
  }

  /// One failure that names every problem in the order of the lines; nil when there are none.
  func failure(file: String) -> RunFailure? {
    guard !found.isEmpty else { return nil }
    // Stable: problems of one line stay in the order in which they were met.
    let sorted = found.enumerated().sorted {
      ($0.element.line, $0.offset) < ($1.element.line, $1.offset)
    }
    let messages = sorted.map { "\(file):\($0.element.line): \($0.element.message)" }
    return RunFailure(.configuration, messages.joined(separator: "\n"))
  }
}

/// The wording of what can be wrong with the configuration.
extension ConfigurationProblem {
  /// Of the key at the end of a path of tables.
  func wording(key: String, path: [String]) -> String {
    let place = path.isEmpty ? "at the top level" : "in [\(path.joined(separator: "."))]"
    let subject = "`\(key)` \(place)"
    switch self {
    case .unknown(let noun, let nearest):
      return "unknown \(noun) \(subject)" + Self.wording(nearest: nearest)
    case .unknownChoice(let name, let noun, let nearest):
      return "\(subject) names the unknown \(noun) `\(name)`" + Self.wording(nearest: nearest)
    case .wrongType(let found, let expected):
      return "\(subject) is \(found); expected \(expected)"
    case .outside(let range):
      return "\(subject) is out of range; expected \(range.lowerBound) to \(range.upperBound)"
    case .noShare:
      return "\(subject) is no share; expected a number from 0 to 1, such as 0.05 for 5 %"
    case .noDay:
      return "\(subject) is no day of the calendar; expected the form 2017-01-31"
    case .endsBeforeItBegins(let last):
      return "\(subject) lies after `\(last)`; expected the first day and then the last"
    case .endsBeforeTheWindowBegan:
      return
        "\(subject) lies before the first day of [periode], one year earlier; expected a later "
        + "day, or `van` as well"
    case .noMonth:
      return "\(subject) is no month of the calendar; expected the form 2017-01"
    case .noAgeClasses:
      return "\(subject) does not begin with 0 and rise; expected lower bounds such as [0, 18, 65]"
    case .noCharacter(let mayBeEmpty):
      return "\(subject) is no separating character; expected one ASCII character that is no "
        + "letter, digit or line break" + (mayBeEmpty ? ", or \"\" for none" : "")
    case .blank:
      return "\(subject) is a blank, and blanks around fields are dropped; expected another "
        + "character, such as '\"'"
    case .noName:
      return "\(subject) holds a control character or a line break; expected a name in one line"
    case .sameCharacter(let other):
      return "\(subject) is the same character as `\(other)`; expected two different ones, "
        + "those of a preset included"
    case .emptyHeader:
      return "\(subject) names no header; expected the name of the column in their file"
    case .sameHeader(let other):
      return "\(subject) has the same header as `\(other)`; give each column a header of its own"
    case .emptyList(let known):
      return "\(subject) is empty; expected at least one of \(known.joined(separator: ", "))"
    case .repeated(let name):
      return "\(subject) names `\(name)` twice; name each once"
    case .roundsAboveThreshold(let base, let threshold):
      return
        "\(subject) makes counts round to multiples of \(base), above the smallest that may be "
        + "seen, \(threshold); expected `afronden_aantal` of at most `drempel`"
    case .monthsNotInOrder(let last):
      return "\(subject) is not before `\(last)`; expected an earlier month and then a later one"
    case .noProbability:
      return "\(subject) is no probability; expected a number above 0, at most 1, such as 0.001"
    case .noNames(let noun):
      return "\(subject) is empty; expected names of \(noun), or leave the key out"
    case .namedElsewhere(let name, let other):
      return "\(subject) names `\(name)`, which `\(other)` names as well; name it in one of them"
    case .beforeTheLastDay(let last):
      return "\(subject) lies before `\(last)`; expected that day or a later one"
    case .tooManyDecimals(let decimals):
      return "\(subject) has too many decimals; expected at most \(decimals)"
    case .notAddingUp:
      return "\(subject) has shares that do not add up to 1; expected such as 0.9 and 0.1"
    case .attentionAboveConsultation:
      return "\(subject) makes `let_op` more than `overleg`; expected `let_op` of at most `overleg`"
    case .noAmount:
      return
        "\(subject) is no amount; expected euros with a point, in quotes, such as \"17714566.00\""
    case .needed(let missing):
      return "\(subject) needs `\(missing)` beside it, which is not there"
    }
  }

  private static func wording(nearest: String?) -> String {
    nearest.map { "; the nearest known one is `\($0)`" } ?? ""
  }
}

extension RunFailure {
  static func configurationNotTOML(_ path: String, line: Int, _ reason: String) -> RunFailure {
    RunFailure(.configuration, "\(path):\(line): invalid TOML: \(reason)")
  }

  static func configurationNotText(_ path: String, line: Int) -> RunFailure {
    RunFailure(
      .configuration,
      "\(path):\(line): not UTF-8 text; expected TOML, so save the file as UTF-8")
  }

  static func configurationHoldsNUL(_ path: String, line: Int) -> RunFailure {
    RunFailure(
      .configuration,
      "\(path):\(line): the escape \\u0000 would end the text before its end; leave it out")
  }

  /// `nearest`: nil where nothing is known.
  static func unknownFunction(
    _ name: String, in place: (file: String, line: Int), key: String, nearest: String?
  ) -> RunFailure {
    let problem = ConfigurationProblem.unknownChoice(name, noun: "function", nearest: nearest)
    let wording = problem.wording(key: key, path: ["overlap"])
    return RunFailure(.configuration, "\(place.file):\(place.line): \(wording)")
  }

  static func configurationMissing(_ path: String) -> RunFailure {
    RunFailure(
      .inputNotFound,
      "the configuration \(path) does not exist; give an existing file with --config")
  }

  static func configurationUnreadable(_ path: String, code: Int32) -> RunFailure {
    RunFailure(
      .readOrWriteFailed,
      "cannot read the configuration \(path): \(String(cString: strerror(code)))")
  }
}
