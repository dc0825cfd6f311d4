import Analytics
import Foundation
import Ingest
import Testing

@testable import Reporting

@Suite("the annex on course and expectation")
struct CourseChapterTests {
  /// The sentences below each subheading of the chapter.
  private static func texts(
    _ fixture: CourseFixture, _ language: AnnexLanguage = .dutch
  ) -> [String: [String]] {
    var builder = AnnexBuilder(fixture.report, language: language)
    let themes = builder.courseSection().blocks.compactMap(\.theme)
    return Dictionary(uniqueKeysWithValues: themes.map { ($0.themeTitle, $0.themeTexts) })
  }

  private static func html(_ fixture: CourseFixture, _ language: AnnexLanguage) throws -> String {
    let file = try #require(try AnnexFormat(language: language).files(of: fixture.report).first)
    return String(decoding: file.bytes, as: UTF8.self)
  }

  @Test(
    "what is still to come, with limits that make sense",
    arguments: [
      (
        1_000_00, 200_00,
        "nog €\u{A0}1.000 te declareren, waarschijnlijk tussen €\u{A0}600 en €\u{A0}1.400."
      ),
      (
        100_00, 80_00,
        "nog €\u{A0}100 te declareren; het kan ook niets zijn, en waarschijnlijk is het hoogstens "
          + "€\u{A0}260."
      ),
      (100_00, nil, "nog €\u{A0}100 te declareren. Hoe ver dat kan schelen, is niet bekend."),
      (-100_00, 80_00, "per saldo nog €\u{A0}100 te crediteren."),
      (0, 0, "niets meer te declareren."),
    ] as [(Int64, Int64?, String)])
  func toCome(amount: Int64, error: Int64?, ending: String) throws {
    let texts = Self.texts(CourseFixture(toCome: amount, standardError: error))
    let sentences = try #require(texts["Wat nog te declareren is"])
    #expect(
      sentences.first?.hasPrefix("Eind maart 2017 was over de maanden tot dan toe") == true
        && sentences.first?.hasSuffix(ending) == true, "\(sentences)")
    #expect(sentences.contains { $0.hasPrefix("Daarvan hoort") } == (amount != 0))
  }

  @Test("the window's part, the development and what was expected before")
  func beside() {
    #expect(
      Self.texts(CourseFixture())["Wat nog te declareren is"]?.dropFirst() == [
        "Daarvan hoort €\u{A0}250 bij de maanden van de periode: januari 2017 tot en met februari "
          + "2017.",
        "Zo veel van wat over een maand komt, is gewoonlijk gedeclareerd: na 1 maand 90,0%.",
        "Wie dit 3 maanden eerder had berekend, had sindsdien €\u{A0}400 verwacht; er kwam "
          + "€\u{A0}500. Dat scheelt meer dan twee standaardfouten: de verwachting was toen te zeker.",
      ])
  }

  @Test(
    "why costs changed: the cause that weighs most in the direction of the change",
    arguments: [
      (
        3_000_000_00, 4_500_000_00, 1_300_000_00,
        "stegen de kosten met €\u{A0}1,5\u{A0}miljoen, van €\u{A0}3,0\u{A0}miljoen naar "
          + "€\u{A0}4,5\u{A0}miljoen; vooral door meer cliënten (€\u{A0}1,3\u{A0}miljoen)."
      ),
      (
        4_000_00, 3_000_00, 500_00,
        "daalden de kosten met €\u{A0}1.000, van €\u{A0}4.000 naar €\u{A0}3.000; vooral door minder "
          + "volume per cliënt (€\u{A0}1.500)."
      ),
      (4_000_00, 4_000_00, 500_00, "bleven de kosten gelijk."),
    ] as [(Int64, Int64, Int64, String)])
  func costs(before: Int64, after: Int64, clients: Int64, ending: String) {
    let fixture = CourseFixture(costs: (before, after), clientEffect: clients)
    let sentence = Self.texts(fixture)["Waardoor de kosten veranderden"]?.first ?? ""
    #expect(
      sentence == "Vergeleken met 1 januari 2016 tot en met 29 februari 2016 " + ending)
  }

  @Test("without a comparison, or costs in it, the chapter says so; without any costs nothing")
  func nothingToCompare() {
    let title = "Waardoor de kosten veranderden"
    let none = CourseFixture(costs: (0, 5), comparison: nil)
    #expect(Self.texts(none)[title] == ["Er is geen periode om mee te vergelijken."])
    #expect(
      Self.texts(CourseFixture(costs: (0, 5)))[title] == [
        "Er is niets om mee te vergelijken: over 1 januari 2016 tot en met 29 februari 2016 zijn er "
          + "geen kosten."
      ])
    #expect(Self.texts(CourseFixture(costs: (0, 0)))[title] == nil)
  }

  @Test("how long use lasts, also where more than half stays and where nothing was followed")
  func stay() {
    let title = "Hoe lang gebruik duurt"
    let year =
      "Naar schatting duurt 50,0% langer dan een jaar, met 95% zekerheid tussen 40,0% en 60,0%."
    #expect(
      Self.texts(CourseFixture())[title] == [
        "Na 4 maanden is de helft van het gebruik geëindigd.", year,
      ])
    #expect(
      Self.texts(CourseFixture(median: nil))[title] == [
        "Meer dan de helft van het gebruik duurt langer dan het gevolgd kon worden.", year,
      ])
    #expect(
      Self.texts(CourseFixture(spells: 0))[title] == [
        "Er is nog geen gebruik dat lang genoeg gevolgd kon worden."
      ])
  }

  @Test("flows from before the window to after it, what follows what, and rates by age")
  func others() {
    let texts = Self.texts(CourseFixture())
    #expect(
      texts["Wie er bij kwam en wie er ging"] == [
        "In februari 2017 was de instroom 4 en de uitstroom 1: het aantal cliënten dat aanwezig "
          + "is, ging van 5 naar 8."
      ])
    #expect(
      texts["Wat op elkaar volgt"] == [
        "Het meest gevolgde traject met meer dan één stap is begeleiding > dagbesteding: 3 cliënten "
          + "(30,0%)."
      ])
    let rates = "Gebieden vergeleken, gecorrigeerd voor leeftijd"
    #expect(
      texts[rates]?.dropFirst() == [
        "Meer dan de hele gemeente (16,00), ook als het toeval is meegerekend: begeleiding."
      ])
    #expect(
      Self.texts(CourseFixture(rate: nil))[rates] == [
        "Geen gebied heeft genoeg cliënten en inwoners per leeftijdsgroep om te vergelijken."
      ])
  }

  @Test("the triangle: a row without an increment keeps its sum, and the future is a dash")
  func triangle() throws {
    var builder = AnnexBuilder(CourseFixture().report, language: .english)
    let tables = builder.courseSection().blocks.compactMap(\.table)
    let triangle = try #require(tables.first { $0.tableID == "tabel-driehoek" })
    #expect(
      triangle.columns.map(\.label) == [
        "Service month", "In the month itself", "After 1 month", "After 2 months",
      ])
    #expect(
      triangle.rows.map { $0.values.map(\.value) } == [
        ["€1", "€1", "€0"], ["€1", "€0", "–"], ["€1", "–", "–"],
      ])
  }

  @Test("months that are not complete are marked, under the basis of services alone")
  func marks() throws {
    let marked = try Self.html(CourseFixture(), .dutch)
    let note = "De laatste maand is met de declaraties tot en met maart 2017 nog niet volledig"
    #expect(marked.contains(note))
    #expect(marked.contains("nog niet volledig gedeclareerd: maart 2017"))
    #expect(marked.contains("Open punten"))
    let declared = try Self.html(CourseFixture(basis: .declaration), .dutch)
    #expect(!declared.contains(note) && !declared.contains("Open punten"))
    let complete = try Self.html(CourseFixture(developed: 950_000), .dutch)
    #expect(!complete.contains(note) && !complete.contains("nog niet volledig gedeclareerd:"))
  }

  @Test("the cards of the triangle and of the comparison name their months and periods")
  func cards() throws {
    let html = try Self.html(CourseFixture(), .dutch)
    #expect(
      html.contains(
        "prestatiemaanden januari 2017 tot en met maart 2017, met de declaraties tot en met maart "
          + "2017"))
    #expect(
      html.contains(
        "1 januari 2017 tot en met 28 februari 2017; vergeleken met 1 januari 2016 tot en met 29 "
          + "februari 2016"))
  }

  @Test("in brief, the expectation stands where the chapter is shown")
  func brief() {
    for (chapters, isThere) in [(AnnexChapter.allCases, true), ([.months], false)] {
      var report = CourseFixture().report
      report.account.chapters = chapters
      var builder = AnnexBuilder(report, language: .english)
      let sentences = builder.page().sections.first?.sentences ?? []
      #expect(sentences.contains { $0.sentence.contains("still to be declared") } == isThere)
    }
  }

  @Test("a window that ends with a month that is not complete says so", arguments: [2, 3])
  func windowEnd(month: Int) throws {
    let html = try Self.html(CourseFixture(lastWindowMonth: month), .dutch)
    let isIncomplete = month == 3
    #expect(html.contains("Die laatste maand is nog niet volledig gedeclareerd.") == isIncomplete)
    let table = html.components(separatedBy: "id=\"tabel-wijken-gestandaardiseerd\"").last
    let card = table?.components(separatedBy: "</section>").first ?? ""
    #expect(
      card.contains("nog niet volledig gedeclareerd: maart 2017</dd>") == isIncomplete)
  }

  @Test(
    "whatever is missing, the page stands, and nothing stays to be filled in",
    arguments: AnnexLanguage.allCases, [-1] + Analysis.all.indices.map { Int($0) })
  func missing(language: AnnexLanguage, number: Int) throws {
    var fixture = CourseFixture(standardError: nil, median: nil)
    fixture.isEmpty = { number < 0 || $0.name == Analysis.all[number].name }
    let html = try Self.html(fixture, language)
    let body = try #require(html.components(separatedBy: "<body>").last)
    #expect(body.firstMatch(of: /\{\w+\}/) == nil)
    #expect(!body.contains("NaN"))
    #expect(body.contains("id=\"verloop-en-verwachting\"") == (number >= 0))
    #expect(!body.contains("tussen –") && !body.contains("between –"))
  }

  @Test("names from the data are escaped in every table and chart")
  func hostile() throws {
    let fixture = CourseFixture(name: "<b onload=\"x\">{amount} & ' \u{301}</b>")
    for language in AnnexLanguage.allCases {
      let html = try Self.html(fixture, language)
      #expect(!html.contains("<b onload") && html.contains("&lt;b onload=&quot;x&quot;"))
      #expect(html.contains("{amount}"))
    }
  }

  @Test("amounts as a sentence says them")
  func roughly() {
    let (dutch, english) = (AnnexNotation(language: .dutch), AnnexNotation(language: .english))
    #expect(dutch.roughly(1_517_090_23) == "€ 1,5\u{A0}miljoen")
    #expect(english.roughly(-12_345_678_90) == "€-12.3\u{A0}million")
    #expect(dutch.roughly(645_999_99) == "€ 646.000")
    #expect(dutch.roughly(999_999_99) == "€ 1.000.000")
    #expect(dutch.roughly(1_250_00) == "€ 1.250")
    #expect(dutch.roughly(58_40) == "€ 58")
    #expect(dutch.roughly(.min) != "")
  }
}
