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
final class DuplicateFilter: @unchecked Sendable {
  static let shelfCount = 256
  private static let blockSize = 1024

  /// Full blocks of hashes and the one that is being filled.
  private struct Shelf {
    var blocks: [UnsafeMutablePointer<UInt64>] = []
    var count = 0

    @inline(__always)
    func forEach(_ body: (UInt64) -> Void) {
      var left = count
      for block in blocks {
        for index in 0..<min(left, blockSize) { body(block[index]) }
        left -= blockSize
      }
    }
  }

  private var shelves = [Shelf](repeating: Shelf(), count: shelfCount)

  deinit {
    for shelf in shelves {
      for block in shelf.blocks { block.deallocate() }
    }
  }

  @inline(__always)
  func add(_ hash: UInt64) {
    let index = Int(hash >> 56)
    shelves.withUnsafeMutableBufferPointer { shelves in
      let place = shelves[index].count % Self.blockSize
      if place == 0 { shelves[index].blocks.append(.allocate(capacity: Self.blockSize)) }
      shelves[index].blocks[shelves[index].blocks.count - 1][place] = hash
      shelves[index].count += 1
    }
  }

  /// The hashes of one shelf that came more than once in all filters together.
  static func repeated(_ shelf: Int, in filters: [DuplicateFilter]) -> [UInt64] {
    let total = filters.reduce(0) { $0 + $1.shelves[shelf].count }
    var size = 64
    while size < total * 2 { size *= 2 }
    var table = [UInt64](repeating: 0, count: size)
    var found: Set<UInt64> = []
    table.withUnsafeMutableBufferPointer { table in
      for filter in filters {
        filter.shelves[shelf].forEach { hash in
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
