import Analytics
import Disclosure
import Ingest

extension MadeUpRun {
  /// A table of its edition, a line a row: `-` for empty, `x` for hidden; without the titles of rows
  /// that do not begin with the given cells.
  func edition(
    _ analysis: Analysis, _ beginning: String = "", hiding bundles: [BundleName] = [],
    _ parameters: PublicationParameters = PublicationParameters()
  ) -> String {
    lines(of: analysis, hiding: bundles, parameters).filter { $0.hasPrefix(beginning) }
      .joined(separator: "\n")
  }

  private func lines(
    of analysis: Analysis, hiding bundles: [BundleName], _ parameters: PublicationParameters
  ) -> [String] {
    let hidden = HiddenBundles(
      Dictionary(uniqueKeysWithValues: bundles.map { ($0, .atRisk) }))
    let tables = EditionTables(self.tables, hiding: hidden, parameters).tables
    return tables.filter { $0.name == analysis.name }.flatMap(\.rows).map { row in
      row.map(\.drawn).joined(separator: " | ")
    }
  }
}

extension Cell {
  fileprivate var drawn: String {
    switch self {
    case .text(let text): text
    case .number(let number): "\(number)"
    case .empty: "-"
    case .hidden: Cell.hiddenText
    }
  }
}

extension PublicationParameters {
  init(
    countBase: Int64, amountBaseEuros: Int64, threshold: Int64 = 10,
    providerNames: ProviderNames = .name
  ) {
    self.init()
    self.threshold = threshold
    self.countBase = countBase
    self.amountBaseEuros = amountBaseEuros
    self.providerNames = providerNames
  }

  static let exact = PublicationParameters(countBase: 1, amountBaseEuros: 0)
}
