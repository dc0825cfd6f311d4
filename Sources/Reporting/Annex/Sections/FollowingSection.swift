import Analytics

extension AnnexTableID {
  static let sequencesOverTime = AnnexTableID("opvolging-in-de-tijd")
  static let pathways = AnnexTableID("trajecten")
}

extension AnnexBuilder {
  /// What follows what within so many months, and the order in which clients use product groups.
  mutating func followingTheme() -> [AnnexPage.Block] {
    let pairs = pairs
    let (sequences, paths) = (sequenceTable(pairs), pathTables())
    let blocks = sequences + paths
    return blocks.isEmpty
      ? [] : [theme(.following, [sequenceSentence(pairs), pathSentence()])] + blocks
  }

  /// Two product groups with their rows, one for each number of months.
  private struct Pair {
    let from: String
    let to: String
    let rows: [[Cell]]
    /// Within the largest number of months.
    let followed: Int64
  }

  /// Those with most that followed first; without the pairs that nobody used in this order.
  private var pairs: [Pair] {
    guard let table = report.table(.sequencesOverTime) else { return [] }
    let pairs = table.runs(of: [.from, .to]).compactMap { rows -> Pair? in
      guard let last = rows.last, let followed = table.number(last, .followed), followed > 0 else {
        return nil
      }
      return Pair(
        from: table.text(last, .from), to: table.text(last, .to), rows: rows, followed: followed)
    }
    return pairs.enumerated().sorted {
      ($1.element.followed, $0.offset) < ($0.element.followed, $1.offset)
    }.map(\.element)
  }

  private mutating func sequenceTable(_ pairs: [Pair]) -> [AnnexPage.Block] {
    guard let table = report.table(.sequencesOverTime), let first = pairs.first else { return [] }
    let headings =
      [AnnexPage.Heading(label: language.column(.from), isNumeric: false)]
      + [.init(label: language.column(.to), isNumeric: false)]
      + [.init(label: language.column(.clients), isNumeric: true)]
      + first.rows.map {
        .init(label: after(table.number($0, .afterMonths) ?? 0).capitalizedFirst, isNumeric: true)
      }
    let shown = pairs.prefix(15)
    let rows = shown.map { pair -> AnnexPage.Row in
      let figures =
        [notation.text(table.cell(pair.rows[0], .clients), .count)]
        + pair.rows.map { notation.text(table.cell($0, .share), .share) }
      return .init(
        rowHeading: pair.from, isTotal: false,
        values: [.init(value: pair.to, isNumber: false)]
          + figures.map { .init(value: $0, isNumber: true) })
    }
    return [
      .init(
        table: view(
          id: .sequencesOverTime, caption: text(.sequenceOverTimeTable), headings: headings,
          rows: rows, note: text(.sequenceOverTimeNote, ["file": file(of: table)]), source: table))
    ]
  }

  private mutating func pathTables() -> [AnnexPage.Block] {
    guard let table = report.table(.pathways), let whole = table.rows(at: .total).first,
      table.number(whole, .clients) ?? 0 > 0
    else { return [] }
    let (total, other) = (text(.allClients), text(.otherPaths))
    let paths = block(
      AnnexTable(
        id: .pathways, caption: text(.pathTable), source: table,
        columns: [.path, .steps, .clients, .share, .fromStart], rows: table.rows,
        totalHeading: { table.holds($0, .total) ? total : nil },
        rowHeading: { table.holds($0, .other) ? other : nil }, note: text(.pathNote)))
    let bars = table.rows(at: .path).prefix(8).map { row in
      share(of: row, in: table, label: table.text(row, .path))
    }
    guard !bars.isEmpty else { return [paths] }
    let chart = BarChart(
      title: text(.pathFigure),
      description: text(.barDescription, ["parts": listed(bars)]), bars: bars)
    return [figure("trajecten", chart, table: .pathways), paths]
  }

  private func sequenceSentence(_ pairs: [Pair]) -> String? {
    guard let table = report.table(.sequencesOverTime), let most = pairs.first,
      let row = most.rows.last, let months = table.number(row, .afterMonths),
      let share = table.number(row, .share)
    else { return nil }
    return text(
      .sequenceSentence,
      [
        "months": duration(months), "share": notation.share(share), "from": most.from,
        "to": most.to,
      ])
  }

  /// The most frequent path of more than one step.
  private func pathSentence() -> String? {
    guard let table = report.table(.pathways),
      let row = table.rows(at: .path).first(where: { table.number($0, .steps) ?? 0 > 1 })
    else { return nil }
    return text(
      .pathSentence,
      [
        "path": table.text(row, .path), "clients": notation.text(table.cell(row, .clients), .count),
        "share": notation.text(table.cell(row, .share), .share),
      ])
  }
}

extension AnnexPhrase {
  static let following = AnnexPhrase("Wat op elkaar volgt", "What follows what")
  static let sequenceSentence = AnnexPhrase(
    "Het vaakst volgde {to} op {from}: binnen {months} bij naar schatting {share} van de cliënten.",
    "Most often {to} followed {from}: within {months} for an estimated {share} of the clients.")
  static let pathSentence = AnnexPhrase(
    "Het meest gevolgde traject met meer dan één stap is {path}: {clients} cliënten ({share}).",
    "The most frequent path with more than one step is {path}: {clients} clients ({share}).")
  static let sequenceOverTimeTable = AnnexPhrase(
    "Welk deel van de cliënten met de eerste soort de tweede volgt, na een aantal maanden",
    "Which share of clients with the first kind goes on to the second, after some months")
  static let sequenceOverTimeNote = AnnexPhrase(
    "De paren die het vaakst op elkaar volgden. Een streepje: niemand is zo lang gevolgd. Hoeveel "
      + "cliënten in beeld zijn en de andere paren staan in {file} en in de werkmap.",
    "The pairs that followed each other most often. A dash: nobody was followed for so long. The "
      + "clients at risk and the other pairs are in {file} and in the workbook.")
  static let pathTable = AnnexPhrase(
    "Trajecten: soorten voorzieningen in de volgorde van gebruik",
    "Paths: kinds of provisions in the order of use")
  static let pathFigure = AnnexPhrase(
    "De meest gevolgde trajecten, aandeel van de cliënten",
    "The most frequent paths, share of clients")
  static let pathNote = AnnexPhrase(
    "Een + staat tussen soorten tegelijk, een > tussen stappen. Wie er al bij het begin was, kan "
      + "eerder zijn begonnen.",
    "A + stands between kinds at the same time, a > between steps. Those who were there from the "
      + "start may have begun earlier.")
  static let otherPaths = AnnexPhrase("Andere trajecten", "Other paths")
}
