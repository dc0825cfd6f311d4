import Ingest

extension ColumnName {
  public static let endReason = ColumnName("reden_beeindiging")
  public static let endReasonLabel = ColumnName("reden")
}

extension Analysis {
  /// Why allocations ended in the window.
  public static let allocationEndings = Analysis(
    name: "beeindigingen",
    title: "Beëindigde toewijzingen naar reden",
    columns: [
      .key(.level), .key(.productGroup), .key(.endReason), .text(.endReasonLabel),
      .count(.allocations), .count(.clients), .derived(.share, .share, from: .allocations),
    ],
    coverage: .allocations,
    needs: [.window],
    countingRules: { parameters in
      [
        parameters.windowRule, "De tabel telt toewijzingen met hun einde in de periode.",
        GrantRule.noLine, GrantRule.end, GrantRule.group, GrantRule.clients,
        """
        De reden is reden_beeindiging volgens de codelijst van iWmo. Het aandeel is dat in de \
        beëindigde toewijzingen van de productgroep, of van alle.
        """, CountingRule.rounding,
      ]
    },
    balances: [
      Balance(
        nil, [RowSum(.level(.productGroup), to: .level(.total), by: [.endReason])],
        of: .allocations)
    ],
    laws: [
      TableLaw("the total is beeindigd of toewijzingen-verloop, in a window of whole months") {
        table, tables, ledger in
        guard let window = ledger.window, let months = ledger.wholeMonths,
          window == months.lowerBound.firstDay...months.upperBound.lastDay,
          let course = tables.first(where: { $0.name == allocationCourse.name })
        else { return true }
        let ended = course.rows(at: .total).filter { row in
          let month = Month(number: Int32(course.number(row, .month) ?? 0))
          return months.contains(month)
        }
        return table.rows(at: .total).reduce(0) { $0 + (table.number($1, .allocations) ?? 0) }
          == ended.reduce(0) { $0 + (course.number($1, .ended) ?? 0) }
      }
    ],
    rows: { ledger in
      guard let window = ledger.window else { return [] }
      var tally = GrantTally(GrantGroups(ledger.registers))
      for grant in ledger.grants(where: { grant in
        grant.counts && (grant.lastDay.map(window.contains) ?? false)
      }) {
        tally.add(grant, ledger.registers, value: grant.endReason.map(Int.init) ?? -1)
      }
      return tally.rows { keys, reason, count, ofGroup in
        keys + endReason(reason) + [
          .count(count.allocations), .count(count.clients),
          .share(Int64(count.allocations), of: Int64(ofGroup)),
        ]
      }
    })

  /// The cells of a reason: its code and label. `code`: -1 without one.
  private static func endReason(_ code: Int) -> [Cell] {
    guard let code = UInt8(exactly: code) else { return [.empty, .text("niet opgegeven")] }
    return [
      .text(twoDigits(code)), .text(CodeLabel.endReason(code) ?? "onbekende code"),
    ]
  }
}
