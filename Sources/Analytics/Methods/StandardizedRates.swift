/// Those of a population, in one age band, who are counted.
struct Stratum: Sendable, Equatable {
  let cases: Int
  let population: Int
}

/// A rate per head with its limits of 95 %.
struct RateEstimate: Sendable, Equatable {
  let rate: Double
  let lower: Double
  let upper: Double
}

/// Rates as if every population had the age bands of a standard.
struct StandardizedRates: Sendable {
  /// Per age band.
  private let standard: [Stratum]
  private let standardRate: Double
  private let standardPopulation: Double

  init(standard: [Stratum]) {
    self.standard = standard
    standardPopulation = Double(standard.total.population)
    standardRate = Double(standard.total.cases) / standardPopulation
  }

  /// The rates of a population's bands, weighted by the standard's population, with Dobson's limits;
  /// nil without cases, or where a band of the standard has nobody in this population.
  func direct(_ strata: [Stratum]) -> RateEstimate? {
    let total = strata.total
    guard total.cases > 0, standardPopulation > 0 else { return nil }
    var (rate, variance) = (0.0, 0.0)
    for (stratum, whole) in zip(strata, standard) where whole.population > 0 {
      guard stratum.population > 0 else { return nil }
      let weight = Double(whole.population) / standardPopulation
      let (cases, population) = (Double(stratum.cases), Double(stratum.population))
      rate += weight * cases / population
      variance += weight * weight * cases / (population * population)
    }
    let scale = (variance / Double(total.cases)).squareRoot()
    let byar = ByarLimits(total.cases)
    return RateEstimate(
      rate: rate, lower: rate + scale * (byar.lower - Double(total.cases)),
      upper: rate + scale * (byar.upper - Double(total.cases)))
  }

  /// The cases that a population would have at the standard's rates per band.
  func expected(_ strata: [Stratum]) -> Double {
    zip(strata, standard).reduce(0) { sum, bands in
      let (stratum, whole) = bands
      guard whole.population > 0 else { return sum }
      return sum + Double(stratum.population) * Double(whole.cases) / Double(whole.population)
    }
  }

  /// The standard's rate times what is counted over what is expected, with Byar's limits; nil where
  /// nothing is expected.
  func indirect(_ strata: [Stratum]) -> RateEstimate? {
    let (cases, expected) = (strata.total.cases, expected(strata))
    guard expected > 0, cases > 0 else { return nil }
    let byar = ByarLimits(cases)
    func rate(_ count: Double) -> Double { count / expected * standardRate }
    return RateEstimate(
      rate: rate(Double(cases)), lower: rate(byar.lower), upper: rate(byar.upper))
  }
}

extension [Stratum] {
  /// All bands together.
  var total: Stratum {
    Stratum(
      cases: reduce(0) { $0 + $1.cases }, population: reduce(0) { $0 + $1.population })
  }
}

/// Byar's approximation of the limits of 95 % of a count, which is more than 0.
struct ByarLimits: Sendable {
  let lower: Double
  let upper: Double

  init(_ count: Int) {
    let (below, above) = (Double(count), Double(count) + 1)
    let third = NormalDistribution.quantile / 3
    lower = below * (1 - 1 / (9 * below) - third / below.squareRoot()).cubed
    upper = above * (1 - 1 / (9 * above) + third / above.squareRoot()).cubed
  }
}

extension Double {
  fileprivate var cubed: Double { self * self * self }
}
