import Ingest

extension ColumnName {
  public static let afterMonths = ColumnName("na_maanden")
  public static let spells = ColumnName("perioden")
  public static let endedSpells = ColumnName("beeindigd")
  public static let median = ColumnName("mediaan")
  public static let atRisk = ColumnName("in_beeld")
  public static let lowerLimit = ColumnName("ondergrens")
  public static let upperLimit = ColumnName("bovengrens")
}

extension Analysis {
  private static let shownMonths = [3, 6, 12, 24]

  /// How long clients stay, per product group and in all.
  public static let lengthOfStay = Analysis(
    name: "verblijfsduur",
    title: "Verblijfsduur: hoe lang gebruik duurt",
    columns: [
      .key(.productGroup), .key(.afterMonths, .count), .count(.spells), .count(.endedSpells),
      .derived(.median, .count, from: .spells, .endedSpells), .count(.atRisk),
      .derived(.share, .share, from: .spells, .endedSpells),
      .derived(.lowerLimit, .share, from: .share), .derived(.upperLimit, .share, from: .share),
    ],
    coverage: .allMonths,
    countingRules: { parameters in
      [
        parameters.monthRule, CountingRule.net, CountingRule.group, CountingRule.activeMonth,
        """
        Een periode is een reeks maanden met gebruik, met hoogstens \(inMonths(parameters.gapMonths)) \
        ertussen. Een cliënt kan meer perioden hebben. In het totaal telt alle gebruik van de cliënt \
        samen.
        """, parameters.lastDevelopedRule,
        """
        Een einde is pas gezien als er tot en met D \(inMonths(parameters.gapMonths + 1)) zonder \
        gebruik op volgen. R is de laatste maand waarvan een einde gezien kan zijn: \
        \(inMonths(parameters.gapMonths + 1)) voor D. Perioden die na R beginnen tellen niet; wat \
        na R nog gebruik heeft, is tot en met R gevolgd en geldt als niet beëindigd.
        """,
        """
        Een periode die in de eerste maand van de gegevens begint, is gerekend vanaf de vroegste \
        ingangsdatum van de toewijzingen die in die maand zijn gefactureerd, als die eerder ligt. \
        Zij telt pas mee vanaf de maand waarin zij is gezien (uitgestelde intrede).
        """,
        """
        Aandeel is het deel dat langer duurt dan dat aantal maanden, geschat volgens Kaplan en Meier; \
        ondergrens en bovengrens zijn die van 95 % (Greenwood, log-log). In beeld zijn de perioden \
        die in die maand worden gevolgd. Is er geen meer in beeld, dan blijft het aandeel leeg.
        """,
        """
        De mediaan is de eerste maand waarna hoogstens de helft nog duurt. Elk einde telt, ook door \
        overlijden, verhuizing of overgang naar de Wlz.
        """, CountingRule.estimate,
      ]
    },
    datedRules: { ledger in
      guard let developed = ledger.lastDevelopedMonth else {
        return ["Er is geen laatste ontwikkelde maand, dus telt geen enkele periode."]
      }
      let seen = Month(number: developed.number - Int32(ledger.parameters.gapMonths) - 1)
      return ["D, de laatste ontwikkelde maand, is \(developed.iso); R is \(seen.iso)."]
    },
    laws: [
      TableLaw("beeindigd is not more than perioden, nor in_beeld") { table, _ in
        table.rows.allSatisfy { row in
          let spells = table.number(row, .spells) ?? 0
          return table.number(row, .endedSpells) ?? 0 <= spells
            && table.number(row, .atRisk) ?? 0 <= spells
        }
      },
      TableLaw("aandeel does not rise with na_maanden, and lies within its limits") { table, _ in
        var latest = Int64.max
        return table.rows.allSatisfy { row in
          if table.number(row, .afterMonths) == Int64(shownMonths[0]) { latest = .max }
          guard let share = table.number(row, .share) else { return true }
          defer { latest = share }
          return share <= latest && table.number(row, .lowerLimit) ?? share <= share
            && table.number(row, .upperLimit) ?? share >= share
        }
      },
    ],
    rows: { ledger in
      guard ledger.months != nil else { return [] }
      let names = ledger.registers.productGroups.map(Cell.text) + [.level(.total)]
      return zip(names, ledger.lengthsOfStay()).flatMap { name, times -> [[Cell]] in
        guard times.count > 0 || name == .level(.total) else { return [] }
        let estimate = KaplanMeier(times)
        return shownMonths.map { months in
          let interval = estimate.interval(at: months)
          return [
            name, .count(months), .count(times.count), .count(times.ends()),
            estimate.median.map(Cell.count) ?? .empty, .count(estimate.atRisk(at: months)),
            .rounded(estimate.knownSurvival(at: months), decimals: 6),
            .rounded(interval?.lower, decimals: 6), .rounded(interval?.upper, decimals: 6),
          ]
        }
      }
    })
}

extension CountingParameters {
  /// The last developed month.
  fileprivate var lastDevelopedRule: String {
    let developed =
      switch basis {
      case .declaration: "D is de laatste verloopmaand van de driehoek van declaraties."
      case .service:
        """
        D is de laatste verloopmaand van de driehoek van declaraties, min de kleinste vertraging \
        waarvanaf steeds minstens \(inPercent(course.developedFrom)) \
        van alle groepen samen binnen is (tabel declaratie-factoren).
        """
      }
    return "Alleen maanden tot en met de laatste ontwikkelde maand (D) tellen. \(developed)"
  }
}

extension Ledger {
  /// The months of spells per product group, and of clients last.
  fileprivate func lengthsOfStay() -> [SurvivalTimes] {
    let whole = registers.productGroups.count
    var times = [SurvivalTimes](repeating: SurvivalTimes(), count: whole + 1)
    guard let months, let developed = lastDevelopedMonth else { return times }
    let lastSeen = Int(developed.number - months.lowerBound.number) - parameters.gapMonths - 1
    var entries = [Int](repeating: 0, count: whole + 1)
    forEachClientMonths(
      in: .all, through: developed, setsOfProduct: registers.products.map { [$0.group, whole] }
    ) { sets, placements in
      if sets[whole].first(from: 0) == 0 {
        findEntries(&entries, placements, from: months.lowerBound)
      }
      for set in sets.used {
        sets[set].forEachSpell(gapMonths: parameters.gapMonths) { spell in
          guard spell.lowerBound <= lastSeen else { return }
          let entry = spell.lowerBound == 0 ? entries[set] : 0
          let isEnd = spell.upperBound <= lastSeen
          let last = isEnd ? spell.upperBound : lastSeen
          times[set].add(months: last - spell.lowerBound + entry + 1, isEnd: isEnd, entry: entry)
        }
      }
    }
    return times
  }

  /// How many months before the first one a client had been there, per product group and in all, by
  /// the allocations that were invoiced in it.
  private func findEntries(
    _ entries: inout [Int], _ placements: ArraySlice<Placement>, from first: Month
  ) {
    let whole = entries.count - 1
    for placement in placements {
      entries[registers.products[Int(placement.product)].group] = 0
      entries[whole] = 0
    }
    for placement in placements where firstActiveMonth(of: placement, in: .all) == first {
      let start = Day(number: registers.allocations[Int(placement.allocation)].start).month
      let earlier = Int(first.number - start.number)
      let group = registers.products[Int(placement.product)].group
      entries[group] = max(entries[group], earlier)
      entries[whole] = max(entries[whole], earlier)
    }
  }
}
