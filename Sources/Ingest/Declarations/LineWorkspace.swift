/// The memory of the lines that a worker has under way, and of their heads.
///
/// Heads go through three short loops: hash; touch the slots and entries of the allocation table;
/// look up. So the cache misses of a batch overlap, where one head after the other would wait for
/// each. Who changes the order of the loops changes only time.
final class LineWorkspace {
  static let capacity = 128

  private let heads = UnsafeMutablePointer<LineHead>.allocate(capacity: capacity)
  private let hashes = UnsafeMutablePointer<UInt64>.allocate(capacity: capacity)
  private let guesses = UnsafeMutablePointer<(entry: Int, position: Int)>.allocate(
    capacity: capacity)
  private let resolved = UnsafeMutablePointer<LineResolver.Resolved>.allocate(capacity: capacity)
  private var headCount = 0

  private let headOfLine = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
  private let records = UnsafeMutablePointer<Int32>.allocate(capacity: capacity)
  private let lines = UnsafeMutablePointer<DeclarationLine>.allocate(capacity: capacity)
  private let referenceHashes = UnsafeMutablePointer<UInt64>.allocate(capacity: capacity)
  private let namedHashes = UnsafeMutablePointer<UInt64>.allocate(capacity: capacity)
  private var count = 0
  private(set) var acceptedCount = 0
  /// Lines of the batch that are declared after the reference date.
  private(set) var later = LineSum()
  /// The sum of what was prefetched; kept only so that the reading is not optimised away.
  private var prefetched: UInt32 = 0

  deinit {
    heads.deallocate()
    hashes.deallocate()
    guesses.deallocate()
    resolved.deallocate()
    headOfLine.deallocate()
    records.deallocate()
    lines.deallocate()
    referenceHashes.deallocate()
    namedHashes.deallocate()
  }

  var isFull: Bool { count == Self.capacity || headCount == Self.capacity }

  /// Whether ``head`` is that of the record that came last.
  private(set) var hasHead = false

  /// The last head.
  @inline(__always)
  var head: LineHead { heads[headCount - 1] }

  func forgetHead() { hasHead = false }

  @inline(__always)
  func append(_ head: LineHead) {
    hasHead = true
    (heads + headCount).initialize(to: head)
    hashes[headCount] = head.allocation.hash()
    headCount += 1
  }

  /// Where the next line is decoded to.
  @inline(__always)
  var next: LineTarget {
    LineTarget(
      line: lines + count, referenceHash: referenceHashes + count, namedHash: namedHashes + count)
  }

  /// Makes the line that was decoded into ``next`` one of the batch, with the last head.
  @inline(__always)
  func takeNext(record: Int) {
    headOfLine[count] = UInt8(truncatingIfNeeded: headCount - 1)
    records[count] = Int32(truncatingIfNeeded: record)
    count += 1
  }

  /// Looks up all heads; the lines that are accepted move to the front.
  @inline(__always)
  func resolve(_ resolver: LineResolver, _ reject: (Int, Rejection) -> Void) {
    let allocations = resolver.allocations
    for index in 0..<headCount { prefetched &+= allocations.prefetchSlot(hashes[index]) }
    for index in 0..<headCount {
      let guess = allocations.probe(hashes[index])
      guesses[index] = guess
      prefetched &+= allocations.prefetchEntry(guess.entry)
    }
    for index in 0..<headCount {
      (resolved + index).initialize(
        to: resolver.resolve(heads[index], hash: hashes[index], guess: guesses[index]))
    }
    for index in 0..<count {
      let head = resolved + Int(headOfLine[index])
      if let rejection = head.pointee.rejection {
        reject(Int(records[index]), rejection)
        continue
      }
      if head.pointee.isLater {
        later.add(lines[index])
        continue
      }
      if acceptedCount < index {
        lines[acceptedCount] = lines[index]
        records[acceptedCount] = records[index]
        referenceHashes[acceptedCount] = referenceHashes[index]
        namedHashes[acceptedCount] = namedHashes[index]
      }
      lines[acceptedCount].allocation = head.pointee.allocation
      lines[acceptedCount].product = head.pointee.product
      lines[acceptedCount].provider = head.pointee.provider
      acceptedCount += 1
    }
  }

  func accepted(_ origin: any LineOrigin) -> LineBatch {
    LineBatch(
      lines: UnsafeBufferPointer(start: lines, count: acceptedCount),
      referenceHashes: referenceHashes, namedHashes: namedHashes, records: records,
      origin: origin)
  }

  func removeAll() {
    hasHead = false
    headCount = 0
    count = 0
    acceptedCount = 0
    later = LineSum()
  }
}

/// How many lines, and their net in cents.
public struct LineSum: Sendable, Equatable {
  public private(set) var lines = 0
  public private(set) var net: Int64 = 0

  @inline(__always)
  mutating func add(_ line: DeclarationLine) {
    lines += 1
    net += line.cents
  }

  mutating func add(_ other: LineSum) {
    lines += other.lines
    net += other.net
  }
}

/// Where a line is decoded to.
struct LineTarget {
  let line: UnsafeMutablePointer<DeclarationLine>
  /// ``LineBatch/referenceHashes``
  let referenceHash: UnsafeMutablePointer<UInt64>
  /// ``LineBatch/namedHashes``
  let namedHash: UnsafeMutablePointer<UInt64>
}
