import Foundation

/// Why an amount changed between two periods: by how many clients there are, how they spread over
/// parts, how much each uses and what it costs (contract, `kostenontwikkeling`; Ang 2005).
struct Decomposition {
  /// A product in one unit, in one period.
  struct Part {
    /// Net, in cents.
    var cents: Int64 = 0
    /// Net volume, in hundredths.
    var volume: Int128 = 0
    /// Distinct clients.
    var clients = 0
  }

  enum Method: String {
    case logarithmic = "LMDI"
    case shapley = "Shapley"
    case both = "LMDI en Shapley"
  }

  /// In whole cents, by factor, in the order of clients, mix, volume and price.
  private(set) var effects: [Int64]
  /// Nil without a part.
  private(set) var method: Method?

  /// - Parameter parts: Before and after, all present in both periods, in a fixed order.
  init(_ parts: [(before: Part, after: Part)]) {
    let clients = (
      before: parts.reduce(0) { $0 + $1.before.clients },
      after: parts.reduce(0) { $0 + $1.after.clients }
    )
    var sums = [0.0, 0, 0, 0]
    var methods: Set<Method> = []
    for part in parts {
      let factors = PartFactors(part.before, part.after, clients)
      methods.insert(factors.isLogarithmic ? .logarithmic : .shapley)
      let effects = factors.isLogarithmic ? factors.logarithmicEffects : factors.shapleyEffects
      for index in sums.indices { sums[index] += effects[index] }
    }
    let change = parts.reduce(Int64(0)) { $0 + $1.after.cents - $1.before.cents }
    effects = largestRemainders(sums, total: change)
    method = methods.count == 2 ? .both : methods.first
  }
}

/// The four factors of one part, before and after.
struct PartFactors {
  private let before: Decomposition.Part
  private let after: Decomposition.Part
  /// Of all parts.
  private let clients: (before: Int, after: Int)
  /// Whether there is no price of its own: the amount is the volume.
  private let isPriceless: Bool

  init(
    _ before: Decomposition.Part, _ after: Decomposition.Part, _ clients: (before: Int, after: Int)
  ) {
    (self.before, self.after, self.clients) = (before, after, clients)
    isPriceless = before.volume <= 0 || after.volume <= 0
  }

  /// Whether the amounts have logarithms.
  var isLogarithmic: Bool { before.cents > 0 && after.cents > 0 }

  private var volumes: (before: Int128, after: Int128) {
    isPriceless
      ? (Int128(before.cents), Int128(after.cents)) : (before.volume, after.volume)
  }

  /// LMDI-I: each factor's logarithm, weighted with the logarithmic mean of the amounts.
  var logarithmicEffects: [Double] {
    let (old, new) = (Double(before.cents), Double(after.cents))
    let mean =
      before.cents == after.cents
      ? new : (new - old) / logarithm(Int128(after.cents), Int128(before.cents))
    let (q0, q1) = volumes
    let (n0, n1) = (Int128(before.clients), Int128(after.clients))
    let (all0, all1) = (Int128(clients.before), Int128(clients.after))
    let (v0, v1) = (Int128(before.cents), Int128(after.cents))
    let logarithms: [Double] = [
      logarithm(all1, all0), logarithm(n1 * all0, n0 * all1), logarithm(q1, n0, over: q0, n1),
      isPriceless ? 0 : logarithm(v1, q0, over: v0, q1),
    ]
    return logarithms.map { mean * $0 }
  }

  /// Shapley: the mean, over all orders, of what each factor changes when it is its turn.
  var shapleyEffects: [Double] {
    let (q0, q1) = volumes
    let old = values(before, q0, of: clients.before)
    let new = values(after, q1, of: clients.after)
    /// With the factors of this set after, the others before.
    func amount(_ changed: Int) -> Double {
      var product = 1.0
      for factor in 0..<4 { product *= changed >> factor & 1 == 1 ? new[factor] : old[factor] }
      return product
    }
    // How many of the 24 orders have exactly these before the factor: k! (3 − k)!
    let orders = [6.0, 2, 2, 6]
    return (0..<4).map { factor in
      var sum = 0.0
      for set in 0..<16 where set >> factor & 1 == 0 {
        sum += orders[set.nonzeroBitCount] * (amount(set | 1 << factor) - amount(set))
      }
      return sum / 24
    }
  }

  private func values(
    _ part: Decomposition.Part, _ volume: Int128, of clients: Int
  ) -> [Double] {
    [
      Double(clients), Double(part.clients) / Double(clients),
      Double(volume) / Double(part.clients),
      isPriceless ? 1 : Double(part.cents) / Double(volume),
    ]
  }
}

/// ln(a/b), exact also where they are nearly equal.
private func logarithm(_ a: Int128, _ b: Int128) -> Double {
  log1p(Double(a - b) / Double(b))
}

/// ln(a₁a₂ / b₁b₂), of products that may be too large for a whole number.
private func logarithm(_ a1: Int128, _ a2: Int128, over b1: Int128, _ b2: Int128) -> Double {
  let (a, b) = (a1.multipliedReportingOverflow(by: a2), b1.multipliedReportingOverflow(by: b2))
  guard !a.overflow, !b.overflow else {
    return log(Double(a1)) + log(Double(a2)) - log(Double(b1)) - log(Double(b2))
  }
  return logarithm(a.partialValue, b.partialValue)
}

/// Whole numbers near these that add up to `total`: floors, and one more for the largest remainders,
/// the first of equal ones.
func largestRemainders(_ values: [Double], total: Int64) -> [Int64] {
  let limit = 0x1p60
  let floors = values.map { Int64(min(max($0.rounded(.down), -limit), limit)) }
  let order = values.indices.sorted { a, b in
    let (left, right) = (values[a] - values[a].rounded(.down), values[b] - values[b].rounded(.down))
    return (right, a) < (left, b)
  }
  // Below zero or above the count only where doubles are too coarse for cents.
  let rest = total - floors.reduce(0, +)
  let count = Int64(values.count)
  let each = (rest - (rest % count + count) % count) / count
  var result = floors.map { $0 + each }
  for index in order.prefix(Int(rest - each * count)) { result[index] += 1 }
  return result
}
