/// Amounts of other years in the prices of one, exactly, by the index that is applied each year.
struct ConstantPrices {
  let year: Int
  /// In millionths of a percent, by year.
  private let applied: (Int) -> Int64?

  init(of year: Int, applied: @escaping (Int) -> Int64?) {
    (self.year, self.applied) = (year, applied)
  }

  /// Cents in the prices of the year; empty where the index of a year between is not known.
  func cents(_ cents: Int64, of other: Int) -> Cell { cell(Int128(cents), of: other, over: 1) }

  /// 100 × an amount in the prices of the year / `base`, with one decimal; empty over 0 too.
  func index(_ cents: Int64, of other: Int, over base: Int64) -> Cell {
    cell(1000 * Int128(cents), of: other, over: base)
  }

  private func cell(_ number: Int128, of other: Int, over base: Int64) -> Cell {
    guard let steps = steps(to: other) else { return .empty }
    var (one, growth) = (LongNumber(UInt128(number.magnitude)), LongNumber(1))
    var isNegative = number < 0
    for step in steps {
      isNegative = isNegative != (step < 0)
      growth = growth.multiplied(by: LongNumber(UInt128(step.magnitude)))
    }
    let ones = steps.reduce(LongNumber(1)) { ones, _ in
      ones.multiplied(by: LongNumber(UInt128(Self.one)))
    }
    let isLater = other > year
    if (isLater ? growth : ones).isZero { return .empty }
    one = one.multiplied(by: isLater ? ones : growth)
    let value = Fraction(
      isNegative: isNegative, numerator: one, denominator: isLater ? growth : ones)
    return value.rounded(over: Fraction(Int128(base)), decimals: 0).map(Cell.number) ?? .empty
  }

  /// 1 in millionths of a percent.
  private static let one: Int64 = 100_000_000

  /// 1 + what is applied, in millionths of a percent, of each year from the earlier of both, which is
  /// left out, to the later.
  private func steps(to other: Int) -> [Int64]? {
    var steps: [Int64] = []
    for later in min(year, other)..<max(year, other) {
      guard let percentage = applied(later + 1) else { return nil }
      steps.append(Self.one + percentage)
    }
    return steps
  }
}
