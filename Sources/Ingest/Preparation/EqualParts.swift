import Crypto
import Foundation

extension Preparation {
  /// Refuses two parts of one file with the same content: one of them was delivered twice.
  ///
  /// Content is what follows the header as text, and counts from 100 bytes on: another encoding, byte
  /// order mark, line end or a last line end do not make it differ. Only parts that begin alike are
  /// read for it. Throws 65 with all equal parts.
  public func refuseEqualParts() throws {
    var equal: [(String, String)] = []
    for kind in FileKind.allCases {
      let parts = self.parts[kind] ?? []
      let starts = Dictionary(parts.map { ($0.bodyStart, 1) }, uniquingKeysWith: +)
      var known: [Data: String] = [:]
      for part in parts where starts[part.bodyStart] ?? 0 > 1 {
        guard let digest = try part.contentDigest(from: 100) else { continue }
        if let first = known[digest] {
          equal.append((first, part.name))
        } else {
          known[digest] = part.name
        }
      }
    }
    guard equal.isEmpty else { throw RunFailure.equalParts(equal) }
  }
}

extension PreparedPart {
  /// The SHA-256 of the content after the header; nil for fewer than `limit` bytes of it.
  fileprivate func contentDigest(from limit: Int) throws -> Data? {
    let part = again()
    var content = ContentText(decoding)
    var hash = SHA256()
    var count = 0
    var piece = try part.takeBodyStart()
    while !piece.isEmpty {
      count += piece.count
      hash.update(data: content.take(piece))
      piece = [UInt8](repeating: 0, count: 1 << 20)
      piece.removeLast(
        piece.count - (try piece.withUnsafeMutableBytes { try part.open.read(into: $0) }))
    }
    return count >= limit ? Data(hash.finalize()) : nil
  }
}

/// Text as far as it makes contents differ: in UTF-8, with LF as line end and without the last one.
struct ContentText {
  private let decoding: TextDecoding
  private var isAfterCarriageReturn = false
  /// Whether a line end was seen that is not given yet, as nothing may follow it.
  private var owesLineEnd = false
  private var text: [UInt8] = []

  init(_ decoding: TextDecoding) {
    self.decoding = decoding
  }

  /// What the next bytes of a part come to.
  mutating func take(_ bytes: [UInt8]) -> [UInt8] {
    let isText = bytes.withBytes { decoding.isUTF8($0) }
    if !isText { bytes.withBytes { decoding.transcode($0, into: &text) } }
    var content: [UInt8] = []
    content.reserveCapacity(bytes.count + 1)
    for byte in isText ? bytes : text {
      let isSecondHalf = byte == 0x0A && isAfterCarriageReturn
      isAfterCarriageReturn = byte == 0x0D
      if isSecondHalf { continue }
      if owesLineEnd { content.append(0x0A) }
      owesLineEnd = byte == 0x0A || byte == 0x0D
      if !owesLineEnd { content.append(byte) }
    }
    return content
  }
}

/// The wording of parts that were delivered twice.
extension RunFailure {
  static func equalParts(_ pairs: [(String, String)]) -> RunFailure {
    let lines = pairs.map { "\($0.0) and \($0.1) have the same content; remove one of them" }
    return RunFailure(.unusableInput, lines.joined(separator: "\n"))
  }
}

/// What the manifest says of a part's bytes as they were delivered (compressed, if it was).
public struct Fingerprint: Sendable, Equatable {
  /// The part's name.
  public let name: String
  public let byteCount: Int
  /// In lower-case hex digits.
  public let sha256: String
}

extension Preparation {
  /// The fingerprints of all parts, in the order of kinds and parts.
  ///
  /// Throws 74 where a part was written to since it was opened.
  public func fingerprints(workers: Int) throws -> [Fingerprint] {
    let parts = FileKind.allCases.flatMap { self.parts[$0] ?? [] }
    return try results(parts.count, workers: workers) { index in
      Result { try parts[index].open.fingerprint() }
    }.map { try $0.get() }
  }
}

extension Preparation {
  /// Throws 74 where a part was written to since it was opened: what is wrong with it may be mended by
  /// now.
  public func refuseChanges() throws(RunFailure) {
    for kind in FileKind.allCases {
      for part in parts[kind] ?? [] { try part.open.refuseChanges() }
    }
  }
}

extension OpenPart {
  fileprivate func fingerprint() throws -> Fingerprint {
    try refuseChanges()
    let (sha256, byteCount) = try digest ?? DigestingSource(delivered()).readToEnd()
    // So every byte on the disk was read.
    guard deliveredSize ?? byteCount == byteCount else { throw RunFailure.changedInput(name) }
    return Fingerprint(name: name, byteCount: byteCount, sha256: sha256.hexadecimal)
  }
}

extension Sequence<UInt8> {
  /// Two lower-case hex digits a byte.
  public var hexadecimal: String {
    map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}

/// The first eight hex digits of the SHA-256 of a text: short, and the same in every run.
public func shortHash(of text: String) -> String {
  String(SHA256.hash(data: Data(text.utf8)).hexadecimal.prefix(8))
}
