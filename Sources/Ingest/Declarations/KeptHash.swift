/// The part of a ``ReferenceKey`` hash that the search for double numbers keeps: the bits that
/// choose a shelf of the ``DuplicateFilter``, and the bytes that are kept there.
struct KeptHash: Sendable {
  /// Bytes on the shelf.
  let byteCount: Int

  /// 44 bits: of ten million different numbers about three pairs agree by chance.
  static let fourBytes = KeptHash(byteCount: 4)
  /// 36 bits: about 700 pairs. For a search that costs no pass of its own, because the lines are
  /// read again anyway.
  static let threeBytes = KeptHash(byteCount: 3)

  private var mask: UInt64 { UInt64(DuplicateFilter.shelfCount) << UInt64(8 * byteCount) - 1 }

  /// Of a hash that is not 0; not 0 either.
  @inline(__always)
  func callAsFunction(_ hash: UInt64) -> UInt64 { max(1, hash & mask) }

  @inline(__always)
  func shelf(_ kept: UInt64) -> Int { Int(truncatingIfNeeded: kept >> UInt64(8 * byteCount)) }

  /// What a shelf holds of a hash, made whole; `word` may have other bits above.
  @inline(__always)
  func kept(_ word: UInt32, onShelf shelf: Int) -> UInt64 {
    let bits = UInt64(8 * byteCount)
    return UInt64(shelf) << bits | UInt64(word) & (1 << bits - 1)
  }
}
