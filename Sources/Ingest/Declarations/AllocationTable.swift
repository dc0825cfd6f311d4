/// Allocations as the hot path needs them: number → index, client and whether it was deleted.
///
/// What counts here is how many cache lines a look-up touches, because the table is larger than
/// the caches: one for the slot, one for the entry. An entry is 64 bytes and holds number and
/// client as they are; longer ones lie in an arena of their own.
///
/// `@unchecked Sendable`: written by its initialiser only.
final class AllocationTable: @unchecked Sendable {
  private struct Slot {
    var tag: UInt32
    /// 0 is an empty slot.
    var indexPlusOne: UInt32
  }

  /// The layout of an entry.
  private enum Entry {
    static let size = 64
    static let numberCount = 0  // UInt8; `isLong` when the texts lie in the arena
    static let clientCount = 1  // UInt8
    static let isDeleted = 2  // UInt8
    static let number = 4
    static let numberLimit = 24
    static let client = 28
    static let clientLimit = 36
    static let long: UInt8 = 255
    // Of a long entry: offset in the arena (UInt64), count of the number and of the client (UInt32).
    static let longOffset = 8
    static let longNumberCount = 16
    static let longClientCount = 20
  }

  private let memory: [ZeroedMemory]
  private let slots: UnsafeMutablePointer<Slot>
  private let mask: Int
  private let entries: UnsafeMutableRawPointer
  private let arena: UnsafeMutablePointer<UInt8>

  init(_ index: ReferenceIndex, _ allocations: [Allocation]) {
    var size = 16
    while size < allocations.count * 2 { size *= 2 }
    let mask = size - 1
    guard let slotMemory = ZeroedMemory(byteCount: size * MemoryLayout<Slot>.stride),
      let entryMemory = ZeroedMemory(byteCount: allocations.count * Entry.size)
    else { fatalError("out of memory for \(allocations.count) allocations") }
    let slots = slotMemory.start.bindMemory(to: Slot.self, capacity: size)
    let entries = entryMemory.start
    var longTexts: [UInt8] = []
    for (number, allocation) in allocations.enumerated() {
      let entry = entries + number * Entry.size
      entry.storeBytes(
        of: allocation.isDeleted ? 1 : 0, toByteOffset: Entry.isDeleted, as: UInt8.self)
      index.allocations.withText(number) { text in
        let hash = text.hash()
        var position = Int(truncatingIfNeeded: hash) & mask
        while slots[position].indexPlusOne != 0 { position = (position + 1) & mask }
        slots[position] = Slot(
          tag: UInt32(truncatingIfNeeded: hash >> 32), indexPlusOne: UInt32(number + 1))
        index.clients.withText(Int(allocation.client)) { client in
          Self.store(text, client, in: entry, &longTexts)
        }
      }
    }
    memory = [slotMemory, entryMemory]
    self.mask = mask
    self.slots = slots
    self.entries = entries
    arena = .allocate(capacity: max(1, longTexts.count))
    arena.initialize(from: longTexts, count: longTexts.count)
  }

  deinit { arena.deallocate() }

  private static func store(
    _ number: Bytes, _ client: Bytes, in entry: UnsafeMutableRawPointer, _ longTexts: inout [UInt8]
  ) {
    guard number.count <= Entry.numberLimit, client.count <= Entry.clientLimit else {
      entry.storeBytes(of: Entry.long, toByteOffset: Entry.numberCount, as: UInt8.self)
      entry.storeBytes(of: UInt64(longTexts.count), toByteOffset: Entry.longOffset, as: UInt64.self)
      entry.storeBytes(
        of: UInt32(number.count), toByteOffset: Entry.longNumberCount, as: UInt32.self)
      entry.storeBytes(
        of: UInt32(client.count), toByteOffset: Entry.longClientCount, as: UInt32.self)
      longTexts += number.buffer
      longTexts += client.buffer
      return
    }
    entry.storeBytes(of: UInt8(number.count), toByteOffset: Entry.numberCount, as: UInt8.self)
    entry.storeBytes(of: UInt8(client.count), toByteOffset: Entry.clientCount, as: UInt8.self)
    (entry + Entry.number).copyMemory(from: number.start, byteCount: number.count)
    (entry + Entry.client).copyMemory(from: client.start, byteCount: client.count)
  }

  /// What a slot says before its entry is looked at: an index that is probably right, or -1.
  ///
  /// The returned position continues the search when the entry is another's.
  @inline(__always)
  func probe(_ hash: UInt64, from position: Int? = nil) -> (index: Int, position: Int) {
    let tag = UInt32(truncatingIfNeeded: hash >> 32)
    var position = position ?? Int(truncatingIfNeeded: hash) & mask
    while true {
      let slot = slots[position]
      if slot.indexPlusOne == 0 { return (-1, position) }
      if slot.tag == tag { return (Int(slot.indexPlusOne) - 1, position) }
      position = (position + 1) & mask
    }
  }

  /// Reads the slot of a hash, so that it is on its way to the cache.
  @inline(__always)
  func touchSlot(_ hash: UInt64) -> UInt32 { slots[Int(truncatingIfNeeded: hash) & mask].tag }

  /// Reads an entry, so that it is on its way to the cache.
  @inline(__always)
  func touchEntry(_ index: Int) -> UInt8 {
    index < 0 ? 0 : entries.load(fromByteOffset: index * Entry.size, as: UInt8.self)
  }

  /// The index of an allocation number, or -1; `guess` is what ``probe(_:from:)`` found first.
  @inline(__always)
  func find(_ number: Bytes, hash: UInt64, guess: (index: Int, position: Int)) -> Int {
    var guess = guess
    while guess.index >= 0 {
      if self.number(guess.index).equals(number) { return guess.index }
      guess = probe(hash, from: (guess.position + 1) & mask)
    }
    return -1
  }

  /// The hash of an allocation's number.
  func hash(_ index: Int) -> UInt64 { number(index).hash() }

  @inline(__always)
  func isDeleted(_ index: Int) -> Bool {
    entries.load(fromByteOffset: index * Entry.size + Entry.isDeleted, as: UInt8.self) != 0
  }

  @inline(__always)
  private func number(_ index: Int) -> Bytes {
    let entry = entries + index * Entry.size
    let count = entry.load(fromByteOffset: Entry.numberCount, as: UInt8.self)
    if count == Entry.long { return long(entry).number }
    return Bytes(
      start: (entry + Entry.number).assumingMemoryBound(to: UInt8.self), count: Int(count))
  }

  /// The client of an allocation.
  @inline(__always)
  func client(_ index: Int) -> Bytes {
    let entry = entries + index * Entry.size
    if entry.load(fromByteOffset: Entry.numberCount, as: UInt8.self) == Entry.long {
      return long(entry).client
    }
    return Bytes(
      start: (entry + Entry.client).assumingMemoryBound(to: UInt8.self),
      count: Int(entry.load(fromByteOffset: Entry.clientCount, as: UInt8.self)))
  }

  @inline(never)
  private func long(_ entry: UnsafeMutableRawPointer) -> (number: Bytes, client: Bytes) {
    let offset = Int(entry.load(fromByteOffset: Entry.longOffset, as: UInt64.self))
    let number = Int(entry.load(fromByteOffset: Entry.longNumberCount, as: UInt32.self))
    let client = Int(entry.load(fromByteOffset: Entry.longClientCount, as: UInt32.self))
    return (
      Bytes(start: arena + offset, count: number),
      Bytes(start: arena + offset + number, count: client)
    )
  }
}
