/// The nets of one placement in twelve slots of the period grid: one cache line.
///
/// What a line of the declarations touches of the ledger is one leaf, so the fold costs one cache
/// miss a line.
struct Leaf {
  static let slotCount = 12

  /// Product index + 1; 0 in a leaf that nobody has claimed.
  var productPlusOne: UInt32 = 0
  /// Provider index.
  var provider: UInt32 = 0
  /// Index of the next leaf of the same allocation; 0 at the end, as leaf 0 is nobody's next.
  var next: UInt32 = 0
  /// The slots are `period × 12 ..< (period + 1) × 12`.
  var period: UInt32 = 0
  /// Cents per slot, modulo 2^32; what goes beyond is in ``LeafStore/carries``.
  var nets:
    (
      Int32, Int32, Int32, Int32, Int32, Int32, Int32, Int32, Int32, Int32, Int32, Int32
    ) = (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)

  @inline(__always)
  func belongs(to product: UInt32, _ provider: UInt32) -> Bool {
    productPlusOne == product + 1 && self.provider == provider
  }
}
