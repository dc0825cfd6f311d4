/// Reads `begroting.csv`.
struct BudgetReader {
  private let year = FileKind.budget.index(of: "jaar")
  private let kind = FileKind.budget.index(of: "voorzieningsoort")
  private let group = FileKind.budget.index(of: "product_groep")
  private let amount = FileKind.budget.index(of: "bedrag_begroot")
  private let scale = FileKind.budget.index(of: "bedrag_schaal")

  func read(_ file: RegisterFile) throws -> [BudgetLine] {
    var lines: [BudgetLine] = []
    try file.forEachRow { row in
      let year = row.requiredYear(year)
      let kind = row.provisionKind(kind)
      let amount = row.requiredCents(amount)
      let scale = row.count(scale) ?? 1
      if scale != 1 && scale != 1000 { row.note(.form(.scale), at: self.scale) }
      let group = row.text(group)?.string
      guard let year, let amount, row.isSound else { return }
      let (cents, overflows) = amount.multipliedReportingOverflow(by: Int64(scale))
      guard !overflows else { return row.note(.form(.cents), at: self.amount) }
      lines.append(
        BudgetLine(year: year, kind: kind, group: group, cents: cents)
      )
    }
    return lines
  }
}
