import Ingest
import Testing

@testable import Analytics

/// What every state must obey so that no figure depends on workers, chunks or order.
///
/// Written once: a new state names itself, how it begins and what is seen of it.
struct AccumulatorLaws<State: Accumulator, Sight: Equatable> {
  let make: () -> State
  /// Adds lines that stand in no file.
  let add: (inout State, UnsafeBufferPointer<DeclarationLine>) -> Void
  /// All that is ever read from a state.
  let sight: (State) -> Sight

  /// States may share memory with their copies, so each is folded anew from its lines.
  private func state(_ lines: [DeclarationLine]) -> State {
    var state = make()
    lines.withUnsafeBufferPointer { add(&state, $0) }
    return state
  }

  private func merged(_ parts: [State]) -> Sight {
    var state = make()
    for part in parts { state.merge(part) }
    return sight(state)
  }

  func check(_ a: [DeclarationLine], _ b: [DeclarationLine], _ c: [DeclarationLine], seed: UInt64) {
    let all = sight(state(a + b + c))
    #expect(sight(state(c + b.reversed() + a)) == all, "any order of lines, seed \(seed)")
    var left = state(a)
    left.merge(state(b))
    left.merge(state(c))
    #expect(sight(left) == all, "merging is adding, seed \(seed)")
    var tail = state(b)
    tail.merge(state(c))
    var right = state(a)
    right.merge(tail)
    #expect(sight(right) == all, "associative, seed \(seed)")
    #expect(merged([state(c), state(a), state(b)]) == all, "commutative, seed \(seed)")

    let alone = sight(state(a))
    #expect(merged([state(a)]) == alone, "empty is a left identity, seed \(seed)")
    var kept = state(a)
    kept.merge(make())
    #expect(sight(kept) == alone, "empty is a right identity, seed \(seed)")

    var undone = state(a)
    b.withUnsafeBufferPointer { add(&undone, $0) }
    b.reversed().withUnsafeBufferPointer { undone.retract($0) }
    #expect(sight(undone) == alone, "remove undoes add, seed \(seed)")
    // The pipeline removes from the merged state what another worker added.
    var early = state(a)
    b.withUnsafeBufferPointer { early.retract($0) }
    early.merge(state(b))
    #expect(sight(early) == alone, "remove before the merge, seed \(seed)")
  }
}

@Suite("The laws of states") struct LawTests {
  private static let allocationCount = 5

  /// What a ledger reads of its state.
  private struct Seen: Equatable {
    /// By allocation, product, provider and cell.
    var nets: [[Int]: Int64] = [:]
    var linesPerDay: [Int] = []
    var debit: Int64 = 0
    var credit: Int64 = 0

    init(_ state: LedgerState) {
      for allocation in 0..<state.store.allocationCount {
        state.store.sortPages(of: allocation)
        state.store.forEachPage(of: allocation) { index, page in
          state.store.forEachNet(of: index) { position, cents in
            let key = [
              allocation, Int(page.productPlusOne), Int(page.provider),
              Int(page.period) * NetPage.cellCount + position,
            ]
            nets[key, default: 0] += cents
          }
        }
      }
      linesPerDay = state.totals.linesPerDay
      debit = state.totals.debit
      credit = state.totals.credit
    }
  }

  /// Amounts around the borders of 32 bits, and up to the greatest that a file can hold.
  private static func amount(_ random: inout some RandomNumberGenerator) -> Int64 {
    let magnitudes: [ClosedRange<Int64>] = [
      0...0, 1...100_00, 1...100_00, 2_147_483_640...2_147_483_655, 4_294_967_290...4_294_967_300,
      1...99_999_999_999_999,
    ]
    let magnitude = Int64.random(
      in: magnitudes.randomElement(using: &random) ?? 0...0,
      using: &random
    )
    return Bool.random(using: &random) ? magnitude : -magnitude
  }

  private static func lines(_ random: inout some RandomNumberGenerator) -> [DeclarationLine] {
    (0..<Int.random(in: 0...12, using: &random)).map { _ in
      var line = DeclarationLine()
      line.allocation = Int32.random(in: 0..<Int32(allocationCount), using: &random)
      line.product = Int32.random(in: 0...2, using: &random)
      line.provider = Int32.random(in: 0...1, using: &random)
      let days: [ClosedRange<Int32>] = [
        10_957...10_957, 17_160...17_220, 17_160...17_220, 10_957...47_480,
      ]
      line.start = Int32.random(in: days.randomElement(using: &random) ?? 0...0, using: &random)
      line.declared = min(47_480, line.start + 40)
      line.cents = amount(&random)
      line.isCredit = line.cents < 0
      return line
    }
  }

  @Test(arguments: CountingParameters.Basis.allCases)
  func theLedgerIsACommutativeGroup(basis: CountingParameters.Basis) {
    let grid = PeriodGrid(CountingParameters(windowFrom: day(2017, 1, 10), basis: basis))
    let laws = AccumulatorLaws(
      make: {
        LedgerState(grid: grid, basis: basis, allocationCount: Self.allocationCount)
      },
      add: { $0.update($1) },
      sight: Seen.init
    )
    for seed in 1...25 as ClosedRange<UInt64> {
      var random = Numbers(state: seed)
      laws.check(Self.lines(&random), Self.lines(&random), Self.lines(&random), seed: seed)
    }
  }

  @Test func sumsBeyond32BitsAreExact() {
    let grid = PeriodGrid(CountingParameters())
    var state = LedgerState(grid: grid, basis: .service, allocationCount: 1)
    var line = DeclarationLine()
    line.start = 17_167
    for cents in [2_147_483_647, 1, 99_999_999_999_999, -4_294_967_296, -2_147_483_649] as [Int64] {
      line.cents = cents
      withUnsafePointer(to: line) { state.update(UnsafeBufferPointer(start: $0, count: 1)) }
    }
    let sum: Int64 = 2_147_483_647 + 1 + 99_999_999_999_999 - 4_294_967_296 - 2_147_483_649
    #expect(Seen(state).nets.values.map { $0 } == [sum])
  }
}

/// A generator of numbers from a seed (SplitMix64).
private struct Numbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
