/// A character encoding; the raw value is its name in the configuration.
public enum TextEncoding: String, CaseIterable, Sendable {
  case utf8 = "utf-8"
  case windows1252 = "windows-1252"
  case latin1 = "iso-8859-1"
  /// With a byte order mark.
  case utf16 = "utf-16"
}

/// Turns the bytes of a chunk into UTF-8 and knows the way back to their offsets.
struct TextDecoding {
  let encoding: TextEncoding

  /// Offset of the first byte that the encoding does not have, or nil.
  func firstUndecodable(_ bytes: Bytes) -> Int? {
    switch encoding {
    case .utf8:
      let valid = bytes.utf8Prefix
      return valid < bytes.count ? valid : nil
    case .windows1252:
      // Nearly every chunk is ASCII, which is settled many bytes at a time.
      let rest = bytes.buffer.dropFirst(bytes.asciiPrefix)
      return rest.firstIndex { windows1252[Int($0)] == 0 && $0 != 0 }
    case .latin1, .utf16:
      return nil  // every byte is a character; UTF-16 was decoded by its source
    }
  }

  /// Whether the bytes are UTF-8 as they stand.
  func isUTF8(_ bytes: Bytes) -> Bool {
    switch encoding {
    case .utf8, .utf16: true
    case .windows1252, .latin1: bytes.asciiPrefix == bytes.count
    }
  }

  /// Whether the UTF-8 of some bytes is those bytes, so that offsets are the same in both.
  func isAsRead(_ text: Bytes, _ bytes: Bytes) -> Bool {
    text.start == bytes.start && encoding != .utf16
  }

  /// Replaces `text` by the UTF-8 of bytes in an encoding of one byte a character.
  func transcode(_ bytes: Bytes, into text: inout [UInt8]) {
    text.removeAll(keepingCapacity: true)
    text.reserveCapacity(bytes.count + bytes.count / 8)
    transcode(bytes) { text.append($0) }
  }

  /// The same into memory of ``mostBytes(_:)``; how many bytes it came to.
  func transcode(_ bytes: Bytes, into text: UnsafeMutableRawBufferPointer) -> Int {
    var count = 0
    transcode(bytes) { byte in
      text[count] = byte
      count += 1
    }
    return count
  }

  /// No less than the UTF-8 of some bytes has.
  func mostBytes(_ bytes: Bytes) -> Int {
    bytes.buffer.reduce(0) { $0 + ($1 < 0x80 ? 1 : 3) }
  }

  @inline(__always)
  private func transcode(_ bytes: Bytes, _ append: (UInt8) -> Void) {
    for byte in bytes.buffer {
      if byte < 0x80 {
        append(byte)
      } else {
        let value = encoding == .windows1252 ? windows1252[Int(byte)] : UInt16(byte)
        if value < 0x800 {
          append(0xC0 | UInt8(value >> 6))
        } else {
          append(0xE0 | UInt8(value >> 12))
          append(0x80 | UInt8(value >> 6 & 0x3F))
        }
        append(0x80 | UInt8(value & 0x3F))
      }
    }
  }

  /// How many bytes of the file a chunk's bytes are, before they are made UTF-8.
  func rawLength(_ bytes: Bytes) -> Int {
    encoding == .utf16 ? originalLength(bytes) : bytes.count
  }

  /// How many bytes of the file became these bytes of UTF-8.
  func originalLength(_ text: Bytes) -> Int {
    switch encoding {
    case .utf8:
      return text.count
    case .windows1252, .latin1:
      return text.scalarCount
    case .utf16:
      let pairs = text.buffer.count { $0 >= 0xF0 }
      return 2 * (text.scalarCount + pairs)
    }
  }
}

/// Windows-1252 as Unicode; 0 where the code page has no character (81, 8D, 8F, 90, 9D).
private let windows1252: [UInt16] = {
  var table = (0..<256).map { UInt16($0) }
  let upper: [UInt16] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
  ]
  table.replaceSubrange(0x80..<0xA0, with: upper)
  return table
}()
