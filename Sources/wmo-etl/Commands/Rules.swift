import Analytics
import ArgumentParser
import Ingest
import Reporting

/// `wmo-etl rules`: every rule.
struct Rules: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the rules that lines are checked against.",
    discussion: """
      EXAMPLES
        wmo-etl rules
        wmo-etl rules --json
      """)

  @Flag(help: "Print JSON.")
  var json = false

  /// For docs/rules.md; see `make docs`.
  @Flag(help: .hidden)
  var markdown = false

  func run() throws {
    if json {
      try StandardOutput.write(JSONWriter.bytes(of: RuleDocument.json))
    } else if markdown {
      try StandardOutput.print(RuleDocument.markdown, terminator: "")
    } else {
      try StandardOutput.print(RuleDocument.list)
    }
  }
}

/// The rules as text, JSON and Markdown, all from the catalogue.
enum RuleDocument {
  /// One line per rule.
  static var list: String {
    Rule.all.map { rule in
      let code = rule.returnCode.isEmpty ? "    " : rule.returnCode
      let level = rule.level.rawValue
      let padding = String(repeating: " ", count: max(0, 9 - level.count))
      return "\(rule.code)  \(code)  \(level)\(padding)  \(rule.title)"
    }.joined(separator: "\n")
  }

  /// Everything about one rule, for a terminal.
  static func text(of rule: Rule) -> String {
    var lines = ["\(rule.code): \(rule.title)", "", rule.dutch, ""]
    for (name, value) in facts(of: rule) { lines.append("\(name): \(value)") }
    lines += [
      "", "voorbeeld: \(rule.example)", "wat te doen: \(rule.advice)", "",
      "in English: \(rule.explanation)",
    ]
    return lines.joined(separator: "\n")
  }

  private static func facts(of rule: Rule) -> [(String, String)] {
    var facts = [("niveau", rule.level.rawValue)]
    if !rule.standardRule.isEmpty { facts.append(("iWmo", rule.standardRule)) }
    if !rule.returnCode.isEmpty { facts.append(("retourcode", rule.returnCode)) }
    if !rule.columns.isEmpty { facts.append(("kolommen", rule.columns.joined(separator: ", "))) }
    return facts
  }

  /// docs/rules.md
  static var markdown: String {
    var text = """
      # Rules

      Written by `make docs` from the rule catalogue; do not edit. A line breaks at most one rule of
      level `afkeur` and then counts nowhere; a rule of level `bevinding` names lines that count; a
      rule of level `stop` ends the run without publishing.


      """
    for rule in Rule.all {
      text += "## \(rule.code) \(rule.title)\n\n\(rule.dutch)\n\n"
      for (name, value) in facts(of: rule) { text += "- \(name): \(value)\n" }
      text += "- voorbeeld: \(rule.example)\n- wat te doen: \(rule.advice)\n"
      text += "- in English: \(rule.explanation)\n\n"
    }
    return String(text.dropLast())
  }

  static var json: JSONValue {
    .array(
      Rule.all.map { rule in
        [
          "regelcode": .string(rule.code),
          "niveau": .string(rule.level.rawValue),
          "retourcode": .optional(rule.returnCode.isEmpty ? nil : rule.returnCode),
          "iwmo": .optional(rule.standardRule.isEmpty ? nil : rule.standardRule),
          "titel": .string(rule.title),
          "uitleg": .string(rule.dutch),
          "explanation": .string(rule.explanation),
          "kolommen": .array(rule.columns.map { .string($0) }),
          "voorbeeld": .string(rule.example),
          "actie": .string(rule.advice),
        ]
      })
  }
}
