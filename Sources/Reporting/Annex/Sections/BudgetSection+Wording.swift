import Analytics
import Ingest

extension AnnexBuilder {
  /// How the year stands as a whole, which lines go past their budgets, and what the rest rests on.
  func budgetSentences(_ year: BudgetYear) -> [String?] {
    [
      year.total.map { budgetSentence($0, of: year) }
        ?? text(.budgetClash, ["year": String(year.year)]),
      exceededSentence(year), methodSentence(year),
    ]
  }

  private func budgetSentence(_ row: [Cell], of year: BudgetYear) -> String {
    let table = year.table
    let realised = table.number(row, .realised) ?? 0
    guard let budget = year.budget(of: row), let deviation = table.number(row, .deviation) else {
      return text(
        .budgetWithout,
        ["year": String(year.year), "realised": notation.roughly(realised)])
    }
    let rest = (table.number(row, .outcome) ?? 0) - realised
    let phrase: AnnexPhrase =
      deviation > 0 ? .budgetAbove : deviation < 0 ? .budgetBelow : .budgetEven
    let sentence = text(
      .budgetSpent,
      [
        "year": String(year.year), "budget": notation.roughly(budget),
        "share": figure(row, .usedUp, of: table), "realised": notation.roughly(realised),
      ])
    let expectation = text(
      phrase,
      [
        "rest": rest == 0 ? text(.nothingMore) : notation.roughly(rest),
        "deviation": notation.roughly(abs(deviation)), "reached": reached(row, of: table),
      ])
    return "\(sentence) \(expectation)"
  }

  /// ` in oktober 2018`, the month in which the budget is used up.
  private func reached(_ row: [Cell], of table: Table) -> String {
    table.month(row, .monthReached).map { text(.reachedIn, ["month": notation.month($0)]) } ?? ""
  }

  /// The five lines that go furthest past their budgets.
  private func exceededSentence(_ year: BudgetYear) -> String? {
    let table = year.table
    let exceeded = year.lines.filter { (table.number($0, .deviation) ?? 0) > 0 }
    guard year.lines.count > 1 else { return nil }
    guard !exceeded.isEmpty else {
      let hasBudgets = year.lines.contains { table.number($0, .deviation) != nil }
      return hasBudgets ? text(.noneExceeded) : nil
    }
    let names = table.sorted(exceeded, by: .deviation).prefix(5).map { row in
      text(
        .exceededLine,
        [
          "line": lineName(table.text(row, .budgetLine)),
          "deviation": notation.roughly(table.number(row, .deviation) ?? 0),
          "reached": table.month(row, .monthReached).map {
            text(.lineReachedIn, ["month": notation.month($0)])
          } ?? "",
        ])
    }
    return text(
      exceeded.count == 1 ? .exceededOne : exceeded.count > 5 ? .exceededMany : .exceeded,
      [
        "count": notation.count(Int64(exceeded.count)), "lines": names.joined(separator: "; "),
      ])
  }

  private func methodSentence(_ year: BudgetYear) -> String? {
    let methods = Set(year.rows.map { year.table.text($0, .wayOfWorking) })
    let phrases: [(word: String, phrase: AnnexPhrase)] = [
      ("gesloten", .yearClosed), ("driehoek", .yearOver), ("toewijzingen", .byAllocations),
      ("patroon", .byPattern),
    ]
    let used = phrases.filter { methods.contains($0.word) }
    return used.isEmpty ? nil : used.map { text($0.phrase) }.joined(separator: " ")
  }
}

extension AnnexPhrase {
  static let budget = AnnexPhrase("De begroting", "The budget")
  static let noBudget = AnnexPhrase(
    "Of de kosten binnen de begroting blijven, is niet bekend: er is geen begroting aangeleverd.",
    "Whether costs stay within the budget is not known: no budget was delivered.")
  static let budgetSpent = AnnexPhrase(
    "Van de begroting van {year}, {budget}, is {share} besteed: {realised}.",
    "Of the budget of {year}, {budget}, {share} is spent: {realised}.")
  static let budgetAbove = AnnexPhrase(
    "Naar verwachting komt er {rest} bij, waarmee de kosten {deviation} boven het budget "
      + "uitkomen{reached}.",
    "{rest} is expected to be added, by which costs come out {deviation} above the budget{reached}."
  )
  static let budgetBelow = AnnexPhrase(
    "Naar verwachting komt er {rest} bij, waarmee de kosten {deviation} onder het budget "
      + "blijven{reached}.",
    "{rest} is expected to be added, by which costs stay {deviation} below the budget{reached}.")
  static let budgetEven = AnnexPhrase(
    "Naar verwachting komt er {rest} bij, waarmee de kosten precies op het budget uitkomen{reached}.",
    "{rest} is expected to be added, by which costs come out on the budget{reached}.")
  static let nothingMore = AnnexPhrase("niets", "nothing")
  static let reachedIn = AnnexPhrase(
    "; het budget is op in {month}", "; the budget is used up in {month}")
  static let lineReachedIn = AnnexPhrase(" (op in {month})", " (used up in {month})")
  static let budgetWithout = AnnexPhrase(
    "In {year} is {realised} besteed. Een budget om dat mee te vergelijken is er niet.",
    "In {year}, {realised} was spent. There is no budget to compare that with.")
  static let budgetClash = AnnexPhrase(
    "Voor {year} is er geen totaal: kosten vallen onder meer dan één regel van de begroting.",
    "There is no total for {year}: costs fall under more than one line of the budget.")
  static let noneExceeded = AnnexPhrase(
    "Geen enkele regel komt naar verwachting boven zijn budget uit.",
    "No line is expected to go past its budget.")
  static let exceededOne = AnnexPhrase(
    "Eén regel komt naar verwachting boven zijn budget uit: {lines}.",
    "One line is expected to go past its budget: {lines}.")
  static let exceeded = AnnexPhrase(
    "{count} regels komen naar verwachting boven hun budget uit: {lines}.",
    "{count} lines are expected to go past their budgets: {lines}.")
  static let exceededMany = AnnexPhrase(
    "{count} regels komen naar verwachting boven hun budget uit; de grootste overschrijdingen zijn "
      + "{lines}.",
    "{count} lines are expected to go past their budgets; the largest excesses are {lines}.")
  static let exceededLine = AnnexPhrase(
    "{line} met {deviation}{reached}", "{line} by {deviation}{reached}")
  static let yearClosed = AnnexPhrase(
    "Het jaar is vrijwel volledig gedeclareerd.", "The year is declared almost in full.")
  static let yearOver = AnnexPhrase(
    "Het jaar is voorbij; wat nog te declareren is, is geschat naar hoe declaraties eerder "
      + "binnenkwamen.",
    "The year is over; what is still to be declared is estimated by how declarations arrived before."
  )
  static let byAllocations = AnnexPhrase(
    "De maanden die nog komen zijn berekend uit lopende toewijzingen en hun tarieven.",
    "The months to come are computed from allocations in force and their rates.")
  static let byPattern = AnnexPhrase(
    "De maanden die nog komen zijn geschat op het gemiddelde van de laatste drie maanden die vrijwel "
      + "volledig zijn gedeclareerd.",
    "The months to come are estimated as the mean of the last three months that are declared almost "
      + "in full.")
  static let budgetTable = AnnexPhrase(
    "Begroting en prognose per regel, {year}", "Budget and forecast per line, {year}")
  static let budgetLine = AnnexPhrase("Regel van de begroting", "Line of the budget")
  static let outcomeIs = AnnexPhrase("Uitkomst", "Outcome")
  static let unfavourable = AnnexPhrase("nadelig", "unfavourable")
  static let favourable = AnnexPhrase("voordelig", "favourable")
  static let signalFine = AnnexPhrase("ok", "ok")
  static let signalAttention = AnnexPhrase("let op", "attention")
  static let signalConsultation = AnnexPhrase("overleg", "consult")
  static let budgetNote = AnnexPhrase(
    "De afwijking is de prognose min het budget: het actuele bedrag, en anders het plafond of het "
      + "primitieve bedrag. Een taakstelling telt nergens in mee.",
    "The deviation is the forecast less the budget: the current amount, else the ceiling or the "
      + "original one. A target counts in nothing.")
  static let otherBudgetYears = AnnexPhrase(
    "Andere jaren staan in {file} en in de werkmap.",
    "Other years are in {file} and in the workbook.")
  static let budgetCourseTable = AnnexPhrase(
    "Besteed en nog te verwachten per regel, {year}", "Spent and still expected per line, {year}")
  static let realisedPart = AnnexPhrase("Besteed", "Spent")
  static let declaredLater = AnnexPhrase("Nog te declareren", "Still to be declared")
  static let laterMonths = AnnexPhrase("Maanden die nog komen", "Months to come")
  static let budgetMark = AnnexPhrase("Budget", "Budget")
  static let budgetCourseNote = AnnexPhrase(
    "De prognose is wat besteed is, wat over verstreken maanden nog te declareren is, en wat voor de "
      + "maanden die nog komen is te verwachten.",
    "The forecast is what is spent, what is still to be declared for months gone by, and what is to "
      + "be expected for the months to come.")
  static let budgetFigure = AnnexPhrase(
    "Besteed en verwacht als deel van het budget, {year}",
    "Spent and expected as a part of the budget, {year}")
  static let barAbove = AnnexPhrase(
    "{line}: {percent} van {budget}, boven het budget",
    "{line}: {percent} of {budget}, above the budget")
  static let barBelow = AnnexPhrase(
    "{line}: {percent} van {budget}", "{line}: {percent} of {budget}")
}
