/// The identity of a line among those of its provider: AGB code and reference number.
enum ReferenceKey {
  /// The provider's share in the hashes of its lines.
  ///
  /// `provider`: the AGB code; zeros that a spreadsheet dropped make no difference.
  @inline(__always)
  static func seed(provider: Bytes) -> UInt64 {
    var number: UInt64 = 0
    for index in 0..<provider.count { number = number &* 10 &+ UInt64(provider[index] &- 0x30) }
    return (number &+ 1) &* 0xD6E8_FEB8_6659_FD93
  }

  /// Never 0, which says that a line has no reference number; 56 bits, as ``DuplicateFilter`` keeps.
  @inline(__always)
  static func hash(_ reference: Bytes, seed: UInt64) -> UInt64 {
    reference.isEmpty ? 0 : max(1, reference.hash(seed: seed) >> 8)
  }
}

/// Which reference numbers may have come twice: six bytes a line, in 256 shelves by the first
/// byte of the hash, so that each shelf can be searched in the cache and by a thread of its own.
///
/// Two equal hashes are a suspicion, not a finding: the lines are read again and compared
/// (``DuplicateSearch``). Of forty million lines with different numbers, two have one hash of 56
/// bits in one run out of ninety; with fewer bits clean data would be read twice for nothing.
///
/// `@unchecked Sendable`: a filter is filled by one thread, and then only read.
final class DuplicateFilter: @unchecked Sendable {
  static let shelfCount = 256
  private static let blockSize = 1024

  /// The lower 48 bits of some hashes, in two arrays so that none is padded.
  private struct Block {
    let low: UnsafeMutablePointer<UInt32>
    let high: UnsafeMutablePointer<UInt16>

    init() {
      low = .allocate(capacity: blockSize)
      high = .allocate(capacity: blockSize)
    }

    func deallocate() {
      low.deallocate()
      high.deallocate()
    }
  }

  /// Where the next hash of a shelf goes.
  private struct Cursor {
    var low: UnsafeMutablePointer<UInt32>?
    var high: UnsafeMutablePointer<UInt16>?
    var left = 0
  }

  private let cursors: UnsafeMutablePointer<Cursor>
  private var blocks = [[Block]](repeating: [], count: shelfCount)

  init() {
    cursors = .allocate(capacity: Self.shelfCount)
    cursors.initialize(repeating: Cursor(), count: Self.shelfCount)
  }

  deinit {
    cursors.deallocate()
    for block in blocks.joined() { block.deallocate() }
  }

  @inline(__always)
  func add(_ hash: UInt64) {
    let shelf = Int(hash >> 48)
    if cursors[shelf].left == 0 { addBlock(to: shelf) }
    let place = Self.blockSize - cursors[shelf].left
    cursors[shelf].low.unsafelyUnwrapped[place] = UInt32(truncatingIfNeeded: hash)
    cursors[shelf].high.unsafelyUnwrapped[place] = UInt16(truncatingIfNeeded: hash >> 32)
    cursors[shelf].left -= 1
  }

  @inline(never)
  private func addBlock(to shelf: Int) {
    let block = Block()
    blocks[shelf].append(block)
    cursors[shelf] = Cursor(low: block.low, high: block.high, left: Self.blockSize)
  }

  private func count(_ shelf: Int) -> Int {
    blocks[shelf].count * Self.blockSize - cursors[shelf].left
  }

  private func forEach(_ shelf: Int, _ body: (UInt64) -> Void) {
    var left = count(shelf)
    let first = UInt64(shelf) << 48
    for block in blocks[shelf] {
      for index in 0..<min(left, Self.blockSize) {
        body(first | UInt64(block.high[index]) << 32 | UInt64(block.low[index]))
      }
      left -= Self.blockSize
    }
  }

  /// The hashes of one shelf that came more than once in all filters together.
  static func repeated(_ shelf: Int, in filters: [DuplicateFilter]) -> [UInt64] {
    let total = filters.reduce(0) { $0 + $1.count(shelf) }
    var size = 64
    while size < total * 2 { size *= 2 }
    var found: Set<UInt64> = []
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: size) { table in
      table.initialize(repeating: 0)
      for filter in filters {
        filter.forEach(shelf) { hash in
          var position = Int(truncatingIfNeeded: hash) & (size - 1)
          while table[position] != 0, table[position] != hash {
            position = (position + 1) & (size - 1)
          }
          if table[position] == hash { found.insert(hash) }
          table[position] = hash
        }
      }
    }
    return Array(found)
  }
}
