import Analytics
import Ingest
import Testing

@testable import Reporting

@Suite struct LetterTests {
  @Test(arguments: Rule.all)
  func `every rule for accepted lines asks the provider something`(rule: Rule) {
    #expect((rule.requestToProvider != nil) == (rule.level == .finding))
    #expect(rule.requestToProvider?.contains("\n") != true)
  }

  @Test(arguments: [
    ("Zorg\nNoord", "Zorg Noord"), ("a\r\nb", "a  b"), ("\u{1B}[31m", "\u{FFFD}[31m"),
    ("\u{202E}abc", "\u{FFFD}abc"), ("a\u{2028}b", "a b"), ("Zörg 🙂", "Zörg 🙂"),
  ])
  func `a name keeps to its line`(name: String, expected: String) {
    #expect(CleanText.line(name) == expected)
  }
}
