import Analytics
import Ingest

extension Table {
  static let otherCombinations = "overige combinaties"

  /// `combinaties`: those that are shown, the most clients first, and the others together.
  ///
  /// That a combination exists is a secret of its clients where their number is.
  func combinations(_ figures: ShownFigures, _ parameters: PublicationParameters) -> [[Cell]] {
    let shown = figures.rows(of: self).filter { cell($0, .clients) != .hidden }
    let sorted = shown.sorted { a, b in
      let (more, fewer) = (number(a, .clients) ?? 0, number(b, .clients) ?? 0)
      guard more == fewer else { return more > fewer }
      return precedesByteWise(text(a, .combination), text(b, .combination))
    }
    guard shown.count < rows.count else { return sorted }
    return sorted + [remainder(of: shown, figures, parameters)]
  }

  /// What is left of the shown totals, unless it is too little to be shown itself.
  private func remainder(
    of shown: [[Cell]], _ figures: ShownFigures, _ parameters: PublicationParameters
  ) -> [Cell] {
    let totalClients = figures.shown(.municipality, .clients)
    var (clients, amount): (Cell, Cell) = (.hidden, .hidden)
    if case .number(let allClients) = totalClients,
      case .number(let allCents) = figures.shown(.municipality, .amount)
    {
      let restClients = shown.reduce(allClients) { $0 - (number($1, .clients) ?? 0) }
      let restCents = shown.reduce(allCents) { $0 - (number($1, .amount) ?? 0) }
      if restClients >= parameters.threshold, restCents > 0 {
        (clients, amount) = (.number(restClients), .number(restCents))
      }
    }
    return [Cell](repeating: .empty, count: columns.count)
      .with(.text(Self.otherCombinations), in: .combination, of: self)
      .with(clients, in: .clients, of: self)
      .with(.share(clients, of: totalClients), in: .share, of: self)
      .with(amount, in: .amount, of: self)
  }
}
