import Crypto
import Foundation

extension Preparation {
  /// Refuses two parts of one file with the same content: one of them was delivered twice.
  ///
  /// Content is what follows the header, decompressed, and counts from 100 bytes on. Plain parts of
  /// different sizes cannot be equal and are not read. Throws 65 with all equal parts.
  public func refuseEqualParts() throws {
    var equal: [(String, String)] = []
    for kind in FileKind.allCases {
      let parts = self.parts[kind] ?? []
      guard parts.count > 1 else { continue }
      let sizes = parts.map { $0.plainBodySize() }
      var known: [Data: String] = [:]
      for (part, size) in zip(parts, sizes) {
        let isUnique = size != nil && !sizes.contains(nil) && sizes.count { $0 == size } == 1
        guard !isUnique, let digest = try part.bodyDigest(from: 100) else { continue }
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
  /// Bytes after the header; nil where that takes decompressing.
  fileprivate func plainBodySize() -> Int? {
    open.plainSize.map { $0 - bodyOffset }
  }

  /// The SHA-256 of the bytes after the header; nil for fewer than `limit` bytes.
  fileprivate func bodyDigest(from limit: Int) throws -> Data? {
    let source = try open.plain()
    try source.skip(bodyOffset)
    let body = try DigestingSource(source).readToEnd()
    return body.byteCount >= limit ? Data(body.sha256) : nil
  }
}
