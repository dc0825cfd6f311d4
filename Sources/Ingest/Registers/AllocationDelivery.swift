/// How an allocation is delivered and how it came to its end, beside the ``Allocation`` of the same
/// index, which every line asks for and these never.
public struct AllocationDelivery: Sendable, Equatable {
  /// `leveringsvorm`; ``none`` where it is empty or neither.
  public enum Form: UInt8, Sendable {
    case none, inKind, personalBudget
  }

  /// `stop_datum_levering`, days since 1970-01-01; ``Allocation/noDay`` without one.
  public let stop: Int32
  /// `reden_beeindiging`, 0–99; nil without one, and maybe none of the code list.
  public var endReason: UInt8? { reason == Self.noReason ? nil : reason }
  public let form: Form
  private let reason: UInt8

  private static let noReason: UInt8 = 255

  public init(stop: Day? = nil, endReason: UInt8? = nil, form: Form = .none) {
    self.stop = stop?.number ?? Allocation.noDay
    self.form = form
    reason = endReason ?? Self.noReason
  }
}
