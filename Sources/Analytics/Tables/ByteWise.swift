import Ingest

/// A name that is compared, sorted and hashed by its bytes in UTF-8.
///
/// `String` itself takes canonically equivalent spellings for one name; the contract does not.
struct ByteWise: Hashable, Comparable {
  let text: String

  init(_ text: String) {
    self.text = text
  }

  static func == (a: ByteWise, b: ByteWise) -> Bool {
    var (left, right) = (a.text, b.text)
    return left.withUTF8 { left in
      right.withUTF8 { right in
        left.count == right.count && zip(left, right).allSatisfy { $0 == $1 }
      }
    }
  }

  static func < (a: ByteWise, b: ByteWise) -> Bool {
    precedesByteWise(a.text, b.text)
  }

  func hash(into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}
