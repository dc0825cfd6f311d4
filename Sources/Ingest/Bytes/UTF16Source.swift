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
