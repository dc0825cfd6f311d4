public import Ingest

/// All that the tables need: the reference data and the net of every placement per month.
///
/// It grows with the population (placements × months), never with the number of lines.
public struct Ledger: Sendable {
  public let parameters: CountingParameters
  public let reference: ReferenceData
  /// The reporting window, both days included; nil without a declared period and without any line.
  public let window: ClosedRange<Day>?
  /// From the first to the last basis month of accepted lines; nil without any.
  public let months: ClosedRange<Month>?
  /// Net of all accepted lines per month of ``months``, in cents.
  public let netPerMonth: [Int64]
  /// Every placement, ordered by client: the placements of one client stand together.
  public let placements: [Placement]
}

/// A placement (voorziening): the accepted lines of one allocation, product and provider.
public struct Placement: Sendable {
  /// Client index.
  public let client: Int32
  /// Indication index.
  public let indication: Int32
  /// Product index.
  public let product: Int32
  /// Provider index.
  public let provider: Int32
  /// Net in the reporting window, in cents; the placement is invoiced there when it is not 0.
  public let windowNet: Int64
  /// Where its nets per month are kept.
  let firstLeaf: UInt32
}

extension Ledger {
  /// Which lines count for a month's net.
  public enum Scope: Sendable {
    /// All accepted lines.
    case all
    /// The lines inside the reporting window.
    case window
    /// The lines inside the sequence window.
    case sequence
  }

  /// Calls `body` with each month in which the placement's net from the lines of `scope` is not 0,
  /// in rising order, and that net in cents.
  public func forEachActiveMonth(
    of placement: Placement, in scope: Scope, _ body: (Month, Int64) -> Void
  ) {
  }
}
