/// A state that is folded from lines by several workers and merged.
///
/// `merge` is associative and commutative, a new state is its identity, and `remove` undoes `add`:
/// so no figure depends on how many workers there are or which lines each of them saw.
public protocol LineFold: Sendable {
  /// Adds accepted lines; the buffer is valid during the call only.
  mutating func add(_ lines: UnsafeBufferPointer<DeclarationLine>)
  /// Takes out lines that were added and then turned out to be rejected.
  mutating func remove(_ lines: UnsafeBufferPointer<DeclarationLine>)
  mutating func merge(_ other: Self)
}
