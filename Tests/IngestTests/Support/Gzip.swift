/// Members of gzip files that hold their text as it stands (stored blocks), as a compressor would
/// write what it cannot make shorter.
enum Gzip {
  static func member(_ text: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF]
    var rest = text[...]
    repeat {
      let piece = rest.prefix(0xFFFF)
      rest = rest.dropFirst(piece.count)
      let count = UInt16(piece.count)
      bytes.append(rest.isEmpty ? 1 : 0)
      bytes += [count, ~count].flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      bytes += piece
    } while !rest.isEmpty
    for number in [checksum(text), UInt32(text.count)] {
      bytes += (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }
    return bytes
  }

  /// CRC-32 (RFC 1952).
  private static func checksum(_ text: [UInt8]) -> UInt32 {
    ~text.reduce(~UInt32(0)) { sum, byte in
      (0..<8).reduce(sum ^ UInt32(byte)) { sum, _ in sum >> 1 ^ (sum & 1 == 1 ? 0xEDB8_8320 : 0) }
    }
  }
}
