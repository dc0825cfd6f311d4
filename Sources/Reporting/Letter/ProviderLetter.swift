public import Analytics
public import Ingest

/// What a municipality tells one provider of the findings on its lines: which lines, by which rule
/// and for which amount.
///
/// Lines are named by file, line and reference number; nothing here knows a client.
public struct ProviderLetter: Sendable {
  /// The lines that one rule hits.
  struct Section: Sendable {
    let rule: Rule
    /// By file byte-wise and line.
    let hits: [Findings.Hit]

    /// Net of the lines, in cents.
    var cents: Int64 { hits.reduce(0) { $0 + $1.cents } }
  }

  let agb: String
  let providerName: String
  /// Nil where the configuration names none.
  let municipality: String?
  /// In the order of the rules' codes, without rules that hit nothing.
  let sections: [Section]
  /// The rules that could not be assessed for want of a file.
  let unassessed: [Rule]

  /// Nil where `aanbieders.csv` has no provider with this AGB code.
  public init?(
    agb: String, findings: Findings, providers: [Ingest.Provider], municipality: String?
  ) {
    guard let index = providers.firstIndex(where: { $0.agb == agb }) else { return nil }
    self.agb = agb
    providerName = CleanText.line(providers[index].name)
    self.municipality = municipality.map(CleanText.line)
    let own = Dictionary(grouping: findings.hits.filter { $0.provider == index }, by: \.rule)
    sections = findings.results.compactMap { result in
      own[result.rule].map { Section(rule: result.rule, hits: $0) }
    }
    unassessed = findings.results.filter { $0.figures == nil }.map(\.rule)
  }

  var findingCount: Int { sections.reduce(0) { $0 + $1.hits.count } }

  /// Number and net in cents of the lines with a finding, each line once.
  var lines: (count: Int, cents: Int64) {
    struct Place: Hashable {
      let file: String
      let byte: Int
    }
    let hits = sections.flatMap(\.hits).map { (Place(file: $0.file, byte: $0.byte), $0) }
    let lines = Dictionary(hits) { first, _ in first }
    return (lines.count, lines.values.reduce(0) { $0 + $1.cents })
  }
}
