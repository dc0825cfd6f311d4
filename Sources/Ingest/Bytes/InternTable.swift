/// Texts as dense indices from 0, in the order in which they first came.
///
/// One arena of bytes and one open-addressing table of (hash, index); looking up a text that is
/// there allocates nothing.
public struct InternTable: Sendable {
  /// High half of the hash, and index + 1; 0 is an empty slot.
  private struct Slot {
    var tag: UInt32 = 0
    var indexPlusOne: UInt32 = 0
  }

  private var slots: [Slot]
  private var arena: [UInt8] = []
  private var starts: [UInt32] = [0]

  public init(minimumCapacity: Int = 16) {
    var size = 16
    while size < minimumCapacity * 2 { size *= 2 }
    slots = Array(repeating: Slot(), count: size)
  }

  public var count: Int { starts.count - 1 }

  /// The index of a text, or nil.
  public func find(_ text: Bytes) -> Int? {
    let hash = text.hash()
    var position = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[position].indexPlusOne != 0 {
      let index = Int(slots[position].indexPlusOne) - 1
      if slots[position].tag == UInt32(truncatingIfNeeded: hash >> 32), equals(index, text) {
        return index
      }
      position = (position + 1) & (slots.count - 1)
    }
    return nil
  }

  /// The index of a text, given a new one where it has none.
  public mutating func intern(_ text: Bytes) -> Int {
    if let index = find(text) { return index }
    if (count + 1) * 2 > slots.count { grow() }
    arena.append(contentsOf: text.buffer)
    starts.append(UInt32(arena.count))
    insert(count - 1, hash: text.hash())
    return count - 1
  }

  public mutating func intern(_ text: String) -> Int {
    withBytes(of: text) { intern($0) }
  }

  public func find(_ text: String) -> Int? {
    withBytes(of: text) { find($0) }
  }

  public func string(_ index: Int) -> String {
    String(decoding: arena[Int(starts[index])..<Int(starts[index + 1])], as: UTF8.self)
  }

  /// Calls `body` with the bytes of a text.
  func withText<Result>(_ index: Int, _ body: (Bytes) throws -> Result) rethrows -> Result {
    try arena.withBytes { try body($0.slice(Int(starts[index]), Int(starts[index + 1]))) }
  }

  private func equals(_ index: Int, _ text: Bytes) -> Bool {
    withText(index) { $0.equals(text) }
  }

  private mutating func insert(_ index: Int, hash: UInt64) {
    var position = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[position].indexPlusOne != 0 { position = (position + 1) & (slots.count - 1) }
    slots[position] = Slot(
      tag: UInt32(truncatingIfNeeded: hash >> 32), indexPlusOne: UInt32(index + 1))
  }

  private mutating func grow() {
    slots = Array(repeating: Slot(), count: slots.count * 2)
    for index in 0..<count {
      insert(index, hash: withText(index) { $0.hash() })
    }
  }
}

/// Calls `body` with the UTF-8 bytes of a string.
func withBytes<Result>(of text: String, _ body: (Bytes) throws -> Result) rethrows -> Result {
  var copy = text
  return try copy.withUTF8 { utf8 in
    // An empty string's buffer may have no address; any address serves for no bytes.
    guard let base = utf8.baseAddress else {
      return try withUnsafePointer(to: 0 as UInt8) { try body(Bytes(start: $0, count: 0)) }
    }
    return try body(Bytes(start: base, count: utf8.count))
  }
}
