import Ingest

extension ColumnName {
  public static let amountBefore = ColumnName("bedrag_vergelijking")
  public static let mixEffect = ColumnName("mix")
  public static let volumeEffect = ColumnName("volume")
  public static let priceEffect = ColumnName("prijs")
  public static let begun = ColumnName("nieuw")
  public static let ended = ColumnName("beeindigd")
  public static let wayOfWorking = ColumnName("werkwijze")

  /// What a change of costs is made of, in the order of the table.
  public static let costEffects: [ColumnName] = [
    .clients, .mixEffect, .volumeEffect, .priceEffect, .begun, .ended,
  ]
}

extension Analysis {
  private static let levels = [
    RowSum(.level(.productGroup), to: .level(.kind), by: [.kind]),
    RowSum(.level(.kind), to: .level(.total)),
  ]

  /// Why costs changed since the period that the window is compared with.
  public static let costChange = Analysis(
    name: "kostenontwikkeling",
    title: "Waardoor de kosten veranderden",
    columns: [
      .key(.level), .key(.kind), .key(.productGroup), .amount(.amountBefore), .amount(.amount),
      .derived(.difference, .amount, from: .amountBefore, .amount),
      .derived(.clients, .amount, from: .difference),
      .derived(.mixEffect, .amount, from: .difference),
      .derived(.volumeEffect, .amount, from: .difference),
      .derived(.priceEffect, .amount, from: .difference), .amount(.begun), .amount(.ended),
      .text(.wayOfWorking),
    ],
    coverage: .comparison,
    countingRules: { parameters in
      [
        parameters.basisRule, parameters.windowRule, parameters.comparisonRule, CountingRule.net,
        CountingRule.group,
        """
        Het verschil is per product en eenheid (minuten en uren zijn één eenheid) verdeeld over vier \
        oorzaken: het aantal cliënten, de mix (hoe zij over de producten zijn verdeeld), het volume per \
        cliënt en de prijs per eenheid. Een product dat in maar één van beide perioden voorkomt, is \
        nieuw of beëindigd; een product dat van eenheid wisselt ook.
        """,
        """
        Werkwijze: LMDI waar het bedrag in beide perioden boven nul is, anders Shapley (het gemiddelde \
        over alle volgorden). Beide laten geen rest. Bij euro's als eenheid, of een volume dat niet \
        boven nul is, valt de prijs in het volume. Een andere werkwijze verdeelt hetzelfde verschil \
        anders.
        """,
        """
        De oorzaken zijn per rij geteld en tellen over rijen niet op. Er is niet gecorrigeerd voor wat \
        nog te declareren is: een periode die nog niet compleet is, lijkt te goedkoop.
        """,
      ]
    },
    balances: [
      Balance(.netInWindow, levels), Balance(.netInComparison, levels, of: .amountBefore),
      Balance(nil, levels, of: .difference), Balance(nil, levels, of: .begun),
      Balance(nil, levels, of: .ended),
    ],
    laws: [
      TableLaw("the six effects add up to verschil, that is bedrag - bedrag_vergelijking") {
        table, _ in
        table.rows.allSatisfy { row in
          let difference = table.number(row, .difference) ?? 0
          let sum = ColumnName.costEffects.reduce(0) { $0 + (table.number(row, $1) ?? 0) }
          let amounts =
            (table.number(row, .amount) ?? 0) - (table.number(row, .amountBefore) ?? 0)
          return difference == sum && difference == amounts
        }
      }
    ],
    rows: { ledger in
      let parts = ledger.comparedParts()
      let names = ledger.registers.productGroups
      let groups = ProvisionKind.allCases.flatMap { kind in
        names.indices.compactMap { group -> [Cell]? in
          let own = parts.filter { $0.kind == kind && $0.group == group }
          if own.isEmpty { return nil }
          return CostChangeRow(own).cells(.productGroup, .text(kind.code), .text(names[group]))
        }
      }
      let kinds = ProvisionKind.allCases.map { kind in
        CostChangeRow(parts.filter { $0.kind == kind }).cells(.kind, .text(kind.code))
      }
      return groups + kinds + [CostChangeRow(parts).cells(.total)]
    })
}

/// A product in one unit, in both periods.
private struct ComparedPart {
  let kind: ProvisionKind
  let group: Int
  var before = Decomposition.Part()
  var after = Decomposition.Part()

  var isBefore: Bool { before.clients > 0 }
  var isAfter: Bool { after.clients > 0 }
}

/// What a row tells of some parts.
private struct CostChangeRow {
  private let before: Int64
  private let after: Int64
  private let begun: Int64
  private let ended: Int64
  private let decomposition: Decomposition

  init(_ parts: [ComparedPart]) {
    func sum(_ parts: some Sequence<ComparedPart>, _ cents: (ComparedPart) -> Int64) -> Int64 {
      parts.reduce(0) { $0 + cents($1) }
    }
    before = sum(parts) { $0.before.cents }
    after = sum(parts) { $0.after.cents }
    begun = sum(parts.filter { !$0.isBefore }) { $0.after.cents }
    ended = -sum(parts.filter { !$0.isAfter }) { $0.before.cents }
    decomposition = Decomposition(
      parts.filter { $0.isBefore && $0.isAfter }.map { ($0.before, $0.after) })
  }

  func cells(_ level: Level, _ kind: Cell = .empty, _ group: Cell = .empty) -> [Cell] {
    [.level(level), kind, group, .number(before), .number(after), .number(after - before)]
      + decomposition.effects.map(Cell.number) + [
        .number(begun), .number(ended),
        decomposition.method.map { .text($0.rawValue) } ?? .empty,
      ]
  }
}

extension Ledger {
  /// The parts that are present in either period, by product code, then unit, byte-wise.
  fileprivate func comparedParts() -> [ComparedPart] {
    let products = registers.products
    var parts = products.flatMap { product in
      VolumeUnit.allCases.map { _ in ComparedPart(kind: product.kind, group: product.group) }
    }
    // The placements of a client stand together.
    var latest = [(before: Int32, after: Int32)](repeating: (-1, -1), count: parts.count)
    for placement in placements {
      forEachUnitNet(of: placement) { unit, before, after in
        let index = Int(placement.product) * VolumeUnit.count + unit.rawValue
        parts[index].before.cents += before
        parts[index].after.cents += after
        if before != 0, latest[index].before != placement.client {
          latest[index].before = placement.client
          parts[index].before.clients += 1
        }
        if after != 0, latest[index].after != placement.client {
          latest[index].after = placement.client
          parts[index].after.clients += 1
        }
      }
    }
    let order = products.indices.sorted { precedesByteWise(products[$0].code, products[$1].code) }
    return order.flatMap { product in
      VolumeUnit.allCases.compactMap { unit -> ComparedPart? in
        var part = parts[product * VolumeUnit.count + unit.rawValue]
        guard part.isBefore || part.isAfter else { return nil }
        // Euros have no price.
        if unit != .euro {
          part.before.volume = volumes[product, unit, .comparison]
          part.after.volume = volumes[product, unit, .window]
        }
        return part
      }
    }
  }
}
