import Analytics
import Ingest

@testable import Disclosure

/// The tables of a town that can be merged, each only as far as a test fills it, and their figures'
/// largest clients.
struct MergeableTown {
  private var rows: [String: [[Cell]]] = [:]
  private var amounts: [BundleName: DisclosureRisks.LargestClients] = [:]

  /// Care of one kind, with an indication and 100 euros per client.
  mutating func add(district: String, _ clients: Int64) {
    for kind in ["maatwerk", ""] {
      rows[Analysis.districtUse.name, default: []].append([
        .text(district), .level(kind.isEmpty ? .total : .kind),
        kind.isEmpty ? .empty : .text(kind), .empty, .number(clients), .empty, .number(clients),
        .number(clients * 100_00), .empty, .empty,
      ])
    }
  }

  mutating func add(group: String = "totaal", ages: [(ageClass: String, clients: Int64)]) {
    for (ageClass, clients) in ages {
      rows[Analysis.ages.name, default: []].append([
        .text(group), .text(ageClass), .number(clients), .number(0), .number(clients * 100_00),
      ])
    }
  }

  mutating func add(combination: [String], _ clients: Int64, simultaneous: Int64 = 0) {
    rows[Analysis.combinations.name, default: []].append([
      .text(combination.joined(separator: " + ")), .count(combination.count), .number(clients),
      .empty, combination.count == 1 ? .empty : .number(simultaneous),
      .number(clients * 100_00),
    ])
  }

  mutating func add(groupCounts clients: [Int64]) {
    for (label, clients) in zip(["1", "2", "3", "4", "5", "6+"], clients) {
      rows[Analysis.groupCounts.name, default: []].append([
        .text(label), .number(clients), .empty, .number(clients * 100_00),
      ])
    }
  }

  mutating func add(
    from: String, _ clients: Int64, to: String, followed: Int64, together: Int64 = 0
  ) {
    rows[Analysis.sequences.name, default: []].append([
      .text(from), .text(to), .number(clients), .number(followed), .empty, .number(together),
    ])
  }

  /// One client has all of an amount but what is left over.
  mutating func add(dominating largest: Int64, in bundle: BundleName, of sum: Int64) {
    amounts[bundle] = .init(largest: largest, second: 0, sum: sum)
  }

  /// What the edition that hides these bundles would be advised.
  func advice(hiding isHidden: (BundleName) -> Bool = { _ in true }) -> [MergeAdvice] {
    let tables = Analysis.disclosed.map { analysis in
      Table(
        name: analysis.name, title: "", countingRules: [], columns: analysis.columns,
        rows: rows[analysis.name] ?? [])
    }
    let source = EditionSource(
      tables: tables, risks: DisclosureRisks(productGroups: [], amounts: amounts), window: nil)
    let parameters = PublicationParameters()
    let system = CellSystem(source, parameters, former: [])
    let hidden = system.bundles.map(\.name).filter(isHidden)
    let account = SuppressionAccount(
      system, source,
      HiddenBundles(Dictionary(uniqueKeysWithValues: hidden.map { ($0, .protecting) })),
      formerEditions: [], publicCount: 0)
    return MergeAdvice.best(for: source, parameters, after: account)
  }
}
