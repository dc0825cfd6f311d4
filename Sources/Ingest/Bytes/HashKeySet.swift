/// A set of numbers that are hashes already, so that they need no other: open addressing by their
/// low bits.
public struct HashKeySet: Sendable {
  /// 0 is an empty slot, and never in the set.
  private var slots: [UInt64]
  public private(set) var count = 0

  public init(capacity: Int = 0) {
    var size = 16
    while size * 3 < capacity * 4 { size *= 2 }
    slots = Array(repeating: 0, count: size)
  }

  public var isEmpty: Bool { count == 0 }

  /// Every hash of the set has a slot of its own below this, until another is inserted.
  public var slotCount: Int { slots.count }

  /// The slot of a hash; nil where it is not in the set.
  @inline(__always)
  public func slot(holding hash: UInt64) -> Int? {
    let slot = slot(of: hash)
    return hash != 0 && slots[slot] == hash ? slot : nil
  }

  /// False for 0.
  @inline(__always)
  public func contains(_ hash: UInt64) -> Bool { slot(holding: hash) != nil }

  /// Reads the slot of a hash, so that it is on its way to the cache; what it returns says nothing.
  @inline(__always)
  public func prefetch(_ hash: UInt64) -> UInt64 {
    slots[Int(truncatingIfNeeded: hash) & (slots.count - 1)]
  }

  /// Whether the hash, which is not 0, is new.
  @discardableResult
  public mutating func insert(_ hash: UInt64) -> Bool {
    let slot = slot(of: hash)
    if slots[slot] == hash { return false }
    slots[slot] = hash
    count += 1
    if count * 4 > slots.count * 3 { grow() }
    return true
  }

  /// One of several sets that together are this one.
  public func share(_ index: Int, of count: Int) -> HashKeySet {
    if count == 1 { return self }
    var share = HashKeySet(capacity: self.count / count)
    forEach { hash in
      // By the upper bits of the 36 that a hash has at least: the slots go by the lower.
      if (hash >> 28) % UInt64(count) == index { share.insert(hash) }
    }
    return share
  }

  /// The hashes, in no order.
  public var hashes: [UInt64] {
    var hashes: [UInt64] = []
    hashes.reserveCapacity(count)
    forEach { hashes.append($0) }
    return hashes
  }

  public func forEach(_ body: (UInt64) -> Void) {
    for hash in slots where hash != 0 { body(hash) }
  }

  /// Calls `body` with each hash and its slot.
  public func forEachSlot(_ body: (_ slot: Int, _ hash: UInt64) -> Void) {
    for (slot, hash) in slots.enumerated() where hash != 0 { body(slot, hash) }
  }

  /// The slot that holds a hash, or that it would get.
  @inline(__always)
  private func slot(of hash: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0, slots[slot] != hash { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }

  private mutating func grow() {
    let known = slots
    slots = Array(repeating: 0, count: known.count * 2)
    for hash in known where hash != 0 { slots[slot(of: hash)] = hash }
  }
}

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
