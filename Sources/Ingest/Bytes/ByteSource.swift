internal import CZlib
internal import Foundation

/// The bytes of one part, in order, decompressed where it is a gzip file.
protocol ByteSource: AnyObject {
  /// Fills the buffer from its start; the count is less than its size only at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int
}

/// A plain file.
final class FileSource: ByteSource {
  private let file: OpenFile
  private let name: String
  private var offset = 0

  init(_ file: OpenFile, name: String) {
    self.file = file
    self.name = name
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    var filled = 0
    while filled < buffer.count {
      let count = pread(
        file.descriptor, buffer.baseAddress.map { $0 + filled }, buffer.count - filled, offset)
      if count == 0 { break }
      if count > 0 {
        filled += count
        offset += count
      } else if errno != EINTR {
        throw RunFailure.cannotRead(name, errno)
      }
    }
    return filled
  }
}

/// An open file descriptor, closed when nobody needs it any more.
final class OpenFile: Sendable {
  let descriptor: Int32

  init(path: String, name: String) throws {
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw RunFailure.cannotRead(name, errno) }
  }

  /// Standard input as an unlinked temporary file: a line may have to be read twice (R104), and a
  /// pipe gives it once.
  init(spooling input: Int32, name: String) throws {
    let folder = ProcessInfo.processInfo.environment["TMPDIR"] ?? "/tmp"
    var template = Array((folder + "/wmo-etl-XXXXXX").utf8CString)
    descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw RunFailure.cannotSpool(folder, errno) }
    unlink(template)
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 64)
    defer { buffer.deallocate() }
    while true {
      let count = Glibc.read(input, buffer.baseAddress, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw RunFailure.cannotRead(name, errno) }
      if count == 0 { return }
      var written = 0
      while written < count {
        let more = write(descriptor, buffer.baseAddress.map { $0 + written }, count - written)
        if more < 0, errno == EINTR { continue }
        guard more > 0 else { throw RunFailure.cannotSpool(folder, errno) }
        written += more
      }
    }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// In bytes, now.
  var size: Int {
    var status = stat()
    return fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
  }
}

/// How to open a part, as often as is needed.
struct PartOpener {
  /// The bytes as they were delivered, compressed if they are.
  let delivered: () throws -> any ByteSource
  /// The bytes of the CSV text.
  let plain: () throws -> any ByteSource
  /// The size of the CSV text; nil where that takes decompressing.
  let plainSize: Int?

  /// Bytes that are no file.
  init(_ source: @escaping () throws -> any ByteSource) {
    delivered = source
    plain = source
    plainSize = nil
  }

  init(_ part: InputPart) throws {
    let name = part.name
    let file =
      try part.isStandardInput
      ? OpenFile(spooling: STDIN_FILENO, name: name) : OpenFile(path: part.path, name: name)
    let path = part.path
    delivered = { FileSource(file, name: name) }
    plainSize = part.isGzip ? nil : file.size
    if part.isGzip {
      plain = { try GzipSource(path: path, name: name) }
    } else {
      plain = delivered
    }
  }
}

/// A gzip file of one or more members.
final class GzipSource: ByteSource {
  private let file: gzFile
  private let name: String

  init(path: String, name: String) throws {
    guard let file = gzopen(path, "rbe") else { throw RunFailure.cannotRead(name, errno) }
    self.file = file
    self.name = name
    gzbuffer(file, 256 * 1024)
  }

  deinit { gzclose(file) }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    var filled = 0
    while filled < buffer.count {
      let wanted = UInt32(min(buffer.count - filled, 1 << 30))
      let count = gzread(file, buffer.baseAddress.map { $0 + filled }, wanted)
      // zlib hands through what is not gzip as it stands; a `.gz` that is none is damaged.
      guard count >= 0, gzdirect(file) == 0 else { throw RunFailure.damagedGzip(name) }
      if count == 0 { break }
      filled += Int(count)
    }
    if filled < buffer.count {
      var status: Int32 = Z_OK
      _ = gzerror(file, &status)
      guard status == Z_OK || status == Z_STREAM_END else { throw RunFailure.damagedGzip(name) }
    }
    return filled
  }
}

/// UTF-16 in either byte order, as UTF-8.
final class UTF16Source: ByteSource {
  private let source: any ByteSource
  private let isBigEndian: Bool
  private let name: String
  private var ready: [UInt8] = []
  private var taken = 0
  private var decoder = UTF16Decoder()

  /// `source` stands after the byte order mark.
  init(_ source: any ByteSource, isBigEndian: Bool, name: String) {
    self.source = source
    self.isBigEndian = isBigEndian
    self.name = name
    decoder.isBigEndian = isBigEndian
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    var filled = 0
    while filled < buffer.count {
      if taken == ready.count, try !refill() { break }
      let count = min(buffer.count - filled, ready.count - taken)
      buffer[filled..<filled + count].copyBytes(from: ready[taken..<taken + count])
      filled += count
      taken += count
    }
    return filled
  }

  private func refill() throws -> Bool {
    var raw = [UInt8](repeating: 0, count: 256 * 1024)
    let count = try raw.withUnsafeMutableBytes { try source.read(into: $0) }
    ready.removeAll(keepingCapacity: true)
    taken = 0
    let isLast = count < raw.count
    if let offset = decoder.decode(raw[..<count], isLast: isLast, into: &ready) {
      throw RunFailure.undecodable(name, encoding: .utf16, line: decoder.line, byte: offset)
    }
    return !ready.isEmpty
  }
}

/// The state of a UTF-16 stream between two pieces of it.
struct UTF16Decoder {
  var isBigEndian = false
  /// Line of the next character, from 1.
  private(set) var line = 1
  /// Offset in the file; the byte order mark comes first.
  private var offset = 2
  private var oddByte: UInt8?
  private var highSurrogate: UInt16?
  private var afterCarriageReturn = false

  /// Appends the UTF-8 of `raw`; the offset of the first byte that cannot be decoded, or nil.
  mutating func decode(_ raw: ArraySlice<UInt8>, isLast: Bool, into text: inout [UInt8]) -> Int? {
    for byte in raw {
      guard let first = oddByte else {
        oddByte = byte
        continue
      }
      oddByte = nil
      let unit = isBigEndian ? UInt16(first) << 8 | UInt16(byte) : UInt16(byte) << 8 | UInt16(first)
      defer { offset += 2 }
      var scalarValue = UInt32(unit)
      if let high = highSurrogate {
        guard unit & 0xFC00 == 0xDC00 else { return offset - 2 }
        scalarValue = 0x10000 + (UInt32(high & 0x3FF) << 10 | UInt32(unit & 0x3FF))
        highSurrogate = nil
      } else if unit & 0xFC00 == 0xD800 {
        highSurrogate = unit
        continue
      }
      guard let scalar = Unicode.Scalar(scalarValue) else { return offset }
      text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      if scalar == "\r" || (scalar == "\n" && !afterCarriageReturn) { line += 1 }
      afterCarriageReturn = scalar == "\r"
    }
    return isLast && (oddByte != nil || highSurrogate != nil) ? offset : nil
  }
}
