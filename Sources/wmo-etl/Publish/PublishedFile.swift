import Crypto
import Foundation

/// One file of a run as the manifest names it.
struct PublishedFile: Hashable, Sendable {
  /// Relative to the run's folder, such as `tables/maandverloop.csv`.
  let name: String
  let byteCount: Int
  /// In lower-case hex digits.
  let sha256: String

  init(name: String, bytes: some ContiguousBytes) {
    self.name = name
    (byteCount, sha256) = bytes.withUnsafeBytes { buffer in
      let digest = SHA256.hash(data: buffer)
      let hex = digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
      return (buffer.count, hex.joined())
    }
  }
}
