import Analytics

extension AnnexTableID {
  static let lengthOfStay = AnnexTableID("verblijfsduur")
}

extension AnnexBuilder {
  /// How long use lasts: a row per product group, and the shares after some months beside it.
  mutating func stayTheme() -> [AnnexPage.Block] {
    guard let table = report.table(.lengthOfStay) else { return [] }
    let all = stays(in: table)
    guard let whole = all.last, whole.isTotal else { return [] }
    guard whole.spells > 0 else { return [theme(.stay, [text(.noStay)])] }
    let parts = all.dropLast()
    let shown = parts.largest(25, by: \.spells) + [whole]
    let headings =
      [AnnexPage.Heading(label: language.column(.productGroup), isNumeric: false)]
      + [text(.spells), text(.endedSpells), text(.median)].map { .init(label: $0, isNumeric: true) }
      + whole.rows.map {
        .init(label: text(.still, ["after": stayMonths($0, table)]), isNumeric: true)
      }
    let rows = shown.map { stay -> AnnexPage.Row in
      let figures =
        [ColumnName.spells, .endedSpells, .median].map {
          notation.text(table.cell(stay.rows[0], $0), .count)
        } + stay.rows.map { notation.text(table.cell($0, .share), .share) }
      return .init(
        rowHeading: stay.label, isTotal: stay.isTotal,
        values: figures.map { .init(value: $0, isNumber: true) })
    }
    let cut = note(
      on: .shownLargest, shown: shown.count - 1, left: all.count - shown.count, of: table)
    let note = text(.stayNote, ["file": file(of: table)])
    let view = view(
      id: .lengthOfStay, caption: text(.stayTable), headings: headings, rows: rows,
      note: cut.map { "\(note) \($0)" } ?? note, source: table)
    let drawn = parts.largest(3, by: \.spells) + [whole]
    return [theme(.stay, staySentences(whole, table))] + stayFigure(drawn, table) + [
      .init(table: view)
    ]
  }

  /// The rows of one product group, or of clients.
  private struct Stay {
    let label: String
    let isTotal: Bool
    let spells: Int64
    let rows: [[Cell]]
  }

  private func stays(in table: Table) -> [Stay] {
    table.runs(of: [.productGroup]).map { rows in
      let isTotal = table.holds(rows[0], .total, in: .productGroup)
      return Stay(
        label: isTotal ? text(.tableTotal) : table.text(rows[0], .productGroup), isTotal: isTotal,
        spells: table.number(rows[0], .spells) ?? 0, rows: rows)
    }
  }

  private func stayMonths(_ row: [Cell], _ table: Table) -> String {
    after(table.number(row, .afterMonths) ?? 0)
  }

  private func staySentences(_ whole: Stay, _ table: Table) -> [String?] {
    let median = table.number(whole.rows[0], .median).map { median in
      text(.halfEnded, ["after": after(median).capitalizedFirst])
    }
    let year = whole.rows.first { table.number($0, .afterMonths) == 12 }
    let yearly = year.flatMap { row -> String? in
      guard let share = table.number(row, .share) else { return nil }
      guard let lower = table.number(row, .lowerLimit), let upper = table.number(row, .upperLimit)
      else { return text(.overAYear, ["share": notation.share(share)]) }
      return text(
        .overAYearBetween,
        [
          "share": notation.share(share), "from": notation.share(lower),
          "to": notation.share(upper),
        ])
    }
    return [median ?? text(.halfStays), yearly]
  }

  /// Nothing where no share is known.
  private mutating func stayFigure(_ stays: [Stay], _ table: Table) -> [AnnexPage.Block] {
    let series = stays.compactMap { stay -> StepChart.Series? in
      let points = stay.rows.compactMap { row -> (month: Int, share: Int64)? in
        guard let month = table.number(row, .afterMonths), let share = table.number(row, .share)
        else { return nil }
        return (Int(month), share)
      }
      return points.isEmpty ? nil : .init(label: stay.label, points: points)
    }
    guard let last = series.last else { return [] }
    let months = [0] + (stays.last?.rows ?? []).compactMap { table.number($0, .afterMonths) }
    let notation = notation
    let shares = last.points.map { "\(after(Int64($0.month))) \(notation.share($0.share))" }
    let chart = StepChart(
      title: text(.stayFigure),
      description: text(
        .stayDescription, ["label": last.label, "shares": shares.joined(separator: "; ")]),
      series: series, labels: months.map { (Int($0), notation.count($0)) },
      figure: { "\($0 / 10_000)%" })
    return [figure("verblijfsduur", chart, table: .lengthOfStay, note: text(.stayFigureNote))]
  }
}

extension AnnexPhrase {
  static let stay = AnnexPhrase("Hoe lang gebruik duurt", "How long use lasts")
  static let noStay = AnnexPhrase(
    "Er is nog geen gebruik dat lang genoeg gevolgd kon worden.",
    "There is no use yet that could be followed for long enough.")
  static let halfEnded = AnnexPhrase(
    "{after} is de helft van het gebruik geëindigd.", "{after} half of the use has ended.")
  static let halfStays = AnnexPhrase(
    "Meer dan de helft van het gebruik duurt langer dan het gevolgd kon worden.",
    "More than half of the use lasts longer than it could be followed.")
  static let overAYear = AnnexPhrase(
    "Naar schatting duurt {share} langer dan een jaar.",
    "An estimated {share} lasts longer than a year.")
  static let overAYearBetween = AnnexPhrase(
    "Naar schatting duurt {share} langer dan een jaar, met 95% zekerheid tussen {from} en {to}.",
    "An estimated {share} lasts longer than a year, with 95% confidence between {from} and {to}.")
  static let stayTable = AnnexPhrase(
    "Hoe lang gebruik duurt, per soort voorziening", "How long use lasts, per kind of provision")
  static let spells = AnnexPhrase("Perioden van gebruik", "Spells of use")
  static let endedSpells = AnnexPhrase("Waarvan geëindigd", "Of which ended")
  static let median = AnnexPhrase("Mediaan in maanden", "Median in months")
  static let still = AnnexPhrase("Duurt nog {after}", "Lasts still {after}")
  static let stayNote = AnnexPhrase(
    "Wie nog gebruik heeft, telt mee zolang het gevolgd is (Kaplan en Meier). De grenzen van 95% "
      + "en hoeveel perioden in beeld zijn, staan in {file} en in de werkmap.",
    "Those who still have use count for as long as it was followed (Kaplan and Meier). The 95% "
      + "limits and the spells at risk are in {file} and in the workbook.")
  static let stayFigure = AnnexPhrase(
    "Aandeel van het gebruik dat nog duurt, naar maanden sinds het begin",
    "Share of use that still lasts, by months since its beginning")
  static let stayFigureNote = AnnexPhrase(
    "De drie soorten met de meeste perioden, en alles samen. Alleen de punten zijn berekend.",
    "The three kinds with most spells, and all together. Only the points are computed.")
  static let stayDescription = AnnexPhrase(
    "Lijnen die van 100% in stappen dalen. {label}: {shares}.",
    "Lines that go down from 100% in steps. {label}: {shares}.")
}
