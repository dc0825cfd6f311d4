import Analytics
import Ingest

extension AnnexBuilder {
  /// Years and prices, the budget and how it was built, forms of funding, districts, rates and lump
  /// sums; nothing where no table of it has a row.
  mutating func moneySection() -> AnnexPage.Section {
    var section = begin(.money)
    let analyses: [Analysis] = [
      .yearCourse, .indexation, .budgetBuildUp, .budgetMonitor, .lumpSums, .fundingComparison,
      .districtBudget, .rateComparison,
    ]
    guard hasRows(in: analyses) else { return section }
    section.paragraphs = [text(.moneyNote)]
    section.blocks =
      yearTheme() + indexTheme() + budgetTheme() + buildUpTheme() + fundingTheme()
      + districtBudgetTheme() + rateTheme() + lumpSumTheme()
    return section
  }

  /// Percents with four decimals, `6,37%`: two are read.
  func percent(_ row: [Cell], _ column: ColumnName, of table: Table) -> String {
    let figure = figure(row, column, of: table)
    return figure == AnnexNotation.none ? figure : figure + "%"
  }

  /// The year that a chapter about single years shows: that of the period's last day, else the last.
  func shownYear(of table: Table) -> Int64? {
    let years = table.rows.compactMap { table.number($0, .year) }
    let ofPeriod = report.period.map { Int64($0.days.upperBound.year) }
    return ofPeriod.flatMap { years.contains($0) ? $0 : nil } ?? years.max()
  }
}

extension AnnexPhrase {
  static let money = AnnexPhrase("Geld en begroting", "Money and budget")
  static let moneyNote = AnnexPhrase(
    "Wat de jaren kostten, hoe het budget ervoor staat en wat een andere afspraak had gekost. Een "
      + "verwachting is een schatting: zij rekent met wat de gemeente nu weet.",
    "What the years cost, how the budget stands and what another agreement would have cost. An "
      + "expectation is an estimate: it goes by what the municipality knows now.")
}
