import Analytics
import Foundation
import Ingest
import Testing

@testable import Reporting

@Suite("the annex of a publication edition")
struct EditionAnnexTests {
  private func html(_ fixture: EditionFixture, _ language: AnnexLanguage = .dutch) throws -> String
  {
    try AnnexFormat.html(of: fixture.page(language))
  }

  private static let wholeDistrict: EditionFixture.Place = (
    .districtUse, 0, [.clients, .clientsPerThousand, .amountPerInhabitant]
  )

  @Test("a hidden figure is an x that is read out as a word", arguments: AnnexLanguage.allCases)
  func cells(language: AnnexLanguage) throws {
    let html = try html(EditionFixture(hidden: [Self.wholeDistrict]), language)
    let word = language == .dutch ? "verborgen" : "hidden"
    let cell =
      "<td class=\"verborgen\"><span aria-hidden=\"true\">x</span> "
      + "<span class=\"unseen\">\(word)</span></td>"
    #expect(html.components(separatedBy: cell).count == 4)
    #expect(html.components(separatedBy: "class=\"verborgen\"").count == 4)
  }

  @Test("what an x is stands below the tables and charts that have one, and below no others")
  func legend() throws {
    let page = EditionFixture(hidden: [Self.wholeDistrict]).page()
    let legend = "x = verborgen om herleiding tot personen te voorkomen."
    #expect(page.table("tabel-wijken")?.note == legend)
    #expect(page.figure("figuur-wijken")?.figureNote.hasPrefix(legend) == true)
    #expect(page.table("tabel-maanden")?.note == nil)
    #expect(page.figure("figuur-clienten")?.figureNote.contains(legend) == false)
  }

  @Test("the mark, the style and its hash are those of an edition")
  func mark() throws {
    let html = try html(EditionFixture())
    #expect(!html.contains("niet voor publicatie"))
    let mark = "<p class=\"notice\">Publicatie-uitgave. Aantallen zijn afgerond op vijftallen"
    #expect(html.components(separatedBy: mark).count == 3)
    #expect(html.contains("style-src '\(AnnexFormat.hash(of: AnnexStyle.editionCSS))'"))
    #expect(html.contains("td.verborgen{"))
  }

  @Test("all sentences, and which one is left out for which hidden figure")
  func sentences() {
    #expect(
      EditionFixture().page().sentences.map { $0.replacing("\u{A0}", with: " ") } == [
        "100 cliënten gebruikten in de periode een voorziening die gefactureerd is. Samen kostte "
          + "dat € 800.000, gemiddeld € 8.000 per cliënt.",
        "Het gefactureerde bedrag per maand ging van € 160.000 in januari 2017 naar € 160.000 in "
          + "mei 2017, het aantal cliënten van 80 naar 100.",
        "60,0% van de cliënten gebruikte één soort voorziening; de combinatie begeleiding + dag "
          + "kwam het meest voor (20,0%).",
        "Noord telt naar verhouding de meeste cliënten: 20,00 per 1.000 inwoners, tegen 16,00 in "
          + "de hele gemeente.",
        "Van de vijf producten met het hoogste bedrag is Dagbesteding het sterkst geconcentreerd: "
          + "90,0% van het bedrag ging naar de drie grootste aanbieders.",
        "Van alle uitgaven, subsidies meegerekend, ging 80,0% naar maatwerkvoorzieningen: "
          + "€ 800.000.",
      ])
    let places: [(EditionFixture.Place, String)] = [
      ((.productUse, 3, [.clients]), "gemiddeld"), ((.productUse, 3, [.amount]), "gemiddeld"),
      ((.productUse, 3, [.amountPerClient]), "gemiddeld"),
      ((.monthlyCourse, 0, [.amount]), "per maand"), ((.monthlyCourse, 4, [.clients]), "per maand"),
      ((.groupCounts, 0, [.share]), "één soort"), ((.combinations, 1, [.share]), "één soort"),
      ((.districtUse, 3, [.clientsPerThousand]), "naar verhouding"),
      ((.spendingShares, 1, [.amount]), "Van alle uitgaven"),
    ]
    for (place, words) in places {
      let sentences = EditionFixture(hidden: [place]).page().sentences
      #expect(sentences.count == 5, "\(place)")
      #expect(!sentences.contains { $0.contains(words) }, "\(words)")
    }
  }

  @Test("superlatives are of the shown figures, and say so where others are hidden")
  func superlatives() {
    let fixture = EditionFixture(
      hidden: [Self.wholeDistrict, (.concentration, 0, [.amount, .threeLargestShare])],
      hasRemainders: true)
    let sentences = fixture.page().sentences
    for words in [
      "van de getoonde combinaties kwam begeleiding + dag het meest voor",
      "Van de getoonde gebieden telt Oost naar verhouding de meeste cliënten: 15,00",
      "ging bij Begeleiding het grootste deel naar de drie grootste van de getoonde aanbieders: "
        + "70,0% van het bedrag",
    ] {
      #expect(sentences.contains { $0.contains(words) }, "\(words)")
    }
    let page = fixture.page()
    #expect(
      page.figure("figuur-combinaties")?.figureTitle
        == "De meest gebruikte van de getoonde combinaties, aandeel van de cliënten.")
    #expect(
      page.figure("figuur-markten")?.figureTitle.contains("grootste van de getoonde markten")
        == true)
    #expect(
      page.table("tabel-grootste")?.caption
        == "De drie grootste van de getoonde aanbieders per product")
    #expect(fixture.page(.english).sentences.contains { $0.contains("Of the districts shown") })
  }

  @Test("where rounding leaves two the same, none of them is the most; one alone neither")
  func ties() {
    var fixture = EditionFixture(hidden: [Self.wholeDistrict])
    fixture.rates = (150_000, 150_000)
    #expect(!fixture.page().sentences.contains { $0.contains("naar verhouding") })
    fixture.rates = (150_000, 90_000)
    fixture.hidden.append((.districtUse, 2, [.clientsPerThousand]))
    #expect(!fixture.page().sentences.contains { $0.contains("naar verhouding") })
  }

  @Test("what is taken together is no combination and no concern")
  func remainders() throws {
    let page = EditionFixture(hasRemainders: true).page()
    let combinations = try #require(page.table("tabel-combinaties"))
    #expect(combinations.rows.map(\.rowHeading).last == "Overige combinaties")
    let figure = try #require(page.figure("figuur-combinaties"))
    #expect(!figure.wide.contains("verige") && !figure.figureDescription.contains("verige"))
    let largest = try #require(page.table("tabel-grootste"))
    #expect(largest.rows.count == 6)
    #expect(!largest.rows.flatMap(\.values).contains { $0.value.contains("verige") })
    let markets = try #require(page.figure("figuur-markten"))
    #expect(markets.wide.contains("Grootste van de getoonde"))
    #expect(markets.figureDescription.contains("Zorg 3 20,0%; Overige en verborgen 40,0%"))
    #expect(!markets.figureDescription.contains("overige aanbieders"))
  }

  @Test("a market without a shown concern has no bar, and nothing in it counts as others")
  func hiddenMarket() throws {
    let figure = try #require(
      EditionFixture(hasRemainders: true, hidesConcerns: true).page().figure("figuur-markten"))
    #expect(figure.wide.contains(">Dagbesteding (x)</text>"))
    #expect(figure.figureDescription.contains("Dagbesteding: x"))
    #expect(figure.figureDescription.contains("Begeleiding: Zorg 1 20,0%;"))
  }

  @Test("counting cards without counts of lines, and no account of them")
  func account() throws {
    let page = EditionFixture().page()
    let cards = page.blocks.compactMap(\.table).flatMap(\.card)
    let leftOut = Set(cards.filter { $0.term == "Niet meegeteld" }.map(\.detail))
    #expect(leftOut == ["afgekeurde regels", "afgekeurde regels; regels buiten de periode"])
    #expect(cards.contains { $0.detail == "verantwoording.json" })
    #expect(!cards.contains { $0.detail.contains("manifest") })
    let section = try #require(page.sections.first { $0.sectionID == "verantwoording" })
    #expect(section.blocks.compactMap(\.table?.tableID) == ["tabel-verborgen"])
    let rules = try #require(section.blocks.first?.rules)
    #expect(
      rules.lines.last
        == "Instellingen: drempel 10, afronden_aantal 5, afronden_bedrag 100, p 20, aanbieders "
        + "naam.")
    #expect(section.paragraphs.contains { $0.contains("20171015T020000Z-00c0ffee") })
    #expect(page.table("tabel-verborgen")?.rows.last?.values.map(\.value) == ["30", "4"])
    #expect(page.table("tabel-verborgen")?.note?.contains("staat 3% in verborgen rijen") == true)
    let internalChapters: Set = [
      "verloop-en-verwachting", "toegekend-en-gebruikt", "aanbieders-en-contracten",
      "geld-en-begroting",
    ]
    #expect(internalChapters.isDisjoint(with: page.sections.map(\.sectionID)))
  }

  @Test("of a long table the largest of the shown rows, none that is hidden, and what is left")
  func shownRows() throws {
    let columns = Analysis.spendingShares.columns
    let cells: [Cell] = [.number(5), .hidden, .number(9), .number(7), .hidden, .number(1)]
    let table = Table(
      name: Analysis.spendingShares.name, title: "", countingRules: [], columns: columns,
      rows: cells.enumerated().map { [.text("\($0)"), $1, .empty] })
    func shown(_ limit: Int) -> (names: [String], note: String?) {
      let (rows, note) = AnnexBuilder(EditionFixture().edition, language: .dutch).shownRows(
        of: AnnexTable(
          id: .spending, caption: "", source: table, columns: [.kind], rows: table.rows,
          shown: .largest(limit, by: .amount)))
      return (rows.map { table.text($0, .kind) }, note)
    }
    #expect(shown(2).names == ["2", "3"])
    #expect(shown(2).note?.hasPrefix("De 2 grootste van de getoonde cijfers staan hier. ") == true)
    #expect(shown(5).names == ["0", "2", "3", "5"])
    #expect(shown(5).note?.contains("De overige 2 rijen") == true)
    #expect(shown(6).names.count == 6 && shown(6).note == nil)
    #expect(
      table.sorted(table.rows, by: .amount).map { table.text($0, .kind) } == [
        "2", "3", "0", "5", "1", "4",
      ])
  }
}
