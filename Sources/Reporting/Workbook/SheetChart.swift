import Analytics

/// A chart that stands beside a table: which figures, of that table or made from it, and how they
/// are drawn.
struct SheetChart {
  /// How figures are drawn.
  enum Kind {
    /// Lying bars with their figures beside them, for names.
    case bars
    /// Standing bars over months; those of several columns stand side by side.
    case columns
    /// Standing bars over months, each on the one of the column before it.
    case stackedColumns
    /// The same over causes, where the first column is not seen and only lifts the others.
    case waterfall
    /// Lines over months: the first drawn through, the others broken.
    case line
    /// Lines over numbers of months, of which the last is that of all.
    case steps
  }

  let title: String
  let kind: Kind
  /// The table beside which it stands.
  let table: Table
  /// What it draws: that table, or figures made from it.
  let figures: Table
  /// The column that names what is compared.
  let categories: Int
  /// A column per series.
  let values: [Int]
  /// At least one, in the order of the figures.
  let rows: [Int]
  private let isMade: Bool

  /// Nil when there is nothing to draw.
  init?(
    _ title: String, _ kind: Kind, _ table: Table, _ categories: ColumnName,
    _ values: ColumnName...,
    rows: [Int]? = nil
  ) {
    self.init(
      title, kind, beside: table, drawing: table, categories, values,
      rows: rows ?? Array(table.rows.indices), isMade: false)
  }

  /// Draws all figures that were made for the chart: the first column names what the others hold.
  init?(
    _ title: String, _ kind: Kind, beside table: Table, made columns: [Column], rows: [[Cell]],
    drawing values: [ColumnName]? = nil
  ) {
    let figures = Table(
      name: table.name, title: title, countingRules: [], columns: columns, rows: rows)
    self.init(
      title, kind, beside: table, drawing: figures, columns[0].name,
      values ?? columns.dropFirst().map(\.name), rows: Array(rows.indices), isMade: true)
  }

  private init?(
    _ title: String, _ kind: Kind, beside table: Table, drawing figures: Table,
    _ categories: ColumnName, _ values: [ColumnName], rows: [Int], isMade: Bool
  ) {
    let drawn = values.map(figures.position)
    let showsAny = rows.contains { row in
      drawn.contains { figures.rows[row][$0] != .hidden }
    }
    guard showsAny, !values.isEmpty else { return nil }
    self.title = title
    self.kind = kind
    self.table = table
    self.figures = figures
    self.categories = figures.position(of: categories)
    self.values = drawn
    self.rows = rows
    self.isMade = isMade
  }

  /// Whether the figures follow each other in the table, so that the chart can refer to them there:
  /// a spreadsheet would draw an `x` among them as a zero.
  var liesInTable: Bool {
    !isMade && zip(rows, rows.dropFirst()).allSatisfy { $1 == $0 + 1 }
      && !rows.contains(where: isHidden)
  }

  /// Whether an edition hides a figure of a row.
  func isHidden(_ row: Int) -> Bool { values.contains { figures.rows[row][$0] == .hidden } }

  /// The lines of its longest name.
  var nameLines: Int {
    rows.reduce(1) { lines, row in
      guard case .text(let name) = figures.rows[row][categories] else { return lines }
      return max(lines, ExcelText.lineCount(name, width: Self.nameWidth))
    }
  }

  /// In characters.
  static let nameWidth = 40

  var valueStyle: FigureStyle { figures.columns[values[0]].type.figureStyle ?? .count }
}

extension SheetChart {
  /// Every chart of the workbook, table by table. To add one, name it here.
  static func all(in report: Report) -> [SheetChart] {
    spending(in: report) + months(in: report) + districts(in: report)
      + markets(in: report) + combinations(in: report) + overTime(in: report)
      + supply(in: report) + money(in: report)
  }

  /// Figure 1 of the Zoetermeer analysis: tailored, freely deployable and general side by side.
  private static func spending(in report: Report) -> [SheetChart] {
    guard let table = report.table(.spendingShares) else { return [] }
    return [
      SheetChart("Uitgaven per soort voorziening", .bars, table, .kind, .amount),
      SheetChart("Aandeel in de uitgaven", .bars, table, .kind, .share),
    ].compactMap { $0 }
  }

  private static func districts(in report: Report) -> [SheetChart] {
    guard let table = report.table(.districtUse) else { return [] }
    let rows = table.indices { table.holds($0, .total) }
    return [
      SheetChart("Bedrag per cliënt", .bars, table, .district, .amountPerClient, rows: rows),
      SheetChart(
        "Cliënten per 1.000 inwoners", .bars, table, .district, .clientsPerThousand, rows: rows),
    ].compactMap { $0 }
  }

  /// The five products with the highest amounts: the largest concerns in each.
  private static func markets(in report: Report) -> [SheetChart] {
    guard let products = report.table(.productUse), let table = report.table(.providers) else {
      return []
    }
    let shown = products.rows(at: .product).filter { products.shows($0, .amount) }
    let largest = products.sorted(shown, by: .amount).prefix(5)
    return largest.compactMap { market in
      let product = products.text(market, .productCode)
      let rows = table.indices {
        table.holds($0, .product) && table.text($0, .productCode) == product
          && !table.isRemainder($0)
      }
      return SheetChart(
        "Aandeel per aanbieder: \(products.text(market, .description)) (\(product))",
        .bars,
        table,
        .concern,
        .share,
        rows: Array(rows.prefix(8)))
    }
  }

  private static func combinations(in report: Report) -> [SheetChart] {
    guard let table = report.table(.combinations) else { return [] }
    let rows = Array(table.indices { !table.isRemainder($0) }.prefix(15))
    return [
      SheetChart("Cliënten per combinatie", .bars, table, .combination, .clients, rows: rows)
    ].compactMap { $0 }
  }
}
