/// Up to eight bytes of text in one register: digits are checked and read without a loop.
///
/// Loops over the digits of a number end after a few rounds that differ from field to field, and
/// each surprise costs the processor more than the arithmetic. Source of the digit trick: Lemire,
/// "Quickly parsing eight digits".
struct EightBytes {
  /// The first byte of the text is the lowest.
  private(set) var word: UInt64

  /// The bytes of a text of 1 to 8 bytes, at the upper end of the word; zeros below.
  @inline(__always)
  init(rightAligned text: Bytes) {
    let count = text.count
    let raw = UnsafeRawPointer(text.start)
    var word: UInt64
    if count >= 4 {
      // Two loads that overlap in the middle, where they agree.
      let low = UInt64(raw.loadUnaligned(as: UInt32.self))
      let high = UInt64(raw.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self))
      word = low | high << UInt64(truncatingIfNeeded: 8 * (count - 4))
    } else {
      let middle = count >> 1
      word =
        UInt64(text[0]) | UInt64(text[middle]) << UInt64(truncatingIfNeeded: 8 * middle)
        | UInt64(text[count - 1]) << UInt64(truncatingIfNeeded: 8 * (count - 1))
    }
    self.word = word << UInt64(truncatingIfNeeded: 8 * (8 - count))
  }

  /// Takes out the only byte that equals `mark` and closes the gap from below; the number of bytes
  /// above it, or nil where there is none.
  @inline(__always)
  mutating func remove(_ mark: UInt8) -> Int? {
    let difference = word ^ (0x0101_0101_0101_0101 &* UInt64(mark))
    let zeros = (difference &- 0x0101_0101_0101_0101) & ~difference & 0x8080_8080_8080_8080
    if zeros == 0 { return nil }
    let position = UInt64(zeros.trailingZeroBitCount >> 3)
    let below = word & ((1 << (8 * position)) &- 1)
    // At the last byte the shift is by 64, and nothing is left above.
    let shift = 8 * position + 8
    word = below << 8 | (word >> shift) << shift
    return Int(7 - position)
  }

  /// The number that the digits in the upper `count` bytes make; nil if one is no digit.
  @inline(__always)
  func number(digits count: Int) -> Int64? {
    let mask = UInt64.max << UInt64(truncatingIfNeeded: 8 * (8 - count))
    var value = (word ^ 0x3030_3030_3030_3030) & mask
    guard (value | (value &+ 0x7676_7676_7676_7676)) & 0x8080_8080_8080_8080 == 0 else {
      return nil
    }
    value = (value &* 10 &+ (value >> 8)) & 0x00FF_00FF_00FF_00FF
    value = (value &* 100 &+ (value >> 16)) & 0x0000_FFFF_0000_FFFF
    return Int64((value &* 10_000 &+ (value >> 32)) & 0xFFFF_FFFF)
  }
}
