/// A state to which several workers add lines, each to its own, and that is merged.
///
/// `merge` is associative and commutative, a new state is its identity, and `retract` undoes `update`:
/// so no figure depends on how many workers there are or which lines each of them saw.
public protocol Accumulator: Sendable {
  /// What is shown some lines once more.
  associatedtype Recheck: LineRecheck = NoRecheck

  /// A new state of the same run, for another worker; only states of one run are merged.
  func forWorker() -> Self
  /// Adds accepted lines; the batch is valid during the call only.
  mutating func update(_ batch: LineBatch)
  /// Takes out lines that were added and then turned out to be rejected.
  mutating func retract(_ lines: UnsafeBufferPointer<DeclarationLine>)
  mutating func merge(_ other: Self)
  /// Whether nearly every file needs a recheck.
  var expectsRecheck: Bool { get }
  /// Once, when all lines are added and all states merged: what has to be rechecked, before the lines
  /// that R104 rejects are retracted; nil when nothing has.
  ///
  /// `doubles`: among them are all lines that R104 will reject.
  mutating func recheck(_ doubles: PossibleDoubles, workers: Int) -> Recheck?
}

extension Accumulator where Recheck == NoRecheck {
  public var expectsRecheck: Bool { false }

  public func recheck(_ doubles: PossibleDoubles, workers: Int) -> NoRecheck? { nil }
}

/// A further pass over accepted lines: for what the first could not decide without keeping every line.
///
/// It sees lines that R104 rejects too. Like an accumulator it is cut into workers' pieces and merged.
public protocol LineRecheck: Sendable {
  /// Lines that it does not name here it may or may not be shown.
  var wanted: WantedLines { get }
  /// Bytes that it and those of the other workers hold of lines.
  var byteCount: Int { get }
  /// One of several rechecks that together want what this one wants, which has seen nothing yet.
  func share(_ index: Int, of count: Int) -> Self
  mutating func take(_ batch: LineBatch)
  /// Lets go of its lines, which are too many.
  mutating func giveUp()
  mutating func merge(_ other: Self)
  /// Once it has seen all lines that it wants: decides, and lets go of them. `tally` knows the lines
  /// that are rejected, by R104 too.
  mutating func conclude(_ tally: PartTallies, workers: Int)
}

/// The recheck of an accumulator that needs none.
public struct NoRecheck: LineRecheck {
  public var wanted: WantedLines { WantedLines() }
  public var byteCount: Int { 0 }
  public func share(_ index: Int, of count: Int) -> NoRecheck { self }
  public mutating func take(_ batch: LineBatch) {}
  public mutating func giveUp() {}
  public mutating func merge(_ other: NoRecheck) {}
  public mutating func conclude(_ tally: PartTallies, workers: Int) {}
}

/// Several states as one: a further one is named where the set is made.
///
/// Each is in a box of its own, as parts of a tuple would be copied to be changed; so a copy of a
/// set is the same set.
///
/// `@unchecked Sendable`: a set is changed by one worker at a time.
public struct AccumulatorSet<each State: Accumulator>: Accumulator, @unchecked Sendable {
  public let boxes: (repeat StateBox<each State>)

  public init(_ states: repeat each State) { boxes = (repeat StateBox(each states)) }

  public func forWorker() -> AccumulatorSet {
    AccumulatorSet(repeat (each boxes).value.forWorker())
  }

  public func update(_ batch: LineBatch) { repeat (each boxes).value.update(batch) }

  public func retract(_ lines: UnsafeBufferPointer<DeclarationLine>) {
    repeat (each boxes).value.retract(lines)
  }

  public func merge(_ other: AccumulatorSet) {
    repeat (each boxes).merge(each other.boxes)
  }
}

public final class StateBox<State: Accumulator> {
  public var value: State

  init(_ value: State) { self.value = value }

  func merge(_ other: StateBox) { value.merge(other.value) }
}

/// A state that a run may do without.
extension Optional: Accumulator where Wrapped: Accumulator {
  public typealias Recheck = NoRecheck

  public func forWorker() -> Wrapped? { map { $0.forWorker() } }

  public mutating func update(_ batch: LineBatch) { self?.update(batch) }

  public mutating func retract(_ lines: UnsafeBufferPointer<DeclarationLine>) {
    self?.retract(lines)
  }

  public mutating func merge(_ other: Wrapped?) {
    if let other { self?.merge(other) }
  }
}

/// Which lines a recheck asks for.
public struct WantedLines: Sendable {
  /// Allocation indices, rising.
  public var allocations: [Int32] = []
  /// Hashes of provider and reference number: lines that have it, and credits that name it. One may
  /// come more than once.
  public var references: [UInt64] = []
  /// Every line.
  public var isAll = false

  public init() {}
}
