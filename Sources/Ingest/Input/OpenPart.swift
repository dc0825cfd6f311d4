import Crypto

/// A part of an input file, opened: its byte source stands after what `head` holds.
///
/// Not for several threads at once.
final class OpenPart {
  let name: String
  /// Opens the same bytes once more, for a recheck.
  private let opener: PartOpener
  /// Nil while the part rests.
  private var source: (any ByteSource)?
  /// What `source` reads from, where that is digested.
  private var digesting: DigestingSource?
  /// Of the part as it was delivered, once it was read.
  private(set) var digest: (sha256: SHA256.Digest, byteCount: Int)?
  /// Whether another part has read, and digested, the same bytes.
  private let isRecheck: Bool
  /// The first bytes of the part after its byte order mark, in UTF-8 where the file is UTF-16; none
  /// while it rests.
  private(set) var head: [UInt8]
  private var headSize = 0
  private var headHash: UInt64 = 0
  /// Whether `head` is all there is.
  private(set) var isWhole = false
  /// The encoding that a byte order mark proves, or nil.
  let markedEncoding: TextEncoding?
  /// Bytes of the byte order mark.
  let markLength: Int

  /// `isDigested`: whether to digest what is read, if it is as it was delivered.
  init(name: String, headSize: Int, opener: PartOpener, isDigested: Bool = false) throws {
    func begin() throws -> (any ByteSource, DigestingSource?) {
      let digesting = isDigested ? DigestingSource(try opener.delivered()) : nil
      return (try opener.plain(digesting: digesting), digesting)
    }
    self.name = name
    self.opener = opener
    isRecheck = false
    var (raw, digesting) = try begin()
    var start = [UInt8](repeating: 0, count: 4096)
    start.removeLast(4096 - (try start.withUnsafeMutableBytes { try raw.read(into: $0) }))
    let isShort = start.count < 4096
    (markedEncoding, markLength) = Self.byteOrderMark(of: start)
    if markedEncoding == .utf16 {
      // The mark decides the byte order; decoding begins anew behind it.
      (raw, digesting) = try begin()
      var mark = [UInt8](repeating: 0, count: 2)
      _ = try mark.withUnsafeMutableBytes { try raw.read(into: $0) }
      source = UTF16Source(raw, isBigEndian: mark[0] == 0xFE, name: name)
      head = []
    } else {
      source = raw
      head = Array(start.dropFirst(markLength))
      isWhole = isShort
    }
    self.digesting = digesting
    try extendHead(to: headSize)
  }

  private static func byteOrderMark(of start: [UInt8]) -> (TextEncoding?, Int) {
    if start.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF]) { return (.utf16, 2) }
    return (nil, 0)
  }

  /// Reads on until `head` has `size` bytes or the part ends.
  func extendHead(to size: Int) throws {
    defer {
      headSize = head.count
      headHash = head.withBytes { $0.hash() }
    }
    // In pieces that grow, as most parts of a delivery of thousands are small.
    while !isWhole, head.count < size {
      let known = head.count
      let room = min(size - known, max(known, 1 << 16))
      head.append(contentsOf: repeatElement(0, count: room))
      let count = try head.withUnsafeMutableBytes {
        try source?.read(into: UnsafeMutableRawBufferPointer(rebasing: $0[known...])) ?? 0
      }
      head.removeLast(room - count)
      isWhole = count < room
    }
  }

  /// Lets go of head and source until the head is taken: there may be hundreds of parts.
  func rest() {
    if let digesting { digest = digesting.digest }
    head = []
    source = nil
    digesting = nil
  }

  /// `head`, of which it lets go; the source stands behind it. Once after each rest.
  ///
  /// From there the part is to be read to its end, and is digested.
  ///
  /// Throws 74 where the file has another head by now.
  func takeHead() throws -> [UInt8] {
    precondition(source == nil, "the head was taken before")
    let fresh = try OpenPart(
      name: name, headSize: headSize, opener: opener, isDigested: !isRecheck)
    guard fresh.headSize == headSize, fresh.headHash == headHash else {
      throw RunFailure.changedInput(name)
    }
    source = fresh.source
    digesting = fresh.digesting
    return fresh.head
  }

  /// The bytes after `head`.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    guard let source else { preconditionFailure("the head was not taken") }
    return isWhole ? 0 : try source.read(into: buffer)
  }

  /// Goes on behind the next `count` bytes after `head`.
  func skip(_ count: Int) throws {
    guard let source else { preconditionFailure("the head was not taken") }
    if !isWhole { try source.skip(count) }
  }

  /// The bytes as they were delivered, from their start.
  func delivered() throws -> any ByteSource {
    try opener.delivered()
  }

  /// The size, by now, of what was delivered; nil where it is no file.
  var deliveredSize: Int? { opener.deliveredSize() }

  /// Throws 74 where anybody has written to the part since it was opened.
  func refuseChanges() throws(RunFailure) {
    if opener.isChanged() { throw .changedInput(name) }
  }

  /// The size of the CSV text; nil where that takes decompressing.
  var plainSize: Int? { opener.plainSize }

  /// The same bytes from their start, with a source of their own, at rest.
  func again() -> OpenPart { OpenPart(again: self) }

  private init(again other: OpenPart) {
    name = other.name
    opener = other.opener
    isRecheck = true
    head = []
    headSize = other.headSize
    headHash = other.headHash
    isWhole = other.isWhole
    markedEncoding = other.markedEncoding
    markLength = other.markLength
  }

  /// The physical line, from 1, of a byte of the (decompressed) part; reads the part again.
  func line(ofByte offset: Int) throws -> Int {
    let again = try opener.plain()
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    var line = 1
    var remaining = offset
    var last: UInt8 = 0
    // In UTF-16 the zero bytes between the characters are passed over.
    while remaining > 0 {
      let count = try buffer.withUnsafeMutableBytes { try again.read(into: $0) }
      if count == 0 { break }
      for byte in buffer[..<min(count, remaining)] where byte != 0 {
        if byte == 0x0D || (byte == 0x0A && last != 0x0D) { line += 1 }
        last = byte
      }
      remaining -= count
    }
    return line
  }
}
