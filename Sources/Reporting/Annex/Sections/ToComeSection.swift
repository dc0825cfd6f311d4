import Analytics
import Ingest

extension AnnexTableID {
  static let toCome = AnnexTableID("nog-te-verwachten")
  static let toComeMonths = AnnexTableID("nog-per-maand")
  static let lookBack = AnnexTableID("terugblik")
}

extension AnnexBuilder {
  /// What is still to be declared, per product group and month, and what was expected before.
  mutating func toComeTheme() -> [AnnexPage.Block] {
    guard let table = report.table(.stillToCome), !courseRows.isEmpty else { return [] }
    let total = text(.total)
    let columns: [ColumnName] = [
      .declared, .developed, .expected, .stillToCome, .standardError,
    ]
    let groups = block(
      AnnexTable(
        id: .toCome, caption: text(.toComeTable), source: table,
        columns: [.productGroup] + columns,
        rows: table.rows(at: .productGroup) + table.rows(at: .total),
        totalHeading: { table.holds($0, .total) ? total : nil },
        shown: .largest(25, by: .declared), note: text(.errorNote)))
    let months = block(
      AnnexTable(
        id: .toComeMonths, caption: text(.toComeMonthTable), source: table,
        columns: [.serviceMonth] + columns, rows: courseRows, shown: .last(24)))
    let chart = figure("verwacht", toComeChart(table), table: .toComeMonths)
    let sentences = [toComeSentence(), toComeInWindow(), developmentSentence(), lookBackSentence()]
    return [theme(.toCome, sentences), groups, chart, months] + lookBackTable() + triangleTables()
  }

  /// What is still to come of all months, with two standard errors to both sides.
  func toComeSentence() -> String? {
    guard let table = report.table(.stillToCome), let total = table.rows(at: .total).first,
      let amount = table.number(total, .stillToCome), let months = courseMonths
    else { return nil }
    let last = notation.month(months.upperBound)
    guard amount != 0 else { return text(.nothingToCome, ["last": last]) }
    guard amount > 0 else {
      return text(.creditToCome, ["last": last, "amount": notation.roughly(-amount)])
    }
    guard let error = table.number(total, .standardError) else {
      return text(.amountToCome, ["last": last, "amount": notation.roughly(amount)])
    }
    let (from, to) = (amount - 2 * error, amount + 2 * error)
    return text(
      from > 0 ? .amountBetween : .amountOrNothing,
      [
        "last": last, "amount": notation.roughly(amount), "from": notation.roughly(from),
        "to": notation.roughly(to),
      ])
  }

  /// The part of the service months that the window touches. Without limits: the errors of months
  /// hang together, and the table has only that of all of them.
  func toComeInWindow() -> String? {
    guard let table = report.table(.stillToCome), let days = report.period?.days,
      let total = table.rows(at: .total).first, table.number(total, .stillToCome) != 0
    else { return nil }
    let window = days.lowerBound.month...days.upperBound.month
    let rows = courseRows.filter { row in
      table.month(row, .serviceMonth).map(window.contains) ?? false
    }
    guard let first = rows.first, let last = rows.last, rows.count < courseRows.count,
      let from = table.month(first, .serviceMonth), let to = table.month(last, .serviceMonth),
      from <= to
    else { return nil }
    let amount = rows.reduce(0) { $0 + (table.number($1, .stillToCome) ?? 0) }
    return text(
      amount == 0 ? .windowComplete : .windowToCome,
      ["amount": notation.roughly(amount), "months": notation.months(from...to)])
  }

  /// What would have been expected half a year ago, or at another time that there is.
  private func lookBackSentence() -> String? {
    guard let table = report.table(.lookBack) else { return nil }
    let rows = table.rows.filter { table.holds($0, .total, in: .productGroup) }
    guard let row = rows.first(where: { table.number($0, .monthsBack) == 6 }) ?? rows.first,
      let back = table.number(row, .monthsBack), let expected = table.number(row, .expected),
      let arrived = table.number(row, .arrived)
    else { return nil }
    let verdict: AnnexPhrase? =
      switch table.text(row, .withinTwo) {
      case "ja": .withinTwo
      case "nee": .beyondTwo
      default: nil
      }
    let sentence = text(
      .lookedBack,
      [
        "back": duration(back), "expected": notation.roughly(expected),
        "arrived": notation.roughly(arrived),
      ])
    return verdict.map { "\(sentence) \(text($0))" } ?? sentence
  }

  private mutating func lookBackTable() -> [AnnexPage.Block] {
    guard let table = report.table(.lookBack) else { return [] }
    let verdicts: [Cell: Cell] = [.text("ja"): .text(text(.yes)), .text("nee"): .text(text(.no))]
    let position = table.position(of: .withinTwo)
    let totals = table.rows.filter { table.holds($0, .total, in: .productGroup) }
    guard !totals.isEmpty else { return [] }
    let rows = totals.map { row in
      var row = row
      row[position] = verdicts[row[position]] ?? row[position]
      return row
    }
    return [
      block(
        AnnexTable(
          id: .lookBack, caption: text(.lookBackTable), source: table,
          columns: [
            .monthsBack, .lastMonth, .expected, .arrived, .difference, .standardError, .withinTwo,
          ],
          rows: rows,
          rowHeading: { [self] row in table.number(row, .monthsBack).map(duration) },
          note: text(.onlyTotals, ["file": file(of: table)])))
    ]
  }

  private func toComeChart(_ table: Table) -> ColumnChart {
    let rows = courseRows.suffix(24)
    let notation = notation
    let columns = rows.map { row in
      ColumnChart.Column(
        label: table.month(row, .serviceMonth).map(notation.shortMonth) ?? "",
        first: table.number(row, .declared) ?? 0, second: table.number(row, .stillToCome) ?? 0)
    }
    return ColumnChart(
      title: text(.toComeFigure),
      description: text(
        .toComeDescription,
        [
          "first": columns.first?.label ?? "", "last": columns.last?.label ?? "",
          "declared": notation.euros(columns.last?.first ?? 0),
          "toCome": notation.euros(columns.last?.second ?? 0),
        ]),
      columns: columns, legend: [text(.declaredPart), text(.toComePart)],
      figure: { notation.euros($0) })
  }
}

extension AnnexPhrase {
  static let toCome = AnnexPhrase("Wat nog te declareren is", "What is still to be declared")
  static let amountBetween = AnnexPhrase(
    "Eind {last} was over de maanden tot dan toe naar verwachting nog {amount} te declareren, "
      + "waarschijnlijk tussen {from} en {to}.",
    "At the end of {last}, {amount} was expected still to be declared for the months until then, "
      + "probably between {from} and {to}.")
  static let amountOrNothing = AnnexPhrase(
    "Eind {last} was over de maanden tot dan toe naar verwachting nog {amount} te declareren; het "
      + "kan ook niets zijn, en waarschijnlijk is het hoogstens {to}.",
    "At the end of {last}, {amount} was expected still to be declared for the months until then; "
      + "it may also be nothing, and is probably {to} at most.")
  static let amountToCome = AnnexPhrase(
    "Eind {last} was over de maanden tot dan toe naar verwachting nog {amount} te declareren. Hoe "
      + "ver dat kan schelen, is niet bekend.",
    "At the end of {last}, {amount} was expected still to be declared for the months until then. "
      + "How far that may be off is not known.")
  static let creditToCome = AnnexPhrase(
    "Eind {last} was over de maanden tot dan toe naar verwachting per saldo nog {amount} te "
      + "crediteren.",
    "At the end of {last}, {amount} was expected still to be credited on balance for the months "
      + "until then.")
  static let nothingToCome = AnnexPhrase(
    "Eind {last} was over de maanden tot dan toe naar verwachting niets meer te declareren.",
    "At the end of {last}, nothing more was expected to be declared for the months until then.")
  static let windowToCome = AnnexPhrase(
    "Daarvan hoort {amount} bij de maanden van de periode: {months}.",
    "Of this, {amount} belongs to the months of the period: {months}.")
  static let windowComplete = AnnexPhrase(
    "Bij de maanden van de periode ({months}) hoort daarvan niets.",
    "None of it belongs to the months of the period ({months}).")
  static let lookedBack = AnnexPhrase(
    "Wie dit {back} eerder had berekend, had sindsdien {expected} verwacht; er kwam {arrived}.",
    "Computed {back} earlier, {expected} would have been expected since; {arrived} arrived.")
  static let withinTwo = AnnexPhrase(
    "Dat verschil ligt binnen twee standaardfouten.",
    "That difference is within two standard errors.")
  static let beyondTwo = AnnexPhrase(
    "Dat scheelt meer dan twee standaardfouten: de verwachting was toen te zeker.",
    "That is off by more than two standard errors: the expectation was too certain then.")
  static let toComeTable = AnnexPhrase(
    "Gedeclareerd en nog te verwachten, per soort voorziening",
    "Declared and still to come, per kind of provision")
  static let toComeMonthTable = AnnexPhrase(
    "Gedeclareerd en nog te verwachten, per prestatiemaand",
    "Declared and still to come, per service month")
  static let errorNote = AnnexPhrase(
    "De uitkomst ligt meestal binnen twee standaardfouten van wat verwacht is, als declaraties "
      + "blijven binnenkomen zoals zij deden.",
    "The outcome mostly lies within two standard errors of what is expected, if declarations go "
      + "on to arrive as they did.")
  static let toComeFigure = AnnexPhrase(
    "Gedeclareerd en nog te verwachten bedrag per prestatiemaand",
    "Amount declared and still to come per service month")
  static let toComeDescription = AnnexPhrase(
    "Een kolom per maand van {first} tot en met {last}. In {last} is {declared} gedeclareerd en "
      + "nog {toCome} te verwachten.",
    "A column per month from {first} up to and including {last}. For {last}, {declared} has been "
      + "declared and {toCome} is still to come.")
  static let declaredPart = AnnexPhrase("Gedeclareerd", "Declared")
  static let toComePart = AnnexPhrase("Nog te verwachten", "Still to come")
  static let lookBackTable = AnnexPhrase(
    "Wat eerder verwacht zou zijn, en wat er kwam",
    "What would have been expected before, and what arrived")
  static let onlyTotals = AnnexPhrase(
    "Alleen het totaal is getoond. De soorten voorzieningen staan in {file} en in de werkmap.",
    "Only the total is shown. The kinds of provisions are in {file} and in the workbook.")
}
