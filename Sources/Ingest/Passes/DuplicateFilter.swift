/// Which reference numbers may have come twice: three or four bytes a line.
///
/// Of the hash of a line's provider and reference number it keeps some bits (``TruncatedHash``): twelve
/// choose one of 4096 buckets, which fit into the caches one by one, and the others are truncated there.
/// Two equal ones are a suspicion, not a finding: the lines are read again and compared
/// (``DuplicateSearch``). Each block of hashes knows the chunk in which it was begun, so that only
/// the chunks in question are parsed once more where there are few.
///
/// `@unchecked Sendable`: a filter is filled by one thread, and then only read.
final class DuplicateFilter: @unchecked Sendable {
  static let bucketCount = 4096
  /// Bytes of a block: the chunk in which it was begun, as four, then hashes.
  private static let blockSize = 512
  private static let blockHead = MemoryLayout<UInt32>.size
  private static let blocksPerSlab = 2048

  /// Where the next hash of a bucket goes.
  private struct Cursor {
    var next: UnsafeMutableRawPointer?
    var left = 0
  }

  let truncatedHash: TruncatedHash
  private let hashesPerBlock: Int
  private let cursors: UnsafeMutablePointer<Cursor>
  private var blocks = [[UnsafeMutableRawPointer]](repeating: [], count: bucketCount)
  /// A mebibyte each, which goes back to the system with the filter.
  private var slabs: [ZeroedMemory] = []
  private var blocksLeft = 0

  init(_ truncatedHash: TruncatedHash) {
    self.truncatedHash = truncatedHash
    hashesPerBlock = (Self.blockSize - Self.blockHead) / truncatedHash.byteCount
    cursors = .allocate(capacity: Self.bucketCount)
    cursors.initialize(repeating: Cursor(), count: Self.bucketCount)
  }

  deinit {
    cursors.deallocate()
  }

  @inline(__always)
  func add(_ hash: UInt64, chunk: Int) {
    let truncated = truncatedHash(hash)
    let bucket = truncatedHash.bucket(truncated)
    if cursors[bucket].left == 0 { addBlock(to: bucket, chunk: chunk) }
    let next = cursors[bucket].next.unsafelyUnwrapped
    // Four bytes, of which the next hash overwrites what is not truncated; the last ends the block.
    next.storeBytes(of: UInt32(truncatingIfNeeded: truncated).littleEndian, as: UInt32.self)
    cursors[bucket].next = next + truncatedHash.byteCount
    cursors[bucket].left -= 1
  }

  @inline(never)
  private func addBlock(to bucket: Int, chunk: Int) {
    if blocksLeft == 0 {
      guard let slab = ZeroedMemory(byteCount: Self.blocksPerSlab * Self.blockSize) else {
        outOfMemory(FileKind.declarations.name)
      }
      slabs.append(slab)
      blocksLeft = Self.blocksPerSlab
    }
    blocksLeft -= 1
    let block = slabs[slabs.count - 1].start + blocksLeft * Self.blockSize
    block.storeBytes(of: UInt32(chunk), as: UInt32.self)
    blocks[bucket].append(block)
    cursors[bucket] = Cursor(next: block + Self.blockHead, left: hashesPerBlock)
  }

  private func count(_ bucket: Int) -> Int {
    blocks[bucket].count * hashesPerBlock - cursors[bucket].left
  }

  /// Calls `body` with each hash of a bucket and the index of its block.
  @inline(__always)
  private func forEach(_ bucket: Int, _ body: (_ truncated: UInt64, _ block: Int) -> Void) {
    var left = count(bucket)
    for (index, block) in blocks[bucket].enumerated() {
      let hashes = block + Self.blockHead
      for number in 0..<min(left, hashesPerBlock) {
        let word = hashes.loadUnaligned(
          fromByteOffset: number * truncatedHash.byteCount, as: UInt32.self)
        body(truncatedHash.truncated(UInt32(littleEndian: word), inBucket: bucket), index)
      }
      left -= hashesPerBlock
    }
  }

  /// The hashes of one bucket that came more than once in all filters together.
  ///
  /// A few bits say of nearly all that they did not; the others are compared.
  static func repeated(_ bucket: Int, in filters: [DuplicateFilter]) -> HashKeySet {
    let count = filters.reduce(0) { $0 + $1.count(bucket) }
    var once = BloomFilter(capacity: count)
    var twice = BloomFilter(capacity: count)
    for filter in filters {
      filter.forEach(bucket) { truncated, _ in
        if once.mayContain(truncated) { twice.insert(truncated) }
        once.insert(truncated)
      }
    }
    var seen = HashKeySet()
    var found = HashKeySet()
    for filter in filters {
      filter.forEach(bucket) { truncated, _ in
        if twice.mayContain(truncated), !seen.insert(truncated) { found.insert(truncated) }
      }
    }
    return found
  }

  /// The ranges of chunks in which this filter may have got some truncated hashes.
  func chunks(of suspects: HashKeySet) -> [ClosedRange<Int>] {
    var ranges: [ClosedRange<Int>] = []
    var buckets: Set<Int> = []
    suspects.forEach { buckets.insert(truncatedHash.bucket($0)) }
    for bucket in buckets {
      var last = -1
      forEach(bucket) { truncated, block in
        guard block != last, suspects.contains(truncated) else { return }
        last = block
        let begin = self.chunk(blocks[bucket][block])
        let end = block + 1 < blocks[bucket].count ? self.chunk(blocks[bucket][block + 1]) : .max
        ranges.append(begin...end)
      }
    }
    return ranges
  }

  private func chunk(_ block: UnsafeMutableRawPointer) -> Int { Int(block.load(as: UInt32.self)) }
}

/// The part of a ``ReferenceKey`` hash that the search for double numbers keeps: the bits that
/// choose a bucket of the ``DuplicateFilter``, and the bytes that are truncated there.
struct TruncatedHash: Sendable {
  /// Bytes on the bucket.
  let byteCount: Int

  /// 44 bits: of ten million different numbers about three pairs agree by chance.
  static let fourBytes = TruncatedHash(byteCount: 4)
  /// 36 bits: about 700 pairs. For a search that costs no pass of its own, because the lines are
  /// read again anyway.
  static let threeBytes = TruncatedHash(byteCount: 3)

  private var mask: UInt64 { UInt64(DuplicateFilter.bucketCount) << UInt64(8 * byteCount) - 1 }

  /// Of a hash that is not 0; not 0 either.
  @inline(__always)
  func callAsFunction(_ hash: UInt64) -> UInt64 { max(1, hash & mask) }

  @inline(__always)
  func bucket(_ truncated: UInt64) -> Int {
    Int(truncatingIfNeeded: truncated >> UInt64(8 * byteCount))
  }

  /// What a bucket holds of a hash, made whole; `word` may have other bits above.
  @inline(__always)
  func truncated(_ word: UInt32, inBucket bucket: Int) -> UInt64 {
    let bits = UInt64(8 * byteCount)
    return UInt64(bucket) << bits | UInt64(word) & (1 << bits - 1)
  }
}
