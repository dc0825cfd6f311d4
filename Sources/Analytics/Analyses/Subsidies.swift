import Ingest

extension ColumnName {
  public static let recipient = ColumnName("ontvanger_naam")
}

extension Analysis {
  /// The subsidies for general provisions per recipient.
  public static let subsidies = Analysis(
    name: "subsidies",
    title: "Subsidies voor algemene voorzieningen",
    columns: [
      .key(.level), .key(.recipient), .amount(.amount), .derived(.share, .share, from: .amount),
    ],
    coverage: .subsidyYears,
    countingRules: { parameters in
      [
        parameters.windowRule, CountingRule.subsidyYears,
        "Subsidies zijn opgeteld per ontvanger; namen moeten precies gelijk zijn.",
        "Het aandeel is dat in alle subsidies van die jaren.", CountingRule.rounding,
      ]
    },
    balances: [Balance(.subsidiesInWindow, [RowSum(.level(.recipient), to: .level(.total))])],
    disclosure: .isPublic,
    rows: { ledger in
      let total = ledger.subsidiesInWindow
      let recipients = ledger.subsidiesPerRecipient().map { recipient, cents -> [Cell] in
        [.level(.recipient), .text(recipient), .number(cents), .share(cents, of: total)]
      }
      let whole: [Cell] = [.level(.total), .empty, .number(total), .share(total, of: total)]
      return recipients + [whole]
    })
}

extension Ledger {
  /// The subsidies of the whole years that the reporting window touches, in cents.
  public var subsidiesInWindow: Int64 {
    registers.subsidies.lazy.filter(isInWindow).reduce(0) { $0 + $1.cents }
  }

  /// Whether the reporting window touches the year of a subsidy. Where there is no line to take an end
  /// from that is not declared, every year on that side is in it.
  func isInWindow(_ subsidy: Subsidy) -> Bool {
    guard let window else {
      guard months == nil else { return false }
      let (from, to) = (parameters.windowFrom, parameters.windowTo)
      return from.map { $0.year <= subsidy.year } ?? true
        && to.map { subsidy.year <= $0.year } ?? true
    }
    return (window.lowerBound.year...window.upperBound.year).contains(subsidy.year)
  }

  /// By amount, the largest first, then by name.
  fileprivate func subsidiesPerRecipient() -> [(recipient: String, cents: Int64)] {
    var sums: [ByteWise: Int64] = [:]
    for subsidy in registers.subsidies where isInWindow(subsidy) {
      sums[ByteWise(subsidy.recipient), default: 0] += subsidy.cents
    }
    return sums.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key.text, $0.value) }
  }
}
