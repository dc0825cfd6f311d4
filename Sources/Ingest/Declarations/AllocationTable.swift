/// Allocations as the hot path needs them: number → index, client and whether it was deleted.
///
/// What counts here is how many cache lines a look-up touches, because the table is larger than
/// the caches: one for the slot, one or two for the entry. Entries lie one behind the other, with
/// number and client as they are, so that millions of them take little memory.
///
/// `@unchecked Sendable`: written by its initialiser only.
final class AllocationTable: @unchecked Sendable {
  private struct Slot {
    var tag: UInt32
    /// Where the entry begins, in words of four bytes, plus one; 0 is an empty slot.
    var wordPlusOne: UInt32
  }

  /// The layout of an entry; its texts follow it, and fill its last word.
  private enum Entry {
    static let index = 0  // UInt32
    static let numberCount = 4  // UInt32, in bytes
    static let clientCount = 8  // UInt32, in bytes; the highest bit says that it was deleted
    static let texts = 12
    static let deleted: UInt32 = 1 << 31

    static func size(_ number: Int, _ client: Int) -> Int { (texts + number + client + 3) / 4 * 4 }
  }

  private let memory: [ZeroedMemory]
  private let slots: UnsafeMutablePointer<Slot>
  private let mask: Int
  private let entries: UnsafeMutableRawPointer
  private let count: Int

  init(numbers: InternTable, clients: InternTable, _ allocations: [Allocation]) {
    var size = 16
    while size < allocations.count * 3 / 2 { size *= 2 }
    let mask = size - 1
    let byteCount = allocations.indices.reduce(0) { sum, number in
      sum
        + Entry.size(
          numbers.byteCount(of: number),
          clients.byteCount(of: Int(allocations[number].client)))
    }
    guard byteCount / 4 < UInt32.max,
      let slotMemory = ZeroedMemory(byteCount: size * MemoryLayout<Slot>.stride),
      let entryMemory = ZeroedMemory(byteCount: byteCount)
    else { outOfMemory(FileKind.allocations.name) }
    let slots = slotMemory.start.bindMemory(to: Slot.self, capacity: size)
    let entries = entryMemory.start
    var offset = 0
    for (number, allocation) in allocations.enumerated() {
      numbers.withText(number) { text in
        let hash = text.hash()
        var position = Int(truncatingIfNeeded: hash) & mask
        while slots[position].wordPlusOne != 0 { position = (position + 1) & mask }
        slots[position] = Slot(
          tag: UInt32(truncatingIfNeeded: hash >> 32), wordPlusOne: UInt32(offset / 4 + 1))
        clients.withText(Int(allocation.client)) { client in
          Self.store(
            number, text, client, isDeleted: allocation.isDeleted, in: entries + offset)
          offset += Entry.size(text.count, client.count)
        }
      }
    }
    memory = [slotMemory, entryMemory]
    self.mask = mask
    self.slots = slots
    self.entries = entries
    count = allocations.count
  }

  private static func store(
    _ index: Int, _ number: Bytes, _ client: Bytes, isDeleted: Bool,
    in entry: UnsafeMutableRawPointer
  ) {
    entry.storeBytes(of: UInt32(index), toByteOffset: Entry.index, as: UInt32.self)
    entry.storeBytes(of: UInt32(number.count), toByteOffset: Entry.numberCount, as: UInt32.self)
    entry.storeBytes(
      of: UInt32(client.count) | (isDeleted ? Entry.deleted : 0), toByteOffset: Entry.clientCount,
      as: UInt32.self)
    (entry + Entry.texts).copyMemory(from: number.start, byteCount: number.count)
    (entry + Entry.texts + number.count).copyMemory(from: client.start, byteCount: client.count)
  }

  /// What a slot says before its entry is looked at: where an entry is that is probably right, or
  /// -1.
  ///
  /// The returned position continues the search when the entry is another's.
  @inline(__always)
  func probe(_ hash: UInt64, from position: Int? = nil) -> (entry: Int, position: Int) {
    let tag = UInt32(truncatingIfNeeded: hash >> 32)
    var position = position ?? Int(truncatingIfNeeded: hash) & mask
    while true {
      let slot = slots[position]
      if slot.wordPlusOne == 0 { return (-1, position) }
      if slot.tag == tag { return (4 * (Int(slot.wordPlusOne) - 1), position) }
      position = (position + 1) & mask
    }
  }

  /// Reads the slot of a hash, so that it is on its way to the cache.
  @inline(__always)
  func prefetchSlot(_ hash: UInt64) -> UInt32 { slots[Int(truncatingIfNeeded: hash) & mask].tag }

  /// Reads an entry, so that it is on its way to the cache.
  @inline(__always)
  func prefetchEntry(_ entry: Int) -> UInt32 { entry < 0 ? 0 : word(entry, Entry.index) }

  /// The entry of an allocation number, or -1; `guess` is what ``probe(_:from:)`` found first.
  @inline(__always)
  func find(_ number: Bytes, hash: UInt64, guess: (entry: Int, position: Int)) -> Int {
    var guess = guess
    while guess.entry >= 0 {
      if self.number(guess.entry).equals(number) { return guess.entry }
      guess = probe(hash, from: (guess.position + 1) & mask)
    }
    return -1
  }

  /// The index of an entry's allocation.
  @inline(__always)
  func index(_ entry: Int) -> Int32 { Int32(bitPattern: word(entry, Entry.index)) }

  @inline(__always)
  func isDeleted(_ entry: Int) -> Bool { word(entry, Entry.clientCount) & Entry.deleted != 0 }

  /// The client of an entry's allocation.
  @inline(__always)
  func client(_ entry: Int) -> Bytes {
    text(
      entry, after: Int(word(entry, Entry.numberCount)),
      count: Int(word(entry, Entry.clientCount) & ~Entry.deleted))
  }

  /// Calls `body` with the index of each allocation and the hash of its number.
  func forEachHash(_ body: (_ index: Int32, _ hash: UInt64) -> Void) {
    var entry = 0
    for index in 0..<count {
      let (number, client) = (number(entry), client(entry))
      body(Int32(index), number.hash())
      entry += Entry.size(number.count, client.count)
    }
  }

  @inline(__always)
  private func number(_ entry: Int) -> Bytes {
    text(entry, after: 0, count: Int(word(entry, Entry.numberCount)))
  }

  @inline(__always)
  private func text(_ entry: Int, after offset: Int, count: Int) -> Bytes {
    let start = entries + entry + Entry.texts + offset
    return Bytes(start: start.assumingMemoryBound(to: UInt8.self), count: count)
  }

  @inline(__always)
  private func word(_ entry: Int, _ offset: Int) -> UInt32 {
    entries.load(fromByteOffset: entry + offset, as: UInt32.self)
  }
}
