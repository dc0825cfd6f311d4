/// Changes volumes a little until their amounts add up to a given number of eurocents.
struct CentSolver {
  /// Pieces per line; the lines' rates stay as they are.
  private(set) var pieces: [Int]
  private let rates: [Int]
  private let unit: BillingUnit
  private var missing: Int

  init(pieces: [Int], rates: [Int], unit: BillingUnit, target: Int) {
    self.pieces = pieces
    self.rates = rates
    self.unit = unit
    missing = target - zip(pieces, rates).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// Whether the amounts add up to the target now: first by common steps, then by grains.
  mutating func settle(random: inout SplitMix) -> Bool {
    for _ in 0..<200_000 where missing != 0 {
      let index = random.below(pieces.count)
      let value = unit.step * rates[index]
      guard abs(missing) >= value else {
        if rates.allSatisfy({ abs(missing) < unit.step * $0 }) { break }
        continue
      }
      change(index, by: missing > 0 ? unit.step : -unit.step)
    }
    for _ in 0..<20_000 where missing != 0 {
      tryThree(random: &random)
      // Few providers have few rates: move some support between them and look again.
      if missing != 0 { exchange(random: &random) }
    }
    return missing == 0
  }

  private mutating func change(_ index: Int, by amount: Int) {
    guard pieces[index] + amount > 0 else { return }
    pieces[index] += amount
    missing -= amount * rates[index]
  }

  private mutating func exchange(random: inout SplitMix) {
    let (more, less) = (random.below(pieces.count), random.below(pieces.count))
    guard pieces[less] > unit.grain else { return }
    change(more, by: unit.grain)
    change(less, by: -unit.grain)
  }

  /// Looks for small changes of three lines at random that are worth exactly what is missing.
  private mutating func tryThree(random: inout SplitMix) {
    let reach = 12
    let indices = (0..<3).map { _ in random.below(pieces.count) }
    let (first, second, third) = (indices[0], indices[1], indices[2])
    guard Set(indices).count == 3 else { return }
    let last = unit.grain * rates[third]
    for a in -reach...reach {
      for b in -reach...reach {
        let rest = missing - unit.grain * (a * rates[first] + b * rates[second])
        guard rest % last == 0, abs(rest / last) <= reach else { continue }
        let changes = [(first, a), (second, b), (third, rest / last)]
        guard changes.allSatisfy({ pieces[$0.0] + $0.1 * unit.grain > 0 }) else { continue }
        for (index, grains) in changes { change(index, by: grains * unit.grain) }
        return
      }
    }
  }
}
