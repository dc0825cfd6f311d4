extension ProviderLetter {
  /// The letter as plain text, lines of prose at most 80 characters wide.
  public var text: String {
    let width = facts.map(\.term.count).max() ?? 0
    var blocks = [
      title,
      facts.map { term, detail in
        term + String(repeating: " ", count: width - term.count + 2) + detail
      }.joined(separator: "\n"),
      summary.wrapped,
    ]
    for section in sections {
      let lines = TextFormat(precision: .exact).text(of: table(section))
      blocks.append(String(lines.dropLast()))
      blocks.append("\(total(section))\n\(meaning(section))\n\(request(section))".wrapped)
    }
    return (blocks + notes.map(\.wrapped)).joined(separator: "\n\n") + "\n"
  }
}

extension String {
  /// Broken at spaces into lines of at most 80 characters, where words allow.
  fileprivate var wrapped: String {
    split(separator: "\n").map { paragraph in
      var lines: [String] = []
      for word in paragraph.split(separator: " ") {
        if let last = lines.last, last.count + 1 + word.count <= 80 {
          lines[lines.count - 1] = last + " " + word
        } else {
          lines.append(String(word))
        }
      }
      return lines.joined(separator: "\n")
    }.joined(separator: "\n")
  }
}
