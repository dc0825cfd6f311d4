/// The memory of the lines that a worker has under way.
final class Batch {
  static let capacity = 128

  private let decoded = UnsafeMutablePointer<LineDecoder.Decoded>.allocate(capacity: capacity)
  private let hashes = UnsafeMutablePointer<UInt64>.allocate(capacity: capacity)
  private let guesses = UnsafeMutablePointer<(index: Int, position: Int)>.allocate(
    capacity: capacity)
  private let records = UnsafeMutablePointer<Int32>.allocate(capacity: capacity)
  private let lines = UnsafeMutablePointer<DeclarationLine>.allocate(capacity: capacity)
  private let referenceHashes = UnsafeMutablePointer<UInt64>.allocate(capacity: capacity)
  private let namedHashes = UnsafeMutablePointer<UInt64>.allocate(capacity: capacity)
  private var count = 0
  private(set) var acceptedCount = 0
  /// The sum of what was touched; kept only so that the touching is not optimised away.
  private var touched: UInt32 = 0

  deinit {
    decoded.deallocate()
    hashes.deallocate()
    guesses.deallocate()
    records.deallocate()
    lines.deallocate()
    referenceHashes.deallocate()
    namedHashes.deallocate()
  }

  var isFull: Bool { count == Self.capacity }

  /// Where the next line is decoded to.
  var next: UnsafeMutablePointer<LineDecoder.Decoded> { decoded + count }

  /// Makes the line that was decoded into ``next`` one of the batch.
  @inline(__always)
  func takeNext(record: Int) {
    hashes[count] = decoded[count].allocation.hash()
    records[count] = Int32(record)
    count += 1
  }

  /// Looks up all lines; those that are accepted move to the front.
  @inline(__always)
  func resolve(_ resolver: LineResolver, _ reject: (Int, Rejection) -> Void) {
    for index in 0..<count { touched &+= resolver.allocations.touchSlot(hashes[index]) }
    for index in 0..<count {
      let guess = resolver.allocations.probe(hashes[index])
      guesses[index] = guess
      touched &+= UInt32(resolver.allocations.touchEntry(guess.index))
    }
    for index in 0..<count {
      if let rejection = resolver.resolve(
        &decoded[index], hash: hashes[index], guess: guesses[index])
      {
        reject(Int(records[index]), rejection)
        continue
      }
      lines[acceptedCount] = decoded[index].line
      records[acceptedCount] = records[index]
      let provider = decoded[index].provider
      referenceHashes[acceptedCount] = ReferenceKey.hash(
        decoded[index].reference, provider: provider)
      namedHashes[acceptedCount] = ReferenceKey.hash(
        decoded[index].previousReference, provider: provider)
      acceptedCount += 1
    }
  }

  func accepted(_ context: ChunkContext) -> LineBatch {
    LineBatch(
      lines: UnsafeBufferPointer(start: lines, count: acceptedCount),
      referenceHashes: referenceHashes, namedHashes: namedHashes, records: records,
      context: context)
  }

  func removeAll() {
    count = 0
    acceptedCount = 0
  }
}
