import Ingest
import Testing

@testable import Analytics

/// The list of the rules for accepted lines.
@Suite struct FindingRulesTests {
  @Test func `each rule stands at its bit, in the order of the codes`() {
    #expect(FindingRules.all.map { $0.bit } == Array(0..<RuleSet.count))
    #expect(FindingRules.all.map { $0.rule.code } == Rule.findings.map(\.code))
  }
}
