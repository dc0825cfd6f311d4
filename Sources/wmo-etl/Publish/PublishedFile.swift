import Crypto
import Foundation
import Ingest

/// One file of a run as the manifest names it.
struct PublishedFile: Hashable, Sendable {
  /// Relative to the run's folder, such as `tables/maandverloop.csv`.
  let name: String
  /// In lower-case hex digits.
  let sha256: String

  init(name: String, bytes: some ContiguousBytes) {
    self.init(name: name, digest: bytes.withUnsafeBytes { SHA256.hash(data: $0) })
  }

  init(name: String, digest: SHA256.Digest) {
    self.name = name
    sha256 = digest.hexadecimal
  }
}
