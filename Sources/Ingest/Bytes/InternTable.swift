/// Texts as dense indices from 0, in the order in which they first came.
///
/// One arena of bytes and one open-addressing table of (hash, index); looking up a text that is
/// there allocates nothing. A slot's place follows from the high bits of its hash, so a table that
/// grows is copied from front to back, without a look at the texts.
public struct InternTable: Sendable {
  /// High half of the hash, and index + 1; 0 is an empty slot.
  private struct Slot {
    var tag: UInt32 = 0
    var indexPlusOne: UInt32 = 0
  }

  private var slots: [Slot]
  /// 32 - log2 of the number of slots.
  private var shift: UInt32
  private var arena: [UInt8] = []
  private var starts: [UInt32] = [0]

  /// About as many bytes as an identifier has.
  private static let usualSize = 10

  /// `minimumCapacity`: room for as many texts of the usual size.
  public init(minimumCapacity: Int = 16) {
    var size = 16
    while size < minimumCapacity * 2 { size *= 2 }
    slots = Array(repeating: Slot(), count: size)
    starts.reserveCapacity(minimumCapacity + 1)
    arena.reserveCapacity(minimumCapacity * Self.usualSize)
    shift = UInt32(32 - size.trailingZeroBitCount)
  }

  public var count: Int { starts.count - 1 }

  /// A text with the part of its hash that finds it, which may be computed where the table is not
  /// at hand.
  struct Key {
    let text: Bytes
    /// High half of the hash.
    let tag: UInt32

    @inline(__always)
    init(_ text: Bytes) {
      self.text = text
      tag = UInt32(truncatingIfNeeded: text.hash() >> 32)
    }
  }

  /// The index of a text, or nil.
  @inline(__always)
  public func find(_ text: Bytes) -> Int? {
    let found = probe(Key(text))
    return found.index >= 0 ? found.index : nil
  }

  /// The index of a text, given a new one where it has none.
  @inline(__always)
  public mutating func intern(_ text: Bytes) -> Int { intern(Key(text)) }

  @inline(__always)
  mutating func intern(_ key: Key) -> Int {
    let found = probe(key)
    if found.index >= 0 { return found.index }
    arena.append(contentsOf: key.text.buffer)
    starts.append(UInt32(arena.count))
    slots[found.position] = Slot(tag: key.tag, indexPlusOne: UInt32(count))
    if count * 2 > slots.count { grow() }
    return count - 1
  }

  /// Reads the slot of a text, so that it is on its way to the cache; what it returns says nothing.
  @inline(__always)
  func prefetchSlot(_ key: Key) -> UInt32 { slots[Int(key.tag >> shift)].tag }

  /// Reads the text behind that slot for the same reason; the slot should have been prefetched.
  @inline(__always)
  func prefetchText(_ key: Key) -> UInt32 {
    let slot = slots[Int(key.tag >> shift)]
    guard slot.indexPlusOne != 0 else { return 0 }
    let start = Int(starts[Int(slot.indexPlusOne) - 1])
    return start < arena.count ? UInt32(arena[start]) : 0
  }

  /// The index of a text and its slot, or -1 and the slot that it would get.
  @inline(__always)
  private func probe(_ key: Key) -> (index: Int, position: Int) {
    var position = Int(key.tag >> shift)
    while true {
      let slot = slots[position]
      if slot.indexPlusOne == 0 { return (-1, position) }
      let index = Int(slot.indexPlusOne) - 1
      if slot.tag == key.tag, equals(index, key.text) { return (index, position) }
      position = (position + 1) & (slots.count - 1)
    }
  }

  public func string(_ index: Int) -> String {
    String(decoding: arena[Int(starts[index])..<Int(starts[index + 1])], as: UTF8.self)
  }

  /// The length of a text.
  func byteCount(of index: Int) -> Int { Int(starts[index + 1] - starts[index]) }

  /// Calls `body` with the bytes of a text.
  func withText<Result>(_ index: Int, _ body: (Bytes) throws -> Result) rethrows -> Result {
    try arena.withBytes { try body($0.slice(Int(starts[index]), Int(starts[index + 1]))) }
  }

  @inline(__always)
  private func equals(_ index: Int, _ text: Bytes) -> Bool {
    let start = Int(starts[index])
    guard Int(starts[index + 1]) - start == text.count else { return false }
    return arena.withUnsafeBufferPointer { arena in
      // Only the empty text is in an arena without bytes.
      guard let base = arena.baseAddress else { return true }
      return Bytes(start: base + start, count: text.count).equals(text)
    }
  }

  @inline(never)
  private mutating func grow() {
    var grown = Array(repeating: Slot(), count: slots.count * 2)
    shift -= 1
    for slot in slots where slot.indexPlusOne != 0 {
      var position = Int(slot.tag >> shift)
      while grown[position].indexPlusOne != 0 { position = (position + 1) & (grown.count - 1) }
      grown[position] = slot
    }
    slots = grown
  }
}
