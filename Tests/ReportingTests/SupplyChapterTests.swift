import Analytics
import Foundation
import Ingest
import Testing

@testable import Reporting

@Suite("the annex on providers and contracts")
struct SupplyChapterTests {
  /// The sentences below each subheading of the chapter.
  private static func texts(
    _ fixture: SupplyFixture, _ language: AnnexLanguage = .dutch
  ) -> [String: [String]] {
    var builder = AnnexBuilder(fixture.report, language: language)
    let themes = builder.supplySection().blocks.compactMap(\.theme)
    return Dictionary(uniqueKeysWithValues: themes.map { ($0.themeTitle, $0.themeTexts) })
  }

  private static func tables(
    _ fixture: SupplyFixture, _ language: AnnexLanguage = .dutch
  ) -> [String: AnnexPage.TableView] {
    var builder = AnnexBuilder(fixture.report, language: language)
    let blocks = builder.grantedSection().blocks + builder.supplySection().blocks
    return Dictionary(
      uniqueKeysWithValues: blocks.compactMap(\.table).map { ($0.tableID, $0) })
  }

  private static func html(_ fixture: SupplyFixture, _ language: AnnexLanguage) throws -> String {
    let file = try #require(try AnnexFormat(language: language).files(of: fixture.report).first)
    return String(decoding: file.bytes, as: UTF8.self)
  }

  @Test("lots with their providers, in roles and with use, and what went past the contracts")
  func lots() throws {
    let title = "Percelen en contracten"
    #expect(
      Self.texts(SupplyFixture())[title] == [
        "In de periode golden contracten met 3 aanbieders, voor 2 percelen.",
        "Het perceel met de meeste aanbieders is begeleiding: 3 aanbieders, van wie 2 met gebruik.",
        "Naar aanbieders zonder enig contract ging €\u{A0}250, 25,0% van het gefactureerde bedrag.",
      ])
    let tables = Self.tables(SupplyFixture())
    #expect(
      tables["tabel-percelen"]?.rows.map { [$0.rowHeading] + $0.values.map(\.value) } == [
        ["begeleiding", "open house", "verschillend", "3", "€ 9.000"],
        ["vervoer", "open house", "–", "1", "–"],
        ["Totaal", "open house", "verschillend", "3", "€ 9.000"],
      ])
    #expect(
      tables["tabel-percelen-rollen"]?.rows.first?.values.map(\.value) == ["3", "3", "1", "0"])
    #expect(
      tables["tabel-percelen-gebruik"]?.rows.map(\.rowHeading) == [
        "begeleiding", "vervoer", "Producten zonder perceel", "Totaal",
      ])
    let plain = SupplyFixture(hasLotsOfProducts: false, subcontractors: 0, withoutContract: 0)
    #expect(
      Self.texts(plain)[title] == [
        "In de periode golden contracten met 3 aanbieders, voor 2 percelen.",
        "Het perceel met de meeste aanbieders is begeleiding: 3 aanbieders.",
        "Onder welk perceel een product valt, is niet opgegeven. Daarom is er geen gebruik per "
          + "perceel.",
      ])
    #expect(Self.tables(plain)["tabel-percelen-rollen"] == nil)
    #expect(Self.tables(plain)["tabel-percelen-gebruik"] == nil)
  }

  @Test(
    "entrants and leavers of the last whole year, and what the running one must not be read as",
    arguments: [
      (
        2, 1,
        "In 2016 waren er 5 aanbieders, met 2 toetreders en 1 uittreder ten opzichte van het jaar "
          + "ervoor. Naar de toetreders ging 10,0% van het bedrag."
      ),
      (
        0, 2,
        "In 2016 waren er 5 aanbieders, met 0 toetreders en 2 uittreders ten opzichte van het jaar "
          + "ervoor."
      ),
      (0, 0, "In 2016 waren er 5 aanbieders, dezelfde als het jaar ervoor."),
    ])
  func turnover(entrants: Int, leavers: Int, sentence: String) throws {
    let fixture = SupplyFixture(entrants: entrants, leavers: leavers)
    #expect(
      Self.texts(fixture)["Welke aanbieders kwamen en gingen"] == [
        sentence,
        "2017 is nog niet volledig: wie dan nog niet heeft gedeclareerd, lijkt een uittreder.",
      ])
    let years = try #require(Self.tables(fixture)["tabel-aanbieders-verloop"])
    #expect(years.rows.map(\.rowHeading) == ["2015", "2016", "2017 (niet volledig)"])
    #expect(years.columns.first?.isNumeric == false)
    #expect(
      Self.tables(fixture)["tabel-aanbieders-verloop-soort"]?.caption
        == "Toetreders en uittreders per soort voorziening, 2016")
    #expect(
      years.card.first { $0.term == "Cliënt" }?.detail.contains("in die periode") == true)
  }

  @Test("one year has nothing to be compared with")
  func oneYear() {
    let fixture = SupplyFixture(years: [(2017, true)])
    #expect(
      Self.texts(fixture)["Welke aanbieders kwamen en gingen"] == [
        "Er zijn declaraties van één kalenderjaar. Wie er kwam en ging, is daaruit niet te zien."
      ])
    #expect(Self.tables(fixture)["tabel-aanbieders-verloop"] == nil)
  }

  @Test("the landscape, with an earlier period or without")
  func landscape() throws {
    let title = "Aanbieders, vroeger en nu"
    #expect(
      Self.texts(SupplyFixture())[title] == [
        "Van 1 januari 2016 tot en met 28 februari 2016 waren er 4 aanbieders voor 16 cliënten, van "
          + "1 januari 2017 tot en met 28 februari 2017 5 aanbieders voor 20 cliënten.",
        "Precies één aanbieder had eerst 75,0% van de cliënten, en daarna 75,0%.",
      ])
    let whole = try #require(Self.tables(SupplyFixture())["tabel-landschap"])
    #expect(
      whole.card.first { $0.term == "Periode" }?.detail
        == "1 januari 2016 tot en met 28 februari 2016; 1 januari 2017 tot en met 28 februari 2017")
    #expect(whole.rows.last?.values.map(\.value) == ["6", "6"])
    let groups = try #require(Self.tables(SupplyFixture())["tabel-landschap-soort"])
    #expect(groups.rows.first?.values.map(\.value).prefix(4) == ["4", "5", "16", "20"])
    let alone = SupplyFixture(hasEarlierPeriod: false)
    #expect(
      Self.texts(alone)[title] == [
        "Van 1 januari 2017 tot en met 28 februari 2017 waren er 5 aanbieders voor 20 cliënten.",
        "Over de periode ervoor is niets gefactureerd om dat mee te vergelijken.",
      ])
    #expect(Self.tables(alone)["tabel-landschap"]?.columns.count == 2)
    #expect(Self.tables(alone)["tabel-landschap-soort"] == nil)
  }

  @Test("who would be hard to replace, also where districts are not known")
  func exits() throws {
    let title = "Wie moeilijk te vervangen is"
    let room = "Of andere aanbieders ruimte hebben, is uit deze gegevens niet te zien."
    #expect(
      Self.texts(SupplyFixture())[title] == [
        "De enige in minstens één soort voorziening: 1 aanbieder, van de 2. Het meest geldt dat voor "
          + "begeleiding, in 1 soort.",
        "De enige in een gebied, met een soort voorziening: 1 aanbieder. Het vaakst geldt dat voor "
          + "begeleiding, in 3 combinaties van gebied en soort.", room,
      ])
    let none = SupplyFixture(alone: (0, nil))
    #expect(
      Self.texts(none)[title] == [
        "Elke soort voorziening is in de periode door meer dan één aanbieder geleverd.",
        "In welk gebied cliënten wonen, is niet bekend.", room,
      ])
    #expect(Self.tables(SupplyFixture())["tabel-uitstap"]?.columns.count == 8)
    #expect(Self.tables(none)["tabel-uitstap"]?.columns.count == 6)
    #expect(
      Self.texts(SupplyFixture(alone: (0, 0)))[title]?[1]
        == "In elk gebied is voor elke soort voorziening die er is geleverd, nog een andere "
        + "aanbieder.")
  }

  @Test("who changes provider, between the two months that the table names")
  func switches() throws {
    let title = "Wie van aanbieder wisselt"
    #expect(
      Self.texts(SupplyFixture())[title] == [
        "Dezelfde soort voorziening hadden 8 cliënten zowel in januari 2017 als in februari 2017. Van "
          + "hen wisselden er 1 (12,5%) van aanbieder."
      ])
    let groups = try #require(Self.tables(SupplyFixture())["tabel-overstap"])
    #expect(
      groups.card.first { $0.term == "Periode" }?.detail == "januari 2017 en februari 2017")
    #expect(
      Self.tables(SupplyFixture())["tabel-overstap-paren"]?.rows.first?.values.map(\.value) == [
        "Anker", "Baken", "1",
      ])
    #expect(Self.tables(SupplyFixture(switched: 0))["tabel-overstap-paren"] == nil)
    #expect(
      Self.texts(SupplyFixture(switched: 0, inBoth: 0))[title] == [
        "Niemand had in beide maanden die vergeleken zijn dezelfde soort voorziening."
      ])
  }

  @Test("municipalities of a region; of one alone its overlap, where it was asked for")
  func region() throws {
    let title = "De gemeenten van de regio"
    let overlap =
      "Van 4 cliënten met een van de gekozen functies gebruikten er 3 (75,0%) ook een andere."
    #expect(
      Self.texts(SupplyFixture())[title] == [
        "De cliënten komen uit 2 gemeenten. Gemeente 9901 telt naar verhouding de meeste: 4,00 per "
          + "1.000 inwoners.", overlap,
      ])
    let tables = Self.tables(SupplyFixture())
    #expect(
      tables["tabel-regio"]?.rows.map(\.rowHeading) == ["9901", "9902", "Alle gemeenten"])
    #expect(
      tables["tabel-regio-functies"]?.rows.map { $0.values.map(\.value) } == [["4"], ["5"], ["9"]])
    let uninhabited = SupplyFixture(
      municipalities: [("9901", nil), ("9902", 2)], hasOverlap: false)
    #expect(
      Self.texts(uninhabited)[title]?.first?.hasPrefix("De cliënten komen uit 2 gemeenten. ")
        == true)
    let single = SupplyFixture(municipalities: [("9901", 1000)])
    #expect(Self.texts(single)[title] == [overlap])
    #expect(Self.tables(single)["tabel-regio"] == nil)
    #expect(
      Self.texts(SupplyFixture(municipalities: [("9901", 1000)], hasOverlap: false))[title] == nil)
  }

  @Test("what is not there is said in a sentence, and the other themes stand")
  func lacking() {
    let lacks: [(Analysis, String, String)] = [
      (
        .lots, "Percelen en contracten",
        "Wie waarvoor is gecontracteerd, is niet bekend: er is geen bestand met contracten "
          + "aangeleverd."
      ),
      (
        .switches, "Wie van aanbieder wisselt",
        "Er zijn geen twee hele maanden in de periode om te vergelijken."
      ),
    ]
    for (analysis, title, sentence) in lacks {
      var fixture = SupplyFixture()
      fixture.isEmpty = { $0.name == analysis.name }
      #expect(Self.texts(fixture)[title] == [sentence])
      #expect(Self.texts(fixture).count == 6)
      #expect(
        !Self.tables(fixture).values.contains {
          $0.card.last?.detail.contains("/\(analysis.name).csv") == true
        })
    }
  }

  @Test("every card of both chapters says whether personal budgets are in it")
  func cards() {
    for language in AnnexLanguage.allCases {
      let tables = Self.tables(SupplyFixture(), language)
      #expect(tables.count == 21)
      for (name, table) in tables {
        let facts = table.card.filter { $0.term == language.text(.cardBudgets) }
        #expect(facts.count == 1, "\(name)")
      }
    }
    let lots = Self.tables(SupplyFixture())["tabel-percelen"]?.card
    #expect(
      lots?.contains {
        $0.detail == "telt niet mee: een pgb staat in geen enkel cijfer van declaraties"
      } == true)
  }

  @Test(
    "whatever is missing, the page stands, nothing stays to be filled in, and no word is ours",
    arguments: AnnexLanguage.allCases, [-1] + Analysis.all.indices.map { Int($0) })
  func missing(language: AnnexLanguage, number: Int) throws {
    var fixture = SupplyFixture()
    fixture.isEmpty = { number < 0 || $0.name == Analysis.all[number].name }
    let body = try #require(try Self.html(fixture, language).components(separatedBy: "<body>").last)
    #expect(body.firstMatch(of: /\{\w+\}/) == nil)
    #expect(!body.contains("NaN"))
    for name in ["toegekend-en-gebruikt", "aanbieders-en-contracten"] {
      #expect(body.contains("<section id=\"\(name)\"") == (number >= 0))
    }
    var builder = AnnexBuilder(fixture.report, language: language)
    let blocks = builder.grantedSection().blocks + builder.supplySection().blocks
    for text in blocks.compactMap(\.theme).flatMap(\.themeTexts) {
      #expect(!text.contains("_") && !text.contains("–"), "\(text)")
    }
  }

  @Test("names from the data are escaped in every table and chart")
  func hostile() throws {
    let fixture = SupplyFixture(name: "<b onload=\"x\">{lots} & ' \u{301}</b>")
    for language in AnnexLanguage.allCases {
      let html = try Self.html(fixture, language)
      #expect(!html.contains("<b onload") && html.contains("&lt;b onload=&quot;x&quot;"))
      #expect(html.contains("{lots}"))
    }
  }
}
