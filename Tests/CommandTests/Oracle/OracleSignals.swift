extension OracleReport {
  /// The text of `signalen.csv`.
  var signals: String {
    var rows = [
      [
        "niveau", "gebied", "product_groep", "van", "tot_en_met", "nieuw", "aanbieders", "eerder",
        "verwacht", "p", "q", "signaal", "toetsen", "vals_verwacht",
      ]
    ]
    guard let settings = settings.supply.signals, let survey = signalSurvey(settings) else {
      return Format.csv(rows)
    }
    let tests = survey.tests
    let rates = Self.falseDiscoveryRates(tests.map(\.probability))
    let months = [survey.recent.lowerBound, survey.recent.upperBound - 1].map {
      Month(number: $0).iso
    }
    let listed = zip(tests, rates).filter { $0.0.new >= settings.minimum }.sorted { one, other in
      let (a, b) = (one.0, other.0)
      if a.probability != b.probability { return a.probability < b.probability }
      return (a.area, a.group) < (b.area, b.group)
    }
    for (test, rate) in listed {
      rows.append(
        ["gebied", test.area.description, test.group.description] + months
          + [test.new, test.providers, test.earlier].map(String.init) + [
            Format.quotient(
              Int128(test.expected.part), Int128(test.expected.whole), decimals: 4),
            Format.decimal(test.probability, decimals: 9), Format.decimal(rate, decimals: 6),
            test.probability <= settings.threshold ? "ja" : "nee", "", "",
          ])
    }
    let falseSignals = tests.map { $0.chanceOfSignal(settings) }.reduce(0, +)
    rows.append(
      ["totaal", "", ""] + months
        + [
          String(survey.new), "", String(survey.earlier), "", "", "", "", String(tests.count),
          Format.decimal(falseSignals, decimals: 4),
        ])
    return Format.csv(rows)
  }

  /// What there is to be signalled.
  struct SignalSurvey {
    /// The months of which beginnings are held against others.
    let recent: Range<Int>
    /// All beginnings of these months, and of those before them.
    let new: Int
    let earlier: Int
    let isByInhabitants: Bool
    let tests: [SignalTest]
  }

  /// Nil where nothing can be told.
  func signalSurvey(_ settings: SignalSettings) -> SignalSurvey? {
    guard let clients = input.clients, let period = signalPeriod(settings) else { return nil }
    let areas = clients.compactMapValues { $0.area(settings.area) }
    let beginnings = beginnings.filter { areas[$0.client] != nil }
    let recent = beginnings.filter { period.recent.contains($0.month) }
    let earlier = beginnings.filter { period.earlier.contains($0.month) }
    let weights = signalWeights(settings.area, areas, touched: recent + earlier)

    var tests: [SignalTest] = []
    for group in Set(recent.map(\.group)).sorted() {
      let all = recent.filter { $0.group == group }.count
      for (area, weight) in weights.parts where weight > 0 {
        let own = { (these: [Beginning]) in
          these.filter { $0.group == group && areas[$0.client] == area }
        }
        let (found, known) = (own(recent), own(earlier).count)
        let usual = (known * settings.months, max(period.earlier.count, 1))
        tests.append(
          SignalTest(
            area: area, group: group, new: found.count, earlier: known,
            providers: Set(found.flatMap(\.concerns)).count,
            expected: Self.greater(usual, (weight * all, weights.whole))
          ))
      }
    }
    return SignalSurvey(
      recent: period.recent, new: recent.count, earlier: earlier.count,
      isByInhabitants: weights.isByInhabitants, tests: tests
    )
  }

  /// One area and group.
  struct SignalTest {
    let area: Text
    let group: Text
    let new: Int
    let earlier: Int
    let providers: Int
    /// λ
    let expected: Portion

    private var poisson: Poisson {
      Poisson(mean: Double(expected.part) / Double(expected.whole))
    }

    var probability: Double { poisson.tail(new) }

    func chanceOfSignal(_ settings: SignalSettings) -> Double {
      var count = settings.minimum
      while poisson.tail(count) > settings.threshold { count += 1 }
      return poisson.tail(count)
    }
  }

  typealias Portion = (part: Int, whole: Int)

  private static func greater(_ a: Portion, _ b: Portion) -> Portion {
    Int128(a.part) * Int128(b.whole) > Int128(b.part) * Int128(a.whole) ? a : b
  }

  /// The recent and the earlier months; nil where the first cannot be judged.
  private func signalPeriod(
    _ settings: SignalSettings
  ) -> (recent: Range<Int>, earlier: Range<Int>)? {
    guard windowEnds != nil, let last = settings.last?.number ?? wholeMonths?.last,
      let first = allMonths.first?.number
    else { return nil }
    // Before that a beginning need not be one.
    let known = first + self.settings.gapMonths + 1
    let start = last - settings.months + 1
    if start < known { return nil }
    return (start..<(last + 1), max(start - settings.back, known)..<start)
  }

  /// A client's spell of a group, and who serves him in its first month.
  private struct Beginning {
    let client: Text
    let group: Text
    let month: Int
    let concerns: Set<Text>
  }

  private var beginnings: [Beginning] {
    let uses = usesByMonth(of: lines)
    return activeMonths(of: lines).flatMap { key, months in
      spells(of: months).map { spell in
        let own = (uses[spell.lowerBound] ?? []).filter {
          $0.client == key.client && $0.product.group == key.group
        }
        return Beginning(
          client: key.client, group: key.group, month: spell.lowerBound.number,
          concerns: Set(own.map(\.concern))
        )
      }
    }
  }

  /// The inhabitants of every area, where all that were touched have some; else its clients.
  private func signalWeights(
    _ kind: AreaKind, _ areas: [Text: Text], touched: [Beginning]
  ) -> (parts: [(Text, Int)], whole: Int, isByInhabitants: Bool) {
    let inhabitants = inhabitantsByArea(kind)
    let clients = Dictionary(grouping: areas.values) { $0 }.mapValues(\.count)
    let isKnown = touched.allSatisfy { areas[$0.client].flatMap { inhabitants[$0] } ?? 0 > 0 }
    let parts = (isKnown ? inhabitants : clients).sorted { $0.key < $1.key }
    return (parts.map { ($0.key, $0.value) }, parts.map(\.value).reduce(0, +), isKnown)
  }

  private func inhabitantsByArea(_ kind: AreaKind) -> [Text: Int] {
    let districts = input.districts ?? []
    let year = referenceYear(of: districts)
    var found: [Text: Set<Int>] = [:]
    switch kind {
    case .wijk:
      for district in districts where district.year == year {
        if let count = district.inhabitants { found[district.wijk, default: []].insert(count) }
      }
    case .buurt:
      for neighbourhood in input.neighbourhoods where neighbourhood.year == year {
        if let count = neighbourhood.inhabitants {
          found[neighbourhood.code, default: []].insert(count)
        }
      }
    case .postcode4, .postcode6: break
    }
    // Of two figures neither is known.
    return found.compactMapValues { $0.count == 1 ? $0.first : nil }
  }
}

extension OracleReport.Client {
  fileprivate func area(_ kind: OracleReport.AreaKind) -> OracleReport.Text? {
    switch kind {
    case .buurt: buurt
    case .wijk: wijk
    case .postcode4: postcode.map { OracleReport.Text($0.bytes.prefix(4)) }
    case .postcode6: postcode.flatMap { $0.bytes.count == 6 ? $0 : nil }
    }
  }
}
