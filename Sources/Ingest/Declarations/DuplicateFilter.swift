/// The identity of a line among those of its provider: AGB code and reference number.
enum ReferenceKey {
  /// Never 0, which says that a line has no reference number.
  ///
  /// `provider`: the AGB code; zeros that a spreadsheet dropped make no difference.
  @inline(__always)
  static func hash(_ reference: Bytes, provider: Bytes) -> UInt64 {
    guard reference.count > 0 else { return 0 }
    var number: UInt64 = 0
    for index in 0..<provider.count { number = number &* 10 &+ UInt64(provider[index] &- 0x30) }
    return max(1, reference.hash(seed: (number &+ 1) &* 0xD6E8_FEB8_6659_FD93))
  }
}

/// Which reference numbers may have come twice: eight bytes a line, in 256 shelves by the first
/// byte of the hash, so that each shelf can be searched in the cache and by a thread of its own.
///
/// Two equal hashes are a suspicion, not a finding: the lines are read again and compared
/// (``DuplicateSearch``).
///
/// `@unchecked Sendable`: a filter is filled by one thread, and then only read.
final class DuplicateFilter: @unchecked Sendable {
  static let shelfCount = 256
  private static let blockSize = 1024

  /// Where the next hash of a shelf goes.
  private struct Cursor {
    var next: UnsafeMutablePointer<UInt64>
    var left = 0
  }

  private let cursors: UnsafeMutablePointer<Cursor>
  private var blocks = [[UnsafeMutablePointer<UInt64>]](repeating: [], count: shelfCount)

  init() {
    cursors = .allocate(capacity: Self.shelfCount)
    // No hash goes through this pointer: `left` is 0.
    let nowhere = UnsafeMutablePointer<UInt64>.allocate(capacity: 1)
    cursors.initialize(repeating: Cursor(next: nowhere), count: Self.shelfCount)
    nowhere.deallocate()
  }

  deinit {
    cursors.deallocate()
    for block in blocks.joined() { block.deallocate() }
  }

  @inline(__always)
  func add(_ hash: UInt64) {
    let shelf = Int(hash >> 56)
    if cursors[shelf].left == 0 { addBlock(to: shelf) }
    cursors[shelf].next.initialize(to: hash)
    cursors[shelf].next += 1
    cursors[shelf].left -= 1
  }

  @inline(never)
  private func addBlock(to shelf: Int) {
    let block = UnsafeMutablePointer<UInt64>.allocate(capacity: Self.blockSize)
    blocks[shelf].append(block)
    cursors[shelf] = Cursor(next: block, left: Self.blockSize)
  }

  private func count(_ shelf: Int) -> Int {
    blocks[shelf].count * Self.blockSize - cursors[shelf].left
  }

  private func forEach(_ shelf: Int, _ body: (UInt64) -> Void) {
    var left = count(shelf)
    for block in blocks[shelf] {
      for index in 0..<min(left, Self.blockSize) { body(block[index]) }
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
