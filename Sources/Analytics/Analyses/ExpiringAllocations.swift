import Ingest

extension Analysis {
  /// When the allocations end that are in force on the window's last day.
  public static let expiringAllocations = Analysis(
    name: "aflopend",
    title: "Lopende toewijzingen naar de maand waarin zij eindigen",
    columns: [
      .key(.level), .key(.productGroup), .key(.month, .month), .count(.allocations),
      .count(.clients),
    ],
    coverage: .allocations,
    needs: [.window],
    countingRules: { parameters in
      [
        parameters.windowRule,
        """
        De tabel telt toewijzingen die op de laatste dag van de periode gelden, naar de maand van hun \
        einde, in natura of als pgb. Zonder einde blijft de maand leeg.
        """, GrantRule.noLine, GrantRule.end, GrantRule.group, GrantRule.clients,
      ]
    },
    balances: [
      Balance(
        nil, [RowSum(.level(.productGroup), to: .level(.total), by: [.month])], of: .allocations)
    ],
    laws: [
      TableLaw("the total counts the allocations in force on the window's last day") {
        table, _, ledger in
        guard let last = ledger.windowEnds?.last else { return table.rows.isEmpty }
        var count: Int64 = 0
        ledger.forEachGrant { if $0.isInForce(in: last...last) { count += 1 } }
        return table.rows(at: .total).reduce(0) { $0 + (table.number($1, .allocations) ?? 0) }
          == count
      }
    ],
    rows: { ledger in
      guard let last = ledger.windowEnds?.last else { return [] }
      var tally = GrantTally(GrantGroups(ledger.registers))
      for grant in ledger.grants(where: { $0.isInForce(in: last...last) }) {
        // Without an end the row is the last of its group.
        tally.add(
          grant, ledger.registers, value: grant.lastDay.map { Int($0.month.number) } ?? .max)
      }
      return tally.rows { keys, month, count, _ in
        keys + [
          month == .max ? .empty : .count(month), .count(count.allocations),
          .count(count.clients),
        ]
      }
    })
}
