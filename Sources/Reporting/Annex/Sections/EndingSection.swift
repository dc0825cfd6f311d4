import Analytics

extension AnnexTableID {
  static let endings = AnnexTableID("beeindigingen")
}

extension AnnexBuilder {
  /// Why allocations ended in the window, those of all product groups together.
  mutating func endingTheme() -> [AnnexPage.Block] {
    guard let table = report.table(.allocationEndings) else { return [] }
    let rows = table.sorted(table.rows(at: .total), by: .allocations)
    guard !rows.isEmpty else { return [theme(.endings, [text(.noEndings)])] }
    let sentence = endingSentence(table, rows)
    // Of one reason, that none is given, there is nothing to show.
    guard rows.contains(where: { table.cell($0, .endReason) != .empty }) else {
      return [theme(.endings, [sentence])]
    }
    let endings = block(
      AnnexTable(
        id: .endings, caption: text(.endingTable), source: table,
        columns: [.endReasonLabel, .endReason, .allocations, .clients, .share], rows: rows,
        rowHeading: { [self] in reason(of: $0, in: table) },
        shown: .largest(15, by: .allocations),
        note: text(.groupsElsewhere, ["file": file(of: table)])))
    let bars = rows.prefix(8).map { share(of: $0, in: table, label: reason(of: $0, in: table)) }
    let chart = BarChart(
      title: text(.endingFigure),
      description: text(.barDescription, ["parts": listed(bars)]), bars: bars)
    return [
      theme(.endings, [sentence]), figure("beeindigingen", chart, table: .endings), endings,
    ]
  }

  /// Every end has one reason, so the rows add up.
  private func endingSentence(_ table: Table, _ rows: [[Cell]]) -> String {
    let count = counted(table.sum(of: .allocations, in: rows), .allocations)
    guard let most = rows.first(where: { table.cell($0, .endReason) != .empty }) else {
      return text(.endingsWithoutReason, ["allocations": count])
    }
    return text(
      .endingSentence,
      [
        "allocations": count, "reason": reason(of: most, in: table),
        "share": figure(most, .share, of: table),
      ])
  }

  private func reason(of row: [Cell], in table: Table) -> String {
    table.cell(row, .endReason) == .empty
      ? text(.noReason) : table.text(row, .endReasonLabel)
  }
}

extension AnnexPhrase {
  static let endings = AnnexPhrase("Hoe toewijzingen eindigden", "How allocations ended")
  static let noEndings = AnnexPhrase(
    "In de periode is geen toewijzing geëindigd.", "No allocation ended in the period.")
  static let endingSentence = AnnexPhrase(
    "In de periode eindigden {allocations}. De reden die het vaakst is opgegeven: {reason} "
      + "({share}).",
    "{allocations} ended in the period. The reason most often given: {reason} ({share}).")
  static let endingsWithoutReason = AnnexPhrase(
    "In de periode eindigden {allocations}. Waarom, staat bij geen ervan.",
    "{allocations} ended in the period. None of them says why.")
  static let noReason = AnnexPhrase("niet opgegeven", "not given")
  static let endingTable = AnnexPhrase(
    "Beëindigde toewijzingen in de periode, naar reden",
    "Allocations ended in the period, by reason")
  static let endingFigure = AnnexPhrase(
    "Redenen waarom toewijzingen eindigden, aandeel", "Reasons why allocations ended, share")
  static let groupsElsewhere = AnnexPhrase(
    "Alle soorten voorzieningen samen; elke soort apart staat in {file} en in de werkmap.",
    "All kinds of provisions together; each of them is in {file} and in the workbook.")
}
