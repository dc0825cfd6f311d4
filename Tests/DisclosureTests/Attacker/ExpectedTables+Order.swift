import Analytics
import Ingest

/// The tables whose rows are left out and put in order, and the figures that rest on that order.
extension ExpectedTables {
  func combinations(_ table: Table) -> [[Cell]] {
    let total = BundleName.all
    let rows = table.rows.filter {
      !shown.hidden.contains(.combination(table.text($0, "combinatie")))
    }
    var written = rows.map { row in
      let bundle = BundleName.combination(table.text(row, "combinatie"))
      let simultaneous = BundleName.simultaneous(table.text(row, "combinatie")).clients()
      let clients = shown.cell(bundle.clients())
      return replacing(
        table, row,
        [
          "clienten": clients, "bedrag": shown.cell(bundle.amount()),
          "aandeel": share(clients, shown.cell(total.clients())),
          "gelijktijdig": run.values[simultaneous] == nil ? .empty : shown.cell(simultaneous),
        ])
    }
    written.sort { a, b in
      let (left, right) = (table.number(a, "clienten") ?? 0, table.number(b, "clienten") ?? 0)
      if left != right { return left > right }
      return precedesByteWise(table.text(a, "combinatie"), table.text(b, "combinatie"))
    }
    if rows.count < table.rows.count {
      var clients = rest(total.clients(), table, written, "clienten")
      var amount = rest(total.amount(), table, written, "bedrag")
      if case .number(shown.parameters.threshold...) = clients, case .number(1...) = amount {
      } else {
        (clients, amount) = (.hidden, .hidden)
      }
      let empty = table.columns.map { _ in Cell.empty }
      written.append(
        replacing(
          table, empty,
          [
            "combinatie": .text(Self.otherCombinations), "clienten": clients, "bedrag": amount,
            "aandeel": share(clients, shown.cell(total.clients())),
          ]))
    }
    return written
  }

  /// A shown total less the shown rows.
  private func rest(_ total: Figure, _ table: Table, _ rows: [[Cell]], _ column: String) -> Cell {
    guard case .number(let whole) = shown.cell(total) else { return .hidden }
    return .number(whole - rows.reduce(0) { $0 + (table.number($1, column) ?? 0) })
  }

  func providers(_ table: Table) -> [[Cell]] {
    var written: [[Cell]] = []
    for market in marketsInOrder(table) {
      let all = table.rows.filter { table.market($0) == market }
      let rows = shownConcerns(table, market)
      let whole = shown.cell(market.amount())
      for (place, row) in rows.enumerated() {
        let bundle = RunFigures.care(table, row)
        let (clients, amount) = (shown.cell(bundle.clients()), shown.cell(bundle.amount()))
        var cells: [String: Cell] = [
          "rang": .count(place + 1), "bedrag": amount, "aandeel": share(amount, whole),
          "clienten": clients, "aandeel_clienten": share(clients, shown.cell(market.clients())),
        ]
        if shown.parameters.providerNames == .rank {
          cells["concern"] = .text("aanbieder \(place + 1)")
        }
        written.append(replacing(table, row, cells))
      }
      guard rows.count < all.count, let row = all.first else { continue }
      var amount = Cell.hidden
      if case .number(let whole) = whole {
        let rest = rows.reduce(whole) { rest, row in
          guard case .number(let part) = shown.cell(RunFigures.care(table, row).amount())
          else { return rest }
          return rest - part
        }
        amount = rest > 0 ? .number(rest) : .hidden
      }
      written.append(
        replacing(
          table, row,
          [
            "concern": .text(Self.otherProviders), "rang": .empty, "bedrag": amount,
            "aandeel": share(amount, whole), "clienten": .hidden, "aandeel_clienten": .hidden,
          ]))
    }
    return written
  }

  private func marketsInOrder(_ table: Table) -> [BundleName] {
    var markets: [BundleName] = []
    for row in table.rows where markets.last != table.market(row) {
      markets.append(table.market(row))
    }
    return markets
  }

  /// A market's rows of `aanbieders` that are shown, in order of their shown amounts.
  private func shownConcerns(_ table: Table, _ market: BundleName) -> [[Cell]] {
    func amount(_ row: [Cell]) -> Int64 {
      let figure = RunFigures.care(table, row).amount()
      return SeenFigures.rounded(run.value(figure), shown.base(figure))
    }
    return table.rows
      .filter {
        table.market($0) == market && !shown.hidden.contains(RunFigures.care(table, $0))
      }
      .sorted { a, b in
        if amount(a) != amount(b) { return amount(a) > amount(b) }
        return precedesByteWise(table.text(a, "concern"), table.text(b, "concern"))
      }
  }

  func concentration(_ table: Table, _ row: [Cell]) -> [String: Cell] {
    let market = table.market(row)
    let (kind, code) = (table.text(row, "voorzieningsoort"), table.text(row, "product_code"))
    let columns = ["cr1", "cr2", "cr3", "hhi", "effectief_aantal"]
    func all(_ cell: Cell) -> [String: Cell] {
      Dictionary(uniqueKeysWithValues: columns.map { ($0, cell) })
    }
    let clients = share(
      shown.cell(BundleName.threeLargest(kind, code).clients()), shown.cell(market.clients()))
    let own: [String: Cell] = ["bedrag": shown.cell(market.amount()), "clienten_cr3": clients]
    guard case .number(let whole) = shown.cell(market.amount()) else {
      return all(.hidden).merging(own) { $1 }.merging(["aanbieders": .hidden]) { $1 }
    }
    let providers = run.table("aanbieders")
    let isWithout = !providers.rows.contains { providers.market($0) == market }
    let amounts = shownConcerns(providers, market).compactMap { row -> Int64? in
      guard case .number(let amount) = shown.cell(RunFigures.care(providers, row).amount())
      else { return nil }
      return amount > 0 ? amount : nil
    }
    // A market without any concern has nothing to hide.
    if isWithout { return all(.empty).merging(own) { $1 } }
    if amounts.isEmpty { return all(.hidden).merging(own) { $1 } }
    if whole <= 0 { return all(.empty).merging(own) { $1 } }
    func largest(_ count: Int) -> Cell {
      guard
        case .number(let share) = Cell.quotient(
          amounts.prefix(count).reduce(0, +), whole, decimals: 6)
      else { return .empty }
      return .number(min(share, 1_000_000))
    }
    let shares = amounts.map { Double($0) / Double(whole) }
    let unshown = Double(max(0, (table.number(row, "aanbieders") ?? 0) - Int64(amounts.count)))
    let rest = max(0, 1 - shares.reduce(0, +))
    let squares = shares.reduce(0) { $0 + $1 * $1 } + (unshown > 0 ? rest * rest / unshown : 0)
    let index = min(10_000, squares * 10_000)
    return [
      "cr1": largest(1), "cr2": largest(2), "cr3": largest(3),
      "hhi": .number(Int64((index * 10).rounded(.toNearestOrAwayFromZero))),
      "effectief_aantal": .number(
        Int64((10_000 / index * 100).rounded(.toNearestOrAwayFromZero))),
    ].merging(own) { $1 }
  }
}
