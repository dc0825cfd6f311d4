import Ingest
import Synchronization

/// Blocks of 32-bit words, that begin as zeros: block *i* is the first of allocation *i*, more are
/// chained to it as they are needed.
///
/// All workers of a run write to one such store, so that it is in memory once and need not be
/// merged. What is measured is how many cache lines a line of the declarations touches, so a block
/// is one or two of them, and a word is changed by one atomic addition. Nobody waits for another's
/// page of memory: a block is made ready first and then linked, and who comes second leaves a block
/// unused; only while a first block is being claimed, for a few instructions, others ask again.
/// Whoever finds a link or an owner set sees the whole block that it stands for: they are stored
/// with release and loaded with acquire.
///
/// `@unchecked Sendable`: words are atomic, and pieces of memory are added under the lock, before
/// anybody knows the number of a block in them.
final class ChainedBlocks: @unchecked Sendable {
  typealias Words = UnsafeMutablePointer<Atomic<UInt32>>

  let allocationCount: Int
  private let wordCount: Int
  /// Blocks per piece of memory; more pieces are got when the first is full.
  private let capacity: Int
  private let first: Words
  private let pieces: UnsafeMutablePointer<ZeroedMemory?>
  private static let pieceLimit = 1024
  /// How many blocks were given out.
  private let count: Atomic<Int>
  private let growth = Mutex(())

  /// `wordCount`: a multiple of 16, a cache line. Memory that is not touched costs nothing, so
  /// there is room for many years from the start; `capacity`, more than there are allocations, says
  /// how much otherwise.
  init(allocationCount: Int, wordCount: Int, capacity: Int? = nil) {
    self.allocationCount = allocationCount
    self.wordCount = wordCount
    var capacity = capacity ?? max(1024, allocationCount * 8)
    var memory = Self.memory(capacity, wordCount)
    while memory == nil, capacity > allocationCount + 1 {
      capacity = max(allocationCount + 1, capacity / 2)
      memory = Self.memory(capacity, wordCount)
    }
    guard let memory else { outOfMemory(FileKind.declarations.name) }
    self.capacity = capacity
    first = Self.words(memory)
    pieces = .allocate(capacity: Self.pieceLimit)
    pieces.initialize(repeating: nil, count: Self.pieceLimit)
    pieces[0] = memory
    // Block 0 is nobody's next, so that 0 can stand for the end of a chain.
    count = Atomic(max(1, allocationCount))
  }

  deinit {
    pieces.deinitialize(count: Self.pieceLimit)
    pieces.deallocate()
  }

  /// Makes the store as new, and gives its memory back to the system. Only while nobody uses it.
  func removeAll() {
    for piece in 0..<Self.pieceLimit { pieces[piece]?.clear() }
    count.store(max(1, allocationCount), ordering: .relaxed)
  }

  private static func memory(_ capacity: Int, _ wordCount: Int) -> ZeroedMemory? {
    ZeroedMemory(byteCount: capacity * wordCount * MemoryLayout<UInt32>.stride)
  }

  private static func words(_ memory: ZeroedMemory) -> Words {
    memory.start.assumingMemoryBound(to: Atomic<UInt32>.self)
  }

  @inline(__always)
  func words(_ block: Int) -> Words {
    block < capacity ? first + block &* wordCount : distantWords(block)
  }

  @inline(never)
  private func distantWords(_ block: Int) -> Words {
    guard block / capacity < Self.pieceLimit, let piece = pieces[block / capacity] else {
      outOfMemory(FileKind.declarations.name)
    }
    return Self.words(piece) + block % capacity * wordCount
  }

  /// The words that every block begins with.
  enum Word {
    /// What tells the blocks of an allocation apart, with what a store adds; 0 in a first block that
    /// nobody has claimed.
    static let owner = 0
    /// The next block of the same allocation; 0 at the end.
    static let next = 1
    /// The first that a store may use as it likes.
    static let own = 2
  }

  /// What an owner's word says while a first block is being made ready.
  private static let busy = UInt32.max

  /// The block of an allocation that has an owner and is right otherwise; where there is none, a new
  /// one, made ready by `prepare`.
  @inline(__always)
  func find(
    _ allocation: Int, owner: UInt32, where isRight: (Words) -> Bool, prepare: (Words) -> Void
  ) -> Int {
    var index = allocation
    while true {
      let block = words(index)
      let known = block[Word.owner].load(ordering: .acquiring)
      if known == owner, isRight(block) { return index }
      if known == 0 {
        claim(block, owner, prepare)
      } else if known != Self.busy {
        let next = block[Word.next].load(ordering: .acquiring)
        index = next != 0 ? Int(next) : append(to: block, owner, prepare)
      }
    }
  }

  /// Calls `body` with the blocks of an allocation that somebody has claimed.
  @inline(__always)
  func forEachBlock(of allocation: Int, _ body: (_ index: Int, _ block: Words) -> Void) {
    var index = allocation
    guard words(index)[Word.owner].load(ordering: .acquiring) != 0 else { return }
    repeat {
      let block = words(index)
      body(index, block)
      index = Int(block[Word.next].load(ordering: .acquiring))
    } while index != 0
  }

  /// Makes a first block ready, unless somebody has or does: then nothing happens.
  @inline(never)
  private func claim(_ block: Words, _ owner: UInt32, _ prepare: (Words) -> Void) {
    let (isOurs, _) = block[Word.owner].compareExchange(
      expected: 0, desired: Self.busy, ordering: .acquiring)
    guard isOurs else { return }
    prepare(block)
    block[Word.owner].store(owner, ordering: .releasing)
  }

  /// The block behind another, which may be one that somebody else has just put there.
  @inline(never)
  private func append(to last: Words, _ owner: UInt32, _ prepare: (Words) -> Void) -> Int {
    let index = count.wrappingAdd(1, ordering: .relaxed).oldValue
    if index >= capacity { makeRoom(for: index) }
    let block = words(index)
    prepare(block)
    block[Word.owner].store(owner, ordering: .relaxed)
    let (isLinked, known) = last[Word.next].compareExchange(
      expected: 0, desired: UInt32(index), ordering: .acquiringAndReleasing)
    return isLinked ? index : Int(known)
  }

  private func makeRoom(for block: Int) {
    growth.withLock { _ in
      let piece = block / capacity
      if piece < Self.pieceLimit, pieces[piece] == nil {
        pieces[piece] = Self.memory(capacity, wordCount)
      }
    }
  }
}
