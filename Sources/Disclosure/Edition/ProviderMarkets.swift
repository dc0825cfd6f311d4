import Analytics
import Ingest

/// The concerns of every market as an edition shows them: those with figures by their shown amount,
/// the others together.
struct ProviderMarkets {
  static let otherProviders = "overige aanbieders"

  /// Of all markets, in the order of the run's.
  private(set) var rows: [[Cell]] = []
  /// The shown amounts of the concerns of each market, the largest first.
  private var amounts: [BundleName: [Int64]] = [:]

  init(_ tables: [Table], _ figures: ShownFigures, _ parameters: PublicationParameters) {
    guard let table = tables.first(where: { $0.name == Analysis.providers.name }) else { return }
    for market in table.markets(of: figures.rows(of: table)) {
      add(market, table, figures, parameters)
    }
  }

  /// What each shown concern of a market invoiced in it, in their shown order.
  func amounts(in market: BundleName) -> [Int64] { amounts[market] ?? [] }

  private mutating func add(
    _ market: [[Cell]], _ table: Table, _ figures: ShownFigures,
    _ parameters: PublicationParameters
  ) {
    guard let first = market.first else { return }
    let name = table.market(of: first)
    let shown = market.filter { table.cell($0, .amount) != .hidden }.sorted { a, b in
      let (more, less) = (table.number(a, .amount) ?? 0, table.number(b, .amount) ?? 0)
      guard more == less else { return more > less }
      return precedesByteWise(table.text(a, .concern), table.text(b, .concern))
    }
    amounts[name] = shown.map { table.number($0, .amount) ?? 0 }
    rows += shown.enumerated().map { index, row in
      let ranked = row.with(.count(index + 1), in: .rank, of: table)
      guard parameters.providerNames == .rank else { return ranked }
      return ranked.with(.text("aanbieder \(index + 1)"), in: .concern, of: table)
    }
    guard shown.count < market.count else { return }
    rows.append(remainder(of: first, shown, in: figures.shown(name, .amount), table))
  }

  /// What is left of the shown amount of a market, unless that is too little to be shown.
  private func remainder(
    of first: [Cell], _ shown: [[Cell]], in total: Cell, _ table: Table
  ) -> [Cell] {
    var amount = Cell.hidden
    if case .number(let cents) = total {
      let rest = shown.reduce(cents) { $0 - (table.number($1, .amount) ?? 0) }
      if rest > 0 { amount = .number(rest) }
    }
    return
      first
      .with(.text(Self.otherProviders), in: .concern, of: table)
      .with(.empty, in: .rank, of: table)
      .with(amount, in: .amount, of: table)
      .with(.share(amount, of: total), in: .share, of: table)
      .with(.hidden, in: .clients, of: table)
      .with(.hidden, in: .clientShare, of: table)
  }
}

extension Table {
  /// The market of a row with a kind and a product code.
  func market(of row: [Cell]) -> BundleName {
    .market(text(row, .kind), text(row, .productCode))
  }

  /// Rows that follow each other, by their market.
  fileprivate func markets(of rows: [[Cell]]) -> [[[Cell]]] {
    var markets: [[[Cell]]] = []
    for row in rows {
      if let last = markets.last?.last, market(of: last) == market(of: row) {
        markets[markets.count - 1].append(row)
      } else {
        markets.append([row])
      }
    }
    return markets
  }
}
