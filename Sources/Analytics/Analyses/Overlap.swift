import Ingest

extension ColumnName {
  public static let also = ColumnName("ook")
}

extension Analysis {
  /// Clients of some functions who use others as well, per municipality.
  public static let overlap = Analysis(
    name: "overlap",
    title: "Cliënten die ook een andere functie gebruiken, per gemeente",
    columns: [
      .key(.municipality), .count(.clients), .count(.also),
      .derived(.share, .share, from: .also, .clients),
    ],
    needs: [.window, .municipality, .overlapGroups],
    countingRules: { parameters in
      [
        parameters.basisRule, parameters.windowRule, CountingRule.net, CountingRule.placement,
        CountingRule.client,
      ] + parameters.supply.regionRules + [
        """
        clienten zijn cliënten met gebruik van een functie van de groep; ook zijn daarvan de cliënten \
        die in de periode ook een van de andere genoemde functies gebruiken, gelijktijdig of niet.
        """, CountingRule.rounding,
      ]
    },
    datedRules: { ledger in DistrictAssignment(ledger).map { [$0.yearRule] } ?? [] },
    balances: [ColumnName.clients, .also].map { column in
      Balance(nil, [.toTotal(in: .municipality)], of: column)
    },
    rows: { ledger in
      let parts = ledger.overlapParts()
      let municipalities = Municipalities(ledger)
      let unknown = municipalities.codes.count
      var rows = Array(repeating: OverlapCount(), count: unknown + 1)
      var total = OverlapCount()
      ledger.forEachClient { placements in
        var (hasUse, isInGroup, isInOthers) = (false, false, false)
        for placement in placements where placement.isInvoiced {
          hasUse = true
          switch parts[Int(placement.product)] {
          case .group: isInGroup = true
          case .others: isInOthers = true
          case nil: break
          }
        }
        guard hasUse, let first = placements.first else { return }
        let municipality = municipalities.ofClient[Int(first.client)]
        rows[municipality].hasUse = true
        guard isInGroup else { return }
        rows[municipality].add(isInOthers)
        total.add(isInOthers)
      }
      var result = zip(municipalities.codes, rows).map { $1.cells(.text($0)) }
      if rows[unknown].hasUse { result.append(rows[unknown].cells(.level(.unknown))) }
      return result + [total.cells(.level(.total))]
    })
}

/// The clients of a row.
private struct OverlapCount {
  /// Whether there is use at all, of whatever function.
  var hasUse = false
  private var clients = 0
  private var also = 0

  mutating func add(_ isInOthers: Bool) {
    clients += 1
    if isInOthers { also += 1 }
  }

  func cells(_ code: Cell) -> [Cell] {
    [code, .count(clients), .count(also), .share(Int64(also), of: Int64(clients))]
  }
}

/// On which side of the overlap a function stands.
private enum OverlapPart {
  case group, others
}

extension Ledger {
  /// By product index; nil on neither side.
  fileprivate func overlapParts() -> [OverlapPart?] {
    let supply = parameters.supply
    let (names, functionOfProduct) = registers.functions(supply.function)
    let groups = Set((supply.overlapGroups ?? []).map(ByteWise.init))
    let others = supply.overlapOthers.map { Set($0.map(ByteWise.init)) }
    let parts = names.map { name -> OverlapPart? in
      if groups.contains(ByteWise(name)) { return .group }
      return others?.contains(ByteWise(name)) ?? true ? .others : nil
    }
    return functionOfProduct.map { parts[$0] }
  }
}
