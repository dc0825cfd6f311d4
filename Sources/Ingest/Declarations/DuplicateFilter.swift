/// Which reference numbers may have come twice: three or four bytes a line.
///
/// Of the hash of a line's provider and reference number it keeps some bits (``KeptHash``): twelve
/// choose one of 4096 shelves, which fit into the caches one by one, and the others are kept there.
/// Two equal ones are a suspicion, not a finding: the lines are read again and compared
/// (``DuplicateSearch``). Each block of hashes knows the chunk in which it was begun, so that only
/// the chunks in question are parsed once more where there are few.
///
/// `@unchecked Sendable`: a filter is filled by one thread, and then only read.
final class DuplicateFilter: @unchecked Sendable {
  static let shelfCount = 4096
  /// Bytes of a block: the chunk in which it was begun, as four, then hashes.
  private static let blockSize = 512
  private static let blockHead = MemoryLayout<UInt32>.size
  private static let blocksPerSlab = 2048

  /// Where the next hash of a shelf goes.
  private struct Cursor {
    var next: UnsafeMutableRawPointer?
    var left = 0
  }

  let keptHash: KeptHash
  private let hashesPerBlock: Int
  private let cursors: UnsafeMutablePointer<Cursor>
  private var blocks = [[UnsafeMutableRawPointer]](repeating: [], count: shelfCount)
  /// A mebibyte each, which goes back to the system with the filter.
  private var slabs: [ZeroedMemory] = []
  private var blocksLeft = 0

  init(_ keptHash: KeptHash) {
    self.keptHash = keptHash
    hashesPerBlock = (Self.blockSize - Self.blockHead) / keptHash.byteCount
    cursors = .allocate(capacity: Self.shelfCount)
    cursors.initialize(repeating: Cursor(), count: Self.shelfCount)
  }

  deinit {
    cursors.deallocate()
  }

  @inline(__always)
  func add(_ hash: UInt64, chunk: Int) {
    let kept = keptHash(hash)
    let shelf = keptHash.shelf(kept)
    if cursors[shelf].left == 0 { addBlock(to: shelf, chunk: chunk) }
    let next = cursors[shelf].next.unsafelyUnwrapped
    // Four bytes, of which the next hash overwrites what is not kept; the last ends the block.
    next.storeBytes(of: UInt32(truncatingIfNeeded: kept).littleEndian, as: UInt32.self)
    cursors[shelf].next = next + keptHash.byteCount
    cursors[shelf].left -= 1
  }

  @inline(never)
  private func addBlock(to shelf: Int, chunk: Int) {
    if blocksLeft == 0 {
      guard let slab = ZeroedMemory(byteCount: Self.blocksPerSlab * Self.blockSize) else {
        fatalError("out of memory for reference numbers")
      }
      slabs.append(slab)
      blocksLeft = Self.blocksPerSlab
    }
    blocksLeft -= 1
    let block = slabs[slabs.count - 1].start + blocksLeft * Self.blockSize
    block.storeBytes(of: UInt32(chunk), as: UInt32.self)
    blocks[shelf].append(block)
    cursors[shelf] = Cursor(next: block + Self.blockHead, left: hashesPerBlock)
  }

  private func count(_ shelf: Int) -> Int {
    blocks[shelf].count * hashesPerBlock - cursors[shelf].left
  }

  /// Calls `body` with each hash of a shelf and the index of its block.
  @inline(__always)
  private func forEach(_ shelf: Int, _ body: (_ kept: UInt64, _ block: Int) -> Void) {
    var left = count(shelf)
    for (index, block) in blocks[shelf].enumerated() {
      let hashes = block + Self.blockHead
      for number in 0..<min(left, hashesPerBlock) {
        let word = hashes.loadUnaligned(
          fromByteOffset: number * keptHash.byteCount, as: UInt32.self)
        body(keptHash.kept(UInt32(littleEndian: word), onShelf: shelf), index)
      }
      left -= hashesPerBlock
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
    suspects.forEach { shelves.insert(keptHash.shelf($0)) }
    for shelf in shelves {
      var last = -1
      forEach(shelf) { kept, block in
        guard block != last, suspects.contains(kept) else { return }
        last = block
        let begin = self.chunk(blocks[shelf][block])
        let end = block + 1 < blocks[shelf].count ? self.chunk(blocks[shelf][block + 1]) : .max
        ranges.append(begin...end)
      }
    }
    return ranges
  }

  private func chunk(_ block: UnsafeMutableRawPointer) -> Int { Int(block.load(as: UInt32.self)) }
}
