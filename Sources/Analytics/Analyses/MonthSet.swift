import Ingest

/// A set of months within a fixed range, one bit each; made once and emptied for every client.
struct MonthSet {
  private let first: Month
  private var words: [UInt64]

  init(within range: ClosedRange<Month>) {
    first = range.lowerBound
    words = Array(repeating: 0, count: (range.upperBound.number - first.number).quotient64 + 1)
  }

  mutating func insert(_ month: Month) {
    let offset = month.number - first.number
    words[offset.quotient64] |= 1 << UInt64(offset & 63)
  }

  mutating func removeAll() {
    for index in words.indices { words[index] = 0 }
  }

  /// The offset of the first month that is not before the given one; nil without any.
  func first(from offset: Int) -> Int? {
    var index = max(0, offset) >> 6
    guard index < words.count else { return nil }
    var rest = words[index] & (UInt64.max << UInt64(max(0, offset) & 63))
    while rest == 0 {
      index += 1
      if index == words.count { return nil }
      rest = words[index]
    }
    return index * 64 + rest.trailingZeroBitCount
  }

  /// How many months two sets within the same range have in common.
  func commonCount(with other: MonthSet) -> Int {
    var count = 0
    for index in words.indices { count += (words[index] & other.words[index]).nonzeroBitCount }
    return count
  }

  /// Calls `body` with the offset of each month in the range, in rising order.
  func forEachOffset(_ body: (Int) -> Void) {
    for index in words.indices {
      var rest = words[index]
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

extension Int32 {
  /// Whole 64s, the word of a bit.
  fileprivate var quotient64: Int { Int(self >> 6) }
}
