/// The identity of a line among those of its provider: AGB code and reference number.
enum ReferenceKey {
  /// The provider's share in the hashes of its lines.
  ///
  /// `provider`: the AGB code; zeros that a spreadsheet dropped make no difference.
  @inline(__always)
  static func seed(provider: Bytes) -> UInt64 {
    guard provider.count > 0, provider.count <= 8,
      let number = EightBytes(rightAligned: provider).number(digits: provider.count)
    else { return 0 }  // No AGB code; its line is rejected.
    return (UInt64(number) &+ 1) &* 0xD6E8_FEB8_6659_FD93
  }

  /// Never 0, which says that a line has no reference number; 56 bits.
  @inline(__always)
  static func hash(_ reference: Bytes, seed: UInt64) -> UInt64 {
    reference.isEmpty ? 0 : max(1, reference.hash(seed: seed) >> 8)
  }
}
