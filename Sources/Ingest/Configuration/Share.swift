/// A share from 0 to 1, exact to nine decimals.
///
/// Not a floating-point number: 0.29 × 100 is less than 29 in binary, and the twenty-ninth reject
/// of a hundred lines would stop a run whose limit is 0.29.
public struct Share: Sendable, Hashable {
  /// 0…1,000,000,000.
  public let billionths: Int64

  /// What the contract allows where nothing is said: one in ten.
  public static let tenth = Share(billionths: 100_000_000)

  private init(billionths: Int64) {
    self.billionths = billionths
  }

  /// Nil outside 0–1.
  public init?(_ value: Double) {
    guard (0...1).contains(value) else { return nil }
    billionths = Int64((value * 1e9).rounded())
  }

  /// Whether `part` is more than this share of `whole`, both not negative.
  public func isExceeded(by part: Int, of whole: Int) -> Bool {
    let left = Int64(part).multipliedFullWidth(by: 1_000_000_000)
    let right = Int64(whole).multipliedFullWidth(by: billionths)
    return (left.high, left.low) > (right.high, right.low)
  }
}
