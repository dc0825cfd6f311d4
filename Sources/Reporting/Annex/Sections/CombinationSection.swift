import Analytics

extension AnnexTableID {
  static let combinations = AnnexTableID("combinaties")
  static let groupCounts = AnnexTableID("aantallen")
  static let sequences = AnnexTableID("opvolging")
}

extension AnnexBuilder {
  /// Which kinds of provisions clients used together, how many, and one after the other.
  mutating func combinationSection() -> AnnexPage.Section {
    var section = begin(.combinations)
    if let combinations = report.table(.combinations), !combinations.rows.isEmpty {
      let other = text(.otherCombinations)
      let table = block(
        AnnexTable(
          id: .combinations, caption: text(.combinationTable), source: combinations,
          columns: [.combination, .clients, .share, .simultaneous, .amount],
          rows: combinations.rows,
          rowHeading: { combinations.isRemainder($0) ? other : nil },
          shown: .largest(15, by: .clients)))
      let rows = combinations.rows.filter { !combinations.isRemainder($0) }
      let bars = rows.prefix(8).map { row in
        share(of: row, in: combinations, label: combinations.text(row, .combination))
      }
      let isPartial = combinations.hasRemainder(combinations.rows)
      let chart = BarChart(
        title: text(isPartial ? .combinationFigureOfShown : .combinationFigure),
        description: text(.barDescription, ["parts": listed(bars)]), bars: bars)
      section.blocks =
        (bars.isEmpty ? [] : shownFigure("combinaties", chart, table: .combinations)) + [table]
    }
    if let groups = report.table(.groupCounts) {
      let table = AnnexTable(
        id: .groupCounts, caption: text(.groupTable), source: groups,
        columns: [.groupCount, .clients, .share, .amount], rows: groups.rows)
      section.blocks.append(block(table))
    }
    if let sequences = report.table(.sequences), !sequences.rows.isEmpty {
      let table = AnnexTable(
        id: .sequences, caption: text(.sequenceTable), source: sequences,
        columns: [.from, .to, .clientsFrom, .followed, .share, .startedTogether],
        rows: sequences.sorted(sequences.rows, by: .followed),
        shown: .largest(15, by: .followed))
      section.blocks.append(block(table))
    }
    return section
  }
}

extension AnnexPhrase {
  static let combinations = AnnexPhrase("Combinaties en opvolging", "Combinations and sequences")
  static let combinationTable = AnnexPhrase(
    "Combinaties van soorten voorzieningen", "Combinations of kinds of provisions")
  static let combinationFigure = AnnexPhrase(
    "De meest gebruikte combinaties, aandeel van de cliënten",
    "The most frequent combinations, share of clients")
  static let combinationFigureOfShown = AnnexPhrase(
    "De meest gebruikte van de getoonde combinaties, aandeel van de cliënten",
    "The most frequent of the combinations shown, share of clients")
  static let otherCombinations = AnnexPhrase("Overige combinaties", "Other combinations")
  static let groupTable = AnnexPhrase(
    "Aantal soorten voorzieningen per cliënt", "Number of kinds of provisions per client")
  static let sequenceTable = AnnexPhrase(
    "Soorten voorzieningen die op elkaar volgden", "Kinds of provisions that followed each other")
}
