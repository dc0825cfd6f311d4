/// Counts distinct indices out of a dense index space; emptying it takes constant time.
///
/// A set of marks would have to be cleared for every row of a table. Here an index belongs to the
/// set when its stamp is the current one, so a new stamp empties the set.
struct DistinctIndices {
  private var stamps: [UInt32]
  private var stamp: UInt32 = 1
  /// How many distinct indices were inserted since it was last emptied.
  private(set) var count = 0

  /// - Parameter capacity: One more than the highest index.
  init(capacity: Int) {
    stamps = Array(repeating: 0, count: capacity)
  }

  mutating func insert(_ index: Int32) {
    guard stamps[Int(index)] != stamp else { return }
    stamps[Int(index)] = stamp
    count += 1
  }

  mutating func removeAll() {
    stamp += 1
    count = 0
  }
}
