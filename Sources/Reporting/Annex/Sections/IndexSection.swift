import Analytics

extension AnnexTableID {
  static let indexation = AnnexTableID("indexatie")
}

extension AnnexBuilder {
  /// By how much prices go up each year, and what settles the year before.
  mutating func indexTheme() -> [AnnexPage.Block] {
    guard let table = report.table(.indexation) else { return [] }
    guard !table.rows.isEmpty else { return [theme(.indexation, [text(.noIndices)])] }
    let years = block(
      MadeTable(
        id: .indexation, caption: text(.indexTable),
        headings: [
          language.column(.year), text(.provisionalIndex), text(.definitiveIndex), text(.ownIndex),
          text(.indexCorrection), text(.appliedIndex),
        ],
        rows: table.rows.map { row in
          .init(
            heading: figure(row, .year, of: table),
            figures: [
              ColumnName.provisional, .definitive, .ownIndex, .correction, .appliedIndex,
            ].map { percent(row, $0, of: table) })
        },
        note: text(.indexNote)),
      of: table)
    return [theme(.indexation, [indexSentence(table)]), years]
  }

  /// Of the last year with an index.
  private func indexSentence(_ table: Table) -> String? {
    guard let row = table.rows.last(where: { table.number($0, .appliedIndex) != nil }) else {
      return text(.noAppliedIndex)
    }
    let isCorrected = table.number(row, .correction) != 0
    return text(
      isCorrected ? .correctedIndex : .plainIndex,
      [
        "year": figure(row, .year, of: table),
        "before": String((table.number(row, .year) ?? 0) - 1),
        "applied": percent(row, .appliedIndex, of: table),
        "own": percent(row, .ownIndex, of: table),
        "correction": percent(row, .correction, of: table),
      ])
  }
}

extension AnnexPhrase {
  static let indexation = AnnexPhrase("Indexcijfers", "Indices")
  static let noIndices = AnnexPhrase(
    "Hoeveel prijzen volgens de index stijgen, is niet bekend: er is geen bestand met indexcijfers "
      + "aangeleverd.",
    "By how much prices rise by the index is not known: no file of indices was delivered.")
  static let noAppliedIndex = AnnexPhrase(
    "Van geen enkel jaar zijn alle indexcijfers bekend.", "Of no year all indices are known.")
  static let plainIndex = AnnexPhrase(
    "Voor {year} is een index van {applied} toegepast.",
    "For {year}, an index of {applied} applies.")
  static let correctedIndex = AnnexPhrase(
    "Voor {year} is een index van {applied} toegepast: {own} van het jaar zelf, en {correction} omdat "
      + "het definitieve cijfer van {before} anders is dan het voorlopige.",
    "For {year}, an index of {applied} applies: {own} of the year itself, and {correction} as the "
      + "definitive figure of {before} is not what the provisional one was.")
  static let indexTable = AnnexPhrase("Indexcijfers per jaar", "Indices per year")
  static let provisionalIndex = AnnexPhrase("Voorlopig", "Provisional")
  static let definitiveIndex = AnnexPhrase("Definitief", "Definitive")
  static let ownIndex = AnnexPhrase("Van het jaar zelf", "Of the year itself")
  static let indexCorrection = AnnexPhrase(
    "Correctie op het jaar ervoor", "Correction of the year before")
  static let appliedIndex = AnnexPhrase("Toegepast", "Applied")
  static let indexNote = AnnexPhrase(
    "Toegepast is het cijfer van het jaar zelf plus de correctie, één keer afgerond.",
    "Applied is the figure of the year itself plus the correction, rounded once.")
}
