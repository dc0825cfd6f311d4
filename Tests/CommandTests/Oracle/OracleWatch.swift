extension OracleReport {
  /// What is declared and to come, as all budget lines see it.
  struct WatchFrame {
    /// The last month of the triangle, else of the lines; nil without lines.
    let last: Int?
    /// Of every group of the triangle, by service month.
    let forecasts: [Text: [Int: Forecast]]
    /// `ontwikkeld` of `totaal`, in millionths, by service month.
    let developed: [Int: Double]
    let areas: [Text: Text]
  }

  var watchFrame: WatchFrame {
    let triangle = triangle
    var forecasts: [Text: [Int: Forecast]] = [:]
    var developed: [Int: Double] = [:]
    for (name, development) in triangle?.groups ?? [] {
      forecasts[name] = Dictionary(
        uniqueKeysWithValues: development.months.map { ($0, development.forecast($0)) })
    }
    for month in triangle.map({ Array($0.total.months) }) ?? [] {
      let all = forecasts.values.compactMap { $0[month] }
      let expected = all.declared + all.toCome
      if expected == 0 { continue }
      let share = Double(all.declared) / Double(expected)
      developed[month] = (share * 1e6).rounded(.toNearestOrAwayFromZero)
    }
    return WatchFrame(
      last: triangle?.last ?? allMonths.last?.number, forecasts: forecasts, developed: developed,
      areas: areasByClient)
  }

  /// A budget line, or the total, in its year: what came and what is still to be seen.
  struct Watch {
    /// In cents, by `soort`.
    var amounts: [Text: Int] = [:]
    var budget: Int?
    /// In cents.
    var realised = 0
    var toCome = 0
    var committed = 0
    var subsidies = 0
    /// By month of the year: declared, to come and committed, in cents.
    var months = [Exact](repeating: Exact(0), count: 12)
    var clients: Set<Text> = []
    var method = ""

    var forecast: Int { realised + toCome + committed }
  }

  func watch(_ line: BudgetLine, _ frame: WatchFrame) -> Watch {
    let own = lines(of: line, frame.areas)
    let ofYear = own.filter { basisDay($0).year == line.year }
    let subsidies = line.takesSubsidies ? input.subsidies.filter { $0.year == line.year } : []
    var watch = Watch(amounts: line.amounts, budget: line.budget)
    watch.subsidies = subsidies.map(\.cents).reduce(0, +)
    watch.realised = ofYear.map(\.amount).reduce(0, +) + watch.subsidies
    watch.clients = uses(of: ofYear).clients
    let year = Array(line.year * 12..<line.year * 12 + 12)
    let nets = year.map { month in
      own.filter { basisDay($0).calendarMonth.number == month }.map(\.amount).reduce(0, +)
    }
    let toCome = year.map { self.toCome(own, $0, frame) }
    watch.toCome = toCome.reduce(0, +)
    let following = year.filter { month in frame.last.map { $0 < month } ?? false }
    let (method, expected) = expectation(line, own, following, frame)
    watch.method = method
    var sum = Exact(0)
    for place in year.indices {
      watch.months[place] = Exact(nets[place] + toCome[place])
      guard following.contains(year[place]) else { continue }
      let committed = (expected(year[place]) - Exact(nets[place])).positivePart
      watch.months[place] = watch.months[place] + committed
      sum = sum + committed
    }
    watch.committed = Int(sum.rounded)
    if frame.last != nil, following.isEmpty,
      year.allSatisfy({ frame.developed[$0].map { $0 >= 995_000 } ?? false })
    {
      watch.method = "gesloten"
    }
    return watch
  }

  /// `nog_te_verwachten` of some lines of one service month, in cents.
  private func toCome(_ own: [Line], _ month: Int, _ frame: WatchFrame) -> Int {
    var sum = 0
    for (group, forecasts) in frame.forecasts {
      guard let forecast = forecasts[month] else { continue }
      let ofMonth = own.filter {
        input.products[$0.product]?.group == group && $0.start.calendarMonth.number == month
      }
      // What has come is not expected again.
      let late = ofMonth.filter { courseMonth($0) > frame.last ?? .max }
      let declared = ofMonth.filter { courseMonth($0) <= frame.last ?? .max }
      let share = Self.share(forecast, declared.map(\.amount).reduce(0, +))
      sum += max(0, share - late.map(\.amount).reduce(0, +))
    }
    return sum
  }

  /// What of a group's forecast falls to some of what was declared, in cents.
  private static func share(_ forecast: Forecast, _ declared: Int) -> Int {
    guard forecast.declared > 0 else { return 0 }
    return Int((Exact(forecast.toCome) * Exact(declared, over: forecast.declared)).rounded)
  }

  private func courseMonth(_ line: Line) -> Int {
    max(line.start.calendarMonth.number, line.declared.calendarMonth.number)
  }

  /// How the months after the last are seen, and what each of them will cost, in cents.
  private func expectation(
    _ line: BudgetLine, _ own: [Line], _ following: [Int], _ frame: WatchFrame
  ) -> (method: String, ofMonth: (Int) -> Exact) {
    guard let last = frame.last else { return ("patroon", { _ in Exact(0) }) }
    if following.isEmpty { return ("driehoek", { _ in Exact(0) }) }
    let grants = grants(of: line, frame.areas)
    let next = Month(number: last + 1)
    let running = grants.filter { $0.isInForce(from: next.days.from, to: next.days.from) }
    let priced = running.filter { commitment($0, next) != nil }
    if !running.isEmpty, 2 * priced.count >= running.count {
      let uptake = Exact(settings.money.uptake, over: 1_000_000_000)
      return ("toewijzingen", { uptake * commitments(grants, Month(number: $0)) })
    }
    let months = frame.developed.filter { $0.key <= last && $0.value >= 950_000 }.keys.sorted()
      .suffix(3)
    let sums = months.map { month in
      frame.forecasts.map { group, forecasts -> Int in
        guard let forecast = forecasts[month] else { return 0 }
        let declared = own.filter {
          input.products[$0.product]?.group == group && $0.start.calendarMonth.number == month
            && courseMonth($0) <= last
        }.map(\.amount).reduce(0, +)
        return declared + Self.share(forecast, declared)
      }.reduce(0, +)
    }
    let mean = Exact(sums.reduce(0, +)) / Exact(sums.count) ?? Exact(0)
    return ("patroon", { _ in mean })
  }
}
