import Analytics

/// The triangle of declarations as a heat map: of the youngest service months, which share of what
/// is expected had come after how many months. A row per month, a column per delay.
struct TriangleSheet {
  static let name = "driehoek-warmtekaart"
  static let title = "Deel van het verwachte bedrag, per vertraging"
  /// More do not fit a page: declarations come later than three years by a stray date, as a rule.
  private static let delayCount = 36

  let report: Report
  let months: [ServiceMonth]

  struct ServiceMonth {
    /// Months since year 0.
    let number: Int64
    /// A share for each delay from 0 to the latest; empty where nothing is expected.
    let shares: [Cell]
  }

  /// Nil without a triangle.
  init?(_ report: Report) {
    guard let triangle = report.table(.declarationTriangle),
      let forecast = report.table(.stillToCome)
    else { return nil }
    self.report = report
    let total = triangle.rows.filter { triangle.holds($0, .total, in: .productGroup) }
    months =
      forecast.recentServiceMonths
      .compactMap { index in
        let row = forecast.rows[index]
        guard let month = forecast.number(row, .serviceMonth) else { return nil }
        let sums = Self.sums(total.filter { triangle.number($0, .serviceMonth) == month }, triangle)
        let expected = forecast.number(row, .expected) ?? 0
        return ServiceMonth(
          number: month,
          shares: sums.prefix(Self.delayCount).map {
            expected > 0 ? .share($0, of: expected) : .empty
          })
      }
    if months.isEmpty { return nil }
  }

  /// What had been declared with each delay or a lesser one; delays that add nothing have no row.
  private static func sums(_ rows: [[Cell]], _ triangle: Table) -> [Int64] {
    var sums: [Int64] = []
    for row in rows {
      let delay = Int(triangle.number(row, .delay) ?? 0)
      while sums.count < delay { sums.append(sums.last ?? 0) }
      sums.append(triangle.number(row, .cumulative) ?? 0)
    }
    return sums
  }

  func write(to workbook: Workbook) throws {
    let sheet = try workbook.addSheet(Self.name)
    let delays = months.reduce(0) { max($0, $1.shares.count) }
    try sheet.setWidths([18] + [Double](repeating: 8, count: delays))
    try sheet.write(ColumnName.serviceMonth.text, row: 0, column: 0, .figureHeader)
    for delay in 0..<delays {
      try sheet.write(Double(delay), row: 0, column: delay + 1, .figureHeader)
    }
    for (index, month) in months.enumerated() {
      try sheet.write(.number(month.number), .month, row: index + 1, column: 0)
      for (delay, share) in month.shares.enumerated() {
        try sheet.write(share, .share, row: index + 1, column: delay + 1)
      }
    }
    if delays > 0 { try sheet.setHeat(rows: 1...months.count, columns: 1...delays) }
    let notes = [
      "Alle productgroepen samen, de jongste \(months.count) prestatiemaanden. Elke kolom is een "
        + "vertraging in maanden.",
      "Een cel is cumulatief uit declaratie-driehoek, gedeeld door verwacht uit nog-te-verwachten: "
        + "van jonge maanden is verwacht een schatting.",
    ]
    for (line, note) in notes.enumerated() {
      try sheet.write(note, row: months.count + 2 + line, column: 0)
    }
    try sheet.setMatrixHeader()
    try sheet.setPage(title: Self.title, of: report)
  }
}
