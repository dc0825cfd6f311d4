import Ingest
import Synchronization
import Testing

@testable import Analytics

/// What all workers of a run write to at once; there is little room, so that claims, links and
/// further pieces of memory collide. `make sanitize` runs it under ThreadSanitizer.
@Suite("Stores that all workers write to") struct SharedStoreTests {
  private static let rounds: ClosedRange<UInt64> = 1...6
  private static let allocationCount = 3
  private static let capacity = 4
  private static let writers = 8

  private static func write(_ body: @Sendable (_ writer: Int) -> Void) {
    perform(writers, workers: writers, body)
  }

  private static func dice(_ round: UInt64, _ writer: Int) -> Dice {
    Dice(seed: round << 8 | UInt64(writer))
  }

  @Test(arguments: rounds) func `a block has one owner, and is ready when it is found`(
    round: UInt64
  ) {
    let blocks = ChainedBlocks(
      allocationCount: Self.allocationCount, wordCount: 16, capacity: Self.capacity)
    let (stamp, sum) = (ChainedBlocks.Word.own, ChainedBlocks.Word.own + 1)
    let (owners, turns) = (150 as UInt32, 4)
    Self.write { writer in
      var dice = Self.dice(round, writer)
      for _ in 0..<turns {
        for owner in (1...owners).shuffled(using: &dice) {
          for allocation in 0..<Self.allocationCount {
            let index = blocks.find(
              allocation, owner: owner,
              where: { $0[stamp].load(ordering: .relaxed) == owner &* 3 },
              prepare: { $0[stamp].store(owner &* 3, ordering: .relaxed) })
            blocks.words(index)[sum].wrappingAdd(1, ordering: .relaxed)
          }
        }
      }
    }
    for allocation in 0..<Self.allocationCount {
      var sums: [UInt32: [UInt32]] = [:]
      blocks.forEachBlock(of: allocation) { _, words in
        sums[words[ChainedBlocks.Word.owner].load(ordering: .relaxed), default: []]
          .append(words[sum].load(ordering: .relaxed))
      }
      #expect(sums.count == Int(owners), "round \(round)")
      #expect(
        sums.values.allSatisfy { $0 == [UInt32(Self.writers * turns)] }, "round \(round)")
    }
    blocks.removeAll()
    #expect(blocks.words(0)[ChainedBlocks.Word.owner].load(ordering: .relaxed) == 0)
  }

  @Test(arguments: rounds) func `the nets of a ledger come out exactly`(round: UInt64) {
    struct Key: Hashable {
      let allocation: Int
      let product: UInt32
      let provider: UInt32
      let unit: VolumeUnit
      let cell: Int
    }
    let store = NetStore(allocationCount: Self.allocationCount, capacity: Self.capacity)
    struct PageKey: Hashable {
      let allocation: Int
      let product: UInt32
      let provider: UInt32
      let unit: VolumeUnit
      let period: Int
    }
    let expected = Mutex<[Key: Int64]>([:])
    let expectedVolumes = Mutex<[PageKey: Int128]>([:])
    let expectedCounts = Mutex<[PageKey: Int]>([:])
    Self.write { writer in
      var dice = Self.dice(round, writer)
      var own: [Key: Int64] = [:]
      var ownVolumes: [PageKey: Int128] = [:]
      var ownCounts: [PageKey: Int] = [:]
      for _ in 0..<1500 {
        let key = Key(
          allocation: Int.random(in: 0..<Self.allocationCount, using: &dice),
          product: dice.among(0, 1, 2, 3, 1_048_573), provider: dice.among(0, 1, 4096, 2_097_151),
          unit: dice.among(.time, .effortPiece), cell: Int.random(in: 0..<100, using: &dice))
        let cents: Int64 = dice.among(-1, 50_00, 4_294_967_295, -2_147_483_648, 99_999_999_999_999)
        let volume: Int128 = dice.among(0, 6000, -6000, 4_294_967_296, -2_147_483_649, 1 << 80)
        let count = dice.among(0, 0, 1, -1, 255, 300, -700)
        store.add(
          allocation: key.allocation, product: key.product, provider: key.provider,
          unit: key.unit, cell: key.cell, cents: cents, volume: volume, cancelling: count)
        own[key, default: 0] += cents
        let page = PageKey(
          allocation: key.allocation, product: key.product, provider: key.provider,
          unit: key.unit, period: key.cell / NetPage.cellCount)
        ownVolumes[page, default: 0] += volume
        ownCounts[page, default: 0] += count
      }
      expected.withLock { [own] in $0.merge(own, uniquingKeysWith: +) }
      expectedVolumes.withLock { [ownVolumes] in $0.merge(ownVolumes, uniquingKeysWith: +) }
      expectedCounts.withLock { [ownCounts] in $0.merge(ownCounts, uniquingKeysWith: +) }
    }
    var found: [Key: Int64] = [:]
    var volumes: [PageKey: Int128] = [:]
    for allocation in 0..<Self.allocationCount {
      store.sortPages(of: allocation)
      store.forEachPage(of: allocation) { index, page in
        let place = PageKey(
          allocation: allocation, product: page.product, provider: page.provider,
          unit: VolumeUnit.allCases[page.unit], period: Int(page.period))
        volumes[place] = store.volume(of: index)
        var hasNet = false
        store.forEachNet(of: index) { _, _ in hasNet = true }
        let count = expectedCounts.withLock { $0[place] ?? 0 }
        #expect(
          store.hasLines(index) == (hasNet || volumes[place] != 0 || count != 0), "round \(round)")
        store.forEachNet(of: index) { position, cents in
          let key = Key(
            allocation: allocation, product: page.product, provider: page.provider,
            unit: VolumeUnit.allCases[page.unit],
            cell: page.firstCell + position)
          #expect(found.updateValue(cents, forKey: key) == nil, "two pages, round \(round)")
        }
      }
    }
    #expect(volumes == expectedVolumes.withLock { $0 }, "round \(round)")
    #expect(found == expected.withLock { $0.filter { $0.value != 0 } }, "round \(round)")
  }

  @Test(arguments: rounds) func `volumes of allocations come out exactly`(round: UInt64) {
    let volumes = AllocationVolumes(allocationCount: Self.allocationCount)
    let expected = Mutex<[Int: Int128]>([:])
    Self.write { writer in
      var dice = Self.dice(round, writer)
      for _ in 0..<1500 {
        let allocation = Int.random(in: 0..<Self.allocationCount, using: &dice)
        let volume: Int128 = dice.among(
          -1, 6000, Int128(Int64.max), Int128(Int64.min), 1 << 70, -(1 << 80))
        volumes.add(volume, to: allocation)
        expected.withLock { $0[allocation, default: 0] += volume }
      }
    }
    let found = Dictionary(
      uniqueKeysWithValues: (0..<Self.allocationCount).map { ($0, volumes[$0]) })
    #expect(found == expected.withLock { $0 }, "round \(round)")
  }

  @Test(arguments: rounds) func `what is screened comes out exactly`(round: UInt64) {
    let store = DebitScreenStore(allocationCount: Self.allocationCount, capacity: Self.capacity)
    let cells = 0..<400
    Self.write { writer in
      var dice = Self.dice(round, writer)
      for cell in cells.shuffled(using: &dice) {
        // A day of each writer's own in the first allocation, in the second one of all.
        store.add(0, cell: cell, days: 1 << UInt32(writer), volume: UInt64(cell + writer))
        store.add(1, cell: cell, days: 1, volume: 0)
        store.addDebit(0, cents: 4_294_967_295 + Int64(cell))
        if cell == writer { store.mark(2, ScreenFlags(rawValue: 1 << UInt32(8 + writer))) }
      }
    }
    var volumes: [Int: Int] = [:]
    store.forEachVolume(of: 0) { volumes[$0, default: 0] += Int($1) }
    let ofWriters = (0..<Self.writers).reduce(0, +)
    #expect(
      volumes
        == Dictionary(
          uniqueKeysWithValues: cells.map { ($0, Self.writers * $0 + ofWriters) }),
      "round \(round)")
    let debits = cells.reduce(Int64(0)) { $0 + 4_294_967_295 + Int64($1) }
    #expect(store.debit(0) == Int64(Self.writers) * debits, "round \(round)")
    #expect(
      (0..<3).map(store.flags) == [[], .doubleDay, ScreenFlags(rawValue: 0xFF00)], "round \(round)")
  }

  @Test func `want of memory ends the program as every failure does`() async throws {
    let result = await #expect(
      processExitsWith: .exitCode(ExitStatus.internalError.rawValue),
      observing: [\.standardErrorContent]
    ) {
      // Beyond what a process can address.
      _ = ChainedBlocks(allocationCount: 1 << 40, wordCount: 32)
    }
    let message = "wmo-etl: declaraties: out of memory while its records were read\n"
    #expect(String(decoding: result?.standardErrorContent ?? [], as: UTF8.self) == message)
  }
}
