@testable import Analytics
@testable import Ingest

/// A small municipality drawn at random, with lines that break every rule now and then.
struct DrawnTown {
  let registers: Registers
  let rules: LineRules
  private var dice: Dice
  private var lineCount = 0

  init(seed: UInt64) {
    var dice = Dice(seed: seed)
    let units: [Unit?] = [nil, .minute, .hour, .day, .outputPiece, .euro]
    let allocations = (0..<5).map { index in
      let start = day(2017, Int.random(in: 1...3, using: &dice), 1)
      var allocation = Allocation(
        client: Int32(index % 3), indication: Int32(index), provider: dice.among(0, 1),
        product: dice.among(-2, -1, 0, 1), category: dice.among(0, 1, 2), start: start,
        end: dice.among(nil, Day(number: start.number + 200)),
        volume: dice.among(nil, 100, 3000), unit: units.randomElement(using: &dice) ?? nil,
        frequency: dice.among(nil, 1, 2, 3, 4, 5, 6), budget: dice.among(nil, 50_000_00))
      allocation.note(
        Client(isListed: dice.among(true, false), death: dice.among(nil, day(2017, 6, 1))))
      return allocation
    }
    registers = Registers(
      allocations: allocations, indicationCount: 5, clientCount: 3,
      clients: (0..<3).map { Client(isListed: true, wijk: $0) }, wijken: ["01", "02", "03"],
      products: (0..<3).map {
        Product(
          code: "P\($0)", description: "", kind: .tailored, group: $0 / 2, category: $0,
          lot: "\($0)")
      },
      productGroups: ["P", "Q"],
      providers: (0..<2).map { Provider(agb: "0000000\($0)", name: "", concern: 0) },
      concerns: ["C"],
      districts: Districts(
        rows: ["01", "02"].map { .init(wijk: $0, year: 2017, area: $0, inhabitants: 1) }),
      rates: [
        Rate(
          product: 0, provider: nil, unit: nil, tenThousandths: 500_000,
          validFrom: day(2017, 1, 1), validTo: nil)
      ],
      budget: [
        BudgetLine(year: 2017, selection: .init(area: "01", lot: "0"), cents: 1),
        BudgetLine(year: 2017, selection: .init(kind: .tailored, concern: "C"), cents: 1),
      ])
    rules = LineRules(registers, doubleDebitsFrom: day(2017, 6, 1))
    self.dice = dice
  }

  /// A few batches, at least one of them with lines.
  mutating func batches() -> [[DrawnLine]] {
    (0..<Int.random(in: 1...6, using: &dice)).map { index in
      (0..<Int.random(in: index == 0 ? 1...12 : 0...12, using: &dice)).map { _ in line() }
    }
  }

  private mutating func line() -> DrawnLine {
    var line = DeclarationLine()
    line.allocation = Int32.random(in: 0...4, using: &dice)
    line.product = Int32.random(in: 0...2, using: &dice)
    line.provider = Int32.random(in: 0...1, using: &dice)
    let days: [ClosedRange<Int32>] = [
      DeclarationDays.first...DeclarationDays.first, 17_160...17_220, 17_160...17_350,
      DeclarationDays.first...DeclarationDays.last,
    ]
    line.start = Int32.random(in: days.randomElement(using: &dice) ?? 0...0, using: &dice)
    line.end = min(DeclarationDays.last, line.start + dice.among(0, 0, 27, 30, 400))
    line.declared = min(
      DeclarationDays.last, max(DeclarationDays.first, line.start + dice.among(-1, 40, 2000)))
    line.isCredit = dice.among(true, false, false)
    // Around the borders of 32 bits, and up to the greatest that a file can hold.
    let magnitudes: [ClosedRange<Int64>] = [
      0...0, 1...100_00, 50_00...50_00, 2_147_483_640...2_147_483_655,
      4_294_967_290...4_294_967_300, 1...99_999_999_999_999,
    ]
    let sign: Int64 = line.isCredit ? -1 : 1
    line.cents =
      sign * Int64.random(in: magnitudes.randomElement(using: &dice) ?? 0...0, using: &dice)
    line.volume = sign * dice.among(0, 100, 100, 3000, 99_999_999_999_99)
    line.unit = dice.among(Unit.minute, .hour, .hour, .day, .outputPiece, .euro).rawValue
    line.category = dice.among(0, 1, 2)
    line.rate = dice.among(DeclarationLine.noRate, 500_000, 500_000, 5000)
    defer { lineCount += 1 }
    return DrawnLine(line: line, number: lineCount, isNumbered: dice.among(true, true, false))
  }
}

/// All that is ever read of a ledger.
struct LedgerSight: Equatable {
  private let lines: LineSummary
  private let netPerMonth: [Int64]
  private let days: [Int32]
  /// Client, indication, product, provider and window net of each placement, and its nets per month.
  private let placements: [[Int64]]
  private let course: [CourseIncrement]
  private let classCourse: [ClassIncrement]
  private let lastCourseMonth: Month?
  private let volumes: PeriodVolumes
  /// Volume in the window per allocation.
  private let usedVolumes: [Int128]
  private let isDeclared: [Bool]
  private let contractUse: [ContractUse.Sum]?
  private let otherUnitLines: [Int32: Int]

  init(_ ledger: Ledger) {
    course = ledger.course
    classCourse = ledger.classCourse
    lastCourseMonth = ledger.lastCourseMonth
    volumes = ledger.volumes
    // Without a day in it, where there is no window.
    let window = ledger.window ?? Day(number: -1)...Day(number: -1)
    usedVolumes = ledger.registers.allocations.indices.map {
      ledger.use.volume(of: $0, in: window)
    }
    isDeclared = ledger.declaredAllocations()
    otherUnitLines = ledger.use.otherUnitLines(in: window)
    contractUse = ledger.contractUse?.sums
    lines = ledger.lines
    netPerMonth = ledger.netPerMonth
    days = [ledger.window?.lowerBound, ledger.window?.upperBound].map { $0?.number ?? 0 }
    placements = ledger.placements.map { placement in
      var numbers = [placement.client, placement.indication, placement.product, placement.provider]
        .map(Int64.init)
      numbers.append(placement.windowNet)
      for scope in [Ledger.Scope.all, .window, .sequence] {
        ledger.forEachActiveMonth(of: placement, in: scope) { month, cents in
          numbers += [Int64(month.number), cents]
        }
      }
      ledger.forEachUnitNet(of: placement) { unit, comparison, window in
        numbers += [Int64(unit.rawValue), comparison, window]
      }
      for page in ledger.pages(of: placement) where ledger.store.hasLines(page.index) {
        let volume = ledger.store.volume(of: page.index)
        numbers += [
          Int64(page.page.period), Int64(page.page.unit), Int64(volume >> 64),
          Int64(truncatingIfNeeded: volume),
        ]
      }
      return numbers
    }
    .filter { $0[4...].contains { $0 != 0 } }
  }
}

extension Ledger {
  fileprivate func pages(of placement: Placement) -> [(index: Int, page: NetPage)] {
    var pages: [(index: Int, page: NetPage)] = []
    store.forEachPage(of: Int(placement.allocation)) { index, page in
      if page.belongs(to: placement) { pages.append((index, page)) }
    }
    return pages
  }
}

/// All that is ever read of the findings of the first pass.
struct FindingSight: Equatable {
  /// Per rule its denominator, and provider, lines and cents; then the gate.
  private let figures: [[Int64]]
  /// Places and reference numbers of lines hit, with their rules.
  private let hits: [String]
  /// Allocations to recheck.
  private let suspects: Set<Int32>
  /// Hashes of the numbers that credits name.
  private let names: [UInt64]

  init(_ state: FindingState, _ registers: Registers, without removed: [[DrawnLine]]) {
    var state = state
    var assembly = FindingAssembly(
      state, DrawnRecords.shared.tally(rejecting: Array(removed.joined())))
    let findings = assembly.findings(linesInWindow: 0, registers, state.gate)
    let gate = findings.gate
    figures =
      findings.results.map { result in
        guard let figures = result.figures else { return [] }
        return [Int64(figures.denominator)]
          + figures.providers.flatMap { [Int64($0.provider), Int64($0.lines), $0.cents] }
      } + [[gate.lines, gate.tooLarge, gate.tooSmall].map(Int64.init)]
    hits = findings.hits.map { hit in
      "\(hit.line) \(hit.byte) \(hit.rule.code) \(hit.provider) \(hit.reference) \(hit.cents)"
    }
    suspects = Set(state.screen.takeSuspects(workers: 2))
    names = state.takeNames().sorted()
  }

  /// What was removed may have left suspects and names behind, which the recheck clears.
  func isAsNeverAdded(_ never: FindingSight) -> Bool {
    figures == never.figures && hits == never.hits && suspects.isSuperset(of: never.suspects)
      && Set(names).isSuperset(of: never.names)
  }
}

struct RunSight: Equatable {
  let ledger: LedgerSight
  let findings: FindingSight?

  func isAsNeverAdded(_ never: RunSight) -> Bool {
    guard let findings, let other = never.findings else { return false }
    return ledger == never.ledger && findings.isAsNeverAdded(other)
  }
}
