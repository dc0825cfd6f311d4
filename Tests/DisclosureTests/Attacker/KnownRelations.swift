import Analytics
import Ingest

/// Figures with factors: what is added up in a relation, or an implicit cell.
struct Terms {
  var terms: [(figure: Figure, factor: Int64)]

  init(_ plus: [Figure], minus: [Figure] = []) {
    terms = plus.map { ($0, 1) } + minus.map { ($0, -1) }
  }

  func value(_ run: RunFigures) -> Int64 {
    terms.reduce(0) { $0 + $1.factor * run.value($1.figure) }
  }
}

/// What the attacker knows to hold between the cells of a run: every clause of the contract's
/// section "What the attacker knows", where it is true in this run.
struct KnownRelations {
  let run: RunFigures
  /// Terms that are 0.
  private(set) var equalities: [Terms] = []
  /// Terms that are 0 or more.
  private(set) var inequalities: [Terms] = []
  /// Parts of one sum: for a client who is alone in one of them.
  private(set) var sums: [[Figure]] = []
  private(set) var implicitCells: [(name: String, terms: Terms)] = []

  init(_ run: RunFigures, risks: DisclosureRisks?, window: ClosedRange<Day>?) {
    self.run = run
    markets()
    providers()
    combinations()
    ages(risks)
    districts()
    months(window)
    sequences()
    clientsAndIndications()
  }

  /// parts = whole, where true.
  mutating func sum(_ parts: [Figure], _ whole: Figure) {
    let terms = Terms(parts, minus: [whole])
    guard terms.value(run) == 0 else { return }
    equalities.append(terms)
    sums.append(parts)
  }

  mutating func equal(_ terms: Terms) {
    if terms.value(run) == 0 { equalities.append(terms) }
  }

  /// small ≤ large, where true.
  mutating func order(_ small: [Figure], _ large: [Figure]) {
    let terms = Terms(large, minus: small)
    if terms.value(run) >= 0 { inequalities.append(terms) }
  }

  /// Largest part ≤ whole ≤ sum of parts.
  mutating func distinct(_ parts: [Figure], _ whole: Figure) {
    for part in parts { order([part], [whole]) }
    order([whole], parts)
  }

  /// A cell that stands nowhere: known to be 0 or more.
  mutating func implicit(_ name: String, _ terms: Terms) {
    implicitCells.append((name, terms))
    if terms.value(run) >= 0 { inequalities.append(terms) }
  }

  // MARK: Clauses

  private mutating func markets() {
    let table = run.table("product-gebruik")
    let kinds = table.rows(at: .kind).map { table.market($0) }
    let products = table.rows(at: .product)
    for kind in kinds {
      let parts = products.map { table.market($0) }
        .filter { $0.text.hasPrefix(kind.text) }
      // Amounts: products → kind. Distinct clients and indications: products, kind.
      sum(parts.map { $0.amount() }, kind.amount())
      distinct(parts.map { $0.clients() }, kind.clients())
      distinct(parts.map { $0.indications() }, kind.indications())
    }
    // Amounts: kinds → total. Distinct clients and indications: kind, total.
    sum(kinds.map { $0.amount() }, BundleName.all.amount())
    distinct(kinds.map { $0.clients() }, BundleName.all.clients())
    distinct(kinds.map { $0.indications() }, BundleName.all.indications())
    implicit(
      "soorten markt//", Terms(kinds.map { $0.clients() }, minus: [BundleName.all.clients()]))
    // `algemeen` of uitgaven-verhouding: subsidies, which are public, and the market's amount.
  }

  private mutating func providers() {
    let table = run.table("aanbieders")
    let markets = run.table("concentratie")
    for row in markets.rows {
      let market = markets.market(row)
      let kind = markets.text(row, "voorzieningsoort")
      let code = markets.text(row, "product_code")
      let rows = table.rows.filter { table.market($0) == market }
      let cares = rows.map { RunFigures.care(table, $0) }
      // Amounts: concerns → market. Distinct clients: concerns, market.
      sum(cares.map { $0.amount() }, market.amount())
      distinct(cares.map { $0.clients() }, market.clients())
      // Distinct clients: the three largest concerns, cr3; those of the market whom they do not
      // serve.
      let largest = zip(rows, cares)
        .filter { (1...3).contains(table.number($0.0, "rang") ?? 0) }
        .filter { (table.number($0.0, "bedrag") ?? 0) > 0 }
      let served = BundleName.threeLargest(kind, code).clients()
      distinct(largest.map { $0.1.clients() }, served)
      implicit("rest cr3/\(kind)/\(code)", Terms([market.clients()], minus: [served]))
    }
    // A concern's products → its kind → its total: amounts, and distinct clients.
    for row in table.rows where !table.holds(row, .product) {
      let whole = RunFigures.care(table, row)
      let kind = table.text(row, "voorzieningsoort")
      let parts = table.rows.filter {
        table.cell($0, "concern") == table.cell(row, "concern")
          && table.holds($0, kind.isEmpty ? .kind : .product)
          && (kind.isEmpty || table.text($0, "voorzieningsoort") == kind)
      }.map { RunFigures.care(table, $0) }
      sum(parts.map { $0.amount() }, whole.amount())
      distinct(parts.map { $0.clients() }, whole.clients())
    }
  }

  private mutating func districts() {
    let table = run.table("wijken")
    let rows = table.rows.filter { table.text($0, "gebied") != "totaal" }
    func bundle(_ row: [Cell]) -> BundleName {
      .district(table.text(row, "gebied"), table.text(row, "voorzieningsoort"))
    }
    for row in rows where table.text(row, "voorzieningsoort").isEmpty {
      let district = table.text(row, "gebied")
      let kinds = rows.filter {
        table.text($0, "gebied") == district && !table.text($0, "voorzieningsoort").isEmpty
      }.map(bundle)
      let whole = bundle(row)
      // Amounts: kinds → district. Distinct clients and indications: kinds, district.
      sum(kinds.map { $0.amount() }, whole.amount())
      distinct(kinds.map { $0.clients() }, whole.clients())
      distinct(kinds.map { $0.indications() }, whole.indications())
      implicit(
        "soorten \(whole.text)", Terms(kinds.map { $0.clients() }, minus: [whole.clients()]))
    }
    // Districts → municipality, per kind: amounts, clients, indications where true.
    for row in table.rows where table.text(row, "gebied") == "totaal" {
      let kind = table.text(row, "voorzieningsoort")
      let parts = rows.filter { table.text($0, "voorzieningsoort") == kind }.map(bundle)
      let whole = BundleName.market(kind, "")
      sum(parts.map { $0.amount() }, whole.amount())
      sum(parts.map { $0.clients() }, whole.clients())
      sum(parts.map { $0.indications() }, whole.indications())
    }
  }

  private mutating func ages(_ risks: DisclosureRisks?) {
    let table = run.table("leeftijd")
    for group in run.groups + ["totaal"] {
      let parts = table.rows(.productGroup, group).map {
        BundleName.age(group, table.text($0, "leeftijdsklasse"))
      }
      let whole = group == "totaal" ? BundleName.all : BundleName.group(group)
      // Ages of a group → group: amounts and clients.
      sum(parts.map { $0.amount() }, whole.amount())
      sum(parts.map { $0.clients() }, whole.clients())
    }
    for row in table.rows(.productGroup, "totaal") {
      let age = table.text(row, "leeftijdsklasse")
      let parts = run.groups.map { BundleName.age($0, age) }
      // Groups at an age, `totaal` at that age: amounts a sum, clients distinct.
      sum(parts.map { $0.amount() }, BundleName.age("totaal", age).amount())
      distinct(parts.map { $0.clients() }, BundleName.age("totaal", age).clients())
    }
    // Products of a group → group: amounts a sum, clients distinct.
    let products = run.table("product-gebruik")
    let groupOf = Dictionary(
      uniqueKeysWithValues: (risks?.productGroups ?? []).map {
        (BundleName.market("", $0.code), BundleName.group($0.group))
      })
    for group in run.groups where risks != nil {
      let parts = products.rows(at: .product)
        .filter { groupOf[.market("", products.text($0, "product_code"))] == .group(group) }
        .map { products.market($0) }
      sum(parts.map { $0.amount() }, BundleName.group(group).amount())
      distinct(parts.map { $0.clients() }, BundleName.group(group).clients())
    }
  }

  /// c ≤ i, if true in every row.
  private mutating func clientsAndIndications() {
    let pairs = run.figures.filter { $0.part == .indications }
      .map { (clients: $0.bundle.clients(), indications: $0) }
    guard pairs.allSatisfy({ run.value($0.clients) <= run.value($0.indications) }) else { return }
    for pair in pairs { order([pair.clients], [pair.indications]) }
  }
}
