extension OracleReport {
  /// `begroting-bewaking`
  var watchTable: String {
    var rows = [
      [
        "jaar", "niveau", "regel", "primitief", "actueel", "plafond", "taakstelling",
        "gerealiseerd", "nog_te_verwachten", "verplicht", "prognose", "afwijking", "nv",
        "uitputting", "maand_bereikt", "clienten", "werkwijze", "signaal",
      ]
    ]
    guard let lines = input.budgetLines else { return Format.csv(rows) }
    let frame = watchFrame
    for year in Set(lines.map(\.year)).sorted() {
      let own = lines.filter { $0.year == year }
      let watches = own.map { watch($0, frame) }
      for (line, watch) in zip(own, watches) {
        rows.append([String(year), "regel", line.name.description] + figures(watch, year))
      }
      let figures =
        clash(own, frame)
        ? [String](repeating: "", count: rows[0].count - 3) : figures(total(watches), year)
      rows.append([String(year), "totaal", ""] + figures)
    }
    return Format.csv(rows)
  }

  private func total(_ watches: [Watch]) -> Watch {
    var total = Watch()
    for watch in watches {
      for (sort, amount) in watch.amounts { total.amounts[sort, default: 0] += amount }
      if let budget = watch.budget { total.budget = (total.budget ?? 0) + budget }
      total.realised += watch.realised
      total.toCome += watch.toCome
      total.committed += watch.committed
      total.subsidies += watch.subsidies
      total.months = zip(total.months, watch.months).map { $0 + $1 }
      total.clients.formUnion(watch.clients)
    }
    let methods = Set(watches.map(\.method))
    if methods.count == 1, let method = methods.first { total.method = method }
    return total
  }

  /// Whether two lines of a year select one placement with use in it, or both take its subsidies.
  private func clash(_ own: [BudgetLine], _ frame: WatchFrame) -> Bool {
    guard let year = own.first?.year else { return false }
    let hasSubsidies = input.subsidies.contains { $0.year == year }
    if hasSubsidies, own.filter(\.takesSubsidies).count > 1 { return true }
    var seen: Set<[Text]> = []
    for line in own {
      let ofYear = lines(of: line, frame.areas).filter { basisDay($0).year == year }
      let placements = Dictionary(grouping: ofYear) { [$0.allocation, $0.product, $0.agb] }
      for (placement, lines) in placements where lines.map(\.amount).reduce(0, +) != 0 {
        if !seen.insert(placement).inserted { return true }
      }
    }
    return false
  }

  /// From `primitief` on.
  private func figures(_ watch: Watch, _ year: Int) -> [String] {
    let budget = watch.budget
    let deviation = budget.map { watch.forecast - $0 }
    return BudgetLine.sorts.map { watch.amounts[$0].map(Format.money) ?? "" }
      + [watch.realised, watch.toCome, watch.committed, watch.forecast].map(Format.money)
      + [
        deviation.map(Format.money) ?? "",
        deviation.map { $0 > 0 ? "N" : $0 < 0 ? "V" : "" } ?? "",
        budget.map { Format.share(watch.realised, of: abs($0)) } ?? "",
        budget.flatMap { monthReached(watch, $0, year) } ?? "", String(watch.clients.count),
        watch.method, budget.map { signal(watch.forecast, $0) } ?? "",
      ]
  }

  /// The first month in which more than the budget is spent or expected.
  private func monthReached(_ watch: Watch, _ budget: Int, _ year: Int) -> String? {
    var sum = Exact(watch.subsidies - budget)
    for (place, month) in watch.months.enumerated() {
      sum = sum + month
      if sum.isPositive { return Month(number: year * 12 + place).iso }
    }
    return nil
  }

  private func signal(_ forecast: Int, _ budget: Int) -> String {
    if budget == 0 { return forecast == 0 ? "ok" : "overleg" }
    func isAbove(_ billionths: Int) -> Bool {
      Int128(abs(forecast - budget)) * 1_000_000_000 > Int128(billionths) * Int128(abs(budget))
    }
    return isAbove(settings.money.consultation)
      ? "overleg" : isAbove(settings.money.attention) ? "let op" : "ok"
  }
}
