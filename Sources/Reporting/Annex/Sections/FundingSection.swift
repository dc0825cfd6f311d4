import Analytics
import Ingest

extension AnnexTableID {
  static let funding = AnnexTableID("bekostiging")
  static let fundingGroups = AnnexTableID("bekostiging-soort")
}

extension AnnexBuilder {
  /// What other forms of funding would have cost, and who would have carried the difference.
  mutating func fundingTheme() -> [AnnexPage.Block] {
    guard let table = report.table(.fundingComparison) else { return [] }
    let forms = table.rows(at: .total)
    guard let effort = forms.first(where: { form(of: $0, table) == "inspanning" }) else {
      return [theme(.fundingForms, [text(.noFunding)])]
    }
    let totals = block(
      MadeTable(
        id: .funding, caption: text(.fundingTable),
        headings: [text(.fundingForm), text(.fundingAmount)]
          + [.difference, .paidByMunicipality, .carriedByProviders].map(language.column),
        rows: forms.map { row in
          .init(
            heading: formName(form(of: row, table)),
            figures: [ColumnName.amount, .difference, .paidByMunicipality, .carriedByProviders]
              .map { figure(row, $0, of: table) })
        },
        note: text(.fundingNote)),
      of: table)
    return [theme(.fundingForms, fundingSentences(table, effort, forms))]
      + [fundingFigure(table, forms), totals] + fundingGroups(table, forms)
  }

  private func form(of row: [Cell], _ table: Table) -> String { table.text(row, .fundingForm) }

  private func formName(_ form: String) -> String {
    switch form {
    case "inspanning": text(.byEffort)
    case "taak-gebied": text(.byDistrict)
    case "taak-groep": text(.byClient)
    case "traject": text(.byTrajectory)
    case "beschikbaarheid": text(.byAvailability)
    default: form
    }
  }

  private func fundingSentences(
    _ table: Table, _ effort: [Cell], _ forms: [[Cell]]
  ) -> [String?] {
    let paid = table.number(effort, .amount) ?? 0
    let growth = table.number(effort, .paidByMunicipality) ?? 0
    let others = forms.filter { $0 != effort }
    let carried = others.map { row in
      let cents = table.number(row, .carriedByProviders) ?? 0
      return text(
        cents == 0 ? .carriedNothing : cents > 0 ? .carriedMore : .carriedLess,
        ["form": formName(form(of: row, table)), "amount": notation.roughly(abs(cents))])
    }
    return [
      text(
        growth == 0 ? .noGrowth : growth > 0 ? .growthAbove : .growthBelow,
        [
          "paid": notation.roughly(paid), "before": notation.roughly(paid - growth),
          "growth": notation.roughly(abs(growth)),
        ]),
      carried.isEmpty
        ? nil : text(.carriedByForm, ["forms": carried.joined(separator: "; ")]),
      spreadSentence(table, effort),
    ]
  }

  private func spreadSentence(_ table: Table, _ row: [Cell]) -> String? {
    guard table.number(row, .spreadOverMonths) != nil else { return nil }
    let hasDistricts = table.number(row, .spreadOverDistricts) != nil
    return text(
      hasDistricts ? .spreadBoth : .spreadMonths,
      [
        "months": figure(row, .spreadOverMonths, of: table),
        "districts": figure(row, .spreadOverDistricts, of: table),
      ])
  }

  /// Of the growth of costs above the index, what either side carries.
  private mutating func fundingFigure(_ table: Table, _ forms: [[Cell]]) -> AnnexPage.Block {
    let legend = [text(.municipalityPays), text(.providersCarry)]
    let rows = forms.map { row in
      PairChart.Row(
        label: formName(form(of: row, table)),
        values: zip(legend, [ColumnName.paidByMunicipality, .carriedByProviders]).map {
          ChartValue(
            label: $0, value: table.number(row, $1) ?? 0, figure: figure(row, $1, of: table))
        })
    }
    let parts = rows.map { "\($0.label): \(listed($0.values))" }
    let chart = PairChart(
      title: text(.fundingFigure),
      description: text(.pairDescription, ["parts": parts.joined(separator: ". ")]), rows: rows,
      legend: legend)
    return figure("bekostiging", chart, table: .funding)
  }

  /// What each form would have cost, a column per form.
  private mutating func fundingGroups(_ table: Table, _ forms: [[Cell]]) -> [AnnexPage.Block] {
    let names = forms.map { form(of: $0, table) }
    let ofForms = names.map { name in
      table.rows(at: .productGroup).filter { form(of: $0, table) == name }
    }
    guard let groups = ofForms.first, !groups.isEmpty else { return [] }
    let shown = groups.largest(25) { table.number($0, .amount) ?? 0 }
    func amounts(of group: Cell) -> [String] {
      ofForms.map { rows in
        rows.first { table.cell($0, .productGroup) == group }
          .map { figure($0, .amount, of: table) } ?? AnnexNotation.none
      }
    }
    return [
      block(
        MadeTable(
          id: .fundingGroups, caption: text(.fundingGroupTable),
          headings: [language.column(.productGroup)] + names.map(formName),
          rows: shown.map { row in
            .init(
              heading: group(of: row, in: table),
              figures: amounts(of: table.cell(row, .productGroup)))
          } + [
            .init(
              heading: text(.total), isTotal: true,
              figures: forms.map { figure($0, .amount, of: table) })
          ],
          note: note(
            on: .shownLargest, shown: shown.count, left: groups.count - shown.count, of: table)),
        of: table)
    ]
  }
}

extension AnnexPhrase {
  static let fundingForms = AnnexPhrase(
    "Andere vormen van bekostiging", "Other forms of funding")
  static let noFunding = AnnexPhrase(
    "Wat een andere bekostiging had gekost, is niet te zeggen: er zijn geen declaraties, of er is geen "
      + "periode om mee te vergelijken.",
    "What another form of funding would have cost cannot be said: there are no declarations, or no "
      + "period to compare with.")
  static let growthAbove = AnnexPhrase(
    "In de periode is {paid} gedeclareerd. De kosten van de periode ervoor zijn met index {before}; de "
      + "groei daarboven is {growth}. Per uur of stuk betaalt de gemeente die helemaal.",
    "{paid} was declared in the period. Costs of the period before are {before} with the index; "
      + "growth above that is {growth}. By effort, the municipality pays all of it.")
  static let growthBelow = AnnexPhrase(
    "In de periode is {paid} gedeclareerd, {growth} minder dan de kosten van de periode ervoor met "
      + "index ({before}). Per uur of stuk is dat voordeel helemaal voor de gemeente.",
    "{paid} was declared in the period, {growth} less than the costs of the period before with the "
      + "index ({before}). By effort, all of that is to the benefit of the municipality.")
  static let noGrowth = AnnexPhrase(
    "In de periode is {paid} gedeclareerd, precies de kosten van de periode ervoor met index.",
    "{paid} was declared in the period, just the costs of the period before with the index.")
  static let carriedByForm = AnnexPhrase(
    "Met een andere vorm hadden aanbieders daarvan een deel gedragen of meer ontvangen: {forms}.",
    "By another form, providers would have carried a part of it or received more: {forms}.")
  static let carriedMore = AnnexPhrase(
    "bij {form} dragen zij {amount}", "by {form} they carry {amount}")
  static let carriedLess = AnnexPhrase(
    "bij {form} ontvangen zij {amount} meer", "by {form} they receive {amount} more")
  static let carriedNothing = AnnexPhrase(
    "bij {form} maakt het niets uit", "by {form} it makes no difference")
  static let spreadMonths = AnnexPhrase(
    "De duurste maand was {months} keer zo duur als gemiddeld.",
    "The dearest month cost {months} times the mean.")
  static let spreadBoth = AnnexPhrase(
    "De duurste maand was {months} keer zo duur als gemiddeld, en het duurste gebied per inwoner "
      + "{districts} keer.",
    "The dearest month cost {months} times the mean, and the dearest district {districts} times per "
      + "inhabitant.")
  static let fundingForm = AnnexPhrase("Vorm van bekostiging", "Form of funding")
  static let fundingAmount = AnnexPhrase("Kosten voor de gemeente", "Costs for the municipality")
  static let fundingTable = AnnexPhrase(
    "Wat elke vorm had gekost, en wie het verschil draagt",
    "What each form would have cost, and who carries the difference")
  static let fundingNote = AnnexPhrase(
    "Verschil is met wat is gedeclareerd. Wat de gemeente meer betaalt, is boven de kosten van de "
      + "periode ervoor met index; wat aanbieders dragen, kregen zij dan niet vergoed. Onder nul is het "
      + "omgekeerd. Niemand had zich bij een andere vorm anders gedragen: dat is een aanname.",
    "The difference is with what was declared. What the municipality pays more is above the costs of "
      + "the period before with the index; what providers carry would not have been paid to them. Below "
      + "zero it is the other way round. That nobody would have acted otherwise is an assumption.")
  static let fundingFigure = AnnexPhrase(
    "Wie de groei boven de index draagt, per vorm van bekostiging",
    "Who carries the growth above the index, by form of funding")
  static let pairDescription = AnnexPhrase("Balken. {parts}.", "Bars. {parts}.")
  static let municipalityPays = AnnexPhrase(
    "De gemeente betaalt meer", "The municipality pays more")
  static let providersCarry = AnnexPhrase("Aanbieders dragen", "Providers carry")
  static let byEffort = AnnexPhrase("inspanning (per uur of stuk)", "effort (per hour or piece)")
  static let byDistrict = AnnexPhrase(
    "taak per gebied (per inwoner)", "task by district (per inhabitant)")
  static let byClient = AnnexPhrase("taak per cliënt", "task per client")
  static let byTrajectory = AnnexPhrase(
    "traject (per begonnen gebruik)", "trajectory (per beginning)")
  static let byAvailability = AnnexPhrase(
    "beschikbaarheid (vast bedrag)", "availability (fixed sum)")
  static let fundingGroupTable = AnnexPhrase(
    "Kosten voor de gemeente per soort voorziening, bij elke vorm",
    "Costs for the municipality per kind of provision, by each form")
}
