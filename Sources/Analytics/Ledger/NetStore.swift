import Ingest
import Synchronization

/// The nets of one placement and unit in twelve cells of the period grid: one cache line of sixteen
/// words.
///
/// What a line of the declarations touches of the ledger is one page, so adding it costs one cache
/// miss. This is its head; the nets are in the ``NetStore``.
struct NetPage {
  static let cellCount = 12

  /// The words of a page; its owner's is ``productPlusOne``.
  enum Word {
    static let provider = ChainedBlocks.Word.own
    /// Where the cells are, and above ``unitShift`` the unit.
    static let periodAndUnit = provider + 1
    /// The first of twelve: cents per cell, modulo 2^32; what goes beyond is in
    /// ``NetStore/carries``.
    static let nets = periodAndUnit + 1
    static let count = nets + cellCount
  }

  fileprivate static let unitShift: UInt32 = 16

  /// Product index + 1; 0 in a page that nobody has claimed.
  let productPlusOne: UInt32
  /// Provider index.
  let provider: UInt32
  /// Index of the next page of the same allocation; 0 at the end.
  let next: UInt32
  fileprivate let periodAndUnit: UInt32

  /// The cells are `period × 12 ..< (period + 1) × 12`.
  var period: UInt32 { periodAndUnit & (1 << Self.unitShift - 1) }
  /// The raw value of the ``VolumeUnit``.
  var unit: Int { Int(periodAndUnit >> Self.unitShift) }

  @inline(__always)
  func belongs(to product: UInt32, _ provider: UInt32) -> Bool {
    productPlusOne == product + 1 && self.provider == provider
  }
}

/// The nets of all placements, in pages that all workers of a run add to.
final class NetStore: Sendable {
  private let blocks: ChainedBlocks
  /// Whole multiples of 2^32 cents by page × 12 + position: for amounts beyond 21 million euros.
  private let carries = Mutex<[Int: Int64]>([:])
  /// Whether there are any: nearly never.
  private let hasCarries = Atomic(false)

  /// `capacity`: of ``ChainedBlocks``.
  init(allocationCount: Int, capacity: Int? = nil) {
    blocks = ChainedBlocks(
      allocationCount: allocationCount, wordCount: NetPage.Word.count, capacity: capacity)
  }

  var allocationCount: Int { blocks.allocationCount }

  /// Reads the first page of an allocation, so that it is on its way to the cache; what it returns
  /// says nothing.
  @inline(__always)
  func prefetch(_ allocation: Int) -> UInt32 {
    blocks.words(allocation)[NetPage.Word.periodAndUnit].load(ordering: .relaxed)
  }

  /// The head of a page.
  @inline(__always)
  func page(_ index: Int) -> NetPage { page(blocks.words(index)) }

  @inline(__always)
  private func page(_ words: ChainedBlocks.Words) -> NetPage {
    NetPage(
      productPlusOne: words[ChainedBlocks.Word.owner].load(ordering: .acquiring),
      provider: words[NetPage.Word.provider].load(ordering: .relaxed),
      next: words[ChainedBlocks.Word.next].load(ordering: .acquiring),
      periodAndUnit: words[NetPage.Word.periodAndUnit].load(ordering: .relaxed))
  }

  /// Adds cents to a placement's net in one cell.
  @inline(__always)
  func add(
    allocation: Int, product: UInt32, provider: UInt32, unit: VolumeUnit, cell: Int, cents: Int64
  ) {
    let periodAndUnit =
      UInt32(truncatingIfNeeded: cell / NetPage.cellCount)
      | UInt32(truncatingIfNeeded: unit.rawValue) << NetPage.unitShift
    let index = blocks.find(
      allocation, owner: product + 1,
      where: { words in
        words[NetPage.Word.provider].load(ordering: .relaxed) == provider
          && words[NetPage.Word.periodAndUnit].load(ordering: .relaxed) == periodAndUnit
      },
      prepare: { words in
        words[NetPage.Word.provider].store(provider, ordering: .relaxed)
        words[NetPage.Word.periodAndUnit].store(periodAndUnit, ordering: .relaxed)
      })
    let position = cell % NetPage.cellCount
    let low = Int32(truncatingIfNeeded: cents)
    let old = Int32(
      bitPattern: blocks.words(index)[NetPage.Word.nets + position]
        .wrappingAdd(UInt32(bitPattern: low), ordering: .relaxed).oldValue)
    let (sum, overflow) = old.addingReportingOverflow(low)
    if overflow || Int64(low) != cents { carry(index, position, cents, low, sum, overflow) }
  }

  @inline(never)
  private func carry(
    _ page: Int, _ position: Int, _ cents: Int64, _ low: Int32, _ sum: Int32, _ overflow: Bool
  ) {
    var multiples = (cents - Int64(low)) >> 32
    // The sum wrapped around, so it is 2^32 too small or too large.
    if overflow { multiples += sum < 0 ? 1 : -1 }
    let key = page * NetPage.cellCount + position
    carries.withLock { carries in
      let total = carries[key, default: 0] + multiples
      carries[key] = total == 0 ? nil : total
      hasCarries.store(!carries.isEmpty, ordering: .relaxed)
    }
  }

  @inline(__always)
  private func carried(_ page: Int, _ position: Int) -> Int64 {
    if !hasCarries.load(ordering: .relaxed) { return 0 }
    return carries.withLock { $0[page * NetPage.cellCount + position] ?? 0 } << 32
  }

  /// Calls `body` with each position of a page whose net is not 0 and that net in cents.
  @inline(__always)
  func forEachNet(of page: Int, _ body: (_ position: Int, _ cents: Int64) -> Void) {
    let nets = blocks.words(page) + NetPage.Word.nets
    for position in 0..<NetPage.cellCount {
      let low = Int32(bitPattern: nets[position].load(ordering: .relaxed))
      let cents = Int64(low) + carried(page, position)
      if cents != 0 { body(position, cents) }
    }
  }

  /// Calls `body` with the pages of an allocation that somebody has claimed.
  @inline(__always)
  func forEachPage(of allocation: Int, _ body: (_ index: Int, _ page: NetPage) -> Void) {
    blocks.forEachBlock(of: allocation) { body($0, page($1)) }
  }

  /// Puts the pages of an allocation in the order of product, provider, period and unit, so that
  /// those of a placement follow each other in time. Only once all lines are added.
  func sortPages(of allocation: Int) {
    guard page(allocation).next != 0 else { return }
    var pages: [(index: Int, page: NetPage)] = []
    forEachPage(of: allocation) { pages.append(($0, $1)) }
    let sorted = pages.sorted { a, b in
      (a.page.productPlusOne, a.page.provider, a.page.period, a.page.unit)
        < (b.page.productPlusOne, b.page.provider, b.page.period, b.page.unit)
    }
    if zip(pages, sorted).allSatisfy({ $0.index == $1.index }) { return }
    let contents = sorted.map { content(of: $0.index) }
    for ((index, page), content) in zip(pages, contents) {
      let words = blocks.words(index)
      for word in 0..<NetPage.Word.count {
        words[word].store(content.words[word], ordering: .relaxed)
      }
      words[ChainedBlocks.Word.next].store(page.next, ordering: .relaxed)
      carries.withLock { carries in
        for position in 0..<NetPage.cellCount {
          carries[index * NetPage.cellCount + position] = content.carries[position]
        }
      }
    }
  }

  private func content(of index: Int) -> (words: [UInt32], carries: [Int64?]) {
    let words = blocks.words(index)
    return (
      (0..<NetPage.Word.count).map { words[$0].load(ordering: .relaxed) },
      carries.withLock { carries in
        (0..<NetPage.cellCount).map { carries[index * NetPage.cellCount + $0] }
      }
    )
  }
}
