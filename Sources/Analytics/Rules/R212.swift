import Ingest

/// One product period of an allocation and product is debited twice (iWmo TR389).
///
/// Several debits with different references were legal under iWmo 2.x; so only debits declared on
/// `regels.R212.vanaf` or later are assessed, while earlier ones count.
enum R212: AllocationRule {
  static let rule = Rule(
    .finding, "R212", "dubbele debetregel", returnCode: "9389", standardRule: "TR389",
    explanation:
      "per allocation, product and product period, one declaration day after another: debits "
      + "minus credits up to and including that day; by as many as the excess over one grows on "
      + "a day, that day's last debits in canonical order are findings (only lines declared on "
      + "or after regels.R212.vanaf, default 2022-04-01)",
    dutch:
      "Dezelfde productperiode van een toewijzing en product is twee keer gedebiteerd, zonder "
      + "credit ertussen. Voor regels.R212.vanaf (1 april 2022) mocht dat.",
    columns: [
      "toewijzing_nummer", "product_code", "product_periode_begindatum",
      "product_periode_einddatum", "declaratie_dagtekening", "debet_credit",
    ],
    example: "Twee debetregels over januari met verschillende referentienummers.",
    advice: "Keur de latere regel af, of laat de eerste crediteren.",
    request: "crediteer een van de debetregels over deze productperiode.")

  @inline(__always)
  static func judge(
    _ line: DeclarationLine, _ allocation: Allocation, _ context: RuleContext
  ) -> Verdict {
    applies(line, context) ? .fits : .notApplied
  }

  @inline(__always)
  static func applies(_ line: DeclarationLine, _ context: RuleContext) -> Bool {
    !line.isCredit && line.declared >= context.doubleDebitsFrom
  }

  /// The last debits of a day on which debits minus credits grow beyond one are hits.
  static func judge(
    _ lines: [AllocationLine], _ facts: Allocation, _ context: RuleContext,
    _ hit: (AllocationLine) -> Void
  ) {
    struct Period: Hashable {
      let product: Int32
      let start: Int32
      let end: Int32
    }
    guard lines.contains(where: { $0.declared >= context.doubleDebitsFrom }) else { return }
    let periods = Dictionary(grouping: lines) {
      Period(product: $0.mention.product, start: $0.start, end: $0.end)
    }
    for lines in periods.values where lines.count > 1 {
      judge(onePeriod: lines, from: context.doubleDebitsFrom, hit)
    }
  }

  /// Grouping keeps the canonical order, which begins with the declaration date.
  private static func judge(
    onePeriod lines: [AllocationLine], from first: Int32, _ hit: (AllocationLine) -> Void
  ) {
    var balance = 0
    var index = 0
    while index < lines.count {
      let declared = lines[index].declared
      let excess = max(0, balance - 1)
      var debits: [AllocationLine] = []
      while index < lines.count, lines[index].declared == declared {
        if lines[index].isCredit {
          balance -= 1
        } else {
          balance += 1
          debits.append(lines[index])
        }
        index += 1
      }
      let growth = max(0, balance - 1) - excess
      if growth > 0, declared >= first { debits.suffix(growth).forEach(hit) }
    }
  }
}
