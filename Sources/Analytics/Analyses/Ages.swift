import Ingest

extension Analysis {
  /// Clients and cost per product group and age class.
  public static let ages = Analysis(
    name: "leeftijd",
    title: "Cliënten en kosten per leeftijdsklasse",
    columns: [
      Column("product_groep", .text), Column("leeftijdsklasse", .text),
      Column("clienten", .count), Column("aandeel", .share), Column("bedrag", .amount),
    ],
    countingRules: { parameters in
      [
        parameters.basisRule, parameters.windowRule, CountingRule.net, CountingRule.placement,
        CountingRule.client, CountingRule.group,
        """
        De leeftijd is die in hele jaren op de laatste dag van de periode. Wie op 29 februari is \
        geboren, is jarig op 1 maart. Is alleen het geboortejaar bekend, dan is de leeftijd het \
        laatste jaar van de periode min het geboortejaar.
        """,
        """
        Onbekend zijn cliënten zonder geboortedatum of geboortejaar, met een geboorte na de \
        periode, of die niet in clienten.csv staan.
        """,
        """
        Het aandeel is dat in de cliënten van de productgroep. Een cliënt telt bij elke \
        productgroep die hij of zij gebruikte, en in het totaal één keer.
        """, CountingRule.rounding,
      ]
    },
    balance: Balance(
      .netInWindow,
      layers: [Balance.Layer { $0[0] != .text(Level.total) }, .level(Level.total)],
      isFilled: { $0.registers.clients != nil }
    ),
    rows: { ledger in
      guard let clients = ledger.registers.clients else { return [] }
      let classes = AgeClasses(lowerBounds: ledger.parameters.ageClasses)
      let classOfClient = clients.map { client in
        // Without a window nothing is invoiced, so that no class is ever asked for.
        ledger.window.map { classes.index(of: client.birth, on: $0.upperBound) } ?? 0
      }
      let names = ledger.registers.productGroups
      let groupOfProduct = ledger.registers.products.map(\.group)
      let byGroup = ledger.invoicedPlacements(into: names.count) {
        groupOfProduct[Int($0.product)]
      }
      let whole = ledger.invoicedPlacements(into: 1) { _ in 0 }
      let blocks =
        names.indices.map { (names[$0], byGroup[$0]) }.filter { !$1.isEmpty }
        + [(Level.total, whole[0])]
      return blocks.flatMap { name, positions in
        let tally = ledger.ageTally(of: positions, classOfClient, classCount: classes.labels.count)
        let total = tally.clients.reduce(0, +)
        return classes.labels.enumerated().map { index, label -> [Cell] in
          [
            .text(name), .text(label), .number(tally.clients[index]),
            .share(tally.clients[index], of: total), .number(tally.cents[index]),
          ]
        }
      }
    }
  )
}

extension Ledger {
  /// Distinct clients and net in cents per age class, of placements in rising order.
  fileprivate func ageTally(
    of positions: ArraySlice<Int32>,
    _ classOfClient: [Int],
    classCount: Int
  ) -> (clients: [Int64], cents: [Int64]) {
    var clients = [Int64](repeating: 0, count: classCount)
    var cents = clients
    var previousClient: Int32 = -1
    for position in positions {
      let placement = placements[Int(position)]
      let ageClass = classOfClient[Int(placement.client)]
      cents[ageClass] += placement.windowNet
      if placement.client != previousClient {
        previousClient = placement.client
        clients[ageClass] += 1
      }
    }
    return (clients, cents)
  }
}
