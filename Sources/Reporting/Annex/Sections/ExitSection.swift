import Analytics

extension AnnexTableID {
  static let exits = AnnexTableID("uitstap")
}

extension AnnexBuilder {
  /// Which providers would be hard to replace: those with kinds of provisions, or districts, that no
  /// other serves.
  mutating func exitTheme() -> [AnnexPage.Block] {
    guard let table = report.table(.concernExits), !table.rows.isEmpty else { return [] }
    let hasDistricts = table.rows.contains { table.number($0, .districts) != nil }
    // Of equal ones the one with the higher amount, which the table has first.
    let rows = [
      ColumnName.districtsWithOneOther, .groupsWithOneOther, .districtsWithoutOther,
      .groupsWithoutOther,
    ].reduce(table.rows) { table.sorted($0, by: $1) }
    let exits = block(
      AnnexTable(
        id: .exits, caption: text(.exitTable), source: table,
        columns: [.concern, .clients, .withoutOther, .groupsWithoutOther, .groupsWithOneOther]
          + (hasDistricts ? [.districtsWithoutOther, .districtsWithOneOther] : [])
          + [.amount],
        rows: rows,
        headings: [
          .groupsWithoutOther: text(.groupsAlone), .groupsWithOneOther: text(.groupsOfTwo),
          .districtsWithoutOther: text(.districtsAlone),
          .districtsWithOneOther: text(.districtsOfTwo),
        ],
        shown: .first(25),
        note: [text(.exitOrder), hasDistricts ? text(.exitNote) : nil].compactMap { $0 }
          .joined(separator: " ")))
    let sentences = [
      groupsAlone(table), hasDistricts ? districtsAlone(table) : text(.noDistrictsKnown),
      text(.roomNotKnown),
    ]
    return [theme(.exits, sentences)] + exitFigure(table, hasDistricts) + [exits]
  }

  private func groupsAlone(_ table: Table) -> String {
    let alone = table.rows.filter { (table.number($0, .groupsWithoutOther) ?? 0) > 0 }
    guard let most = table.sorted(alone, by: .groupsWithoutOther).first else {
      return text(.noGroupAlone)
    }
    return text(
      .someGroupsAlone,
      [
        "all": notation.count(Int64(table.rows.count)),
        "providers": counted(Int64(alone.count), .providers),
        "concern": table.text(most, .concern),
        "groups": counted(table.number(most, .groupsWithoutOther) ?? 0, .kinds),
      ])
  }

  private func districtsAlone(_ table: Table) -> String {
    let alone = table.rows.filter { (table.number($0, .districtsWithoutOther) ?? 0) > 0 }
    guard let most = table.sorted(alone, by: .districtsWithoutOther).first else {
      return text(.noDistrictAlone)
    }
    return text(
      .someDistrictsAlone,
      [
        "providers": counted(Int64(alone.count), .providers),
        "concern": table.text(most, .concern),
        "districts": counted(table.number(most, .districtsWithoutOther) ?? 0, .combinations),
      ])
  }

  /// In how many areas, or else in how many groups, a provider is the only one, of the ten that are
  /// so most often.
  private mutating func exitFigure(_ table: Table, _ hasDistricts: Bool) -> [AnnexPage.Block] {
    let column: ColumnName = hasDistricts ? .districtsWithoutOther : .groupsWithoutOther
    let bars = table.sorted(table.rows, by: column)
      .filter { (table.number($0, column) ?? 0) > 0 }.prefix(10).map { row in
        ChartValue(
          label: table.text(row, .concern), value: table.number(row, column) ?? 0,
          figure: figure(row, column, of: table))
      }
    guard !bars.isEmpty else { return [] }
    let chart = BarChart(
      title: text(hasDistricts ? .districtsAloneFigure : .groupsAloneFigure),
      description: text(.barDescription, ["parts": listed(bars)]), bars: bars)
    return [figure("uitstap", chart, table: .exits)]
  }
}

extension CountedNoun {
  fileprivate static let kinds = CountedNoun(
    one: AnnexPhrase("soort", "kind"), several: AnnexPhrase("soorten", "kinds"))
  fileprivate static let combinations = CountedNoun(
    one: AnnexPhrase("combinatie", "combination"),
    several: AnnexPhrase("combinaties", "combinations"))
}

extension AnnexPhrase {
  static let exits = AnnexPhrase(
    "Wie moeilijk te vervangen is", "Who would be hard to replace")
  static let noGroupAlone = AnnexPhrase(
    "Elke soort voorziening is in de periode door meer dan één aanbieder geleverd.",
    "Each kind of provision was delivered by more than one provider in the period.")
  static let someGroupsAlone = AnnexPhrase(
    "De enige in minstens één soort voorziening: {providers}, van de {all}. Het meest geldt dat voor "
      + "{concern}, in {groups}.",
    "Alone in at least one kind of provision: {providers}, of {all}. Most of all this is {concern}, in "
      + "{groups}.")
  static let noDistrictAlone = AnnexPhrase(
    "In elk gebied is voor elke soort voorziening die er is geleverd, nog een andere aanbieder.",
    "In each district there is another provider for each kind of provision delivered there.")
  static let someDistrictsAlone = AnnexPhrase(
    "De enige in een gebied, met een soort voorziening: {providers}. Het vaakst geldt dat voor "
      + "{concern}, in {districts} van gebied en soort.",
    "Alone in a district, with a kind of provision: {providers}. Most often this is {concern}, in "
      + "{districts} of district and kind.")
  static let noDistrictsKnown = AnnexPhrase(
    "In welk gebied cliënten wonen, is niet bekend.",
    "In which district clients live is not known.")
  static let roomNotKnown = AnnexPhrase(
    "Of andere aanbieders ruimte hebben, is uit deze gegevens niet te zien.",
    "Whether other providers have room cannot be seen from these data.")
  static let exitTable = AnnexPhrase(
    "Wat er zonder een aanbieder niet meer zou zijn", "What would be gone without a provider")
  static let groupsAlone = AnnexPhrase("Soorten als enige", "Kinds alone")
  static let groupsOfTwo = AnnexPhrase("Soorten met één ander", "Kinds with one other")
  static let districtsAlone = AnnexPhrase("Gebied × soort als enige", "District × kind alone")
  static let districtsOfTwo = AnnexPhrase(
    "Gebied × soort met één ander", "District × kind with one other")
  static let exitNote = AnnexPhrase(
    "Gebied × soort: een gebied waar de aanbieder een cliënt heeft, met een soort voorziening.",
    "District × kind: a district where the provider has a client, with a kind of provision.")
  static let exitOrder = AnnexPhrase(
    "Bovenaan staat wie vaak de enige is, daarna wie vaak maar één ander naast zich heeft.",
    "Those who are often alone stand first, then those who often have only one other beside them.")
  static let districtsAloneFigure = AnnexPhrase(
    "Combinaties van gebied en soort voorziening met maar één aanbieder",
    "Combinations of district and kind of provision with a single provider")
  static let groupsAloneFigure = AnnexPhrase(
    "Soorten voorzieningen met maar één aanbieder", "Kinds of provisions with a single provider")
}
