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
  case noAgeClasses
  case noCharacter(mayBeEmpty: Bool)
  case blank
  case noName
  /// The key and the other key have one character.
  case sameCharacter(as: String)
  case emptyHeader
  /// The key and the other key have one header.
  case sameHeader(as: String)
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
