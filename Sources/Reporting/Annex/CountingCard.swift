import Ingest

extension AnnexBuilder {
  /// The counting card (telkaart) of what comes from one of the report's tables.
  func card(of table: String) -> [AnnexPage.Fact] {
    [
      .init(term: text(.cardBasis), detail: table == "subsidies" ? text(.yearsBasis) : basis),
      .init(term: text(.cardWindow), detail: window(of: table)),
      .init(term: text(.cardClient), detail: client(of: table)),
      .init(term: text(.cardLeftOut), detail: leftOut(of: table)),
      .init(term: text(.cardImmature), detail: immature(in: table)),
      .init(term: text(.cardData), detail: dataDate),
      .init(term: text(.cardRun), detail: run),
      .init(term: text(.cardSource), detail: source(of: table)),
    ]
  }

  private func source(of table: String) -> String {
    switch table {
    case "manifest": "manifest.json"
    case "bevindingen": "bevindingen.csv"
    default: "tables/\(table).csv"
    }
  }

  private func window(of table: String) -> String {
    switch table {
    case "maandverloop", "manifest", "bevindingen":
      guard let first = firstMonth, let last = lastMonth else { return text(.noPeriod) }
      return text(.allMonths, ["from": notation.month(first), "to": notation.month(last)])
    case "opvolging":
      guard let first = firstMonth, let last = lastMonth else { return text(.noPeriod) }
      let months = report.account.months
      return text(
        .sequenceWindow,
        [
          "from": notation.day(months?.sequenceFrom ?? first.firstDay),
          "to": notation.day(months?.sequenceTo ?? last.lastDay),
        ]
      )
    case "subsidies":
      return text(.wholeYears, ["years": years])
    default:
      return period
    }
  }

  private func client(of table: String) -> String {
    switch table {
    case "maandverloop": text(.clientInMonth)
    case "opvolging": text(.clientInSequence)
    case "subsidies", "uitgaven-verhouding", "manifest", "bevindingen": text(.noClient)
    default: text(.clientInWindow)
    }
  }

  private func leftOut(of table: String) -> String {
    let ladder = report.account.ladder
    let rejected = notation.count(Int64(ladder.rejectedCount))
    let outside = notation.count(Int64(ladder.outsideWindow.lines))
    switch table {
    case "subsidies": return text(.leftOutNothing)
    case "maandverloop", "opvolging", "manifest", "bevindingen":
      return text(.leftOutMonths, ["rejected": rejected])
    case "concentratie":
      return text(.leftOutBelowZero, ["rejected": rejected, "outside": outside])
    default:
      return text(.leftOut, ["rejected": rejected, "outside": outside])
    }
  }

  /// In which months inflow and outflow may still change (counting rule of `maandverloop`).
  private func immature(in table: String) -> String {
    guard table == "maandverloop", let first = firstMonth, let last = lastMonth else {
      return table == "subsidies" ? text(.noClient) : text(.immatureNone)
    }
    let gap = report.account.months?.gapMonths ?? 0
    guard gap > 0 else { return text(.immatureFirst, ["first": notation.month(first)]) }
    let from = max(first, Month(number: last.number - Int32(gap) + 1))
    return text(
      .immatureMonths,
      [
        "first": notation.month(first), "from": notation.month(from), "to": notation.month(last),
      ]
    )
  }

  private var firstMonth: Month? {
    guard let table = report.table("maandverloop"), let row = table.rows.first else { return nil }
    return table.number(row, "maand").map { Month(number: Int32($0)) }
  }
}
