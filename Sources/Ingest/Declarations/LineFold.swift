/// A state that is folded from lines by several workers and merged.
///
/// `merge` is associative and commutative, a new state is its identity, and `remove` undoes `add`:
/// so no figure depends on how many workers there are or which lines each of them saw.
public protocol LineFold: Sendable {
  /// What looks at some lines once more.
  associatedtype Look: LineLook = NoLook

  /// Adds accepted lines; the batch is valid during the call only.
  mutating func add(_ batch: LineBatch)
  /// Takes out lines that were added and then turned out to be rejected.
  mutating func remove(_ lines: UnsafeBufferPointer<DeclarationLine>)
  mutating func merge(_ other: Self)
  /// Whether nearly every file needs a second look.
  var expectsSecondLook: Bool { get }
  /// Once, when all lines are folded and merged: what has to be looked at again, before the lines
  /// that R104 rejects are removed; nil when nothing has.
  ///
  /// `doubles`: among them are all lines that R104 will reject.
  mutating func secondLook(_ doubles: PossibleDoubles, workers: Int) -> Look?
}

extension LineFold where Look == NoLook {
  public var expectsSecondLook: Bool { false }

  public func secondLook(_ doubles: PossibleDoubles, workers: Int) -> NoLook? { nil }
}

/// A second look at the accepted lines: what the first could not decide without keeping every line.
///
/// It sees lines that R104 rejects too. Like a fold it is cut into workers' pieces and merged.
public protocol LineLook: Sendable {
  /// Lines that it does not name here it may or may not be shown.
  var wanted: WantedLines { get }
  /// Bytes that it and those of the other workers hold of lines.
  var byteCount: Int { get }
  /// One of several looks that together want what this one wants, which has seen nothing yet.
  func share(_ index: Int, of count: Int) -> Self
  mutating func take(_ batch: LineBatch)
  /// Lets go of its lines, which are too many.
  mutating func giveUp()
  mutating func merge(_ other: Self)
  /// Once it has seen all lines that it wants: decides, and lets go of them. `tally` knows the lines
  /// that are rejected, by R104 too.
  mutating func conclude(_ tally: PartTallies, workers: Int)
}

/// The look of a fold that needs none.
public struct NoLook: LineLook {
  public var wanted: WantedLines { WantedLines() }
  public var byteCount: Int { 0 }
  public func share(_ index: Int, of count: Int) -> NoLook { self }
  public mutating func take(_ batch: LineBatch) {}
  public mutating func giveUp() {}
  public mutating func merge(_ other: NoLook) {}
  public mutating func conclude(_ tally: PartTallies, workers: Int) {}
}

/// Which lines a second look asks for.
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
