import CZlib
import Foundation

/// The files of a ZIP archive, as a program that opens a workbook finds them.
struct ZipArchive {
  let files: [(name: String, bytes: Data)]

  enum Damage: Error {
    case noDirectory, unknownMethod, notInflated
  }

  init(_ bytes: [UInt8]) throws {
    func number(_ offset: Int, _ size: Int) -> Int {
      (0..<size).reduce(0) { $0 | Int(bytes[offset + $1]) << (8 * $1) }
    }
    // The end record has no comment behind it.
    let end = bytes.count - 22
    guard end >= 0, number(end, 4) == 0x0605_4B50 else { throw Damage.noDirectory }
    var files: [(String, Data)] = []
    var entry = number(end + 16, 4)
    for _ in 0..<number(end + 10, 2) {
      guard number(entry, 4) == 0x0201_4B50 else { throw Damage.noDirectory }
      let nameLength = number(entry + 28, 2)
      let name = String(decoding: bytes[(entry + 46)..<(entry + 46 + nameLength)], as: UTF8.self)
      let local = number(entry + 42, 4)
      let start = local + 30 + number(local + 26, 2) + number(local + 28, 2)
      let packed = Array(bytes[start..<(start + number(entry + 20, 4))])
      switch number(entry + 10, 2) {
      case 0: files.append((name, Data(packed)))
      case 8: files.append((name, try Self.inflate(packed, to: number(entry + 24, 4))))
      default: throw Damage.unknownMethod
      }
      entry += 46 + nameLength + number(entry + 30, 2) + number(entry + 32, 2)
    }
    self.files = files
  }

  /// A deflated file of a known size, without the head that zlib expects by itself.
  private static func inflate(_ packed: [UInt8], to size: Int) throws -> Data {
    var packed = packed
    var plain = [UInt8](repeating: 0, count: size + 1)
    var stream = z_stream()
    let version = zlibVersion()
    guard inflateInit2_(&stream, -15, version, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
      throw Damage.notInflated
    }
    defer { inflateEnd(&stream) }
    let status = packed.withUnsafeMutableBufferPointer { source in
      plain.withUnsafeMutableBufferPointer { target in
        stream.next_in = source.baseAddress
        stream.avail_in = UInt32(source.count)
        stream.next_out = target.baseAddress
        stream.avail_out = UInt32(target.count)
        return CZlib.inflate(&stream, Z_FINISH)
      }
    }
    guard status == Z_STREAM_END, Int(stream.total_out) == size else { throw Damage.notInflated }
    return Data(plain.dropLast())
  }
}
