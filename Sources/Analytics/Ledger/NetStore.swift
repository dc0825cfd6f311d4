import Ingest
import Synchronization

/// The nets and the volume of one placement and unit in twelve cells of the period grid: one cache line
/// of sixteen words.
///
/// What a line of the declarations touches of the ledger is one page, so adding it costs one cache
/// miss. This is its head; the nets are in the ``NetStore``.
struct NetPage {
  static let cellCount = 12

  /// The words of a page; its owner's is the product, with the lower bits of the provider.
  enum Word {
    /// Where the cells are, the unit, the higher bits of the provider, and above ``countShift`` how
    /// many lines may cancel others out.
    static let place = ChainedBlocks.Word.own
    /// The net volume in hundredths, of minutes where it is a time, modulo 2^32; what goes beyond is
    /// in ``NetStore/carries``.
    static let volume = place + 1
    /// The first of twelve: cents per cell, modulo 2^32, likewise.
    static let nets = volume + 1
    static let count = nets + cellCount
  }

  private static let productBits: UInt32 = 20
  private static let lowProviderBits: UInt32 = 12
  private static let periodBits: UInt32 = 12
  private static let unitBits: UInt32 = 3
  private static let highProviderBits: UInt32 = 9
  /// Where the highest eight bits of the place begin.
  fileprivate static let countShift = periodBits + unitBits + highProviderBits
  /// Of the place, without the count.
  fileprivate static let placeMask: UInt32 = 1 << countShift - 1

  /// Whether products and providers, by their numbers, fit into a page.
  static func hasRoom(products: Int, providers: Int) -> Bool {
    products < 1 << productBits - 2 && providers <= 1 << (lowProviderBits + highProviderBits)
  }

  @inline(__always)
  fileprivate static func owner(_ product: UInt32, _ provider: UInt32) -> UInt32 {
    product &+ 1 | provider << productBits
  }

  @inline(__always)
  fileprivate static func place(_ provider: UInt32, _ unit: VolumeUnit, cell: Int) -> UInt32 {
    UInt32(truncatingIfNeeded: cell / cellCount)
      | UInt32(truncatingIfNeeded: unit.rawValue) << periodBits
      | (provider >> lowProviderBits) << (periodBits + unitBits)
  }

  /// 0 in a page that nobody has claimed.
  fileprivate let owner: UInt32
  /// Index of the next page of the same allocation; 0 at the end.
  let next: UInt32
  fileprivate let place: UInt32

  /// Product index; of a page that somebody has claimed.
  var product: UInt32 { owner & (1 << Self.productBits - 1) &- 1 }
  /// Provider index.
  var provider: UInt32 {
    owner >> Self.productBits
      | ((place & Self.placeMask) >> (Self.periodBits + Self.unitBits)) << Self.lowProviderBits
  }
  /// The cells are `period × 12 ..< (period + 1) × 12`.
  var period: UInt32 { place & (1 << Self.periodBits - 1) }
  /// The raw value of the ``VolumeUnit``.
  var unit: Int { Int(place >> Self.periodBits & (1 << Self.unitBits - 1)) }
  /// Its first cell.
  var firstCell: Int { Int(period) * Self.cellCount }

  @inline(__always)
  func belongs(to product: UInt32, _ provider: UInt32) -> Bool {
    owner == Self.owner(product, provider) && self.provider == provider
  }
}

/// The nets and volumes of all placements, in pages that all workers of a run add to.
final class NetStore: Sendable {
  private let blocks: ChainedBlocks
  /// Whole multiples by page × 16 + word: of 2^32 cents or hundredths, for amounts beyond 21 million
  /// euros, and of 2^8 lines.
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
    blocks.words(allocation)[NetPage.Word.place].load(ordering: .relaxed)
  }

  /// The head of a page.
  @inline(__always)
  func page(_ index: Int) -> NetPage { page(blocks.words(index)) }

  @inline(__always)
  private func page(_ words: ChainedBlocks.Words) -> NetPage {
    NetPage(
      owner: words[ChainedBlocks.Word.owner].load(ordering: .acquiring),
      next: words[ChainedBlocks.Word.next].load(ordering: .acquiring),
      place: words[NetPage.Word.place].load(ordering: .relaxed))
  }

  /// Adds cents to a placement's net in one cell, and to its volume.
  ///
  /// `cancelling`: how many of the lines may cancel others out, as they have no volume or amount above
  /// 0; without such lines a page that has lines has a volume or a net.
  @inline(__always)
  func add(
    allocation: Int, product: UInt32, provider: UInt32, unit: VolumeUnit, cell: Int, cents: Int64,
    volume: Int128 = 0, cancelling: Int = 0
  ) {
    let place = NetPage.place(provider, unit, cell: cell)
    let index = blocks.find(
      allocation, owner: NetPage.owner(product, provider),
      where: { words in
        words[NetPage.Word.place].load(ordering: .relaxed) & NetPage.placeMask == place
      },
      prepare: { words in words[NetPage.Word.place].store(place, ordering: .relaxed) })
    let words = blocks.words(index)
    add(cents, to: NetPage.Word.nets + cell % NetPage.cellCount, of: index, words)
    if volume != 0 { add(volume, to: NetPage.Word.volume, of: index, words) }
    if cancelling != 0 { count(cancelling, of: index, words) }
  }

  /// Adds to a word, and carries what is beyond it.
  @inline(__always)
  private func add<Number: FixedWidthInteger & SignedInteger>(
    _ number: Number, to word: Int, of page: Int, _ words: ChainedBlocks.Words
  ) {
    let low = Int32(truncatingIfNeeded: number)
    let old = Int32(
      bitPattern: words[word].wrappingAdd(UInt32(bitPattern: low), ordering: .relaxed).oldValue)
    let (sum, overflow) = old.addingReportingOverflow(low)
    guard overflow || Number(low) != number else { return }
    var multiples = Int64(truncatingIfNeeded: (number - Number(low)) >> 32)
    // The sum wrapped around, so it is 2^32 too small or too large.
    if overflow { multiples += sum < 0 ? 1 : -1 }
    carry(multiples, page, word)
  }

  @inline(never)
  private func count(_ lines: Int, of page: Int, _ words: ChainedBlocks.Words) {
    let old = words[NetPage.Word.place].wrappingAdd(
      UInt32(truncatingIfNeeded: lines) << NetPage.countShift, ordering: .relaxed
    ).oldValue
    let sum = Int(old >> NetPage.countShift) + lines
    // Rounded down, so that what stays is not below 0.
    let multiples = sum >> 8
    if multiples != 0 { carry(Int64(multiples), page, NetPage.Word.place) }
  }

  @inline(never)
  private func carry(_ multiples: Int64, _ page: Int, _ word: Int) {
    let key = page * NetPage.Word.count + word
    carries.withLock { carries in
      let total = carries[key, default: 0] + multiples
      carries[key] = total == 0 ? nil : total
      hasCarries.store(!carries.isEmpty, ordering: .relaxed)
    }
  }

  /// The multiples of a word that were carried.
  @inline(__always)
  private func carried(_ page: Int, _ word: Int) -> Int64 {
    if !hasCarries.load(ordering: .relaxed) { return 0 }
    return carries.withLock { $0[page * NetPage.Word.count + word] ?? 0 }
  }

  /// The net volume of a page in hundredths of its unit, of minutes where it is a time.
  func volume(of page: Int) -> Int128 {
    let low = blocks.words(page)[NetPage.Word.volume].load(ordering: .relaxed)
    return Int128(Int32(bitPattern: low)) + Int128(carried(page, NetPage.Word.volume)) << 32
  }

  /// Whether a page has a line, after all that were taken out again.
  func hasLines(_ page: Int) -> Bool {
    let place = blocks.words(page)[NetPage.Word.place].load(ordering: .relaxed)
    if place >> NetPage.countShift != 0 || carried(page, NetPage.Word.place) != 0 { return true }
    if volume(of: page) != 0 { return true }
    var hasNet = false
    forEachNet(of: page) { _, _ in hasNet = true }
    return hasNet
  }

  /// Calls `body` with each position of a page whose net is not 0 and that net in cents.
  @inline(__always)
  func forEachNet(of page: Int, _ body: (_ position: Int, _ cents: Int64) -> Void) {
    let nets = blocks.words(page) + NetPage.Word.nets
    for position in 0..<NetPage.cellCount {
      let low = Int32(bitPattern: nets[position].load(ordering: .relaxed))
      let cents = Int64(low) + carried(page, NetPage.Word.nets + position) << 32
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
      (a.page.product, a.page.provider, a.page.period, a.page.unit)
        < (b.page.product, b.page.provider, b.page.period, b.page.unit)
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
        for word in 0..<NetPage.Word.count {
          carries[index * NetPage.Word.count + word] = content.carries[word]
        }
      }
    }
  }

  private func content(of index: Int) -> (words: [UInt32], carries: [Int64?]) {
    let words = blocks.words(index)
    return (
      (0..<NetPage.Word.count).map { words[$0].load(ordering: .relaxed) },
      carries.withLock { carries in
        (0..<NetPage.Word.count).map { carries[index * NetPage.Word.count + $0] }
      }
    )
  }
}
