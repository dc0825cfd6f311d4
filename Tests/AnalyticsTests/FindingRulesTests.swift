import Foundation
import Testing

@testable import Analytics
@testable import Ingest

/// The list of the rules for accepted lines.
@Suite struct FindingRulesTests {
  private static let rules = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Sources/Analytics/Rules")

  @Test func `every rule of the list has its file, and every file its rule in the list`() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.rules.path)
      .filter { $0.hasPrefix("R2") }.sorted()
    #expect(files == FindingRules.all.map { "\($0).swift" })
    for (file, rule) in zip(files, FindingRules.all) {
      #expect("\(rule)" == rule.rule.code && rule.rule.level == .finding)
      let text = try String(contentsOf: Self.rules.appending(path: file), encoding: .utf8)
      #expect(text.contains("enum \(rule): ") && text.contains(#", "\#(rule.rule.code)","#))
    }
  }

  @Test func `codes rise, places are those of the list, and there are bits for all`() {
    let codes = Rule.all.map(\.code)
    #expect(zip(codes, codes.dropFirst()).allSatisfy(<))
    #expect(Rule.all.count == RejectRule.allCases.count + FindingRules.all.count + 2)
    #expect(type(of: FindingRules.list).count == FindingRules.all.count)
    #expect(FindingRules.all.count <= RuleSet().bits.bitWidth)
    #expect(Set(FindingRules.ofAllocations.map { "\($0.1)" }) == ["R208", "R209", "R212"])
    #expect(Set(FindingRules.ofCredits.map { "\($0.1)" }) == ["R213", "R214"])
  }

  @Test("columns are those of the contract; what a rule needs it reads, and it may be missing")
  func columns() {
    for rule in Rule.all where rule.code != "R002" && rule.code != "R003" {
      for name in rule.columns {
        let parts = name.split(separator: ".").map(String.init)
        let file = parts.count == 1 ? .declarations : FileKind(rawValue: parts[0])
        let column = file?.columns.first { $0.name == parts.last }
        #expect(column != nil, "\(rule.code): \(name)")
        #expect(!rule.needs.contains(name) || column?.isNeeded == false, "\(rule.code): \(name)")
      }
      #expect(Set(rule.columns).isSuperset(of: rule.needs), "\(rule.code)")
    }
  }

  /// A rule that is not one of the contract.
  private enum R220: FindingRule {
    static let rule = Rule(
      .finding, "R220", "halve euro", explanation: "half a euro", dutch: "Een halve euro.",
      example: "0,50", advice: "Rond af.")

    static func judge(
      _ line: DeclarationLine, _ allocation: Allocation, _ context: RuleContext
    ) -> Verdict {
      line.isCredit ? .notApplied : Verdict(hit: line.cents % 100 == 50)
    }
  }

  @RuleListBuilder private static var list: some RuleList {
    R201.self
    R220.self
  }

  @Test func `a list with another rule judges, counts and publishes it`() throws {
    let allocation = Allocation(
      client: 0, indication: 0, provider: 0, product: 0, start: day(2017, 1, 1))
    let registers = Registers(
      allocations: [allocation],
      providers: [Provider(agb: "00000001", name: "Anker", concern: 0)], concerns: ["Anker"])
    let context = LineRules(registers, doubleDebitsFrom: nil).context
    var tally = FindingTally(providerCount: 1)
    for (cents, start) in [
      (100_50, day(2017, 1, 1)), (2_50, day(2016, 12, 31)), (7_00, day(2017, 2, 1)),
      (-1_50, day(2017, 2, 1)),
    ] {
      var line = DeclarationLine()
      (line.cents, line.start, line.isCredit) = (Int64(cents), start.number, cents < 0)
      (line.allocation, line.provider) = (0, 0)
      let verdict = Self.list.judge(line, allocation, context)
      tally.count(verdict, sign: 1)
      verdict.hits.forEach { tally.hit($0, line, sign: 1) }
    }
    var assembly = FindingAssembly(
      Self.list.all, context, tally, FindingHits(), PartTallies([], []))
    let findings = assembly.findings(linesInWindow: 4, registers, RateGate())
    let rows = FindingTables.findings(findings).rows
    #expect(
      rows == [
        [
          .text("R201"), .text("9307"), .text("begin voor toewijzing"), .text("ja"), .count(1),
          .count(4), .number(2_50), .count(1),
        ],
        [
          .text("R220"), .empty, .text("halve euro"), .text("ja"), .count(2), .count(3),
          .number(103_00), .count(1),
        ],
      ])
  }
}
