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
        """
      )
    }
    notes.append(
      """
      Afgekeurde regels staan hier niet bij: van een afgekeurde regel wordt de aanbieder niet \
      vastgelegd. De gemeente heeft daarvan een eigen lijst.
      """
    )
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
        Column("bestand", .text), Column("regel", .text), Column("referentie_nummer", .text),
        Column("bedrag", .amount),
      ],
      rows: section.hits.map { hit in
        [
          .text(CleanText.line(hit.file)), .text(String(hit.line)),
          .text(CleanText.line(hit.reference)), .number(hit.cents),
        ]
      }
    )
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
