import Ingest

extension Analysis {
  /// Use and cost per district, beside its inhabitants.
  public static let districtUse = Analysis(
    name: "wijken",
    title: "Gebruik en kosten per gebied",
    columns: [
      Column("gebied", .text), Column("niveau", .text), Column("voorzieningsoort", .text),
      Column("inwoners", .count), Column("clienten", .count),
      Column("clienten_per_1000", .ratio(decimals: 4)), Column("indicaties", .count),
      Column("bedrag", .amount), Column("bedrag_per_client", .amount),
      Column("bedrag_per_inwoner", .amount),
    ],
    countingRules: { parameters in
      [
        parameters.basisRule, parameters.windowRule, CountingRule.net, CountingRule.placement,
        CountingRule.client, CountingRule.indication, CountingRule.recounted,
        """
        Het gebied is dat van de wijk van de cliënt, in het laatste peiljaar dat niet na het \
        laatste jaar van de periode ligt, en anders in het eerste peiljaar.
        """,
        """
        Ontbreekt een wijk in dat peiljaar, dan geldt haar gebied in het dichtstbijzijnde eerdere \
        jaar, en anders in het eerste latere; haar inwoners tellen dan niet mee.
        """,
        """
        Cliënten zonder wijk, met een wijk die niet in gebieden.csv staat, of die zelf niet in \
        clienten.csv staan, zijn onbekend. Subsidies tellen hier niet mee.
        """,
        """
        Is van een wijk het aantal inwoners leeg, dan is dat van haar gebied en van het totaal \
        ook leeg.
        """, CountingRule.rounding,
      ]
    },
    balance: Balance(
      .netInWindow,
      layers: [false, true].flatMap { isTotal in
        [Level.kind, Level.total].map { level in
          Balance.Layer { ($0[0] == .text(Level.total)) == isTotal && $0[1] == .text(level) }
        }
      },
      isFilled: { $0.registers.clients != nil && $0.registers.districts != nil }
    ),
    rows: { ledger in
      guard let clients = ledger.registers.clients, let districts = ledger.registers.districts
      else { return [] }
      let assignment = DistrictAssignment(
        districts, wijken: ledger.registers.wijken, lastYear: ledger.lastWindowYear)
      let unknown = assignment.names.count
      let districtOfClient = clients.map { assignment.district(of: $0) ?? unknown }
      let kindOfProduct = ledger.registers.products.map(\.kind.rawValue)
      let byDistrict = ledger.invoicedPlacements(into: unknown + 1) {
        districtOfClient[Int($0.client)]
      }
      let kindCount = ProvisionKind.allCases.count
      let byDistrictAndKind = ledger.invoicedPlacements(into: (unknown + 1) * kindCount) {
        districtOfClient[Int($0.client)] * kindCount + kindOfProduct[Int($0.product)]
      }

      var counter = UsageCounter(ledger)
      var rows: [[Cell]] = []
      for district in 0...unknown {
        let isUnknown = district == unknown
        if isUnknown, byDistrict[district].isEmpty { continue }
        let row = DistrictRow(
          name: isUnknown ? "onbekend" : assignment.names[district],
          inhabitants: isUnknown ? nil : assignment.inhabitants[district]
        )
        rows += ProvisionKind.allCases.map { kind in
          let positions = byDistrictAndKind[district * kindCount + kind.rawValue]
          return row.cells(kind, counter.usage(of: positions))
        }
        rows.append(row.cells(nil, counter.usage(of: byDistrict[district])))
      }
      let whole = DistrictRow(name: Level.total, inhabitants: assignment.totalInhabitants)
      return rows
        + ledger.wholeMarkets().map { market in
          whole.cells(market.kind, counter.usage(of: market.positions))
        }
    }
  )
}

/// The rows of one district.
private struct DistrictRow {
  let name: String
  let inhabitants: Int?

  /// - Parameter kind: Nil for all kinds.
  func cells(_ kind: ProvisionKind?, _ usage: Usage) -> [Cell] {
    [
      .text(name), .text(kind == nil ? Level.total : Level.kind),
      kind.map { .text($0.code) } ?? .empty, inhabitants.map(Cell.count) ?? .empty,
      .count(usage.clients),
      .quotient(Int64(usage.clients) * 1000, Int64(inhabitants ?? 0), decimals: 4),
      .count(usage.indications), .number(usage.cents), .cents(usage.cents, per: usage.clients),
      .cents(usage.cents, per: inhabitants ?? 0),
    ]
  }
}
