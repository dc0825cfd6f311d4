/// Which reference numbers may have come twice: four bytes a line.
///
/// Of the hash of a line's provider and reference number it keeps 44 bits: twelve choose one of
/// 4096 shelves, which fit into the caches one by one, and 32 are kept there. Two equal ones are a
/// suspicion, not a finding: the lines are read again and compared (``DuplicateSearch``). Of ten
/// million different numbers about three pairs agree by chance; so that these cost little, each
/// block of hashes knows the chunk in which it was begun, and only the chunks in question are
/// parsed once more.
///
/// `@unchecked Sendable`: a filter is filled by one thread, and then only read.
final class DuplicateFilter: @unchecked Sendable {
  static let shelfCount = 4096
  /// Words of a block: the chunk in which it was begun, then hashes.
  private static let blockSize = 128
  private static let blocksPerSlab = 2048

  /// Where the next hash of a shelf goes.
  private struct Cursor {
    var next: UnsafeMutablePointer<UInt32>?
    var left = 0
  }

  private let cursors: UnsafeMutablePointer<Cursor>
  private var blocks = [[UnsafeMutablePointer<UInt32>]](repeating: [], count: shelfCount)
  /// A mebibyte each, which goes back to the system with the filter.
  private var slabs: [ZeroedMemory] = []
  private var blocksLeft = 0

  init() {
    cursors = .allocate(capacity: Self.shelfCount)
    cursors.initialize(repeating: Cursor(), count: Self.shelfCount)
  }

  deinit {
    cursors.deallocate()
  }

  /// The part of a ``ReferenceKey`` hash, which is not 0, that is kept; not 0 either.
  @inline(__always)
  static func kept(_ hash: UInt64) -> UInt64 { max(1, hash & 0xFFF_FFFF_FFFF) }

  @inline(__always)
  func add(_ hash: UInt64, chunk: Int) {
    let kept = Self.kept(hash)
    let shelf = Int(truncatingIfNeeded: kept >> 32)
    if cursors[shelf].left == 0 { addBlock(to: shelf, chunk: chunk) }
    cursors[shelf].next.unsafelyUnwrapped.pointee = UInt32(truncatingIfNeeded: kept)
    cursors[shelf].next = cursors[shelf].next.unsafelyUnwrapped + 1
    cursors[shelf].left -= 1
  }

  @inline(never)
  private func addBlock(to shelf: Int, chunk: Int) {
    let blockBytes = Self.blockSize * MemoryLayout<UInt32>.stride
    if blocksLeft == 0 {
      guard let slab = ZeroedMemory(byteCount: Self.blocksPerSlab * blockBytes) else {
        fatalError("out of memory for reference numbers")
      }
      slabs.append(slab)
      blocksLeft = Self.blocksPerSlab
    }
    blocksLeft -= 1
    let block = (slabs[slabs.count - 1].start + blocksLeft * blockBytes)
      .bindMemory(to: UInt32.self, capacity: Self.blockSize)
    block.pointee = UInt32(chunk)
    blocks[shelf].append(block)
    cursors[shelf] = Cursor(next: block + 1, left: Self.blockSize - 1)
  }

  private func count(_ shelf: Int) -> Int {
    blocks[shelf].count * (Self.blockSize - 1) - cursors[shelf].left
  }

  /// Calls `body` with each hash of a shelf and the index of its block.
  @inline(__always)
  private func forEach(_ shelf: Int, _ body: (_ kept: UInt64, _ block: Int) -> Void) {
    var left = count(shelf)
    for (index, block) in blocks[shelf].enumerated() {
      for word in 0..<min(left, Self.blockSize - 1) {
        body(UInt64(shelf) << 32 | UInt64(block[word + 1]), index)
      }
      left -= Self.blockSize - 1
    }
  }

  /// The hashes of one shelf that came more than once in all filters together.
  ///
  /// A few bits say of nearly all that they did not; the others are compared.
  static func repeated(_ shelf: Int, in filters: [DuplicateFilter]) -> HashSet {
    let count = filters.reduce(0) { $0 + $1.count(shelf) }
    var once = HashBits(capacity: count)
    var twice = HashBits(capacity: count)
    for filter in filters {
      filter.forEach(shelf) { kept, _ in
        if once.mayContain(kept) { twice.insert(kept) }
        once.insert(kept)
      }
    }
    var seen = HashSet()
    var found = HashSet()
    for filter in filters {
      filter.forEach(shelf) { kept, _ in
        if twice.mayContain(kept), !seen.insert(kept) { found.insert(kept) }
      }
    }
    return found
  }

  /// The ranges of chunks in which this filter may have got some kept hashes.
  func chunks(of suspects: HashSet) -> [ClosedRange<Int>] {
    var ranges: [ClosedRange<Int>] = []
    var shelves: Set<Int> = []
    suspects.forEach { shelves.insert(Int($0 >> 32)) }
    for shelf in shelves {
      var last = -1
      forEach(shelf) { kept, block in
        guard block != last, suspects.contains(kept) else { return }
        last = block
        let begin = Int(blocks[shelf][block].pointee)
        let end = block + 1 < blocks[shelf].count ? Int(blocks[shelf][block + 1].pointee) : .max
        ranges.append(begin...end)
      }
    }
    return ranges
  }
}
