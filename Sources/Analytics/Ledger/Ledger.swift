public import Ingest

/// All that the tables need: the registers and the net of every placement per month.
///
/// It grows with the population (placements × months), never with the number of lines.
public struct Ledger: Sendable {
  public let parameters: CountingParameters
  public let registers: Registers
  /// The reporting window, both days included; nil where an end is not declared and there is no
  /// line to take it from, or where it would end before it begins.
  public let window: ClosedRange<Day>?
  /// From the first to the last basis month of accepted lines; nil without any.
  public let months: ClosedRange<Month>?
  /// Net of all accepted lines per month of ``months``, in cents.
  public let netPerMonth: [Int64]
  /// Every placement, ordered by client: the placements of one client stand together.
  public let placements: [Placement]
  /// The accepted lines, counted.
  public let lines: LineSummary

  let grid: PeriodGrid
  let store: NetStore
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
  /// The first of its pages; the others follow along the chain.
  let firstPage: UInt32
}

/// Counts and sums of the accepted lines, for the reconciliation ladder; money in cents.
public struct LineSummary: Sendable, Equatable {
  public let acceptedLines: Int
  public let linesInWindow: Int
  public let debit: Int64
  /// Positive.
  public let credit: Int64
  public let netInWindow: Int64
  public let netOutsideWindow: Int64

  public var net: Int64 { debit - credit }
  public var linesOutsideWindow: Int { acceptedLines - linesInWindow }
}

extension Ledger {
  /// The year in which the reporting window ends, also of one that no day lies in; nil where its
  /// end is not declared and there is no line to take it from.
  var lastWindowYear: Int? {
    parameters.windowTo?.year ?? months?.upperBound.year
  }

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
    var month: Month?
    var net: Int64 = 0
    store.forEachNet(of: placement) { cell, cents in
      guard grid.contains(cell, in: scope) else { return }
      // The cells of a month follow each other.
      if let known = month, known != grid.months[cell] {
        if net != 0 { body(known, net) }
        net = 0
      }
      month = grid.months[cell]
      net += cents
    }
    if let month, net != 0 { body(month, net) }
  }
}

extension PeriodGrid {
  @inline(__always)
  func contains(_ cell: Int, in scope: Ledger.Scope) -> Bool {
    switch scope {
    case .all: true
    case .window: isInWindow[cell]
    case .sequence: isInSequence[cell]
    }
  }
}

extension NetStore {
  /// Calls `body` with each cell in which the placement's net is not 0, in rising order.
  @inline(__always)
  func forEachNet(of placement: Placement, _ body: (Int, Int64) -> Void) {
    var index = Int(placement.firstPage)
    repeat {
      let page = self.page(index)
      guard page.belongs(to: UInt32(placement.product), UInt32(placement.provider)) else { return }
      forEachNet(of: index) { position, cents in
        body(Int(page.period) * NetPage.cellCount + position, cents)
      }
      index = Int(page.next)
    } while index != 0
  }
}
