import Ingest

/// The index of prices of each year, exact, and the percentage that is applied (table `indexatie`).
struct PriceIndex: Sendable {
  /// Percentages are in hundred-millionths of a percent: a weight times a figure.
  struct Year: Sendable {
    let year: Int
    /// By the figures of one status; nil unless every series has one.
    let provisional, definitive: Int128?
    /// What settles the definitive figures of the year before; nil where there is nothing to settle
    /// with.
    fileprivate(set) var correction: Fraction?
    /// In units of the last decimal that is kept; nil where no status has every series.
    fileprivate(set) var applied: Int64?

    /// The figure of the year itself.
    var own: Int128? { provisional ?? definitive }
  }

  /// Every year with a figure of every series, rising.
  let years: [Year]
  private let parameters: IndexParameters
  /// Positions in ``years``.
  private let positions: [Int: Int]

  /// Hundred-millionths of a percent.
  static let percent: Int128 = 100_000_000
  private static let one = 100 * percent

  init(_ figures: [IndexFigure]?, _ parameters: CountingParameters) {
    let index = parameters.money.index
    let known = LatestFigures(figures ?? [], until: parameters.referenceDay)
    var years = known.years(withAllOf: index.weights).map { year in
      Year(
        year: year, provisional: known.sum(index.weights, year, .provisional),
        definitive: known.sum(index.weights, year, .definitive))
    }
    let positions = Dictionary(uniqueKeysWithValues: years.enumerated().map { ($1.year, $0) })
    for (position, year) in years.enumerated() {
      guard let own = year.own else { continue }
      let before = positions[year.year - 1].map { years[$0] }
      let correction = before.flatMap { Self.correction(of: own, $0, index, known) }
      years[position].correction = correction
      years[position].applied = Self.applied(own, correction ?? Fraction(0), index)
    }
    self.years = years
    self.parameters = index
    self.positions = positions
  }

  /// The percentage of a year in millionths, rounded as configured; nil where there is none.
  func appliedMillionths(_ year: Int) -> Int64? {
    guard let position = positions[year], let applied = years[position].applied else { return nil }
    return (parameters.decimals..<6).reduce(applied) { value, _ in value * 10 }
  }

  /// Nil where a figure of the year before is missing, or is a fall by all there is.
  private static func correction(
    of own: Int128, _ before: Year, _ parameters: IndexParameters, _ known: LatestFigures
  ) -> Fraction? {
    guard let provisional = before.provisional, let definitive = before.definitive else {
      return nil
    }
    switch parameters.form {
    case .additive: return Fraction(definitive - provisional)
    case .chained:
      guard one + provisional != 0 else { return nil }
      return Fraction(one + own) * Fraction(definitive - provisional, over: one + provisional)
    case .association:
      var sum = Fraction(0)
      for weight in parameters.weights {
        guard let early = known[weight.name, before.year, .provisional],
          let late = known[weight.name, before.year, .definitive], early != -1_000_000
        else { return nil }
        // A weight times the change of one, in hundred-millionths of a percent.
        let share = Int128(weight.tenThousandths) * 1_000_000
        sum = sum + Fraction(share * Int128(late - early), over: Int128(1_000_000 + early))
      }
      return sum
    }
  }

  private static func applied(
    _ own: Int128, _ correction: Fraction, _ parameters: IndexParameters
  ) -> Int64? {
    func rounded(_ value: Fraction) -> Int64? {
      value.rounded(over: Fraction(percent), decimals: parameters.decimals)
    }
    // The printed sheets add up what they have rounded.
    if parameters.form == .association {
      guard let own = rounded(Fraction(own)), let correction = rounded(correction) else {
        return nil
      }
      return own + correction
    }
    return rounded(Fraction(own) + correction)
  }
}

/// Of every series, year and status the figure that was fixed last.
private struct LatestFigures {
  private struct Key: Hashable {
    let series: ByteWise
    let year: Int
    let status: IndexFigure.Status
  }

  private var figures: [Key: IndexFigure] = [:]

  /// - Parameter day: Figures that were fixed later are not known; nil: all are.
  init(_ all: [IndexFigure], until day: Day?) {
    for figure in all where day.map({ figure.fixed <= $0 }) ?? true {
      let key = Key(series: ByteWise(figure.series), year: figure.year, status: figure.status)
      if let other = figures[key], other.fixed > figure.fixed { continue }
      figures[key] = figure
    }
  }

  /// In ten-thousandths of a percent.
  subscript(series: String, year: Int, status: IndexFigure.Status) -> Int64? {
    figures[Key(series: ByteWise(series), year: year, status: status)]?.tenThousandths
  }

  func years(withAllOf weights: [Weight]) -> [Int] {
    Set(figures.keys.map(\.year)).sorted().filter { year in
      weights.allSatisfy { weight in
        IndexFigure.Status.allCases.contains { self[weight.name, year, $0] != nil }
      }
    }
  }

  /// The weighted sum of all series; nil unless each has a figure.
  func sum(_ weights: [Weight], _ year: Int, _ status: IndexFigure.Status) -> Int128? {
    var sum: Int128 = 0
    for weight in weights {
      guard let figure = self[weight.name, year, status] else { return nil }
      sum += Int128(weight.tenThousandths) * Int128(figure)
    }
    return sum
  }
}

extension Ledger {
  var priceIndex: PriceIndex { PriceIndex(registers.indexFigures, parameters) }
}
