import Analytics

/// A chart of some rows of one table: which columns, which rows, and how they are drawn.
struct SheetChart {
  /// How figures are drawn.
  enum Kind {
    /// Lying bars with their figures beside them, for names.
    case bars
    /// Standing bars over months.
    case columns
    /// A line over months.
    case line
  }

  let title: String
  let kind: Kind
  let table: Table
  /// The column that names what is compared.
  let categories: Int
  let values: Int
  /// At least one, in the order of the table.
  let rows: [Int]

  /// Nil when there is nothing to draw.
  init?(
    _ title: String, _ kind: Kind, _ table: Table, _ categories: ColumnName, _ values: ColumnName,
    rows: [Int]? = nil
  ) {
    let rows = rows ?? Array(table.rows.indices)
    guard !rows.isEmpty else { return nil }
    self.title = title
    self.kind = kind
    self.table = table
    self.categories = table.position(of: categories)
    self.values = table.position(of: values)
    self.rows = rows
  }

  /// Whether the rows follow each other in the table, so that the chart can refer to them there.
  var isContiguous: Bool {
    zip(rows, rows.dropFirst()).allSatisfy { $1 == $0 + 1 }
  }

  var hasLongNames: Bool {
    rows.contains { row in
      guard case .text(let name) = table.rows[row][categories] else { return false }
      return name.count > 40
    }
  }

  var valueStyle: FigureStyle { table.columns[values].type.figureStyle ?? .count }
}

extension SheetChart {
  /// Every chart of the workbook, table by table. To add one, name it here.
  static func all(in report: Report) -> [SheetChart] {
    spending(in: report) + months(in: report) + districts(in: report)
      + markets(in: report) + combinations(in: report)
  }

  /// Figure 1 of the Zoetermeer analysis: tailored, freely deployable and general side by side.
  private static func spending(in report: Report) -> [SheetChart] {
    guard let table = report.table(.spendingShares) else { return [] }
    return [
      SheetChart("Uitgaven per soort voorziening", .bars, table, .kind, .amount),
      SheetChart("Aandeel in de uitgaven", .bars, table, .kind, .share),
    ].compactMap { $0 }
  }

  private static func months(in report: Report) -> [SheetChart] {
    guard let table = report.table(.monthlyCourse) else { return [] }
    return [
      SheetChart("Netto bedrag per maand", .columns, table, .month, .amount),
      SheetChart("Cliënten per maand", .line, table, .month, .clients),
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
    let largest = products.sorted(products.rows(at: .product), by: .amount).prefix(5)
    return largest.compactMap { market in
      let product = products.text(market, .productCode)
      let rows = table.indices {
        table.holds($0, .product) && table.text($0, .productCode) == product
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
    let rows = Array(table.rows.indices.prefix(15))
    return [
      SheetChart("Cliënten per combinatie", .bars, table, .combination, .clients, rows: rows)
    ].compactMap { $0 }
  }
}

extension Table {
  fileprivate func indices(where holds: ([Cell]) -> Bool) -> [Int] {
    rows.indices.filter { holds(rows[$0]) }
  }
}
