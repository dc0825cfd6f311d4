/// One worker's memory for the bytes of a chunk, used again for each.
final class ChunkBuffer {
  private var memory = UnsafeMutableRawBufferPointer.allocate(byteCount: 4096, alignment: 64)
  private(set) var count = 0
  private var transcoded: [UInt8] = []

  deinit { memory.deallocate() }

  /// The bytes as they were read.
  var bytes: Bytes {
    // A buffer of at least 4096 bytes has an address.
    Bytes(
      start: UnsafePointer(
        memory.baseAddress.unsafelyUnwrapped.assumingMemoryBound(to: UInt8.self)),
      count: count)
  }

  /// Begins anew with these bytes.
  func load(_ start: [UInt8], reserving capacity: Int) {
    count = 0
    reserve(max(start.count, capacity))
    memory.copyBytes(from: start)
    count = start.count
  }

  /// Appends what `read` delivers into room for `limit` bytes, and returns how many came.
  func append(
    upTo limit: Int, _ read: (UnsafeMutableRawBufferPointer) throws -> Int
  ) rethrows -> Int {
    reserve(count + limit)
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
    decoding.transcode(bytes, into: &transcoded)
    return transcoded.withUnsafeBufferPointer { text in
      // The array is not touched again until the next chunk, so its storage stays where it is.
      Bytes(start: text.baseAddress.unsafelyUnwrapped, count: text.count)
    }
  }

  /// Offset in the chunk of a byte that its encoding does not have.
  struct Undecodable: Error {
    let offset: Int
  }

  private func reserve(_ capacity: Int) {
    guard capacity > memory.count else { return }
    let grown = UnsafeMutableRawBufferPointer.allocate(
      byteCount: capacity + capacity / 4, alignment: 64)
    grown.copyMemory(from: UnsafeRawBufferPointer(rebasing: memory[..<count]))
    memory.deallocate()
    memory = grown
  }
}
