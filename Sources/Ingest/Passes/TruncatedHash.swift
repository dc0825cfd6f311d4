/// The part of a ``ReferenceKey`` hash that the search for double numbers keeps: the bits that
/// choose a bucket of the ``DuplicateFilter``, and the bytes that are truncated there.
struct TruncatedHash: Sendable {
  /// Bytes on the bucket.
  let byteCount: Int

  /// 44 bits: of ten million different numbers about three pairs agree by chance.
  static let fourBytes = TruncatedHash(byteCount: 4)
  /// 36 bits: about 700 pairs. For a search that costs no pass of its own, because the lines are
  /// read again anyway.
  static let threeBytes = TruncatedHash(byteCount: 3)

  private var mask: UInt64 { UInt64(DuplicateFilter.bucketCount) << UInt64(8 * byteCount) - 1 }

  /// Of a hash that is not 0; not 0 either.
  @inline(__always)
  func callAsFunction(_ hash: UInt64) -> UInt64 { max(1, hash & mask) }

  @inline(__always)
  func bucket(_ truncated: UInt64) -> Int {
    Int(truncatingIfNeeded: truncated >> UInt64(8 * byteCount))
  }

  /// What a bucket holds of a hash, made whole; `word` may have other bits above.
  @inline(__always)
  func truncated(_ word: UInt32, inBucket bucket: Int) -> UInt64 {
    let bits = UInt64(8 * byteCount)
    return UInt64(bucket) << bits | UInt64(word) & (1 << bits - 1)
  }
}
