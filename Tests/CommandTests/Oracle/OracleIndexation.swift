extension OracleReport {
  /// A year of `indexatie`, in percent.
  struct IndexYear {
    let year: Int
    /// Weighted; nil where a series has none of that status.
    let provisional: Exact?
    let definitive: Exact?
    let own: Exact?
    /// What the year before turned out to be more; nil without ``own``.
    let correction: Exact?
    /// Rounded as configured.
    let applied: Exact?
  }

  /// Every year with a figure of every series, the earliest first.
  static func indexation(_ figures: [IndexFigure], _ settings: MoneySettings) -> [IndexYear] {
    let known = figures.filter { figure in
      settings.referenceDay.map { figure.fixed <= $0 } ?? true
    }
    let years = Set(known.map(\.year)).sorted().filter { year in
      settings.weights.allSatisfy { weight in
        known.contains { $0.year == year && $0.series == weight.name }
      }
    }
    return years.map { year in indexYear(year, known, settings) }
  }

  private static func indexYear(
    _ year: Int, _ figures: [IndexFigure], _ settings: MoneySettings
  ) -> IndexYear {
    func sum(_ year: Int, isDefinitive: Bool) -> Exact? {
      weighted(settings.weights) { series in
        latest(figures, series, year, isDefinitive: isDefinitive)
      }
    }
    let provisional = sum(year, isDefinitive: false)
    let definitive = sum(year, isDefinitive: true)
    let own = provisional ?? definitive
    let correction = own.map { own in
      guard let then = sum(year - 1, isDefinitive: false),
        let now = sum(year - 1, isDefinitive: true)
      else { return Exact(0) }
      switch settings.form {
      case .additive: return now - then
      case .chained:
        guard let ratio = (hundred + now) / (hundred + then) else { return Exact(0) }
        return ratio * (hundred + own) - hundred - own
      case .association:
        return weighted(settings.weights) { series in
          guard let then = latest(figures, series, year - 1, isDefinitive: false),
            let now = latest(figures, series, year - 1, isDefinitive: true)
          else { return nil }
          return ((hundred + now) / (hundred + then)).map { $0 * hundred - hundred }
        } ?? Exact(0)
      }
    }
    var applied: Exact?
    if let own, let correction {
      // The printed sheets add two rounded parts.
      let parts =
        settings.form == .association
        ? [own, correction].map { $0.rounded(decimals: settings.decimals) } : [own, correction]
      applied = parts.sum.rounded(decimals: settings.decimals)
    }
    return IndexYear(
      year: year, provisional: provisional, definitive: definitive, own: own,
      correction: correction, applied: applied)
  }

  private static let hundred = Exact(100)

  /// Nil where one series has no value.
  private static func weighted(_ weights: [Weight], _ value: (Text) -> Exact?) -> Exact? {
    var sum = Exact(0)
    for weight in weights {
      guard let value = value(weight.name) else { return nil }
      sum = sum + weight.share * value
    }
    return sum
  }

  /// What was fixed last, in percent.
  private static func latest(
    _ figures: [IndexFigure], _ series: Text, _ year: Int, isDefinitive: Bool
  ) -> Exact? {
    let own = figures.filter {
      $0.series == series && $0.year == year && $0.isDefinitive == isDefinitive
    }
    return own.max { $0.fixed < $1.fixed }.map { Exact($0.value, over: 10_000) }
  }

  /// The percentage applied in a year; nil where there is none.
  func applied(_ year: Int) -> Exact? {
    indexation.first { $0.year == year }?.applied
  }

  /// `indexatie`
  var indexTable: String {
    var rows = [["jaar", "voorlopig", "definitief", "eigen", "correctie", "toegepast"]]
    for year in indexation {
      let figures = [year.provisional, year.definitive, year.own, year.correction]
      rows.append(
        [String(year.year)] + figures.map { $0?.text(decimals: 4) ?? "" }
          + [year.applied?.text(decimals: settings.money.decimals) ?? ""])
    }
    return Format.csv(rows)
  }
}
