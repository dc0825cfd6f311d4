import Analytics
import Ingest

/// The sentences of the letter, the same in every format.
extension ProviderLetter {
  var title: String { "Bevindingen bij declaraties" }

  /// To whom and from whom.
  var facts: [(term: String, detail: String)] {
    [("Aanbieder", providerName), ("AGB-code", agb)]
      + (municipality.map { [("Gemeente", $0)] } ?? [])
  }

  /// What was found, in one sentence.
  var summary: String {
    guard !sections.isEmpty else { return "Er zijn geen bevindingen bij deze aanbieder." }
    let findings = findingCount == 1 ? "1 bevinding" : "\(count(findingCount)) bevindingen"
    let (number, cents) = lines
    return "\(findings) bij \(lineCount(number)), samen \(euros(cents)); een regel telt hier één "
      + "keer, ook als hij onder meer regelcodes staat."
  }

  /// How the list is to be read.
  var notes: [String] {
    var notes: [String] = []
    if !sections.isEmpty {
      notes.append(
        """
        Een bevinding is geen afkeuring: de regels zijn meegeteld. Het bedrag is dat van de hele \
        declaratieregel, niet dat van het verschil; credits zijn negatief.
        """)
    }
    notes.append(
      """
      Afgekeurde regels staan hier niet bij: van een afgekeurde regel wordt de aanbieder niet \
      vastgelegd. De gemeente heeft daarvan een eigen lijst.
      """)
    if !unassessed.isEmpty {
      let rules = unassessed.map { "\($0.code) (\($0.title))" }.joined(separator: ", ")
      notes.append("Niet beoordeeld, omdat een bestand ontbreekt: \(rules).")
    }
    return notes
  }

  func heading(_ section: Section) -> String {
    let code = section.rule.returnCode
    return "\(section.rule.code) \(section.rule.title)"
      + (code.isEmpty ? ", zonder retourcode" : ", retourcode \(code)")
  }

  func total(_ section: Section) -> String {
    "\(lineCount(section.hits.count)), samen \(euros(section.cents))"
  }

  func meaning(_ section: Section) -> String { section.rule.dutch }

  func request(_ section: Section) -> String {
    "Wat te doen: \(section.rule.requestToProvider ?? "neem contact op met de gemeente.")"
  }

  /// The lines of a section; line numbers are names, not numbers to be grouped.
  func table(_ section: Section) -> Table {
    Table(
      name: section.rule.code,
      title: heading(section),
      countingRules: [],
      columns: [
        .key(ColumnName("bestand")), .key(ColumnName("regel")),
        .text(ColumnName("referentie_nummer")), .amount(.amount),
      ],
      rows: section.hits.map { hit in
        [
          .text(CleanText.line(hit.file)), .text(String(hit.line)),
          .text(CleanText.line(hit.reference)), .number(hit.cents),
        ]
      })
  }

  private func lineCount(_ number: Int) -> String {
    number == 1 ? "1 regel" : "\(count(number)) regels"
  }

  private func count(_ number: Int) -> String {
    FigureNotation.dutch.digits(Int64(number), decimals: 0)
  }

  private func euros(_ cents: Int64) -> String {
    "€ " + FigureNotation.dutch.digits(cents, decimals: 2)
  }
}

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
