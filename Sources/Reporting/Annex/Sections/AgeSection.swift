import Analytics

extension AnnexTableID {
  static let ages = AnnexTableID("leeftijd")
}

extension AnnexBuilder {
  /// The ages of clients per product group: a row per group and a column per class.
  mutating func ageSection() -> AnnexPage.Section {
    var section = begin(.ages)
    guard let ages = report.table(.ages), !ages.rows.isEmpty else { return section }
    let all = groups(in: ages)
    let groups = all.dropLast().largest(20, by: \.clients) + all.suffix(1)
    let classes = (groups.last?.rows ?? []).map { ages.text($0, .ageClass) }
    let headings =
      [AnnexPage.Heading(label: language.column(.productGroup), isNumeric: false)]
      + classes.map { .init(label: named($0), isNumeric: true) }
    let rows = groups.map { group in
      AnnexPage.Row(
        rowHeading: group.label,
        isTotal: group.isTotal,
        values: group.rows.map { value(ages.cell($0, .clients), .count(.clients)) })
    }
    let table = AnnexPage.Block(
      table: view(
        id: .ages, caption: text(.ageTable), headings: headings, rows: rows,
        note: note(
          on: ages.rows.allSatisfy { ages.shows($0, .clients) }
            ? .shownLargest : .shownLargestOfShown,
          shown: groups.count - 1, left: all.count - groups.count, of: ages),
        source: ages))
    let shares = groups.map { group in
      ShareChart.Row(
        label: group.label,
        parts: group.rows.map {
          share(of: $0, in: ages, label: named(ages.text($0, .ageClass)))
        })
    }
    let chart = ShareChart(
      title: text(.ageFigure),
      description: text(.ageDescription, ["parts": listed(shares.last?.parts ?? [])]), rows: shares,
      legend: headings.dropFirst().map(\.label), endsWithOther: true)
    section.blocks = shownFigure("leeftijd", chart, table: .ages) + [table]
    return section
  }

  private struct Group {
    let label: String
    let isTotal: Bool
    let rows: [[Cell]]
    /// The sum of the classes that are shown.
    let clients: Int64
  }

  /// The rows of each group, in the order of the table; the last is for all clients.
  private func groups(in ages: Table) -> [Group] {
    ages.runs(of: [.productGroup]).map { rows in
      let isTotal = ages.holds(rows[0], .total, in: .productGroup)
      return Group(
        label: isTotal ? text(.tableTotal) : ages.text(rows[0], .productGroup), isTotal: isTotal,
        rows: rows, clients: rows.reduce(0) { $0 + (ages.number($1, .clients) ?? 0) })
    }
  }
}

extension AnnexPhrase {
  static let ages = AnnexPhrase("Leeftijd", "Ages")
  static let ageTable = AnnexPhrase(
    "Cliënten per soort voorziening en leeftijd", "Clients per kind of provision and age")
  static let ageFigure = AnnexPhrase(
    "Leeftijd van cliënten per soort voorziening", "Age of clients per kind of provision")
  static let ageDescription = AnnexPhrase(
    "Een balk per soort voorziening. Alle cliënten: {parts}.",
    "A bar per kind of provision. All clients: {parts}.")
}
