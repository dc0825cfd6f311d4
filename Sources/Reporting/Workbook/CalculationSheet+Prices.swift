import Analytics

/// The cell of the index of each year, and its percentage.
struct IndexCells {
  fileprivate(set) var places: [Int64: (cell: String, percent: Double)] = [:]
  /// As the table has them, in units of its last decimal of `decimals`.
  fileprivate(set) var numbers: [Int64: Int64] = [:]
  fileprivate(set) var decimals = 0
}

extension CalculationGrid {
  static let percentStyle = FigureStyle.ratio(decimals: 4)

  /// The index of each year, to be changed.
  mutating func addIndices(_ report: Report) -> IndexCells {
    var cells = IndexCells()
    guard let table = report.table(.indexation) else { return cells }
    let known = table.rows.filter { table.number($0, .appliedIndex) != nil }
    guard !known.isEmpty else { return cells }
    let type = table.columns[table.position(of: .appliedIndex)].type
    cells.decimals = type.decimals
    addHeading("Index per jaar", ["jaar", "index in procenten"])
    for row in known {
      guard let year = table.number(row, .year), let number = table.number(row, .appliedIndex),
        let percent = ExcelNumber.value(number, type)
      else { continue }
      cells.places[year] = ("B\(nextRow)", percent)
      cells.numbers[year] = number
      add([.number(Double(year), .figure(.year)), .number(percent, .input(Self.percentStyle))])
    }
    return cells
  }

  /// What the years cost at prices of the base year; nothing without it or without its index.
  mutating func addConstantPrices(_ report: Report, _ indices: IndexCells) {
    guard let table = report.table(.yearCourse), let base = table.baseYear else { return }
    let years = table.rows(at: .total).filter { table.number($0, .constantAmount) != nil }
    guard years.count > 1, let start = years.firstIndex(where: { table.number($0, .year) == base })
    else { return }
    let numbers = years.map { table.number($0, .year) ?? 0 }
    // Each year after the first is reached by its own index.
    guard numbers.dropFirst().allSatisfy({ indices.places[$0] != nil }) else { return }
    addHeading(
      "Bedrag in prijzen van \(base), alle voorzieningen en subsidies samen",
      ["jaar", "prijspeil", "bedrag", "bedrag in vaste prijzen", "gepubliceerd"])
    let first = nextRow
    let factors = Self.factors(numbers, from: start, indices)
    for (index, row) in years.enumerated() {
      let line = first + index
      let level: Item =
        index == start
        ? .number(1, .figure(Self.percentStyle))
        : .formula(
          Self.levelFormula(numbers, index, start, first: first, indices), factors[index],
          .figure(Self.percentStyle))
      let published = table.number(row, .constantAmount) ?? 0
      add([
        .number(Double(numbers[index]), .figure(.year)), level,
        Self.amount(table.number(row, .amount) ?? 0),
        .formula("=ROUND(C\(line)/B\(line),2)", Self.euros(published), .total(.amount)),
        Self.amount(published),
      ])
    }
    addCheck(of: "D", against: "E", rows: first...(first + years.count - 1))
  }

  /// From the level of the year that lies nearer to the base year.
  private static func levelFormula(
    _ years: [Int64], _ index: Int, _ start: Int, first: Int, _ indices: IndexCells
  ) -> String {
    if index > start {
      return "=B\(first + index - 1)*(1+\(indices.places[years[index]]?.cell ?? "0")/100)"
    }
    return "=B\(first + index + 1)/(1+\(indices.places[years[index + 1]]?.cell ?? "0")/100)"
  }

  private static func factors(
    _ years: [Int64], from start: Int, _ indices: IndexCells
  ) -> [Double] {
    func step(_ index: Int) -> Double { 1 + (indices.places[years[index]]?.percent ?? 0) / 100 }
    var factors = years.map { _ in 1.0 }
    for index in years.indices.dropFirst(start + 1) {
      factors[index] = factors[index - 1] * step(index)
    }
    for index in years.indices.prefix(start).reversed() {
      factors[index] = factors[index + 1] / step(index + 1)
    }
    return factors
  }
}
