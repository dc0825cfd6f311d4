import Ingest
import Testing

@testable import Analytics

@Suite("Why an amount changed") struct DecompositionTests {
  private func part(_ clients: Int, _ volume: Int, _ cents: Int64) -> Decomposition.Part {
    Decomposition.Part(cents: cents, volume: Int128(volume), clients: clients)
  }

  @Test func `the published example of three factors`() {
    // Clients, volume per client and price of two parts; amounts in hundred-millionths.
    let unit: Int64 = 100_000_000
    let decomposition = Decomposition([
      (part(1, 10, 20 * unit), part(4, 20, 60 * unit)),
      (part(4, 20, 60 * unit), part(5, 30, 120 * unit)),
    ])
    let effects = decomposition.effects
    #expect(effects[0] + effects[1] == 69_79006598)
    #expect(effects[2] == -9_45512579)
    #expect(effects[3] == 39_66505981)
    #expect(effects.reduce(0, +) == 100 * unit)
    #expect(decomposition.method == .logarithmic)
  }

  @Test func `one factor that changes is the whole change, to the cent`() {
    let before = [part(10, 1000, 100_00), part(30, 4500, 900_00)]
    let cases: [(after: [Decomposition.Part], effects: [Int64])] = [
      ([part(20, 2000, 200_00), part(60, 9000, 1800_00)], [1000_00, 0, 0, 0]),
      ([part(10, 1500, 150_00), part(30, 6750, 1350_00)], [0, 0, 500_00, 0]),
      ([part(10, 1000, 110_00), part(30, 4500, 990_00)], [0, 0, 0, 100_00]),
      ([part(20, 2000, 200_00), part(20, 3000, 600_00)], [0, -200_00, 0, 0]),
    ]
    for (after, effects) in cases {
      #expect(Decomposition(Array(zip(before, after))).effects == effects)
    }
  }

  /// The mean over the 24 orders, one after the other.
  private func shapley(_ old: [Double], _ new: [Double]) -> [Double] {
    var sums = [0.0, 0, 0, 0]
    func walk(_ left: [Int], _ values: [Double]) {
      for factor in left {
        var changed = values
        changed[factor] = new[factor]
        // Each way on from here is an order.
        let orders = (1..<max(left.count, 2)).reduce(1, *)
        sums[factor] +=
          Double(orders) * (changed.reduce(1, *) - values.reduce(1, *))
        walk(left.filter { $0 != factor }, changed)
      }
    }
    walk([0, 1, 2, 3], old)
    return sums.map { $0 / 24 }
  }

  @Test(arguments: [1, 2, 3, 4, 5] as [UInt64])
  func `Shapley is the mean over all orders, and adds up as LMDI does`(seed: UInt64) {
    var dice = Dice(seed: seed)
    for _ in 0..<200 {
      let n = (Int.random(in: 1...9, using: &dice), Int.random(in: 1...9, using: &dice))
      let all = (
        n.0 + Int.random(in: 0...9, using: &dice), n.1 + Int.random(in: 0...9, using: &dice)
      )
      let q = (Int.random(in: 1...500, using: &dice), Int.random(in: 1...500, using: &dice))
      let v = (
        Int64.random(in: -900...900, using: &dice), Int64.random(in: -900...900, using: &dice)
      )
      let factors = PartFactors(part(n.0, q.0, v.0), part(n.1, q.1, v.1), all)
      let expected = shapley(
        [
          Double(all.0), Double(n.0) / Double(all.0), Double(q.0) / Double(n.0),
          Double(v.0) / Double(q.0),
        ],
        [
          Double(all.1), Double(n.1) / Double(all.1), Double(q.1) / Double(n.1),
          Double(v.1) / Double(q.1),
        ])
      let found = factors.shapleyEffects
      #expect(zip(found, expected).allSatisfy { abs($0 - $1) < 1e-6 }, "seed \(seed)")
      #expect(abs(found.reduce(0, +) - Double(v.1 - v.0)) < 1e-6, "seed \(seed)")
      guard factors.isLogarithmic else { continue }
      #expect(
        abs(factors.logarithmicEffects.reduce(0, +) - Double(v.1 - v.0)) < 1e-6, "seed \(seed)")
    }
  }

  @Test func `without a volume above zero there is no price`() {
    let decomposition = Decomposition([(part(2, 0, 100_00), part(2, 500, 150_00))])
    #expect(decomposition.effects == [0, 0, 50_00, 0])
    #expect(decomposition.method == .logarithmic)
  }

  @Test func `what is below zero goes by Shapley, beside what is not`() {
    let decomposition = Decomposition([
      (part(1, 10, -50_00), part(2, 20, 100_00)), (part(1, 10, 10_00), part(1, 10, 20_00)),
    ])
    #expect(decomposition.method == .both)
    #expect(decomposition.effects.reduce(0, +) == 160_00)
    #expect(Decomposition([]).method == nil && Decomposition([]).effects == [0, 0, 0, 0])
  }

  @Test func `cents go to the largest remainders, the first of equal ones`() {
    #expect(largestRemainders([1.5, 1.5, 0.25, -0.25], total: 3) == [2, 1, 0, 0])
    #expect(largestRemainders([0.4, 0.4, 0.1, 0.1], total: 1) == [1, 0, 0, 0])
    #expect(largestRemainders([-0.5, -0.5, 0, 0], total: -1) == [0, -1, 0, 0])
    // Doubles that are too coarse for cents still leave no rest.
    #expect(largestRemainders([1e15, 2, 3, 4], total: 7).reduce(0, +) == 7)
  }
}
