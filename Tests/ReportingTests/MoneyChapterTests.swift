import Analytics
import Foundation
import Ingest
import Testing

@testable import Reporting

@Suite("the annex on money and budget")
struct MoneyChapterTests {
  private static func section(
    _ fixture: MoneyFixture, _ language: AnnexLanguage = .dutch
  ) -> AnnexPage.Section {
    var builder = AnnexBuilder(fixture.report, language: language)
    return builder.moneySection()
  }

  /// The sentences below each subheading of the chapter.
  private static func texts(_ fixture: MoneyFixture) -> [String: [String]] {
    let themes = section(fixture).blocks.compactMap(\.theme)
    return Dictionary(uniqueKeysWithValues: themes.map { ($0.themeTitle, $0.themeTexts) })
  }

  private static func table(_ id: String, _ fixture: MoneyFixture = MoneyFixture()) throws
    -> AnnexPage.TableView
  {
    try #require(section(fixture).blocks.compactMap(\.table).first { $0.tableID == id })
  }

  private static func figure(_ id: String, _ fixture: MoneyFixture = MoneyFixture())
    -> AnnexPage.Figure?
  {
    section(fixture).blocks.compactMap(\.figure).first { $0.figureID == id }
  }

  @Test("years against the base year, with prices taken out")
  func years() throws {
    let title = "Jaar op jaar"
    #expect(
      Self.texts(MoneyFixture())[title] == [
        "In 2018 was het bedrag €\u{A0}1.320, subsidies meegerekend, tegen €\u{A0}1.000 in 2016: "
          + "32,0% meer. Het ging om 5 cliënten, tegen 5.",
        "Volgens de indexcijfers zijn de prijzen van 2016 tot 2018 veranderd: 21,0% meer. In prijzen "
          + "van 2016 is het bedrag van 2018 9,1% meer.",
      ])
    let table = try Self.table("tabel-jaren-index")
    #expect(table.rows.map { $0.values[2].value } == ["100,0", "110,0", "121,0"])
    let chart = try #require(Self.figure("figuur-jaren"))
    #expect(chart.figureDescription.contains("Prijzen van 100,0 naar 121,0"))
    let bare = MoneyFixture(hasPrices: false)
    #expect(Self.texts(bare)[title]?.last?.hasPrefix("Welk deel daarvan van prijzen komt") == true)
    #expect(Self.figure("figuur-jaren", bare)?.figureDescription.contains("Prijzen") == false)
  }

  @Test("a year in part is in no index, and one whole year has nothing beside it")
  func incompleteYears() throws {
    let part = MoneyFixture(wholeYears: [2016, 2017])
    #expect(Self.texts(part)["Jaar op jaar"]?.first?.hasPrefix("In 2017 was") == true)
    #expect(try Self.table("tabel-jaren", part).rows.last?.rowHeading == "2018 (niet volledig)")
    let single = MoneyFixture(wholeYears: [2016])
    #expect(
      Self.texts(single)["Jaar op jaar"]?.first?.contains("geen ander volledig basisjaar") == true)
    #expect(Self.figure("figuur-jaren", single) == nil)
    let none = MoneyFixture(wholeYears: [])
    #expect(Self.texts(none)["Jaar op jaar"]?.first?.hasPrefix("Van geen enkel jaar") == true)
  }

  @Test("the budget: what is spent, what is expected, and which line goes past it")
  func budget() throws {
    let title = "De begroting"
    #expect(
      Self.texts(MoneyFixture())[title] == [
        "Van de begroting van 2018, €\u{A0}2.000, is 100,0% besteed: €\u{A0}2.000. Naar verwachting "
          + "komt er €\u{A0}100 bij, waarmee de kosten €\u{A0}100 boven het budget uitkomen; het "
          + "budget is op in november 2018.",
        "Eén regel komt naar verwachting boven zijn budget uit: begeleiding met €\u{A0}200 (op in "
          + "november 2018).",
        "De maanden die nog komen zijn berekend uit lopende toewijzingen en hun tarieven.",
      ])
    let below = MoneyFixture(outcomes: [900_00, 900_00])
    #expect(Self.texts(below)[title]?[0].contains("onder het budget blijven.") == true)
    #expect(Self.texts(below)[title]?[1].hasPrefix("Geen enkele regel") == true)
    let clash = MoneyFixture(hasTotal: false)
    #expect(Self.texts(clash)[title]?[0].hasPrefix("Voor 2018 is er geen totaal") == true)
    #expect(try Self.table("tabel-begroting", clash).rows.count == 2)
    let table = try Self.table("tabel-begroting")
    #expect(
      table.rows.first?.values.map(\.value) == [
        "€ 1.000", "€ 1.100", "€ 1.200", "€ 200", "nadelig", "overleg",
      ])
  }

  @Test("a line that goes past its budget is told by words and a sign, not by colour")
  func exceeded() throws {
    let chart = try #require(Self.figure("figuur-begroting"))
    #expect(chart.wide.contains("▲ begeleiding: 120,0% van € 1.000, boven het budget"))
    #expect(chart.wide.contains(">vervoer: 90,0% van € 1.000<"))
    #expect(chart.figureDescription.contains("begeleiding: 120,0%"))
    #expect(chart.narrow.contains("Plafond"))
  }

  @Test("the blocks of a budget, and what the budget has beside them")
  func buildUp() throws {
    #expect(
      Self.texts(MoneyFixture())["Hoe het budget is opgebouwd"] == [
        "begeleiding is voor 2018 €\u{A0}880, opgebouwd uit 4 bouwstenen. Na de eerste is de grootste "
          + "stap blok 2: €\u{A0}80 erbij. In de begroting staat €\u{A0}120 meer."
      ])
    let table = try Self.table("tabel-opbouw")
    #expect(
      table.rows.map(\.rowHeading) == [
        "blok 1", "blok 2", "blok 3", "blok 4", "Totaal", "Verschil met de begroting",
      ])
    #expect(Self.figure("figuur-opbouw")?.wide.contains("blok 2 (10,00%)") == true)
  }

  @Test(
    "who carries the growth, by form", arguments: [(150_00, "dragen zij"), (-20_00, "ontvangen")])
  func funding(carried: Int, words: String) throws {
    let fixture = MoneyFixture(carried: Int64(carried))
    let texts = try #require(Self.texts(fixture)["Andere vormen van bekostiging"])
    #expect(texts[0].contains("de groei daarboven is €\u{A0}150"))
    #expect(texts[1].contains(words))
    #expect(texts[2].contains("1,25 keer"))
    #expect(try Self.table("tabel-bekostiging-soort", fixture).columns.count == 3)
  }

  @Test("districts, rates, indices and reserves")
  func others() throws {
    let texts = Self.texts(MoneyFixture())
    #expect(
      texts["Een budget per gebied"] == [
        "€\u{A0}1.000 is verdeeld over 2 gebieden. In 1 daarvan is meer uitgegeven dan hun deel; het "
          + "verst erboven zit Noord: €\u{A0}100."
      ])
    #expect(texts["Tarieven van aanbieders"]?.first?.contains("van 20,00 tot 30,00") == true)
    #expect(texts["Tarieven van aanbieders"]?.last?.contains("€\u{A0}75") == true)
    #expect(
      texts["Indexcijfers"]?.first?.contains("10,00% van het jaar zelf, en -0,50% omdat") == true)
    #expect(
      texts["Lumpsum en reserve"]?.last
        == "Boven het maximum komen de reserves van 1: begeleiding (€\u{A0}50).")
    let within = MoneyFixture(aboveMaximum: 0)
    #expect(Self.texts(within)["Lumpsum en reserve"]?.last?.hasPrefix("Geen enkele") == true)
  }

  @Test(
    "whatever is missing is said in a sentence, nothing stays to be filled in",
    arguments: AnnexLanguage.allCases, [-1] + Analysis.all.indices.map { Int($0) })
  func missing(language: AnnexLanguage, number: Int) throws {
    var fixture = MoneyFixture()
    fixture.isEmpty = { number < 0 || $0.name == Analysis.all[number].name }
    let file = try #require(try AnnexFormat(language: language).files(of: fixture.report).first)
    let html = String(decoding: file.bytes, as: UTF8.self)
    let body = try #require(html.components(separatedBy: "<body>").last)
    #expect(body.firstMatch(of: /\{\w+\}/) == nil)
    #expect(!body.contains("NaN"))
    #expect(body.contains("<section id=\"geld-en-begroting\"") == (number >= 0))
    let section = Self.section(fixture, language)
    #expect(section.blocks.compactMap(\.theme).count == (number >= 0 ? 8 : 0))
    for text in section.blocks.compactMap(\.theme).flatMap(\.themeTexts) {
      #expect(!text.contains("_") && !text.contains("–"), "\(text)")
    }
  }

  @Test("names from the data are escaped in every table and chart")
  func hostile() throws {
    let fixture = MoneyFixture(name: "<b onload=\"x\">{lots} & ' \u{301}</b>")
    let file = try #require(try AnnexFormat().files(of: fixture.report).first)
    let html = String(decoding: file.bytes, as: UTF8.self)
    #expect(!html.contains("<b onload") && html.contains("&lt;b onload=&quot;x&quot;"))
  }
}
