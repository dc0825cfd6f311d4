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

  /// Nil when the table lacks a column or there is nothing to draw.
  init?(
    _ title: String,
    _ kind: Kind,
    _ table: Table,
    _ categories: String,
    _ values: String,
    rows: [Int]? = nil
  ) {
    let rows = rows ?? Array(table.rows.indices)
    guard let categories = table.column(categories), let values = table.column(values),
      !rows.isEmpty
    else { return nil }
    self.title = title
    self.kind = kind
    self.table = table
    self.categories = categories
    self.values = values
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
    guard let table = report.table("uitgaven-verhouding") else { return [] }
    return [
      SheetChart("Uitgaven per soort voorziening", .bars, table, "voorzieningsoort", "bedrag"),
      SheetChart("Aandeel in de uitgaven", .bars, table, "voorzieningsoort", "aandeel"),
    ].compactMap { $0 }
  }

  private static func months(in report: Report) -> [SheetChart] {
    guard let table = report.table("maandverloop") else { return [] }
    return [
      SheetChart("Netto bedrag per maand", .columns, table, "maand", "bedrag"),
      SheetChart("Cliënten per maand", .line, table, "maand", "clienten"),
    ].compactMap { $0 }
  }

  private static func districts(in report: Report) -> [SheetChart] {
    guard let table = report.table("wijken") else { return [] }
    let rows = table.rows(where: ["niveau": "totaal"])
    return [
      SheetChart("Bedrag per cliënt", .bars, table, "gebied", "bedrag_per_client", rows: rows),
      SheetChart(
        "Cliënten per 1.000 inwoners",
        .bars,
        table,
        "gebied",
        "clienten_per_1000",
        rows: rows
      ),
    ].compactMap { $0 }
  }

  /// The five products with the highest amounts: the largest concerns in each.
  private static func markets(in report: Report) -> [SheetChart] {
    guard let products = report.table("product-gebruik"), let table = report.table("aanbieders"),
      let code = products.column("product_code"), let name = products.column("omschrijving"),
      let amount = products.column("bedrag")
    else { return [] }
    let largest = products.rows(where: ["niveau": "product"])
      .sorted { products.rows[$1][amount].isLess(than: products.rows[$0][amount], or: $0 < $1) }
      .prefix(5)
    return largest.compactMap { row in
      guard case .text(let product) = products.rows[row][code],
        case .text(let description) = products.rows[row][name]
      else { return nil }
      let rows = table.rows(where: ["niveau": "product", "product_code": product])
      return SheetChart(
        "Aandeel per aanbieder: \(description) (\(product))",
        .bars,
        table,
        "concern",
        "aandeel",
        rows: Array(rows.prefix(8))
      )
    }
  }

  private static func combinations(in report: Report) -> [SheetChart] {
    guard let table = report.table("combinaties") else { return [] }
    let rows = Array(table.rows.indices.prefix(15))
    return [
      SheetChart("Cliënten per combinatie", .bars, table, "combinatie", "clienten", rows: rows)
    ].compactMap { $0 }
  }
}

extension Cell {
  /// Whether its number is the smaller one; `tie` decides between equals.
  fileprivate func isLess(than other: Cell, or tie: Bool) -> Bool {
    guard case .number(let a) = self, case .number(let b) = other, a != b else { return tie }
    return a < b
  }
}
