import Analytics

extension AnnexTableID {
  static let turnover = AnnexTableID("aanbieders-verloop")
  static let turnoverGroups = AnnexTableID("aanbieders-verloop-soort")
}

extension AnnexBuilder {
  /// Which providers came and went, year by year, and per product group in one year.
  mutating func turnoverTheme() -> [AnnexPage.Block] {
    guard let table = report.table(.providerTurnover) else { return [] }
    let years = table.rows(at: .total)
    guard !years.isEmpty else { return [] }
    guard let shown = shownYear(table, years) else {
      return [theme(.turnover, [text(.oneYear)])]
    }
    let position = table.position(of: .year)
    let columns: [ColumnName] = [
      .providers, .entrants, .leavers, .entrantClients, .leaverClients, .entrantAmount,
      .leaverAmount,
    ]
    let all = block(
      AnnexTable(
        id: .turnover, caption: text(.turnoverTable), source: table, columns: [.year] + columns,
        rows: years, rowHeading: { [self] in year(of: $0, in: table) },
        note: text(.turnoverNote)))
    let groups = table.rows(at: .productGroup).filter { $0[position] == shown[position] }
    let byGroup = block(
      AnnexTable(
        id: .turnoverGroups,
        caption: text(.turnoverGroupTable, ["year": year(of: shown, in: table)]), source: table,
        columns: [.productGroup] + columns, rows: groups + [shown],
        totalHeading: { [total = text(.total)] in table.holds($0, .total) ? total : nil },
        shown: .largest(25, by: .providers), note: text(.turnoverGroupNote)))
    return [
      theme(.turnover, [turnoverSentence(table, shown), goesOn(table, years)]),
      figure(
        "toetreders", turnoverChart(table, years), table: .turnover, note: lastInPart(table, years)),
      all, byGroup,
    ]
  }

  /// The last whole year that has one before it, else the last that has; nil with one year alone.
  private func shownYear(_ table: Table, _ years: [[Cell]]) -> [Cell]? {
    let compared = years.filter { table.number($0, .entrants) != nil }
    return compared.last { isWhole($0, table) } ?? compared.last
  }

  func isWhole(_ row: [Cell], _ table: Table) -> Bool {
    table.text(row, .isWhole) == "ja"
  }

  /// `2018 (niet volledig)`.
  func year(of row: [Cell], in table: Table) -> String {
    let year = String(table.number(row, .year) ?? 0)
    return isWhole(row, table) ? year : text(.yearInPart, ["year": year])
  }

  private func turnoverSentence(_ table: Table, _ row: [Cell]) -> String {
    func count(_ column: ColumnName, _ noun: CountedNoun) -> String {
      counted(table.number(row, column) ?? 0, noun)
    }
    let (entrants, leavers) = (
      table.number(row, .entrants) ?? 0, table.number(row, .leavers) ?? 0
    )
    let phrase: AnnexPhrase =
      entrants > 0 ? .turnoverShare : leavers > 0 ? .turnoverSentence : .noTurnover
    return text(
      phrase,
      [
        "year": String(table.number(row, .year) ?? 0),
        "providers": count(.providers, .providers), "entrants": count(.entrants, .entrants),
        "leavers": count(.leavers, .leavers), "share": figure(row, .entrantShare, of: table),
      ])
  }

  /// What a last year that is not whole must not be read as.
  private func goesOn(_ table: Table, _ years: [[Cell]]) -> String? {
    guard let last = years.last, !isWhole(last, table) else { return nil }
    return text(.yearGoesOn, ["year": String(table.number(last, .year) ?? 0)])
  }

  /// Below a column there is no room for it.
  private func lastInPart(_ table: Table, _ years: [[Cell]]) -> String? {
    guard let last = years.last, !isWhole(last, table) else { return nil }
    return year(of: last, in: table) + "."
  }

  private func turnoverChart(_ table: Table, _ years: [[Cell]]) -> ColumnChart {
    let notation = notation
    let columns = years.filter { table.number($0, .entrants) != nil }.map { row in
      ColumnChart.Column(
        label: String(table.number(row, .year) ?? 0), first: table.number(row, .stayers) ?? 0,
        second: table.number(row, .entrants) ?? 0)
    }
    let described = columns.map { column in
      text(
        .turnoverColumn,
        [
          "year": column.label, "stayers": notation.count(column.first),
          "entrants": notation.count(column.second),
        ])
    }
    return ColumnChart(
      title: text(.turnoverFigure),
      description: text(
        .turnoverDescription, ["parts": described.joined(separator: "; ")]),
      columns: columns, legend: [language.column(.stayers), language.column(.entrants)],
      figure: { notation.count($0) })
  }
}

extension CountedNoun {
  fileprivate static let entrants = CountedNoun(
    one: AnnexPhrase("toetreder", "entrant"), several: AnnexPhrase("toetreders", "entrants"))
  fileprivate static let leavers = CountedNoun(
    one: AnnexPhrase("uittreder", "leaver"), several: AnnexPhrase("uittreders", "leavers"))
}

extension AnnexPhrase {
  static let turnover = AnnexPhrase(
    "Welke aanbieders kwamen en gingen", "Which providers came and went")
  static let oneYear = AnnexPhrase(
    "Er zijn declaraties van één kalenderjaar. Wie er kwam en ging, is daaruit niet te zien.",
    "There are declarations of one calendar year. Who came and went cannot be seen from it.")
  static let yearInPart = AnnexPhrase("{year} (niet volledig)", "{year} (in part)")
  static let noTurnover = AnnexPhrase(
    "In {year} waren er {providers}, dezelfde als het jaar ervoor.",
    "In {year} there were {providers}, the same as the year before.")
  static let turnoverSentence = AnnexPhrase(
    "In {year} waren er {providers}, met {entrants} en {leavers} ten opzichte van het jaar ervoor.",
    "In {year} there were {providers}, with {entrants} and {leavers} against the year before.")
  static let turnoverShare = AnnexPhrase(
    "In {year} waren er {providers}, met {entrants} en {leavers} ten opzichte van het jaar ervoor. "
      + "Naar de toetreders ging {share} van het bedrag.",
    "In {year} there were {providers}, with {entrants} and {leavers} against the year before. "
      + "{share} of the amount went to the entrants.")
  static let yearGoesOn = AnnexPhrase(
    "{year} is nog niet volledig: wie dan nog niet heeft gedeclareerd, lijkt een uittreder.",
    "{year} is not whole yet: those who have not declared in it yet seem to have left.")
  static let turnoverTable = AnnexPhrase(
    "Toetreders en uittreders per kalenderjaar", "Entrants and leavers per calendar year")
  static let turnoverNote = AnnexPhrase(
    "Een toetreder was er het jaar ervoor niet, een uittreder wel en nu niet meer; cliënten en bedrag "
      + "van uittreders zijn die van het jaar ervoor. Met het eerste jaar is niets te vergelijken.",
    "An entrant was not there the year before; a leaver was, and is no longer: clients and amount of "
      + "leavers are those of the year before. There is nothing to compare the first year with.")
  static let turnoverGroupTable = AnnexPhrase(
    "Toetreders en uittreders per soort voorziening, {year}",
    "Entrants and leavers per kind of provision, {year}")
  static let turnoverGroupNote = AnnexPhrase(
    "Wie bij een soort toetreedt, kan er bij een andere al geweest zijn.",
    "Those who enter one kind may have been in another before.")
  static let turnoverFigure = AnnexPhrase(
    "Aanbieders per kalenderjaar: wie bleef en wie erbij kwam",
    "Providers per calendar year: who stayed and who came")
  static let turnoverColumn = AnnexPhrase(
    "{year}: {stayers} bleven, {entrants} kwamen erbij",
    "{year}: {stayers} stayed, {entrants} came")
  static let turnoverDescription = AnnexPhrase(
    "Een kolom per jaar. {parts}.", "A column per year. {parts}.")
}
