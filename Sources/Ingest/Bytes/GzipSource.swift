import CZlib

/// The text of a gzip file of one or more members.
///
/// Every compressed byte is accounted for: what follows a member is another one or zeros (tape and
/// block padding), up to the end of the file. zlib's own `gzread` takes anything else for the end, and
/// what lies behind it would be lost.
final class GzipSource: ByteSource {
  private let source: any ByteSource
  private let name: String
  private var stream = z_stream()
  private let input = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 64)
  /// Bytes of `input` that were read and are not used.
  private var unread: Range<Int> = 0..<0
  private var isSourceAtEnd = false
  private var state = State.beginning

  private enum State {
    /// Nothing was read yet.
    case beginning
    case inMember
    /// Behind a member that is whole.
    case betweenMembers
    case atEnd
  }

  /// `source` stands at the start of the file.
  init(_ source: any ByteSource, name: String) throws {
    self.source = source
    self.name = name
    // A window of the greatest size, and a gzip header.
    let code = inflateInit2_(
      &stream, MAX_WBITS + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    guard code == Z_OK else {
      input.deallocate()
      throw RunFailure.outOfMemory(name)
    }
  }

  deinit {
    inflateEnd(&stream)
    input.deallocate()
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    var filled = 0
    while filled < buffer.count, state != .atEnd {
      if unread.isEmpty, !isSourceAtEnd { try refill() }
      if state == .inMember {
        filled += try inflateMore(into: UnsafeMutableRawBufferPointer(rebasing: buffer[filled...]))
      } else {
        try beginMember()
      }
    }
    return filled
  }

  private func refill() throws {
    let count = try source.read(into: input)
    isSourceAtEnd = count < input.count
    unread = 0..<count
  }

  /// Passes over zeros behind a member and begins the next one, if there is any.
  private func beginMember() throws {
    if state == .betweenMembers {
      unread = (unread.first { input[$0] != 0 } ?? unread.upperBound)..<unread.upperBound
    }
    guard let first = unread.first else {
      guard isSourceAtEnd else { return }
      // A file of no bytes is no gzip file.
      guard state == .betweenMembers else { throw RunFailure.damagedGzip(name) }
      state = .atEnd
      return
    }
    guard state == .beginning || input[first] == 0x1F else {
      throw RunFailure.bytesBehindGzip(name)
    }
    inflateReset(&stream)
    state = .inMember
  }

  /// Decompresses into the buffer; the number of bytes that came.
  private func inflateMore(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    // Neither pointer is used behind this call.
    stream.next_in = (input.baseAddress.map { $0 + unread.lowerBound })?
      .assumingMemoryBound(to: Bytef.self)
    stream.avail_in = UInt32(unread.count)
    stream.next_out = buffer.baseAddress?.assumingMemoryBound(to: Bytef.self)
    let room = min(buffer.count, 1 << 30)
    stream.avail_out = UInt32(room)
    let code = inflate(&stream, Z_NO_FLUSH)
    unread = (unread.upperBound - Int(stream.avail_in))..<unread.upperBound
    let count = room - Int(stream.avail_out)
    switch code {
    case Z_STREAM_END: state = .betweenMembers
    case Z_OK: break
    case Z_BUF_ERROR where !isSourceAtEnd || count > 0: break
    default: throw RunFailure.damagedGzip(name)
    }
    if code != Z_STREAM_END, unread.isEmpty, isSourceAtEnd, count < room {
      throw RunFailure.damagedGzip(name)
    }
    return count
  }
}
