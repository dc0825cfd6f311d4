import Ingest

extension CountingParameters {
  /// How budgets are watched.
  var budgetRules: [String] {
    let money = money.budget
    return [
      """
      Een regel van begroting.csv kiest de voorzieningen die overeenkomen met alles wat er staat: soort, \
      productgroep, gebied van de cliënt, concern en perceel. Een regel zonder zulke sleutels kiest \
      alles. \(CountingRule.placement)
      """,
      """
      Het budget is actueel, en zonder dat plafond, en zonder dat primitief. De taakstelling staat erbij \
      en telt nergens in mee.
      """, basisRule, CountingRule.net,
      """
      Gerealiseerd zijn de regels van het jaar. Subsidies van het jaar, vastgesteld en anders verleend, \
      horen bij regels zonder sleutels en bij regels met alleen de soort algemeen.
      """,
      """
      Nog te verwachten is het deel van de regel in wat over verstreken prestatiemaanden nog wordt \
      gedeclareerd (tabel nog-te-verwachten), naar rato van wat ervan binnen is, min wat daarna al kwam. \
      Per productgroep en maand op centen afgerond.
      """,
      """
      Verplicht gaat over de maanden na de laatste bekende. Met toewijzingen is het wat lopende \
      toewijzingen in natura per maand toelaten maal hun tarief, maal \
      \(inPercent(billionths: money.uptakeBillionths)) (verzilvering). Het tarief is dat van \
      tarieven.csv voor de aanbieder, en anders voor elke aanbieder. Met patroon is het per maand het \
      gemiddelde van de laatste drie maanden die voor minstens 95% binnen zijn. Wat in een maand al is \
      gedeclareerd, gaat eraf.
      """,
      """
      De werkwijze is driehoek als het jaar voorbij is, en gesloten als dan ook elke maand voor minstens \
      99,5% binnen is. Anders is zij toewijzingen als minstens de helft van de lopende toewijzingen \
      volume en tarief heeft, en anders patroon.
      """,
      """
      Prognose is de som van die drie. Afwijking is prognose min budget: N is nadelig, V voordelig. \
      Uitputting is gerealiseerd gedeeld door budget. maand_bereikt is de eerste maand waarin alles tot \
      dan toe boven het budget komt.
      """,
      """
      Het signaal is overleg bij een afwijking van meer dan \(inPercent(money.consultation)) van het \
      budget, let op bij meer dan \(inPercent(money.attention)), en anders ok.
      """,
      """
      Een cliënt is een uniek client_id met minstens één gekozen voorziening die in het jaar meetelt. In \
      totaal zijn cliënten opnieuw geteld; het is leeg als twee regels dezelfde voorziening kiezen.
      """,
      """
      Pgb staat in geen enkel cijfer van declaraties, en dus ook niet hier. Er is niets gecorrigeerd voor \
      wat de gemeente niet weet, zoals toewijzingen die nog komen of tussentijds stoppen.
      """, CountingRule.estimate,
    ]
  }
}

extension Ledger {
  /// The month up to which declarations are known.
  var lastKnownRule: String {
    guard let last = BudgetCourse(self).last else {
      return "Er zijn geen goedgekeurde regels, dus er is geen laatste bekende maand."
    }
    return "De laatste bekende maand is \(last.iso)."
  }
}

extension BudgetOutlook {
  /// What the lines leave out, and what they have in common.
  func remarks(_ ledger: Ledger) -> [String] {
    clashRemarks(ledger) + lineRemarks + yearRemarks(ledger) + allocationRemarks
  }

  private func clashRemarks(_ ledger: Ledger) -> [String] {
    clashes.sorted().map { clash in
      let (first, second) = (rows[clash.first], rows[clash.second])
      let common =
        use.clashes.contains(clash)
        ? "select one placement" : "both take the subsidies"
      return "lines '\(first.name)' and '\(second.name)' of \(first.year) \(common), so its row "
        + "'totaal' is empty"
    }
  }

  private var lineRemarks: [String] {
    let years = Set(rows.map(\.year)).sorted()
    return years.flatMap { year -> [String] in
      let lines = rows.indices.filter { rows[$0].year == year }
      func remark(_ text: String, of isMeant: (Int) -> Bool) -> String? {
        let names = lines.filter(isMeant).map { "'\(rows[$0].name)'" }
        if names.isEmpty { return nil }
        let more = names.count > 5 ? " and \(names.count - 5) more" : ""
        return "\(text) in \(year): \(names.prefix(5).joined(separator: ", "))\(more)"
      }
      return [
        // Nothing can be known of a year that has not begun.
        remark("lines without a placement with use or a subsidy") { line in
          use.lines[line].clients == 0 && forecasts[line].realised == 0
            && year <= last?.year ?? year
        },
        remark("lines that have no budget, only a 'taakstelling',") { rows[$0].budget == nil },
        remark("lines that were amended, so that their budget is 'actueel' and not 'primitief',") {
          line in
          guard let original = rows[line].original, let current = rows[line].current else {
            return false
          }
          return original != current
        },
      ].compactMap(\.self)
    }
  }

  /// Of which years the lines do not know all months.
  private func yearRemarks(_ ledger: Ledger) -> [String] {
    guard let first = ledger.months?.lowerBound, let last else { return [] }
    return Set(rows.map(\.year)).sorted().flatMap { year -> [String] in
      let (january, december) = (Month(year: year, month: 1), Month(year: year, month: 12))
      var remarks: [String] = []
      if january < first, first <= december {
        remarks.append("accepted lines begin in \(first.iso), so \(year) lacks earlier months")
      }
      if last < december {
        let count = min(12, Int(december.number - last.number))
        remarks.append(
          "\(count) \(count == 1 ? "month" : "months") of \(year) \(count == 1 ? "lies" : "lie") "
            + "after \(last.iso), the last month that is known")
      }
      return remarks
    }
  }

  private var allocationRemarks: [String] {
    if emptyAllocations == 0 { return [] }
    return [
      "\(emptyAllocations) \(emptyAllocations == 1 ? "allocation adds" : "allocations add") nothing to "
        + "'verplicht', for want of volume, unit and frequency, or of a rate of tarieven.csv"
    ]
  }
}
