import Ingest

extension Analysis {
  /// One product group, two, and so on; the last is six and more.
  public static let groupCountLabels = ["1", "2", "3", "4", "5", "6+"]

  /// How many product groups clients use.
  public static let groupCounts = Analysis(
    name: "aantal-voorzieningen",
    title: "Aantal productgroepen per cliënt",
    columns: [
      .key(.groupCount), .count(.clients), .derived(.share, .share, from: .clients),
      .amount(.amount),
    ],
    countingRules: { parameters in
      [
        parameters.basisRule, parameters.windowRule, CountingRule.net, CountingRule.placement,
        CountingRule.client, CountingRule.group,
        """
        Elke cliënt staat in één rij: die van het aantal productgroepen dat hij of zij in de \
        periode gebruikte. Het aandeel is dat in al deze cliënten.
        """, CountingRule.rounding,
      ]
    },
    balances: [Balance(.netInWindow)],
    disclosure: DisclosureDeclaration { table, row in
      let bundle = BundleName.groupCount(table.text(row, .groupCount))
      return [
        .clients(bundle), .clients(.municipality, in: .share, .denominator), .amount(bundle),
      ]
    },
    rows: { ledger in
      let labels = groupCountLabels
      var clients = [Int64](repeating: 0, count: labels.count)
      var cents = clients
      ledger.forEachClientInWindow { groups, clientCents, _ in
        let row = min(groups.count, labels.count) - 1
        clients[row] += 1
        cents[row] += clientCents
      }
      let total = clients.reduce(0, +)
      return labels.indices.map { row in
        [
          .text(labels[row]), .number(clients[row]), .share(clients[row], of: total),
          .number(cents[row]),
        ]
      }
    })
}
