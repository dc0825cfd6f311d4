import Analytics
import Ingest
import Testing

@testable import Reporting

@Suite("what a council reads of how figures are counted")
struct CouncilWordingTests {
  /// Of every table, with each choice that words a rule in another way.
  private static let rules: [String] = {
    var other = CountingParameters(basis: .declaration)
    other.cleanMonths = 3
    other.referenceDay = Month(year: 2018, month: 3).lastDay
    other.supply.function = .category
    return [CountingParameters(), other].flatMap { parameters in
      Analysis.all.flatMap { $0.countingRules(parameters) }
    }
  }()

  @Test("no name of a column stands in a rule")
  func rules() {
    for rule in Self.rules {
      let text = CouncilWording.text(rule)
      #expect(text.firstMatch(of: /\w_\w/) == nil, "\(text)")
      #expect(text.firstMatch(of: /van van|cr1|hhi/) == nil, "\(text)")
    }
  }

  @Test("every wording is of a rule that there is")
  func used() {
    for fragment in CouncilWording.fragments {
      #expect(Self.rules.contains { $0.contains(fragment.rule) }, "\(fragment.rule)")
    }
  }

  @Test("what no wording knows loses its underscores, and what is no column stays")
  func others() {
    #expect(
      CouncilWording.text("Het bestand heeft geen kolom 'referentie_nummer'; perceel a_b.")
        == "Het bestand heeft geen kolom 'referentie nummer'; perceel a_b.")
  }
}
