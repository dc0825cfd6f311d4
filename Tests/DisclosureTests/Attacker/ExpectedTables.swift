import Analytics

/// The eleven tables of an edition as they follow from its shown figures alone: what an edition is
/// compared with, and what tests make editions of.
struct ExpectedTables {
  static let names = [
    "product-gebruik", "subsidies", "uitgaven-verhouding", "maandverloop", "combinaties",
    "aantal-voorzieningen", "opvolging", "concentratie", "aanbieders", "wijken", "leeftijd",
  ]
  static let otherCombinations = "overige combinaties"
  static let otherProviders = "overige aanbieders"

  let shown: SeenFigures
  var run: RunFigures { shown.run }

  init(_ shown: SeenFigures) {
    self.shown = shown
  }

  var tables: [Table] {
    Self.names.map { name in
      let table = run.table(name)
      let rows =
        switch name {
        case "combinaties": combinations(table)
        case "aanbieders": providers(table)
        default: table.rows.map { replacing(table, $0, figures(name, table, $0)) }
        }
      return Table(
        name: name, title: table.title, countingRules: table.countingRules,
        columns: table.columns, rows: rows)
    }
  }

  /// What replaces the run's cells in a row of a table that keeps its rows.
  private func figures(_ name: String, _ table: Table, _ row: [Cell]) -> [String: Cell] {
    switch name {
    case "product-gebruik": market(table, row)
    case "uitgaven-verhouding": spending(table, row)
    case "maandverloop": month(table, row)
    case "aantal-voorzieningen": groupCount(table, row)
    case "opvolging": sequence(table, row)
    case "concentratie": concentration(table, row)
    case "wijken": district(table, row)
    case "leeftijd": age(table, row)
    default: [:]
    }
  }

  func replacing(_ table: Table, _ row: [Cell], _ cells: [String: Cell]) -> [Cell] {
    zip(table.columns, row).map { cells[$0.name.text] ?? $1 }
  }

  /// A quotient of shown figures; hidden where one of them is.
  func quotient(
    _ numerator: Cell, _ denominator: Cell, times factor: Int64 = 1, decimals: Int
  ) -> Cell {
    if numerator == .hidden || denominator == .hidden { return .hidden }
    guard case .number(let numerator) = numerator, case .number(let denominator) = denominator
    else { return .empty }
    return .quotient(numerator * factor, denominator, decimals: decimals)
  }

  func share(_ part: Cell, _ whole: Cell) -> Cell { quotient(part, whole, decimals: 6) }

  private func market(_ table: Table, _ row: [Cell]) -> [String: Cell] {
    let bundle = table.market(row)
    let (clients, amount) = (shown.cell(bundle.clients()), shown.cell(bundle.amount()))
    let indications = shown.cell(bundle.indications())
    return [
      "indicaties": indications, "clienten": clients, "bedrag": amount,
      "aanbieders": shown.hidden.contains(bundle) ? .hidden : table.cell(row, "aanbieders"),
      "bedrag_per_client": quotient(amount, clients, decimals: 0),
      "bedrag_per_indicatie": quotient(amount, indications, decimals: 0),
    ]
  }

  private func spending(_ table: Table, _ row: [Cell]) -> [String: Cell] {
    func amount(_ row: [Cell]) -> Cell {
      let kind = table.text(row, "voorzieningsoort")
      return shown.cell(
        kind == "algemeen" ? BundleName.spending : BundleName.market(kind, "").amount())
    }
    return ["bedrag": amount(row), "aandeel": share(amount(row), sum(table.rows.map(amount)))]
  }

  /// A sum of shown figures; hidden where one of them is.
  func sum(_ cells: [Cell]) -> Cell {
    var sum: Int64 = 0
    for cell in cells {
      guard case .number(let number) = cell else { return cell }
      sum += number
    }
    return .number(sum)
  }

  private func month(_ table: Table, _ row: [Cell]) -> [String: Cell] {
    let month = table.month(row)
    let bundle = BundleName.month(month)
    return [
      "indicaties": shown.cell(bundle.indications()), "clienten": shown.cell(bundle.clients()),
      "bedrag": shown.cell(bundle.amount()),
      "aanwezig": shown.cell(BundleName.present(month).clients()),
      "instroom": shown.cell(BundleName.inflow(month).clients()),
      "uitstroom": shown.cell(BundleName.outflow(month).clients()),
    ]
  }

  private func groupCount(_ table: Table, _ row: [Cell]) -> [String: Cell] {
    let bundle = BundleName.groupCount(table.text(row, "aantal_groepen"))
    let clients = shown.cell(bundle.clients())
    return [
      "clienten": clients, "bedrag": shown.cell(bundle.amount()),
      "aandeel": share(clients, shown.cell(BundleName.all.clients())),
    ]
  }

  private func sequence(_ table: Table, _ row: [Cell]) -> [String: Cell] {
    let (from, to) = (table.text(row, "van"), table.text(row, "naar"))
    let clients = shown.cell(BundleName.from(from).clients())
    let followed = shown.cell(BundleName.follows(from, to).clients())
    return [
      "clienten_van": clients, "gevolgd": followed, "aandeel": share(followed, clients),
      "gelijktijdig_gestart": shown.cell(BundleName.together(from, to).clients()),
    ]
  }

  private func district(_ table: Table, _ row: [Cell]) -> [String: Cell] {
    let (district, kind) = (table.text(row, "gebied"), table.text(row, "voorzieningsoort"))
    let bundle: BundleName =
      district == "totaal" ? .market(kind, "") : .district(district, kind)
    let (clients, amount) = (shown.cell(bundle.clients()), shown.cell(bundle.amount()))
    let inhabitants = table.cell(row, "inwoners")
    func perInhabitant(_ cell: Cell, times factor: Int64, decimals: Int) -> Cell {
      guard case .number(1...) = inhabitants else { return .empty }
      return quotient(cell, inhabitants, times: factor, decimals: decimals)
    }
    return [
      "clienten": clients, "indicaties": shown.cell(bundle.indications()), "bedrag": amount,
      "clienten_per_1000": perInhabitant(clients, times: 1000, decimals: 4),
      "bedrag_per_client": quotient(amount, clients, decimals: 0),
      "bedrag_per_inwoner": perInhabitant(amount, times: 1, decimals: 0),
    ]
  }

  private func age(_ table: Table, _ row: [Cell]) -> [String: Cell] {
    let group = table.text(row, "product_groep")
    let bundle = BundleName.age(group, table.text(row, "leeftijdsklasse"))
    let clients = shown.cell(bundle.clients())
    let whole = group == "totaal" ? BundleName.all : BundleName.group(group)
    return [
      "clienten": clients, "bedrag": shown.cell(bundle.amount()),
      "aandeel": share(clients, shown.cell(whole.clients())),
    ]
  }
}
