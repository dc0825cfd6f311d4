import Analytics
import Ingest

extension AnnexTableID {
  static let landscape = AnnexTableID("landschap")
  static let landscapeGroups = AnnexTableID("landschap-soort")
}

extension AnnexBuilder {
  /// Providers and their clients in one period and in an earlier one, where there is one.
  mutating func landscapeTheme() -> [AnnexPage.Block] {
    guard let table = report.table(.landscape) else { return [] }
    let all = table.rows(at: .total)
    // A period without use has nothing to be compared by.
    let moments = all.filter { (table.number($0, .providers) ?? 0) > 0 }
    guard let last = all.last, moments.last == last else { return [] }
    return [
      theme(.landscape, landscapeSentences(table, moments, hasEarlier: all.count > 1)),
      landscapeTable(table, moments),
    ] + landscapeGroups(table, moments)
  }

  private func landscapeSentences(
    _ table: Table, _ moments: [[Cell]], hasEarlier: Bool
  ) -> [String?] {
    guard let after = moments.last, let period = landscapePeriod(after, table) else { return [] }
    func count(_ row: [Cell], _ column: ColumnName, _ noun: CountedNoun) -> String {
      counted(table.number(row, column) ?? 0, noun)
    }
    let providers = count(after, .providers, .providers)
    let clients = count(after, .clients, .clients)
    guard moments.count > 1, let earlier = landscapePeriod(moments[0], table) else {
      return [
        text(
          .landscapeNow,
          ["period": notation.period(period), "providers": providers, "clients": clients]),
        text(hasEarlier ? .nothingBefore : .noLandscapeBefore),
      ]
    }
    let before = moments[0]
    return [
      text(
        .landscapeChange,
        [
          "before": notation.period(earlier), "after": notation.period(period),
          "providersBefore": count(before, .providers, .providers), "providers": providers,
          "clientsBefore": count(before, .clients, .clients), "clients": clients,
        ]),
      text(
        .oneProviderChange,
        [
          "before": figure(before, .shareWithOneProvider, of: table),
          "after": figure(after, .shareWithOneProvider, of: table),
        ]),
    ]
  }

  /// The days of a row, which the table has as text.
  func landscapePeriod(_ row: [Cell], _ table: Table) -> ClosedRange<Day>? {
    guard let from = Day(isoText: table.text(row, .from)),
      let to = Day(isoText: table.text(row, .lastMonth)), from <= to
    else { return nil }
    return from...to
  }

  /// A row per figure, a column per period.
  private mutating func landscapeTable(
    _ table: Table, _ moments: [[Cell]]
  ) -> AnnexPage.Block {
    let columns: [ColumnName] = [
      .providers, .withOneClient, .shareWithOneClient, .clients, .withOneProvider,
      .shareWithOneProvider, .providersPerClient, .amount, .hhi, .contractParties,
      .mainContractors, .subcontractors, .members,
    ]
    // Without contracts nobody has any.
    let shown = columns.filter { column in
      moments.contains { table.cell($0, column) != .empty }
    }
    return block(
      MadeTable(
        id: .landscape, caption: text(.landscapeTable),
        headings: [text(.landscapeFigure)]
          + moments.map { row in landscapePeriod(row, table).map(notation.period) ?? "" },
        rows: shown.map { column in
          .init(
            heading: language.column(column),
            figures: moments.map { figure($0, column, of: table) })
        },
        note: shown.contains(.contractParties)
          ? "\(text(.landscapeNote)) \(text(.landscapeContracts))" : text(.landscapeNote)),
      of: table)
  }

  /// Providers, clients and concentration of each group in both periods; nothing with one of them.
  private mutating func landscapeGroups(
    _ table: Table, _ moments: [[Cell]]
  ) -> [AnnexPage.Block] {
    guard moments.count == 2 else { return [] }
    let columns: [ColumnName] = [.providers, .clients, .hhi]
    let groups = table.runs(of: [.level, .productGroup]).filter {
      $0.count == 2 && table.holds($0[0], .productGroup)
    }
    let shown = groups.largest(25) { table.number($0[1], .amount) ?? 0 }
    func row(_ heading: String, _ rows: [[Cell]], isTotal: Bool) -> MadeTable.Row {
      .init(
        heading: heading, isTotal: isTotal,
        figures: columns.flatMap { column in rows.map { figure($0, column, of: table) } })
    }
    let headings = columns.flatMap { column in
      [AnnexPhrase.columnBefore, .columnAfter].map {
        text($0, ["column": language.column(column)])
      }
    }
    return [
      block(
        MadeTable(
          id: .landscapeGroups, caption: text(.landscapeGroupTable),
          headings: [language.column(.productGroup)] + headings,
          rows: shown.map { row(group(of: $0[0], in: table), $0, isTotal: false) }
            + [row(text(.total), moments, isTotal: true)],
          note: note(
            on: .shownLargest, shown: shown.count, left: groups.count - shown.count, of: table)),
        of: table)
    ]
  }
}

extension AnnexPhrase {
  static let landscape = AnnexPhrase(
    "Aanbieders, vroeger en nu", "Providers, before and now")
  static let landscapeNow = AnnexPhrase(
    "Van {period} waren er {providers} voor {clients}.",
    "From {period}, there were {providers} for {clients}.")
  static let noLandscapeBefore = AnnexPhrase(
    "Er is geen eerdere periode om dat mee te vergelijken.",
    "There is no earlier period to compare that with.")
  static let nothingBefore = AnnexPhrase(
    "Over de periode ervoor is niets gefactureerd om dat mee te vergelijken.",
    "Nothing was invoiced for the period before to compare that with.")
  static let landscapeChange = AnnexPhrase(
    "Van {before} waren er {providersBefore} voor {clientsBefore}, van {after} {providers} voor "
      + "{clients}.",
    "From {before} there were {providersBefore} for {clientsBefore}, from {after} {providers} for "
      + "{clients}.")
  static let oneProviderChange = AnnexPhrase(
    "Precies één aanbieder had eerst {before} van de cliënten, en daarna {after}.",
    "{before} of the clients had exactly one provider at first, and {after} afterwards.")
  static let landscapeTable = AnnexPhrase(
    "Aanbieders en hun cliënten, in alle soorten voorzieningen samen",
    "Providers and their clients, of all kinds of provisions together")
  static let landscapeFigure = AnnexPhrase("Wat", "What")
  static let landscapeNote = AnnexPhrase(
    "De HHI loopt van bijna 0 (veel kleine aanbieders) tot 10.000 (één aanbieder).",
    "The HHI runs from nearly 0 (many small providers) to 10,000 (a single one).")
  static let landscapeContracts = AnnexPhrase(
    "Wie een contract heeft, is geteld op de laatste dag van elke periode.",
    "Those under contract are counted on the last day of each period.")
  static let landscapeGroupTable = AnnexPhrase(
    "Aanbieders, cliënten en concentratie per soort voorziening, eerst en daarna",
    "Providers, clients and concentration per kind of provision, at first and afterwards")
  static let columnBefore = AnnexPhrase("{column}, eerst", "{column}, at first")
  static let columnAfter = AnnexPhrase("{column}, daarna", "{column}, afterwards")
}
