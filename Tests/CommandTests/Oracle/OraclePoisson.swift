import Foundation

extension OracleReport {
  /// A Poisson number, as the contract computes it.
  struct Poisson {
    /// Above 0.
    let mean: Double

    private func term(_ count: Int) -> Double {
      exp(Double(count) * log(mean) - mean - lgamma(Double(count) + 1))
    }

    /// P(X ≥ count)
    func tail(_ count: Int) -> Double {
      if Double(count) <= mean {
        return 1 - (0..<count).map(term).reduce(0, +)
      }
      var sum = 0.0
      for next in count... {
        let larger = sum + term(next)
        if larger == sum { break }
        sum = larger
      }
      return sum
    }
  }

  /// The q of Benjamini and Hochberg, in the order of the p.
  static func falseDiscoveryRates(_ values: [Double]) -> [Double] {
    let order = values.indices.sorted { values[$0] < values[$1] }
    var rates = values
    var least = 1.0
    for (place, index) in order.enumerated().reversed() {
      least = min(least, values[index] * Double(values.count) / Double(place + 1))
      rates[index] = least
    }
    return rates
  }
}
