/// A set of hashes that may take others for its own: a Bloom filter of three bits a hash, all in
/// one word, so that a question costs one cache miss at most.
struct BloomFilter: Sendable {
  private var words: [UInt64]
  private let mask: UInt64
  private(set) var isEmpty = true

  /// Sixteen bits a hash: about one foreign hash in two hundred passes.
  init(capacity: Int) {
    var count = 1
    while count * 4 < capacity { count *= 2 }
    words = Array(repeating: 0, count: count)
    mask = UInt64(count - 1)
  }

  mutating func insert(_ hash: UInt64) {
    isEmpty = false
    words[Int(hash & mask)] |= Self.bits(hash)
  }

  @inline(__always)
  func mayContain(_ hash: UInt64) -> Bool {
    let bits = Self.bits(hash)
    return words[Int(hash & mask)] & bits == bits
  }

  /// Three bits that depend on all of a hash, so that it does not matter which of its bits the
  /// hashes of a set have in common; the lowest choose the word.
  @inline(__always)
  private static func bits(_ hash: UInt64) -> UInt64 {
    let mixed = hash &* 0x9E37_79B9_7F4A_7C15
    return 1 &<< (mixed >> 46) | 1 &<< (mixed >> 52) | 1 &<< (mixed >> 58)
  }
}
