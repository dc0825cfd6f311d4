import Analytics

extension CalculationGrid {
  /// Every budget in its last year, block by block.
  mutating func addBuildUps(_ report: Report, _ indices: IndexCells) {
    guard let table = report.table(.budgetBuildUp) else { return }
    let builds = table.runs(of: [.budget, .year])
    for (index, rows) in builds.enumerated() {
      let next = builds.indices.contains(index + 1) ? builds[index + 1] : nil
      // The years of a budget follow each other.
      let isLast = next.map { table.cell($0[0], .budget) != table.cell(rows[0], .budget) } ?? true
      if isLast { addBuildUp(rows.filter { table.holds($0, .block) }, of: table, indices) }
    }
  }

  private mutating func addBuildUp(_ blocks: [[Cell]], of table: Table, _ indices: IndexCells) {
    guard let head = blocks.first, let year = table.number(head, .year) else { return }
    addHeading(
      "Opbouw van \(table.text(head, .budget)), \(year)",
      ["bouwsteen", "soort", "percentage", "over", "bedrag", "cumulatief", "gepubliceerd"])
    let first = nextRow
    var (sum, basis): (Int64, Int64) = (0, 0)
    for (index, row) in blocks.enumerated() {
      let line = first + index
      let cents = table.number(row, .amount) ?? 0
      let sort = table.text(row, .sort)
      let share = Share(of: row, in: table, cumulative: sum, basis: basis)
      let before = index == 0 ? "0" : "F\(line - 1)"
      let over = share?.isOfBasis == true ? Self.basisFormula(first, before: line) : before
      let sign = sort == "korting" ? "-" : ""
      sum += cents
      if sort == "basis" { basis += cents }
      add([
        .text(table.text(row, .description), .text), .text(sort, .text),
        share.map { percentage($0, sort, year, indices) } ?? .blank,
        share.map { .text($0.isOfBasis ? "basis" : "cumulatief", .text) } ?? .blank,
        share == nil
          ? .number(Self.euros(cents), .input(.amount))
          : .formula(
            "=\(sign)ROUND(C\(line)/100*\(over),2)", Self.euros(cents), .figure(.amount)),
        .formula("=\(before)+E\(line)", Self.euros(sum), .figure(.amount)),
        Self.amount(cents),
      ])
    }
    let lines = first...(first + blocks.count - 1)
    func total(_ column: String) -> Item {
      .formula(
        "=SUM(\(column)\(lines.lowerBound):\(column)\(lines.upperBound))", Self.euros(sum),
        .total(.amount))
    }
    add([
      .text(Level.total.rawValue, .totalText), .blank, .blank, .blank, total("E"), .blank,
      total("G"),
    ])
    addCheck(of: "E", against: "G", rows: lines)
  }

  /// An index that is the one of its year follows that; every other percentage may be changed here.
  private func percentage(
    _ share: Share, _ sort: String, _ year: Int64, _ indices: IndexCells
  ) -> Item {
    let percent = Double(share.percent) / 10_000
    if sort == "index", let index = indices.places[year], let number = indices.numbers[year],
      Cell.quotient(Int128(number) * 10_000, Self.power(indices.decimals), decimals: 0)
        == .number(share.percent), index.percent == percent
    {
      return .formula("=\(index.cell)", percent, .figure(Self.percentStyle))
    }
    return .number(percent, .input(Self.percentStyle))
  }

  private static func power(_ decimals: Int) -> Int128 {
    (0..<decimals).reduce(1) { power, _ in power * 10 }
  }

  /// The blocks `basis` above a row.
  private static func basisFormula(_ first: Int, before line: Int) -> String {
    line == first
      ? "0" : "SUMIF(B\(first):B\(line - 1),\"basis\",E\(first):E\(line - 1))"
  }

  /// A block that is a percentage of what stands above it.
  private struct Share {
    /// In ten-thousandths of a percent.
    let percent: Int64
    let isOfBasis: Bool

    /// Nil for a block with an amount of its own, and where its percentage, rounded as the table has
    /// it, does not come to its amount: then that is a value.
    init?(of row: [Cell], in table: Table, cumulative: Int64, basis: Int64) {
      guard let percent = table.number(row, .percentage) else { return nil }
      let amount = table.number(row, .amount).map(Swift.abs) ?? 0
      func comes(of cents: Int64) -> Bool {
        Cell.quotient(Int128(cents) * Int128(percent), 1_000_000, decimals: 0).magnitude == amount
      }
      guard comes(of: cumulative) || comes(of: basis) else { return nil }
      self.percent = percent
      isOfBasis = !comes(of: cumulative)
    }
  }

  /// The parts of the districts, by weights that need not add up to 1.
  mutating func addDistrictBudget(_ report: Report) {
    guard let table = report.table(.districtBudget), let whole = table.rows.last,
      let amount = table.number(whole, .budget), amount > 0
    else { return }
    let districts = table.rows.filter { !table.holds($0, .total, in: .district) }
    guard !districts.isEmpty else { return }
    addHeading(
      "Budget per gebied",
      [
        "gebied", "gewicht", "aandeel", "budget", "gerealiseerd", "budget min gerealiseerd",
        "gepubliceerd",
      ])
    let sumRow = nextRow
    let first = sumRow + 1
    let lines = first...(first + districts.count - 1)
    let realised = districts.reduce(0) { $0 + (table.number($1, .realised) ?? 0) }
    func sum(_ column: String) -> String {
      "SUM(\(column)\(lines.lowerBound):\(column)\(lines.upperBound))"
    }
    add([
      .text("alle gebieden", .totalText), .formula("=\(sum("B"))", 1, .total(Self.weightStyle)),
      .formula("=\(sum("C"))", 1, .total(.share)), .number(Self.euros(amount), .input(.amount)),
      .formula("=\(sum("E"))", Self.euros(realised), .total(.amount)),
      .formula("=D\(sumRow)-E\(sumRow)", Self.euros(amount - realised), .total(.amount)),
      .formula("=\(sum("G"))", Self.euros(amount), .total(.amount)),
    ])
    for (index, row) in districts.enumerated() {
      let line = first + index
      let budget = table.number(row, .budget) ?? 0
      let spent = table.number(row, .realised) ?? 0
      // The weight with all its decimals: the table has six, too few for cents.
      let weight = Double(budget) / Double(amount)
      add([
        .text(table.text(row, .district), .text), .number(weight, .input(Self.weightStyle)),
        .formula("=B\(line)/B$\(sumRow)", weight, .figure(.share)),
        .formula("=ROUND(D$\(sumRow)*C\(line),2)", Self.euros(budget), .figure(.amount)),
        Self.amount(spent),
        .formula("=D\(line)-E\(line)", Self.euros(budget - spent), .figure(.amount)),
        Self.amount(budget),
      ])
    }
    addCheck(of: "D", against: "G", rows: lines)
  }

  private static let weightStyle = FigureStyle.ratio(decimals: 6)
}

extension Cell {
  fileprivate var magnitude: Int64? {
    guard case .number(let number) = self else { return nil }
    return abs(number)
  }
}
