import Analytics
import Foundation
import Ingest
import Testing

@testable import Runs
@testable import wmo_etl

@Suite struct RuleDocumentTests {
  @Test func `docs/rules.md is what make docs writes`() throws {
    let path = Repository.root.appending(path: "docs/rules.md")
    let written = try String(contentsOf: path, encoding: .utf8)
    #expect(written == RuleDocument.markdown, "stale: run make docs")
  }

  @Test(arguments: Rule.all)
  func `every rule is explained`(rule: Rule) {
    #expect(!rule.explanation.isEmpty && !rule.dutch.isEmpty)
    #expect(!rule.example.isEmpty && !rule.advice.isEmpty)
  }

  @Test func `thresholds stop above, not at, their share`() throws {
    var configuration = Configuration()
    configuration.rules["R210"] = RuleSettings(maximumShare: Share(0.1))
    let at = RuleShare(code: "R210", lines: 10, denominator: 100)
    let above = RuleShare(code: "R210", lines: 11, denominator: 100)
    try Gates.check([at], configuration)
    #expect(throws: RunFailure.thresholds([above])) {
      try Gates.check([above, at], configuration)
    }
  }
}
