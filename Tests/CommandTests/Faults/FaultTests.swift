import Foundation
import Testing

@testable import Samples

/// Whatever happens to a run, what counts is whole: `make faults` tries thousands of faults, `make
/// test` some dozens.
///
/// `WMO_ETL_FAULTS=2500` tries at least that many, `WMO_ETL_FAULTS_SEED=7` others, and
/// `WMO_ETL_FAULTS_REPORT=FILE` writes what came of them. What fails is told with its command and
/// fault: `WMO_ETL_FAULT_ALONE='run: output write 7 error 28'` brings that one back.
@Suite struct FaultTests {
  private static let environment = ProcessInfo.processInfo.environment
  static let count = environment["WMO_ETL_FAULTS"].flatMap { Int($0) }
  /// Whether the commands that take longer are tried, too.
  static let isLong = count != nil || environment["WMO_ETL_FAULT_ALONE"] != nil
  private static let seed = environment["WMO_ETL_FAULTS_SEED"].flatMap { UInt64($0) } ?? 1

  @Test func nothingIsLost() async throws {
    let cases = try await FaultCases.all()
    var random = SplitMix(seed: Self.seed)
    let report = FaultReport()
    let plan = FaultPlan(cases, count: Self.count, random: &random)
    let run = try await FaultCases.named("run")
    let first = try await FaultCases.named("first run")
    // Of the other kinds a tenth as many again.
    let others = max(1, (Self.count ?? 24) / 100)
    var trials: [Trial] = plan.steps.map { step in { try await Self.inject(step, report) } }
    trials += RandomKill.trials(of: cases, count: 4 * others, report, &random)
    trials += ChangedInput.trials(of: run, count: 4 * others, report, &random)
    trials += SimultaneousRuns.trials(of: run, count: others, report, &random)
    trials += OtherClock.trials(of: run, count: others, report)
    trials += DeadOwner.trials(of: run, count: others, report, &random)
    trials += try await FullFileSystem.trials(of: first, count: 2 * others, report, &random)
    try await Self.perform(random.shuffled(trials)) { done in
      guard Self.count != nil, done % 100 == 0 || done == trials.count else { return }
      print("faults: \(done) of \(trials.count) trials")
      let file = Self.environment["WMO_ETL_FAULTS_REPORT"] ?? "/dev/stdout"
      try Data(report.markdown(seed: Self.seed).utf8).write(to: URL(filePath: file))
    }
    #expect(report.total >= Self.count ?? 24, "seed \(Self.seed)")
  }

  @Test("one fault alone", .enabled(if: environment["WMO_ETL_FAULT_ALONE"] != nil))
  func alone() async throws {
    var random = SplitMix(seed: Self.seed)
    let all = FaultPlan(try await FaultCases.all(), count: .max, random: &random).steps
    let wanted = Self.environment["WMO_ETL_FAULT_ALONE"] ?? ""
    let steps = all.filter { "\($0.faultCase.name): \($0.fault)" == wanted }
    try #require(!steps.isEmpty, "\(wanted) is none of the plan")
    for step in steps { try await Self.inject(step, FaultReport()) }
  }

  @Test("what is seen after a power cut is on the disk")
  func isOnTheDisk() async throws {
    for faultCase in try await FaultCases.all() {
      #expect(PowerCut.flaws(of: faultCase.calls) == [], "\(faultCase.name)")
    }
  }

  @Test("a run with all formats makes no temporary file")
  func leavesNothingElsewhere() async throws {
    let run = try await FaultCases.named("run")
    let place = try FaultPlace(input: run.input, output: nil)
    defer { place.remove() }
    let outcome = try await place.run(
      run.arguments.dropLast(2) + ["--format", "csv,json,xlsx,html"])
    #expect(outcome.status == 0, "\(outcome)")
    #expect(outcome.calls.contains { $0.path.hasSuffix("/rapport.xlsx") && $0.kind == "write" })
    #expect(outcome.calls.filter { $0.area == "temporary" }.map(\.path) == [])
  }

  @Test("a file that may not grow is told, not the death of the program")
  func limitedFiles() async throws {
    let run = try await FaultCases.named("run")
    let place = try FaultPlace(input: run.input, output: run.output)
    defer { place.remove() }
    // In blocks of 1024 bytes.
    let outcome = try await place.run(
      run.arguments, isTraced: false,
      through: ["/usr/bin/env", "bash", "-c", "ulimit -f 4; exec \"$@\"", "bash"])
    let check = FaultCheck(faultCase: run)
    #expect(check.problems(after: outcome, in: place, statuses: [74]) == [])
  }

  private static func inject(_ step: FaultPlan.Step, _ report: FaultReport) async throws {
    let (faultCase, fault) = (step.faultCase, step.fault)
    let place = try FaultPlace(input: faultCase.input, output: faultCase.output)
    defer { place.remove() }
    let outcome = try await place.run(faultCase.arguments, fault: fault)
    let isMet = outcome.calls.contains(where: \.isFault)
    let check = FaultCheck(faultCase: faultCase)
    let problems =
      check.problems(
        after: outcome, in: place,
        statuses: isMet ? faultCase.statuses(of: fault) : [faultCase.status],
        isHalf: fault.takesNothingBack)
      + (try await check.problemsAfterAnother(in: place))
    guard isMet || !problems.isEmpty else { return report.addUnmet() }
    report.add(
      fault.name, of: faultCase.name, status: outcome.status,
      problems: problems.map { "\($0); \(faultCase.name): \(fault); \(outcome)" })
  }

  /// All trials, more at once than there are processors, as they wait for the disk; `tell` gets how
  /// many are done.
  private static func perform(_ trials: [Trial], tell: (Int) throws -> Void) async throws {
    let width = 3 * ProcessInfo.processInfo.activeProcessorCount
    try await withThrowingTaskGroup(of: Void.self) { group in
      for trial in trials.prefix(width) { group.addTask { try await trial() } }
      var waiting = trials.dropFirst(width)
      var done = 0
      while try await group.next() != nil {
        done += 1
        try tell(done)
        if let trial = waiting.popFirst() { group.addTask { try await trial() } }
      }
    }
  }
}

/// One fault with everything that is checked of it.
typealias Trial = @Sendable () async throws -> Void
