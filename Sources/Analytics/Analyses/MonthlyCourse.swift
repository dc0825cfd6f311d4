import Ingest

extension ColumnName {
  public static let month = ColumnName("maand")
  public static let present = ColumnName("aanwezig")
  public static let inflow = ColumnName("instroom")
  public static let outflow = ColumnName("uitstroom")
}

extension Analysis {
  /// Use, presence, inflow and outflow per month.
  public static let monthlyCourse = Analysis(
    name: "maandverloop",
    title: "Verloop per maand met instroom en uitstroom",
    columns: [
      .key(.month, .month), .count(.indications), .count(.clients),
      .derived(.present, .count, from: .inflow, .outflow), .count(.inflow), .count(.outflow),
      .amount(.amount),
    ],
    coverage: .allMonths,
    countingRules: { parameters in
      [
        parameters.monthRule,
        """
        De tabel loopt van de eerste tot en met de laatste maand van alle goedgekeurde regels, \
        los van de periode van de andere tabellen. Lege maanden staan erin.
        """, CountingRule.net,
        """
        Een cliënt is in een maand actief als minstens één voorziening (toewijzing, product en \
        aanbieder) in die maand een netto bedrag heeft dat niet nul is. Zo telt ook een indicatie.
        """, CountingRule.indication,
        """
        Actieve maanden met hoogstens \(inMonths(parameters.gapMonths)) ertussen zijn één \
        aaneengesloten gebruik; ook in de maanden ertussen is de cliënt aanwezig.
        """,
        flowRule, provisionalRule(parameters.gapMonths),
      ]
    },
    balances: [Balance(.net)],
    disclosure: DisclosureDeclaration(rewording: [flowRule: flowRuleOfEdition]) { table, row in
      guard let number = table.number(row, .month) else { return [] }
      let month = Month(number: Int32(number)).iso
      return [
        .indications(.month(month)), .clients(.month(month)), .amount(.month(month)),
        .clients(.present(month), in: .present), .clients(.inflow(month), in: .inflow),
        .clients(.outflow(month), in: .outflow),
      ]
    },
    rows: { ledger in
      guard let months = ledger.months else { return [] }
      let indications = ledger.activeIndications(in: months)
      let presence = ledger.presence(in: months)
      var present = 0
      return ledger.netPerMonth.enumerated().map { offset, cents in
        present += presence.inflow[offset] - presence.outflow[offset]
        let month = Int64(months.lowerBound.number) + Int64(offset)
        return [
          .number(month), .count(indications[offset]), .count(presence.active[offset]),
          .count(present), .count(presence.inflow[offset]), .count(presence.outflow[offset]),
          .number(cents),
        ]
      }
    })

  private static let flowRule = """
    Instroom is gebruik dat in de maand begint; uitstroom is gebruik met de vorige maand als \
    laatste. Aanwezig is dus aanwezig in de vorige maand, plus instroom, min uitstroom.
    """
  private static let flowRuleOfEdition = """
    Instroom is gebruik dat in de maand begint; uitstroom is gebruik met de vorige maand als \
    laatste. Vóór het afronden is aanwezig dus aanwezig in de vorige maand, plus instroom, min \
    uitstroom.
    """

  static func provisionalRule(_ gapMonths: Int) -> String {
    let first = """
      De instroom van de eerste maand is voorlopig: daarin zit ook wie al eerder gebruik had.
      """
    guard gapMonths > 0 else { return first }
    let last =
      gapMonths == 1 ? "de laatste maand" : "de laatste \(inMonths(gapMonths))"
    return """
      \(first) De uitstroom van \(last) is ook voorlopig, want het gebruik kan nog doorlopen.
      """
  }
}

/// Clients per month; outflow stands in the month after a spell's last.
private struct Presence {
  var active: [Int]
  var inflow: [Int]
  var outflow: [Int]
}

extension Ledger {
  fileprivate func presence(in months: ClosedRange<Month>) -> Presence {
    let none = [Int](repeating: 0, count: netPerMonth.count)
    var presence = Presence(active: none, inflow: none, outflow: none)
    var activeMonths = MonthSet(within: months)
    forEachClient { placements in
      activeMonths.removeAll()
      for placement in placements {
        forEachActiveMonth(of: placement, in: .all) { month, _ in activeMonths.insert(month) }
      }
      activeMonths.forEachOffset { presence.active[$0] += 1 }
      activeMonths.forEachSpell(gapMonths: parameters.gapMonths) { spell in
        presence.inflow[spell.lowerBound] += 1
        let next = spell.upperBound + 1
        if next < presence.outflow.count { presence.outflow[next] += 1 }
      }
    }
    return presence
  }

  /// Distinct indications with a placement active in the month, per month.
  ///
  /// Goes by indication, not by client: allocations of two clients may name one decision.
  fileprivate func activeIndications(in months: ClosedRange<Month>) -> [Int] {
    var counts = [Int](repeating: 0, count: netPerMonth.count)
    var latest = [Int](repeating: -1, count: counts.count)
    let byIndication = placementsByIndication()
    for indication in 0..<byIndication.count {
      for position in byIndication[indication] {
        forEachActiveMonth(of: placements[Int(position)], in: .all) { month, _ in
          let offset = Int(month.number - months.lowerBound.number)
          guard latest[offset] != indication else { return }
          latest[offset] = indication
          counts[offset] += 1
        }
      }
    }
    return counts
  }

  /// Indications in the order in which placements first name them, so that walking through them
  /// is nearly a walk through the placements, which spares the memory.
  func placementsByIndication() -> Grouping {
    var rank = [Int](repeating: -1, count: registers.indicationCount)
    var count = 0
    for placement in placements where rank[Int(placement.indication)] < 0 {
      rank[Int(placement.indication)] = count
      count += 1
    }
    return Grouping(placements, into: count) { rank[Int($0.indication)] }
  }
}
