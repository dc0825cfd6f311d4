import Analytics

extension AnnexTableID {
  static let districtBudget = AnnexTableID("wijkbudget")
}

extension AnnexBuilder {
  /// A budget divided over districts, beside what was spent there.
  mutating func districtBudgetTheme() -> [AnnexPage.Block] {
    guard let table = report.table(.districtBudget) else { return [] }
    let districts = table.rows.filter { !table.holds($0, .total, in: .district) }
    guard let whole = table.rows.last, !districts.isEmpty else {
      return [theme(.districtBudget, [text(.noDistrictBudget)])]
    }
    let total = text(.total)
    let budgets = block(
      AnnexTable(
        id: .districtBudget, caption: text(.districtBudgetTable), source: table,
        columns: [
          .district, .inhabitants, .weight, .budget, .realised, .difference, .perInhabitant,
        ],
        rows: table.rows, headings: [.realised: text(.spentThere)],
        columnsInCents: [.perInhabitant],
        totalHeading: { table.holds($0, .total, in: .district) ? total : nil },
        shown: .largest(40, by: .budget), note: text(.districtBudgetNote)))
    let legend = [language.column(.budget), text(.spentThere)]
    let rows = districts.largest(15) { table.number($0, .budget) ?? 0 }.map { row in
      PairChart.Row(
        label: table.text(row, .district),
        values: zip(legend, [ColumnName.budget, .realised]).map {
          ChartValue(
            label: $0, value: table.number(row, $1) ?? 0, figure: figure(row, $1, of: table))
        })
    }
    let parts = rows.map { "\($0.label): \(listed($0.values))" }
    let chart = PairChart(
      title: text(.districtBudgetFigure),
      description: text(.pairDescription, ["parts": parts.joined(separator: ". ")]), rows: rows,
      legend: legend)
    return [
      theme(.districtBudget, [districtBudgetSentence(table, districts, whole)]),
      figure("wijkbudget", chart, table: .districtBudget), budgets,
    ]
  }

  /// The district that goes furthest past its budget, if one does.
  private func districtBudgetSentence(
    _ table: Table, _ districts: [[Cell]], _ whole: [Cell]
  ) -> String {
    let above = districts.filter { (table.number($0, .difference) ?? 0) < 0 }
    let most = above.min {
      (table.number($0, .difference) ?? 0) < (table.number($1, .difference) ?? 0)
    }
    return text(
      most == nil ? .noDistrictAbove : .districtsAbove,
      [
        "amount": notation.euros(table.number(whole, .budget) ?? 0),
        "districts": notation.count(Int64(districts.count)),
        "above": notation.count(Int64(above.count)),
        "district": most.map { table.text($0, .district) } ?? "",
        "difference": notation.roughly(abs(most.flatMap { table.number($0, .difference) } ?? 0)),
      ])
  }
}

extension AnnexPhrase {
  static let districtBudget = AnnexPhrase("Een budget per gebied", "A budget per district")
  static let noDistrictBudget = AnnexPhrase(
    "Een budget per gebied is er niet: er is geen verdeling ingesteld, of van een gebied ontbreekt een "
      + "gegeven waarnaar wordt verdeeld.",
    "There is no budget per district: no division is set, or a district lacks a figure by which to "
      + "divide.")
  static let districtsAbove = AnnexPhrase(
    "{amount} is verdeeld over {districts} gebieden. In {above} daarvan is meer uitgegeven dan hun "
      + "deel; het verst erboven zit {district}: {difference}.",
    "{amount} is divided over {districts} districts. In {above} of them more was spent than their "
      + "part; furthest above is {district}: {difference}.")
  static let noDistrictAbove = AnnexPhrase(
    "{amount} is verdeeld over {districts} gebieden. In geen enkel gebied is meer uitgegeven dan zijn "
      + "deel.",
    "{amount} is divided over {districts} districts. In none of them more was spent than its part.")
  static let districtBudgetTable = AnnexPhrase(
    "Budget per gebied, en wat er is uitgegeven", "Budget per district, and what was spent there")
  static let spentThere = AnnexPhrase("Uitgegeven", "Spent")
  static let districtBudgetNote = AnnexPhrase(
    "Het gewicht zegt welk deel van het budget een gebied krijgt. Verschil is budget min wat is "
      + "uitgegeven. Uitgaven van cliënten zonder bekend gebied staan alleen in het totaal.",
    "The weight says which part of the budget a district gets. The difference is the budget less what "
      + "was spent. What was spent on clients without a known district is in the total alone.")
  static let districtBudgetFigure = AnnexPhrase(
    "Budget per gebied en wat er is uitgegeven", "Budget per district and what was spent there")
}
