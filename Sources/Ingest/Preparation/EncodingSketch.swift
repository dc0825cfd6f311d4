import Synchronization

/// Whether all of a part that is no ASCII reads as UTF-8, although another encoding was declared:
/// then its names are garbled.
///
/// Shared by all that read the part, at any time.
final class EncodingSketch: Sendable {
  private let hasUTF8 = Atomic(false)
  private let hasOther = Atomic(false)

  /// Takes in bytes that are not all ASCII, from the beginning of a character on.
  func note(_ bytes: Bytes) {
    if hasOther.load(ordering: .relaxed) { return }
    if bytes.utf8Prefix == bytes.count {
      hasUTF8.store(true, ordering: .relaxed)
    } else {
      hasOther.store(true, ordering: .relaxed)
    }
  }

  /// Once the part was read.
  var isUTF8: Bool { hasUTF8.load(ordering: .relaxed) && !hasOther.load(ordering: .relaxed) }
}
