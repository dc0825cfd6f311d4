/// One worker's memory for the bytes of a chunk, used again for each.
final class ChunkBuffer {
  private var memory = UnsafeMutableRawBufferPointer.allocate(byteCount: 4096, alignment: 64)
  private(set) var count = 0
  /// For the bytes in UTF-8, where they are not as they were read.
  private var transcoded = UnsafeMutableRawBufferPointer(start: nil, count: 0)

  deinit {
    memory.deallocate()
    transcoded.deallocate()
  }

  /// The bytes as they were read.
  var bytes: Bytes { Self.bytes(memory, count) }

  /// `memory`: of a byte at least, so that it has an address.
  private static func bytes(_ memory: UnsafeMutableRawBufferPointer, _ count: Int) -> Bytes {
    Bytes(
      start: UnsafePointer(
        memory.baseAddress.unsafelyUnwrapped.assumingMemoryBound(to: UInt8.self)),
      count: count)
  }

  /// Begins anew with these bytes.
  func load(_ start: [UInt8], reserving capacity: Int) {
    count = 0
    Self.reserve(max(start.count, capacity), in: &memory, keeping: 0)
    memory.copyBytes(from: start)
    count = start.count
  }

  /// Appends what `read` delivers into room for `limit` bytes, and returns how many came.
  func append(
    upTo limit: Int, _ read: (UnsafeMutableRawBufferPointer) throws -> Int
  ) rethrows -> Int {
    Self.reserve(count + limit, in: &memory, keeping: count)
    let room = UnsafeMutableRawBufferPointer(rebasing: memory[count..<count + limit])
    let appended = try read(room)
    count += appended
    return appended
  }

  /// Forgets what lies behind the first `length` bytes.
  func keep(_ length: Int) {
    count = length
  }

  /// The bytes in UTF-8; the offset of the first byte that cannot be decoded is thrown as it is.
  ///
  /// `isChecked`: whether another pass has found nothing undecodable in them.
  func text(_ decoding: TextDecoding, isChecked: Bool = false) throws(Undecodable) -> Bytes {
    if !isChecked, let offset = decoding.firstUndecodable(bytes) {
      throw Undecodable(offset: offset)
    }
    if decoding.isUTF8(bytes) { return bytes }
    Self.reserve(decoding.mostBytes(bytes), in: &transcoded, keeping: 0)
    return Self.bytes(transcoded, decoding.transcode(bytes, into: transcoded))
  }

  /// Offset in the chunk of a byte that its encoding does not have.
  struct Undecodable: Error {
    let offset: Int
  }

  private static func reserve(
    _ capacity: Int, in memory: inout UnsafeMutableRawBufferPointer, keeping count: Int
  ) {
    guard capacity > memory.count else { return }
    let grown = UnsafeMutableRawBufferPointer.allocate(
      byteCount: capacity + capacity / 4, alignment: 64)
    grown.copyMemory(from: UnsafeRawBufferPointer(rebasing: memory[..<count]))
    memory.deallocate()
    memory = grown
  }
}
