import Testing

@testable import Analytics
@testable import Ingest

@Suite("The laws of partial states") struct AccumulatorLawTests {
  private static let seeds: ClosedRange<UInt64> = 1...15

  @Test(arguments: CountingParameters.Basis.allCases)
  func `ledger and findings of a run`(basis: CountingParameters.Basis) {
    for seed in Self.seeds {
      var town = DrawnTown(seed: seed)
      let (registers, rules) = (town.registers, town.rules)
      let parameters = CountingParameters(windowFrom: day(2017, 1, 10), basis: basis)
      let grid = PeriodGrid(parameters)
      let laws = AccumulatorLaws<RunAccumulator, [DrawnLine], RunSight>(
        make: { RunAccumulator(grid: grid, basis: basis, registers: registers, rules: rules) },
        state: { $0.forWorker() },
        add: { $0.update($1) },
        merge: { $0.merge($1) },
        remove: { $0.retract($1) },
        sight: { accumulator, removed in
          RunSight(
            ledger: LedgerSight(
              Ledger(accumulator.ledger, registers: registers, parameters: parameters, workers: 2)),
            findings: accumulator.findings.map { FindingSight($0, registers, without: removed) })
        },
        isAsNeverAdded: { $0.isAsNeverAdded($1) })
      laws.check(town.batches(), town.batches(), seed: seed)
    }
  }

  /// A state whose laws nobody checks would give other figures with more workers, without a word.
  @Test func `every state of a run has its laws here`() throws {
    let town = DrawnTown(seed: 1)
    let run = RunAccumulator(
      grid: PeriodGrid(CountingParameters()), basis: .service, registers: town.registers,
      rules: town.rules)
    let boxes = try #require(Mirror(reflecting: run).descendant("states", "boxes"))
    #expect(
      Mirror(reflecting: boxes).children.map { "\(type(of: $0.value))" }
        == ["StateBox<LedgerState>", "StateBox<Optional<FindingState>>"],
      "check the laws of a new state, and let RunSight see what is read of it")
  }

  @Test(arguments: CountingParameters.Basis.allCases, [nil, day(2017, 1, 5)])
  func `the ledger alone`(basis: CountingParameters.Basis, from: Day?) {
    for seed in Self.seeds {
      var town = DrawnTown(seed: seed)
      let registers = town.registers
      let parameters = CountingParameters(
        windowFrom: from, windowTo: day(2017, 2, 10), basis: basis)
      let grid = PeriodGrid(parameters)
      let laws = AccumulatorLaws<LedgerState, [DrawnLine], LedgerSight>(
        make: {
          LedgerState(grid: grid, basis: basis, registers: registers)
        },
        state: { $0.forWorker() },
        add: { $0.update($1) },
        merge: { $0.merge($1) },
        remove: { $0.retract($1) },
        sight: { state, _ in
          LedgerSight(Ledger(state, registers: registers, parameters: parameters))
        })
      laws.check(town.batches(), town.batches(), seed: seed)
    }
  }

  @Test func `the findings alone, of which retracting leaves hits and suspects to the end`() {
    for seed in Self.seeds {
      var town = DrawnTown(seed: seed)
      let (registers, rules) = (town.registers, town.rules)
      let laws = AccumulatorLaws<FindingState, [DrawnLine], FindingSight>(
        make: { FindingState(rules) },
        state: { $0.forWorker() },
        add: { state, drawn in DrawnRecords.shared.withBatch(drawn) { state.update($0) } },
        merge: { $0.merge($1) },
        remove: { state, drawn in
          drawn.map(\.line).withUnsafeBufferPointer { state.retract($0) }
        },
        sight: { FindingSight($0, registers, without: $1) },
        isAsNeverAdded: { $0.isAsNeverAdded($1) })
      laws.check(town.batches(), town.batches(), seed: seed)

      var state = FindingState(rules)
      let batches = town.batches()
      for drawn in batches { laws.add(&state, drawn) }
      let (hits, names) = (state.hits.hits.count, state.named)
      for drawn in batches { laws.remove?(&state, drawn) }
      #expect(state.hits.hits.count == hits && state.named == names, "seed \(seed)")
    }
  }

  @Test func `the sketch of a column that may hold citizen service numbers`() {
    for seed in Self.seeds {
      var dice = Dice(seed: seed)
      let laws = AccumulatorLaws<CitizenNumberSketch, [String], [UInt64]>(
        make: CitizenNumberSketch.init,
        state: { _ in CitizenNumberSketch() },
        add: { sketch, values in
          for value in values { withBytes(of: value) { sketch.add($0, hash: $0.hash()) } }
        },
        merge: { $0.merge($1) },
        sight: { sketch, _ in sketch.kept + [sketch.isSuspect ? 1 : 0] })
      let count = dice.among(30, 3000, 9000)
      let batches = (0..<6).map { _ in
        (0..<count / 4).map { _ in "K\(Int.random(in: 0..<count, using: &dice))" }
      }
      laws.check(batches, [], seed: seed)
    }
  }

  @Test func `what a column's values may be signs of`() {
    let values = ["D", "c", "-", "+", "debet", "credit", "n.v.t.", "x"]
    for seed in Self.seeds {
      var dice = Dice(seed: seed)
      let missing = MissingValues(nil, dialect: .iso)
      let laws = AccumulatorLaws<SignSketch, [String], [Bool]>(
        make: { SignSketch(isOpen: true) },
        state: { _ in SignSketch(isOpen: true) },
        add: { watch, values in
          for value in values { withBytes(of: value) { watch.add($0, missing) } }
        },
        merge: { $0.merge($1) },
        sight: { watch, _ in [watch.isOpen, watch.isSuspect, watch.isReadable] })
      let drawn = Array(values.shuffled(using: &dice).prefix(dice.among(1, 2, 3)))
      // Of "+" and "-" alone nothing is seen, nor of what is missing.
      laws.check([["D", "c"]] + drawn.map { [$0] }, [], seed: seed)
    }
  }

  @Test func `what has become of the numbers that credits name`() {
    for seed in Self.seeds {
      var dice = Dice(seed: seed)
      let laws = AccumulatorLaws<CreditSettlement, OpenNumber, [UInt64]>(
        make: { CreditSettlement() },
        state: { _ in CreditSettlement() },
        add: { settlement, number in
          settlement.creditCount += 1
          settlement.open.append(number)
        },
        merge: { $0.merge($1) },
        sight: { settlement, _ in
          settlement.open.map(\.hash).sorted() + [UInt64(settlement.creditCount)]
        })
      laws.check(
        (0..<9).map { _ in OpenNumber(hash: dice.next(), isContested: false) }, [], seed: seed)
    }
  }

  @Test func `sums beyond 32 bits are exact`() {
    var town = Town()
    town.place(client: 0, "B1", cents: 0)
    var state = LedgerState(
      grid: PeriodGrid(CountingParameters()), basis: .service, registers: town.registers)
    let cents = [2_147_483_647, 1, 99_999_999_999_999, -4_294_967_296, -2_147_483_649] as [Int64]
    state.update(
      cents.enumerated().map { number, cents in
        var drawn = DrawnLine(number: number)
        (drawn.line.start, drawn.line.declared) = (17_167, 17_167)
        drawn.line.cents = cents
        return drawn
      })
    var nets: [Int64] = []
    state.store.forEachNet(of: 0) { nets.append($1) }
    #expect(nets == [cents.reduce(0, +)])
  }
}
