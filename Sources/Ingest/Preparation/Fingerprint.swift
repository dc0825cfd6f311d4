import Crypto
import Foundation

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
  /// Throws 74 where a part has grown or shrunk since it was read.
  public func fingerprints(workers: Int) throws -> [Fingerprint] {
    let parts = FileKind.allCases.flatMap { self.parts[$0] ?? [] }
    return try results(parts.count, workers: workers) { index in
      Result { try parts[index].open.fingerprint() }
    }.map { try $0.get() }
  }
}

extension OpenPart {
  fileprivate func fingerprint() throws -> Fingerprint {
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
