/// The nets of one placement in twelve cells of the period grid: one cache line of sixteen words.
///
/// What a line of the declarations touches of the ledger is one page, so the fold costs one cache
/// miss a line. This is its head; the nets are in the ``NetStore``.
struct NetPage {
  static let cellCount = 12

  /// The words of a page; its owner's is ``productPlusOne``.
  enum Word {
    static let provider = ChainedBlocks.Word.own
    static let period = provider + 1
    /// The first of twelve: cents per cell, modulo 2^32; what goes beyond is in
    /// ``NetStore/carries``.
    static let nets = period + 1
    static let count = nets + cellCount
  }

  /// Product index + 1; 0 in a page that nobody has claimed.
  let productPlusOne: UInt32
  /// Provider index.
  let provider: UInt32
  /// Index of the next page of the same allocation; 0 at the end.
  let next: UInt32
  /// The cells are `period × 12 ..< (period + 1) × 12`.
  let period: UInt32

  @inline(__always)
  func belongs(to product: UInt32, _ provider: UInt32) -> Bool {
    productPlusOne == product + 1 && self.provider == provider
  }
}
