import Analytics
import Ingest

/// One base cell of the contract: a bundle, and which of its figures.
struct Figure: Hashable {
  enum Part: String {
    case clients = "c"
    case indications = "i"
    case amount = "a"
    /// What `uitgaven-verhouding` has for `algemeen`: subsidies and the amount of the market.
    case spending = "uitgaven"
  }

  let bundle: BundleName
  let part: Part

  var isAmount: Bool { part == .amount || part == .spending }
  var text: String { "\(bundle.text) \(part.rawValue)" }
}

extension BundleName {
  func clients() -> Figure { Figure(bundle: self, part: .clients) }
  func indications() -> Figure { Figure(bundle: self, part: .indications) }
  func amount() -> Figure { Figure(bundle: self, part: .amount) }

  static let all = BundleName.market("", "")
  static let spending = Figure(bundle: .market("algemeen", ""), part: .spending)
}

extension Table {
  func text(_ row: [Cell], _ column: String) -> String { text(row, ColumnName(column)) }
  func number(_ row: [Cell], _ column: String) -> Int64? { number(row, ColumnName(column)) }
  func cell(_ row: [Cell], _ column: String) -> Cell { cell(row, ColumnName(column)) }

  /// A market's bundle: of `product-gebruik`, `concentratie` and `aanbieders`.
  func market(_ row: [Cell]) -> BundleName {
    .market(text(row, "voorzieningsoort"), text(row, "product_code"))
  }

  /// `2017-03`
  func month(_ row: [Cell]) -> String {
    Month(number: Int32(number(row, "maand") ?? 0)).iso
  }
}

/// The base cells of a run with their true values, by the contract's table of bundles.
struct RunFigures {
  let tables: [Table]
  private(set) var values: [Figure: Int64] = [:]
  /// Every figure once, as the tables name them.
  private(set) var figures: [Figure] = []
  /// Product groups with clients in the window, as `leeftijd` names them.
  private(set) var groups: [String] = []

  init(_ tables: [Table]) {
    self.tables = tables
    markets()
    months()
    combinations()
    ages()
    districts()
    providers()
    sequences()
  }

  func table(_ name: String) -> Table {
    tables.first { $0.name == name }
      ?? Table(name: name, title: "", countingRules: [], columns: [], rows: [])
  }

  func value(_ figure: Figure) -> Int64 { values[figure] ?? 0 }

  /// The clients behind a bundle; of the cell itself where it stands alone.
  func clients(of bundle: BundleName) -> Int64 { value(bundle.clients()) }

  private mutating func add(_ figure: Figure, _ value: Int64?) {
    guard let value else { return }
    if values.updateValue(value, forKey: figure) == nil { figures.append(figure) }
  }

  private mutating func add(_ bundle: BundleName, _ table: Table, _ row: [Cell]) {
    add(bundle.clients(), table.number(row, "clienten"))
    if table.columns.contains(where: { $0.name == .indications }) {
      add(bundle.indications(), table.number(row, "indicaties"))
    }
    add(bundle.amount(), table.number(row, "bedrag"))
  }

  private mutating func markets() {
    let products = table("product-gebruik")
    for row in products.rows { add(products.market(row), products, row) }
    let spending = table("uitgaven-verhouding")
    for row in spending.rows(.kind, "algemeen") {
      add(BundleName.spending, spending.number(row, "bedrag"))
    }
    let concentration = table("concentratie")
    for row in concentration.rows {
      let kind = concentration.text(row, "voorzieningsoort")
      let code = concentration.text(row, "product_code")
      let clients = value(BundleName.market(kind, code).clients())
      let share = concentration.number(row, "clienten_cr3") ?? 0
      add(BundleName.threeLargest(kind, code).clients(), (share * clients + 500_000) / 1_000_000)
    }
  }

  private mutating func months() {
    let months = table("maandverloop")
    for row in months.rows {
      let month = months.month(row)
      add(.month(month), months, row)
      add(BundleName.present(month).clients(), months.number(row, "aanwezig"))
      add(BundleName.inflow(month).clients(), months.number(row, "instroom"))
      add(BundleName.outflow(month).clients(), months.number(row, "uitstroom"))
    }
  }

  private mutating func combinations() {
    let combinations = table("combinaties")
    for row in combinations.rows {
      let name = combinations.text(row, "combinatie")
      add(.combination(name), combinations, row)
      add(
        BundleName.simultaneous(name).clients(), combinations.number(row, "gelijktijdig"))
    }
    let counts = table("aantal-voorzieningen")
    for row in counts.rows { add(.groupCount(counts.text(row, "aantal_groepen")), counts, row) }
  }

  private mutating func ages() {
    let ages = table("leeftijd")
    var sums: [BundleName: (clients: Int64, amount: Int64)] = [:]
    for row in ages.rows {
      let group = ages.text(row, "product_groep")
      add(.age(group, ages.text(row, "leeftijdsklasse")), ages, row)
      if group == "totaal" { continue }
      if sums[.group(group)] == nil { groups.append(group) }
      sums[.group(group), default: (0, 0)].clients += ages.number(row, "clienten") ?? 0
      sums[.group(group), default: (0, 0)].amount += ages.number(row, "bedrag") ?? 0
    }
    for group in groups {
      let sum = sums[.group(group)] ?? (0, 0)
      add(BundleName.group(group).clients(), sum.clients)
      add(BundleName.group(group).amount(), sum.amount)
    }
  }

  private mutating func districts() {
    let districts = table("wijken")
    for row in districts.rows where districts.text(row, "gebied") != "totaal" {
      let kind = districts.text(row, "voorzieningsoort")
      add(.district(districts.text(row, "gebied"), kind), districts, row)
    }
  }

  private mutating func providers() {
    let providers = table("aanbieders")
    for row in providers.rows { add(Self.care(providers, row), providers, row) }
  }

  static func care(_ table: Table, _ row: [Cell]) -> BundleName {
    .care(
      table.text(row, "voorzieningsoort"), table.text(row, "product_code"),
      table.text(row, "concern"))
  }

  private mutating func sequences() {
    let sequences = table("opvolging")
    for row in sequences.rows {
      let (from, to) = (sequences.text(row, "van"), sequences.text(row, "naar"))
      add(BundleName.from(from).clients(), sequences.number(row, "clienten_van"))
      add(BundleName.follows(from, to).clients(), sequences.number(row, "gevolgd"))
      add(
        BundleName.together(from, to).clients(), sequences.number(row, "gelijktijdig_gestart"))
    }
  }
}
