public import Analytics
public import Ingest

/// The tables of a publication edition: nothing in them rests on a figure of the run that is hidden,
/// or on how a shown one is rounded.
public struct EditionTables: Sendable {
  /// In the order of the report; those of the run that declare a disclosure.
  public let tables: [Table]

  /// - Parameter tables: Those of the run.
  public init(
    _ tables: [Table], hiding hidden: HiddenBundles, _ parameters: PublicationParameters
  ) {
    let figures = ShownFigures(tables, hiding: hidden, parameters)
    let markets = ProviderMarkets(tables, figures, parameters)
    self.tables = Analysis.disclosed.compactMap { analysis in
      guard let table = tables.first(where: { $0.name == analysis.name }),
        let declaration = analysis.disclosure
      else { return nil }
      let rows =
        switch table.name {
        case Analysis.spendingShares.name: table.spendingShares(figures)
        case Analysis.combinations.name: table.combinations(figures, parameters)
        case Analysis.concentration.name: table.concentration(figures, markets)
        case Analysis.providers.name: markets.rows
        default: figures.rows(of: table)
        }
      return Table(
        name: table.name, title: table.title,
        countingRules: declaration.editionRules(of: table, parameters),
        columns: table.columns, rows: rows)
    }
  }
}
