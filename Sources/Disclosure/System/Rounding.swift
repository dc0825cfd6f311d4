public import Analytics
public import Ingest

/// How an edition rounds, and what a rounded figure tells of the true one.
public struct Rounding: Sendable {
  private let countBase: Int64
  private let amountBase: Int64
  private let threshold: Int64

  public init(_ parameters: PublicationParameters) {
    countBase = max(1, parameters.countBase)
    amountBase = parameters.amountBase
    threshold = parameters.threshold
  }

  /// The nearest multiple of the measure's base, half away from zero; in cents for an amount.
  ///
  /// The last multiple that an `Int64` holds takes what lies beyond it.
  public func shown(_ value: Int64, _ measure: Measure) -> Int64 {
    let base = self.base(of: measure).magnitude
    let remainder = value.magnitude % base
    var multiple = value.magnitude - remainder
    if remainder >= base - remainder, multiple <= Int64.max.magnitude - base { multiple += base }
    return Int64(truncatingIfNeeded: value < 0 ? 0 &- multiple : multiple)
  }

  /// The true values of a shown figure, both ends included; nil where there are none.
  ///
  /// A count in an edition is 0 or at least the threshold: a shown 0 is nobody.
  public func interval(ofShown shown: Int64, _ measure: Measure) -> ClosedRange<Int64>? {
    let base = self.base(of: measure)
    guard shown % base == 0 else { return nil }
    // What lies half-way between two multiples belongs to the one away from zero.
    let (size, further) = (Int128(shown.magnitude), Int128((base - 1) / 2))
    let least = shown == 0 ? -further : size - Int128(base / 2)
    let sizes = Int64(clamping: least)...Int64(clamping: size + further)
    switch measure {
    case .amount:
      return shown < 0 ? Int64(clamping: -(size + further)) ... -sizes.lowerBound : sizes
    case .clients, .indications:
      guard shown != 0 else { return 0...0 }
      guard shown > 0, sizes.upperBound >= threshold else { return nil }
      return max(threshold, sizes.lowerBound)...sizes.upperBound
    }
  }

  private func base(of measure: Measure) -> Int64 {
    measure == .amount ? amountBase : countBase
  }
}
