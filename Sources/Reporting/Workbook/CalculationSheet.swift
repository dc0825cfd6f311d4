import Analytics

/// The only sheet with formulas: an analyst changes an index, a block or a weight of a district, and
/// sees what follows. While nothing is changed it comes to what the tables say.
struct CalculationSheet {
  static let name = "Doorrekenen"
  static let title = "Wat volgt er als een index, bouwsteen of gewicht verandert"

  private let report: Report
  private let grid: CalculationGrid

  /// Nil where there is nothing to change.
  init?(_ report: Report) {
    self.report = report
    var grid = CalculationGrid(title: Self.title)
    let indices = grid.addIndices(report)
    grid.addConstantPrices(report, indices)
    grid.addBuildUps(report, indices)
    grid.addDistrictBudget(report)
    guard !grid.checks.isEmpty else { return nil }
    grid.addCheck()
    self.grid = grid
  }

  func write(to sheet: Sheet) throws {
    try sheet.setWidths([62, 20, 20, 20, 24, 24, 20])
    for (row, cells) in grid.rows.enumerated() {
      for (column, cell) in cells.enumerated() {
        switch cell {
        case .blank: break
        case .text(let text, let style):
          try sheet.write(text, row: row, column: column, style)
        case .number(let number, let style):
          try sheet.write(number, row: row, column: column, style)
        case .formula(let formula, let value, let style):
          try sheet.write(formula: formula, value, row: row, column: column, style)
        }
      }
    }
    try sheet.setPage(title: Self.title, of: report)
  }
}

/// The cells of the sheet in the making.
struct CalculationGrid {
  enum Item {
    case blank
    case text(String, CellStyle)
    case number(Double, CellStyle)
    /// With what it comes to while nothing is changed.
    case formula(String, Double, CellStyle)
  }

  private(set) var rows: [[Item]]
  /// The cells whose sum is 0 while nothing is changed.
  private(set) var checks: [String] = []

  /// Where the sum of the checks stands.
  static let checkRow = 4

  init(title: String) {
    rows = [
      [.text(title, .title)], [],
      [.text("Wijzig alleen de gele vakken met een rand. De rest volgt met formules.", .text)],
      [
        .text(
          "De waarden komen uit de tabellen van deze werkmap; andere bladen veranderen niet mee.",
          .text)
      ],
      [], [],
    ]
  }

  /// The number, from 1, of the row that comes next, as formulas name it.
  var nextRow: Int { rows.count + 1 }

  mutating func add(_ row: [Item]) { rows.append(row) }

  mutating func addHeading(_ title: String, _ headers: [String]) {
    rows.append([])
    rows.append([.text(title, .heading)])
    rows.append(headers.enumerated().map { .text($1, $0 == 0 ? .header : .figureHeader) })
  }

  /// A row below a part: by how much its column differs from that of the table, over these rows.
  mutating func addCheck(of column: String, against published: String, rows lines: ClosedRange<Int>)
  {
    func range(_ column: String) -> String {
      "\(column)\(lines.lowerBound):\(column)\(lines.upperBound)"
    }
    let formula = "=ROUND(SUMPRODUCT(ABS(\(range(column))-\(range(published)))),2)"
    checks.append("B\(nextRow)")
    rows.append([
      .text("Controle: verschil met de gepubliceerde tabel", .label),
      .formula(formula, 0, .figure(.amount)),
    ])
  }

  /// Fills in the row above all parts.
  mutating func addCheck() {
    rows[Self.checkRow] = [
      .text("Controle: alle verschillen samen (0 zolang niets is gewijzigd)", .label),
      .formula("=" + checks.joined(separator: "+"), 0, .total(.amount)),
    ]
  }

  static func euros(_ cents: Int64) -> Double { ExcelNumber.value(cents, .amount) ?? 0 }

  static func amount(_ cents: Int64) -> Item { .number(euros(cents), .figure(.amount)) }
}
