import TOMLKit

/// A table of the configuration that is read strictly: every access with the wrong type is noted
/// as a problem and gives nil, so that one run names all that is wrong.
struct ConfigurationTable {
  private let table: TOMLTable
  /// The keys that lead to the table; empty at the top level.
  let path: [String]
  private let problems: ConfigurationProblems

  init(_ table: TOMLTable, path: [String] = [], problems: ConfigurationProblems) {
    self.table = table
    self.path = path
    self.problems = problems
  }

  var keys: [String] { table.keys }

  /// The line of a key, from 1.
  func line(of key: String) -> Int { problems.lines.line(of: path + [key]) }

  func note(_ problem: ConfigurationProblem, at key: String) {
    problems.note(problem, line: line(of: key), key: key, path: path)
  }

  /// Notes every key that is not among those known; `aliases` leads from other spellings to them.
  func refuseKeys(otherThan known: [String], noun: String? = nil, aliases: [String: String] = [:]) {
    for key in keys where !known.contains(key) {
      let nearest = aliases[key.lowercased()] ?? nearestName(to: key, among: known)
      let isTable = table[key]?.type == .table
      note(.unknown(noun: noun ?? (isTable ? "table" : "key"), nearest: nearest), at: key)
    }
  }

  func table(_ key: String) -> ConfigurationTable? {
    value(key, "a table") { $0.table }.map {
      ConfigurationTable($0, path: path + [key], problems: problems)
    }
  }

  func text(_ key: String) -> String? {
    value(key, "text in quotes") { $0.string }
  }

  /// Text in one line that does nothing to what it is written into.
  func name(_ key: String) -> String? {
    guard let name = text(key) else { return nil }
    let isName = name.unicodeScalars.allSatisfy { scalar in
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: false
      default: !scalar.properties.isNoncharacterCodePoint
      }
    }
    if !isName { note(.noName, at: key) }
    return name
  }

  func flag(_ key: String) -> Bool? {
    value(key, "true or false") { $0.bool }
  }

  func integer(_ key: String, in range: ClosedRange<Int>) -> Int? {
    guard let number = value(key, "a whole number", { $0.int }) else { return nil }
    guard range.contains(number) else {
      note(.outside(range), at: key)
      return nil
    }
    return number
  }

  /// Above 0 and at most 1.
  func probability(_ key: String) -> Double? {
    guard let number = number(key, "a number above 0, at most 1") else { return nil }
    if number > 0, number <= 1 { return number }
    note(.noProbability, at: key)
    return nil
  }

  func number(_ key: String, _ expected: String) -> Double? {
    value(key, expected) { $0.double ?? $0.int.map(Double.init) }
  }

  func share(_ key: String) -> Share? {
    let number = number(key, "a number from 0 to 1")
    guard let number else { return nil }
    guard let share = Share(number) else {
      note(.noShare, at: key)
      return nil
    }
    return share
  }

  /// A day, as text (`"2017-01-01"`) or as TOML's own local date.
  func day(_ key: String) -> Day? {
    guard let node = table[key] else { return nil }
    if let date = node.date {
      let day = Day(year: date.year, month: date.month, day: date.day)
      if day == nil { note(.noDay, at: key) }
      return day
    }
    guard let text = value(key, "a date such as \"2017-01-01\"", { $0.string }) else { return nil }
    let day = Day(isoText: text)
    if day == nil { note(.noDay, at: key) }
    return day
  }

  /// A month, as text (`"2017-01"`).
  func month(_ key: String) -> Month? {
    guard let text = value(key, "a month such as \"2017-01\"", { $0.string }) else { return nil }
    let month = Month(isoText: text)
    if month == nil { note(.noMonth, at: key) }
    return month
  }

  func texts(_ key: String) -> [String]? {
    list(key, "a list of texts") { $0.string }
  }

  /// A list of texts, of which one may stand without its brackets.
  func textOrTexts(_ key: String) -> [String]? {
    if let text = table[key]?.string { return [text] }
    return list(key, "text in quotes, or a list of texts") { $0.string }
  }

  func integers(_ key: String) -> [Int]? {
    list(key, "a list of whole numbers") { $0.int }
  }

  /// One of the named choices; `noun` says what they are.
  func choice<Value>(_ key: String, _ noun: String, among choices: [(String, Value)]) -> Value? {
    guard let name = text(key) else { return nil }
    if let choice = choices.first(where: { $0.0 == name }) { return choice.1 }
    let nearest = nearestName(to: name, among: choices.map(\.0))
    note(.unknownChoice(name, noun: noun, nearest: nearest), at: key)
    return nil
  }

  private func value<Value>(
    _ key: String, _ expected: String, _ read: (any TOMLValueConvertible) -> Value?
  ) -> Value? {
    guard let node = table[key] else { return nil }
    if let value = read(node) { return value }
    note(.wrongType(found: node.type.wording, expected: expected), at: key)
    return nil
  }

  private func list<Element>(
    _ key: String, _ expected: String, _ read: (any TOMLValueConvertible) -> Element?
  ) -> [Element]? {
    guard let array = value(key, expected, { $0.array }) else { return nil }
    var elements: [Element] = []
    for index in array.indices {
      guard let element = read(array[index]) else {
        let found = "a list with \(array[index].type.wording)"
        note(.wrongType(found: found, expected: expected), at: key)
        return nil
      }
      elements.append(element)
    }
    return elements
  }
}

extension TOMLType {
  fileprivate var wording: String {
    switch self {
    case .table: "a table"
    case .array: "a list"
    case .string: "text"
    case .int: "a whole number"
    case .double: "a number with decimals"
    case .bool: "true or false"
    case .date: "a date"
    case .time: "a time"
    case .dateTime: "a date with a time"
    }
  }
}
