public import Ingest

/// Two rows of a run's tables that had better be one.
///
/// For whoever makes the edition, and never part of it: it tells in numbers what is at risk.
public struct MergeAdvice: Sendable, Equatable {
  public enum Kind: Sendable, Equatable {
    case districts
    /// The first ages of the classes that are left.
    case ageClasses(lowerBounds: [Int])
    case productGroups
  }

  public let kind: Kind
  public let first: String
  public let second: String
  /// How many figures fewer are at risk by themselves; of product groups an estimate that is rather
  /// too low.
  public let fewer: Int
  /// How many are now.
  public let atRisk: Int
}

extension MergeAdvice {
  /// What to merge before the run where an edition hides more than half of the figures that are not 0:
  /// of every kind the merge that helps most by itself, the best first.
  ///
  /// Merges of one kind that help as much are in the order of their table, of kinds in that of ``Kind``.
  public static func best(
    for source: EditionSource, _ parameters: PublicationParameters,
    after account: SuppressionAccount
  ) -> [MergeAdvice] {
    let cells = account.tables.reduce(0) { $0 + $1.cells }
    let hidden = account.tables.reduce(0) { $0 + $1.hidden }
    guard 2 * hidden > cells else { return [] }
    let risks = RiskCount(source, parameters)
    let kinds = [risks.districtMerges, risks.ageMerges, GroupMerges(risks).all]
    return kinds.compactMap { best(of: $0) }.enumerated().sorted { a, b in
      (b.element.fewer, a.offset) < (a.element.fewer, b.offset)
    }.map(\.element)
  }

  /// The first of those that help most.
  private static func best(of merges: [MergeAdvice]) -> MergeAdvice? {
    let most = merges.map(\.fewer).max() ?? 0
    return most > 0 ? merges.first { $0.fewer == most } : nil
  }
}

extension MergeAdvice {
  /// One line without a period at its end.
  public var text: String {
    switch kind {
    case .districts:
      "\(merging("districts", fewer: "\(fewer)")): give both the same gebied in gebieden.csv, and run "
        + "again"
    case .ageClasses(let lowerBounds):
      "\(merging("age classes", fewer: "\(fewer)")): set leeftijdsklassen = \(lowerBounds) under "
        + "[telregels], and run again"
    case .productGroups:
      "\(merging("product groups", fewer: "about \(fewer)")): give the products of both the same "
        + "product_groep in producten.csv, and run again"
    }
  }

  private func merging(_ rows: String, fewer: String) -> String {
    "merging the \(rows) '\(first)' and '\(second)' takes away \(fewer) of \(atRisk) figures at risk"
  }
}
