extension OracleReport {
  /// The clients and inhabitants of all complete districts by age, with which one is compared.
  struct Standard {
    let users: [Int]
    let inhabitants: [Int]

    /// From `ruw_per_1000` on; empty where there are too few clients to tell.
    func rates(users own: [Int], inhabitants population: [Int]?) -> [String] {
      let none = [String](repeating: "", count: 8)
      let count = own.reduce(0, +)
      guard let population, count >= 10, population.reduce(0, +) > 0 else { return none }
      let raw = Format.quotient(
        Int128(count) * 1000, Int128(population.reduce(0, +)), decimals: 4)
      let expected = expected(population)
      let rates =
        direct(own, population) + [expected] + indirect(count, expected)
      return [raw] + rates.map { Format.decimal($0, decimals: 4) }
    }

    private var ages: [Int] { inhabitants.indices.filter { inhabitants[$0] > 0 } }

    /// The rate and its limits if the district had the ages of the standard.
    private func direct(_ own: [Int], _ population: [Int]) -> [Double?] {
      if ages.contains(where: { population[$0] == 0 }) { return [nil, nil, nil] }
      let all = Double(inhabitants.reduce(0, +))
      let count = own.reduce(0, +)
      var rate = 0.0
      var variance = 0.0
      for age in ages {
        let weight = Double(inhabitants[age]) / all
        let (users, people) = (Double(own[age]), Double(population[age]))
        rate += weight * users / people
        variance += weight * weight * users / (people * people)
      }
      let limits = Self.byar(count)
      // Dobson et al. (1991)
      let scale = (variance / Double(count)).squareRoot()
      return [
        1000 * rate, 1000 * (rate + scale * (limits.lower - Double(count))),
        1000 * (rate + scale * (limits.upper - Double(count))),
      ]
    }

    /// The clients that the district would have at the rates of the standard.
    private func expected(_ population: [Int]) -> Double {
      var sum = 0.0
      for age in ages {
        sum += Double(population[age]) * Double(users[age]) / Double(inhabitants[age])
      }
      return sum
    }

    private func indirect(_ count: Int, _ expected: Double) -> [Double?] {
      if expected == 0 { return [nil, nil, nil] }
      let all = 1000 * Double(users.reduce(0, +)) / Double(inhabitants.reduce(0, +))
      let limits = Self.byar(count)
      return [Double(count), limits.lower, limits.upper].map { $0 / expected * all }
    }

    /// Byar's 95 % limits of a count.
    static func byar(_ count: Int) -> (lower: Double, upper: Double) {
      func limit(_ x: Double, _ z: Double) -> Double {
        let root = 1 - 1 / (9 * x) + z / (3 * x.squareRoot())
        return x * root * root * root
      }
      return (limit(Double(count), -zScore), limit(Double(count) + 1, zScore))
    }
  }
}
