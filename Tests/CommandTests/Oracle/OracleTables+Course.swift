extension OracleReport {
  /// `declaratie-driehoek`
  func triangleTable(_ triangle: Triangle?) -> String {
    var rows = [["product_groep", "prestatiemaand", "vertraging", "bedrag", "cumulatief"]]
    for (name, development) in triangle?.sections ?? [] {
      for month in development.months {
        let amounts = development.cumulative[month - development.first]
        for delay in amounts.indices {
          let increment = amounts[delay] - (delay == 0 ? 0 : amounts[delay - 1])
          if increment == 0, month + delay != development.last { continue }
          rows.append([
            name.description, Month(number: month).iso, String(delay), Format.money(increment),
            Format.money(amounts[delay]),
          ])
        }
      }
    }
    return Format.csv(rows)
  }

  /// `declaratie-factoren`
  func factorTable(_ triangle: Triangle?) -> String {
    var rows = [["product_groep", "vertraging", "maanden", "factor", "sigma", "ontwikkeld"]]
    for (name, development) in triangle?.sections ?? [] {
      for delay in 0...development.end {
        let step = delay < development.end ? development.steps[delay] : Development.Step()
        // The variance is in cents, sigma in roots of euros.
        let sigma = step.variance.map { $0.squareRoot() / 10 }
        rows.append([
          name.description, String(delay), String(step.pairs),
          Format.decimal(step.factor, decimals: 6), Format.decimal(sigma, decimals: 4),
          Format.decimal(development.developed(at: delay), decimals: 6),
        ])
      }
    }
    return Format.csv(rows)
  }

  /// `nog-te-verwachten`
  func forecastTable(_ triangle: Triangle?) -> String {
    var rows = [
      [
        "niveau", "product_groep", "prestatiemaand", "gedeclareerd", "ontwikkeld", "methode",
        "verwacht", "nog_te_verwachten", "standaardfout",
      ]
    ]
    guard let triangle else { return Format.csv(rows) }
    /// A row over months; its error is known unless all that could have one is unknown.
    func sum(_ level: String, _ name: Text, _ month: String, _ all: [Forecast], _ squares: Double) {
      let expected = all.declared + all.toCome
      let share = expected == 0 ? nil : Double(all.declared) / Double(expected)
      rows.append([
        level, name.description, month, Format.money(all.declared),
        Format.decimal(share, decimals: 6), "", Format.money(expected), Format.money(all.toCome),
        standardError(all.isMeasured || !all.hasUnknown ? squares : nil),
      ])
    }

    var byGroup: [(name: Text, development: Development, forecasts: [Forecast])] = []
    for (name, development) in triangle.groups {
      byGroup.append((name, development, development.months.map { development.forecast($0) }))
    }
    for (name, development, forecasts) in byGroup {
      for (month, forecast) in zip(development.months, forecasts) {
        rows.append([
          "maand", name.description, Month(number: month).iso, Format.money(forecast.declared),
          Format.decimal(forecast.developed, decimals: 6), forecast.method.rawValue,
          Format.money(forecast.declared + forecast.toCome), Format.money(forecast.toCome),
          standardError(forecast.squaredError),
        ])
      }
    }
    for month in triangle.total.months {
      let all = byGroup.filter { $0.development.first <= month }
        .map { $0.forecasts[month - $0.development.first] }
      let squares = all.compactMap(\.squaredError).reduce(0, +)
      sum("maand", "totaal", Month(number: month).iso, all, squares)
    }
    for (name, development, forecasts) in byGroup {
      sum("product_groep", name, "", forecasts, development.squaredError(of: forecasts))
    }
    let squares = byGroup.map { $0.development.squaredError(of: $0.forecasts) }.reduce(0, +)
    sum("totaal", "", "", byGroup.flatMap(\.forecasts), squares)
    let check = triangle.total.months.map { triangle.total.forecast($0) }
    sum("controle", "", "", check, triangle.total.squaredError(of: check))
    return Format.csv(rows)
  }

  private func standardError(_ squares: Double?) -> String {
    squares.flatMap { Format.cents($0.squareRoot()) }.map(Format.money) ?? ""
  }

  /// `terugblik`
  var hindsightTable: String {
    var rows = [
      [
        "maanden_terug", "tot_en_met", "product_groep", "verwacht", "gekomen", "verschil",
        "standaardfout", "binnen_twee",
      ]
    ]
    let lines = courseLines
    guard let last = lastCourseMonth else { return Format.csv(rows) }
    for back in [3, 6, 12] {
      let then = last - back
      guard let triangle = Triangle(lines, until: then, settings.course) else { continue }
      let known = lines.filter { $0.service <= then && $0.course <= last }
      func row(_ name: Text, _ expected: Int, _ came: Int, _ squares: Double?) {
        let error = squares.flatMap { Format.cents($0.squareRoot()) }
        let within = error.map { abs(came - expected) <= 2 * $0 ? "ja" : "nee" }
        rows.append([
          String(back), Month(number: then).iso, name.description, Format.money(expected),
          Format.money(came), Format.money(came - expected), error.map(Format.money) ?? "",
          within ?? "",
        ])
      }

      var all: [Forecast] = []
      var squares = 0.0
      var isUnknown = false
      for name in Set(known.map(\.group)).sorted() {
        let came = known.filter { $0.group == name && $0.course > then }.map(\.amount).reduce(0, +)
        guard let development = triangle.groups.first(where: { $0.name == name })?.development
        else {
          isUnknown = true
          row(name, 0, came, nil)
          continue
        }
        let own = development.months.map { development.forecast($0, ahead: back) }
        let ownSquares = development.squaredError(of: own)
        row(name, own.toCome, came, own.isMeasured || !own.hasUnknown ? ownSquares : nil)
        all += own
        squares += ownSquares
      }
      let came = known.filter { $0.course > then }.map(\.amount).reduce(0, +)
      let hasError = all.isMeasured || !(isUnknown || all.hasUnknown)
      row("totaal", all.toCome, came, hasError ? squares : nil)
    }
    return Format.csv(rows)
  }
}
