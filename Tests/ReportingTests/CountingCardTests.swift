import Analytics
import Ingest
import Testing

@testable import Reporting

@Suite("counting cards, and what those of a chapter have in common")
struct CountingCardTests {
  private static func page(
    _ language: AnnexLanguage = .dutch, _ change: (inout Report) -> Void = { _ in }
  ) -> AnnexPage {
    var report = SupplyFixture().report
    change(&report)
    var builder = AnnexBuilder(report, language: language)
    return builder.page()
  }

  @Test(
    "what all cards of a chapter say stands in its head alone", arguments: AnnexLanguage.allCases)
  func common(language: AnnexLanguage) {
    let chapters = Self.page(language).sections.filter { section in
      section.blocks.count { $0.table != nil } > 1
    }
    #expect(chapters.count == 2)
    for chapter in chapters {
      let cards = chapter.blocks.compactMap(\.table).map(\.card)
      #expect(chapter.common.contains { $0.term == language.text(.run) && $0.detail == "0123abcd" })
      for fact in chapter.common { #expect(!cards.contains { $0.contains(fact) }, "\(fact)") }
      // Else they would have it in common.
      for fact in cards[0] { #expect(!cards.allSatisfy { $0.contains(fact) }, "\(fact)") }
      #expect(chapter.blocks.compactMap(\.table).allSatisfy { $0.cardLabel != chapter.commonLabel })
    }
  }

  @Test("the card of a chapter's only table says all")
  func single() throws {
    let months = try #require(Self.page().sections.first { $0.sectionID == "maanden" })
    #expect(months.common.isEmpty)
    let cards = months.blocks.compactMap(\.table).map(\.card)
    #expect(cards.count == 1 && cards[0].contains { $0.term == "Run" })
  }

  @Test("a card of contracts alone tells of no date of declarations")
  func contracts() {
    var builder = AnnexBuilder(SupplyFixture().report, language: .dutch)
    let tables = builder.supplySection().blocks.compactMap(\.table)
    func basis(_ id: String) -> String? {
      tables.first { $0.tableID == id }?.card.first { $0.term == "Datum die telt" }?.detail
    }
    #expect(basis("tabel-percelen") == "dagen waarop het contract geldt")
    #expect(basis("tabel-percelen-rollen") == "dagen waarop het contract geldt")
    #expect(basis("tabel-percelen-gebruik") == "begindatum van de prestatie")
  }

  @Test("the reference date stands in the head of the page and of each chapter, not without one")
  func referenceDay() {
    let day = "31 maart 2018; wat later is gedeclareerd of toegewezen, telt niet mee"
    let page = Self.page { $0.account.referenceDay = Month(year: 2018, month: 3).lastDay }
    #expect(page.facts.filter { $0.term == "Peildatum" }.map(\.detail) == [day])
    for section in page.sections {
      let cards = section.blocks.compactMap(\.table).map(\.card)
      if cards.isEmpty { continue }
      let facts = section.common + (section.common.isEmpty ? cards.flatMap { $0 } : [])
      #expect(facts.filter { $0.term == "Peildatum" }.map(\.detail) == [day])
    }
    #expect(!Self.page().facts.contains { $0.term == "Peildatum" })
  }

  @Test("no name of a column stands in the page", arguments: AnnexLanguage.allCases)
  func columns(language: AnnexLanguage) throws {
    let report = SupplyFixture().report
    let tables = report.tables.map { table in
      let rules = Analysis.declaring(table)?.countingRules(CountingParameters()) ?? []
      return Table(
        name: table.name, title: table.title, countingRules: table.countingRules + rules,
        columns: table.columns, rows: table.rows)
    }
    let named = Report(
      version: "1", municipality: report.municipality, period: report.period, basis: .service,
      tables: tables,
      account: RunAccount(
        warnings: ["column 'client_id' is missing"], dutchWarnings: ["De kolom 'client_id' mist."]))
    var builder = AnnexBuilder(named, language: language)
    let page = builder.page()
    let rules = page.sections.flatMap(\.blocks).compactMap(\.rules).flatMap(\.lines)
    #expect(rules.count > 40)
    let html = try AnnexFormat.html(of: page)
    for name in CouncilWording.names where html.contains(name) {
      Issue.record("the page names \(name)")
    }
  }
}
