import Ingest

/// A set of months within a fixed range, one bit each; made once and emptied for every client.
///
/// Five years fit into one word, so that a set mostly needs no memory of its own.
struct MonthSet {
  private let first: Month
  private var word: UInt64 = 0
  /// The months behind the first 64.
  private var more: [UInt64]

  init(within range: ClosedRange<Month>) {
    first = range.lowerBound
    more = Array(repeating: 0, count: Int(range.upperBound.number - first.number) >> 6)
  }

  private var wordCount: Int { more.count + 1 }

  @inline(__always)
  private func word(_ index: Int) -> UInt64 { index == 0 ? word : more[index - 1] }

  @inline(__always)
  mutating func insert(_ month: Month) {
    let offset = Int(month.number - first.number)
    let bit: UInt64 = 1 << UInt64(offset & 63)
    if offset < 64 { word |= bit } else { more[offset >> 6 - 1] |= bit }
  }

  /// Adds all months of a set within the same range.
  @inline(__always)
  mutating func formUnion(_ other: MonthSet) {
    word |= other.word
    for index in more.indices { more[index] |= other.more[index] }
  }

  @inline(__always)
  mutating func removeAll() {
    word = 0
    for index in more.indices { more[index] = 0 }
  }

  var isEmpty: Bool { word == 0 && more.allSatisfy { $0 == 0 } }

  /// The offset of the first month that is not before the given one; nil without any.
  func first(from offset: Int) -> Int? {
    var index = max(0, offset) >> 6
    guard index < wordCount else { return nil }
    var rest = word(index) & (UInt64.max << UInt64(max(0, offset) & 63))
    while rest == 0 {
      index += 1
      if index == wordCount { return nil }
      rest = word(index)
    }
    return index * 64 + rest.trailingZeroBitCount
  }

  /// How many months two sets within the same range have in common.
  func commonCount(with other: MonthSet) -> Int {
    var count = 0
    for index in 0..<wordCount { count += (word(index) & other.word(index)).nonzeroBitCount }
    return count
  }

  /// Calls `body` with the offset of each month in the range, in rising order.
  func forEachOffset(_ body: (Int) -> Void) {
    for index in 0..<wordCount {
      var rest = word(index)
      while rest != 0 {
        body(index * 64 + rest.trailingZeroBitCount)
        rest &= rest - 1
      }
    }
  }

  /// Calls `body` with the first and the last offset of each spell: months joined over gaps of at
  /// most `gapMonths` months that are not in the set.
  func forEachSpell(gapMonths: Int, _ body: (ClosedRange<Int>) -> Void) {
    var spell: ClosedRange<Int>?
    forEachOffset { offset in
      guard let open = spell else {
        spell = offset...offset
        return
      }
      if offset - open.upperBound - 1 <= gapMonths {
        spell = open.lowerBound...offset
      } else {
        body(open)
        spell = offset...offset
      }
    }
    if let spell { body(spell) }
  }
}
