import Ingest

extension Analysis {
  /// Which product group follows which within so many months.
  public static let sequencesOverTime = Analysis(
    name: "opvolging-in-de-tijd",
    title: "Opvolging van productgroepen na 3, 6 en 12 maanden",
    columns: [
      .key(.from), .key(.to), .key(.afterMonths, .count), .count(.clients), .count(.atRisk),
      .count(.followed), .derived(.share, .share, from: .clients, .atRisk, .followed),
    ],
    coverage: .sequenceWindow,
    countingRules: { parameters in
      [
        parameters.monthRule, parameters.sequenceRule, CountingRule.net, CountingRule.group,
        parameters.sequenceMonthRule, parameters.cleanRule,
        """
        Geteld zijn de maanden van de eerste maand van van tot de maand waarin naar volgt. Wie naar \
        nog niet gebruikte, is gevolgd tot en met de laatste maand van de periode voor opvolging (Z).
        """,
        """
        In beeld zijn de cliënten die zo lang zijn gevolgd en bij wie naar nog niet eerder kwam; \
        gevolgd zijn de cliënten bij wie naar binnen dat aantal maanden kwam.
        """,
        """
        Aandeel is het deel bij wie naar binnen dat aantal maanden volgt, geschat volgens Kaplan en \
        Meier: wie korter is gevolgd, telt mee zolang dat duurt. Is niemand zo lang in beeld, dan \
        blijft het leeg, tenzij naar bij iedereen al volgde.
        """, CountingRule.estimate,
      ]
    },
    datedRules: { ledger in
      ledger.sequenceEnds.map { ["Z, de laatste maand, is \($0.last.iso)."] } ?? []
    },
    laws: [
      TableLaw("gevolgd and in_beeld are not more than clienten") { table, _ in
        table.rows.allSatisfy { row in
          let clients = table.number(row, .clients) ?? 0
          return table.number(row, .followed) ?? 0 <= clients
            && table.number(row, .atRisk) ?? 0 <= clients
        }
      },
      TableLaw("without schoonmaanden clienten are clienten_van of opvolging, and gevolgd not more")
      {
        table, tables, ledger in
        guard ledger.parameters.cleanMonths == 0,
          let whole = tables.first(where: { $0.name == sequences.name })
        else { return true }
        let count = SequenceTimes.shown.count
        return table.rows.count == whole.rows.count * count
          && table.rows.enumerated().allSatisfy { index, row in
            let pair = whole.rows[index / count]
            return row[..<2] == pair[..<2]
              && table.number(row, .clients) == whole.number(pair, .clientsFrom)
              && table.number(row, .followed) ?? 0 <= whole.number(pair, .followed) ?? 0
          }
      },
    ],
    rows: { ledger in
      guard let times = ledger.sequenceTimes() else { return [] }
      let names = ledger.registers.productGroups
      return times.used.flatMap { from in
        times.used.filter { $0 != from }.flatMap { to -> [[Cell]] in
          let pair = times.pair(from, to)
          let estimate = KaplanMeier(pair)
          return SequenceTimes.shown.map { months in
            [
              .text(names[from]), .text(names[to]), .count(months), .count(pair.count),
              .count(estimate.atRisk(at: months)), .count(pair.ends(within: months)),
              .rounded(estimate.knownSurvival(at: months).map { 1 - $0 }, decimals: 6),
            ]
          }
        }
      }
    })
}

extension CountingParameters {
  /// Which clients of the first group count, and when the second one follows it.
  fileprivate var cleanRule: String {
    guard cleanMonths > 0 else {
      return """
        Alle cliënten met van tellen. Naar volgt als de eerste maand van naar na de eerste maand van \
        van ligt (schoonmaanden: 0).
        """
    }
    return """
      Een cliënt telt als de periode voor opvolging minstens \(inMonths(cleanMonths)) voor de eerste \
      maand van van begint, en naar in die \(inMonths(cleanMonths)) en in die maand zelf niet is \
      gebruikt (schoonmaanden: \(cleanMonths)). Naar volgt in de eerste maand van naar daarna.
      """
  }
}

/// Months from the first group to the second, per ordered pair.
///
/// A client counts in the pairs of a group with all other groups, so only those with a group that it
/// used are counted one by one; the others follow from the total.
private struct SequenceTimes {
  /// The months of the table's rows.
  static let shown = [3, 6, 12]
  /// Longer times are alike: nothing is asked about later months.
  private static let limit = (shown.max() ?? 0) + 1

  private let groupCount: Int
  /// Whether anybody used the group.
  private var isUsed: [Bool]
  /// Per first group and months until Z: all clients that could count.
  private var followed: [Int]
  /// Per pair and months until Z: the clients among them that do not count, or reach the second group.
  private var taken: [Int32]
  /// Per pair and months until the second group.
  private var ended: [Int32]

  init(groupCount: Int) {
    self.groupCount = groupCount
    isUsed = Array(repeating: false, count: groupCount)
    followed = Array(repeating: 0, count: groupCount * (Self.limit + 1))
    taken = Array(repeating: 0, count: groupCount * followed.count)
    ended = taken
  }

  /// The groups that anybody used.
  var used: [Int] { isUsed.indices.filter { isUsed[$0] } }

  private func index(_ group: Int, _ months: Int) -> Int {
    group * (Self.limit + 1) + min(months, Self.limit)
  }

  private func index(_ from: Int, _ to: Int, _ months: Int) -> Int {
    index(from * groupCount + to, months)
  }

  /// Adds a client's months; `last`: the offset of Z, `first`: that of A₀, `clean`: `schoonmaanden`.
  mutating func add(_ months: MonthSets, from first: Int, through last: Int, clean: Int) {
    for from in months.used {
      isUsed[from] = true
      guard let start = months[from].first(from: 0), clean == 0 || start - clean >= first else {
        continue
      }
      followed[index(from, last - start)] += 1
      for to in months.used where to != from {
        let event = months[to].first(from: clean == 0 ? 0 : start - clean)
        guard let event, clean > 0 || event > start else { continue }
        taken[index(from, to, last - start)] += 1
        if event > start { ended[index(from, to, event - start)] += 1 }
      }
    }
  }

  /// The times of a pair.
  func pair(_ from: Int, _ to: Int) -> SurvivalTimes {
    var times = SurvivalTimes()
    for months in 0...Self.limit {
      let ends = Int(ended[index(from, to, months)])
      let rest = followed[index(from, months)] - Int(taken[index(from, to, months)])
      if ends > 0 { times.add(ends, months: months, isEnd: true) }
      if rest > 0 { times.add(rest, months: months, isEnd: false) }
    }
    return times
  }
}

extension Ledger {
  /// The first and the last month of the sequence window, an end that is not declared as that of the
  /// data; nil without lines. The first may be the later one, of a window without any.
  var sequenceEnds: (first: Month, last: Month)? {
    guard let months else { return nil }
    return (
      parameters.sequenceFrom?.month ?? months.lowerBound,
      parameters.sequenceTo?.month ?? months.upperBound
    )
  }

  fileprivate func sequenceTimes() -> SequenceTimes? {
    guard let months, let ends = sequenceEnds else { return nil }
    let first = Int(ends.first.number - months.lowerBound.number)
    let last = Int(ends.last.number - months.lowerBound.number)
    var times = SequenceTimes(groupCount: registers.productGroups.count)
    forEachClientMonths(in: .sequence, setsOfProduct: groupSetOfProduct) { sets, _ in
      times.add(sets, from: first, through: last, clean: parameters.cleanMonths)
    }
    return times
  }
}
