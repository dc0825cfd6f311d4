import Analytics
import Foundation
import Ingest
import Testing

@testable import Reporting

@Suite("the annex on what was granted and used")
struct GrantedChapterTests {
  /// The sentences below each subheading of the chapter.
  private static func texts(
    _ fixture: SupplyFixture, _ language: AnnexLanguage = .dutch
  ) -> [String: [String]] {
    var builder = AnnexBuilder(fixture.report, language: language)
    let themes = builder.grantedSection().blocks.compactMap(\.theme)
    return Dictionary(uniqueKeysWithValues: themes.map { ($0.themeTitle, $0.themeTexts) })
  }

  private static func tables(_ fixture: SupplyFixture) -> [String: AnnexPage.TableView] {
    var builder = AnnexBuilder(fixture.report, language: .dutch)
    let tables = builder.grantedSection().blocks.compactMap(\.table)
    return Dictionary(uniqueKeysWithValues: tables.map { ($0.tableID, $0) })
  }

  @Test("allocations in force in the window, per month and per group")
  func inForce() throws {
    #expect(
      Self.texts(SupplyFixture())["Wat er is toegekend"] == [
        "In februari 2017 liepen 12 toewijzingen van 11 cliënten; in januari 2017 waren het 10 "
          + "toewijzingen van 9 cliënten. In de maanden januari 2017 tot en met februari 2017 zijn "
          + "er 7 gestart en 3 beëindigd."
      ])
    let tables = Self.tables(SupplyFixture())
    let months = try #require(tables["tabel-toewijzingen"])
    #expect(
      months.columns.map(\.label) == [
        "Maand", "Lopend", "Cliënten", "Gestart", "Beëindigd", "Verwijderd",
      ])
    #expect(
      months.rows.map { $0.values.map(\.value) } == [
        ["10", "9", "4", "1", "0"], ["12", "11", "3", "2", "1"],
      ])
    #expect(
      months.card.first { $0.term == "Periode" }?.detail
        == "januari 2017 tot en met februari 2017")
    let groups = try #require(tables["tabel-toewijzingen-soort"])
    #expect(groups.rows.map(\.rowHeading) == ["begeleiding", "Totaal"])
    #expect(groups.rows.allSatisfy { $0.values.map(\.value) == ["10", "7", "3", "12", "11"] })
  }

  @Test("what was used: with and without a declaration, and the share of volume")
  func uptake() throws {
    let title = "Wat ervan is gebruikt"
    #expect(
      Self.texts(SupplyFixture())[title] == [
        "In de periode liepen 12 toewijzingen in natura. Op 9 daarvan (75,0%) is gedeclareerd, op 3 "
          + "(25,0%) niets.",
        "Zoveel van het toegewezen volume is gedeclareerd: uren 45,0%.",
        "Wat over deze periode nog gedeclareerd wordt, ontbreekt in deze cijfers.",
      ])
    let volumes = try #require(Self.tables(SupplyFixture())["tabel-verzilvering-volume"])
    #expect(
      volumes.rows.map { [$0.rowHeading] + $0.values.map(\.value) } == [
        ["begeleiding", "uren", "12", "200,00", "90,00", "45,0%"],
        ["Totaal", "uren", "12", "200,00", "90,00", "45,0%"],
      ])
    let none = SupplyFixture(withoutDeclaration: 0)
    #expect(Self.texts(none)[title] == ["In de periode liep geen toewijzing in natura."])
    #expect(Self.tables(none)["tabel-verzilvering"] == nil)
  }

  @Test("how allocations ended: the reason most often given, which is not that none is")
  func endings() {
    let title = "Hoe toewijzingen eindigden"
    #expect(
      Self.texts(SupplyFixture())[title] == [
        "In de periode eindigden 3 toewijzingen. De reden die het vaakst is opgegeven: volgens plan "
          + "(33,3%)."
      ])
    let rows = Self.tables(SupplyFixture())["tabel-beeindigingen"]?.rows.map(\.rowHeading)
    #expect(rows == ["niet opgegeven", "volgens plan"])
    let ungiven = SupplyFixture(reasons: [nil])
    #expect(
      Self.texts(ungiven)[title] == [
        "In de periode eindigden 1 toewijzing. Waarom, staat bij geen ervan."
      ])
    #expect(Self.tables(ungiven)["tabel-beeindigingen"] == nil)
    #expect(
      Self.texts(SupplyFixture(reasons: []))[title] == [
        "In de periode is geen toewijzing geëindigd."
      ])
  }

  @Test("what ends soon: within three months, later, never")
  func expiry() throws {
    let title = "Wat binnenkort afloopt"
    #expect(
      Self.texts(SupplyFixture())[title] == [
        "Op 28 februari 2017 liepen 10 toewijzingen. Daarvan eindigen er 5 (50,0%) uiterlijk in mei "
          + "2017, en hebben er 2 geen einddatum."
      ])
    let groups = try #require(Self.tables(SupplyFixture())["tabel-aflopend-soort"])
    #expect(groups.rows.allSatisfy { $0.values.map(\.value) == ["10", "5", "3", "2"] })
    #expect(
      Self.texts(SupplyFixture(ends: [-1: 2]))[title] == [
        "Op 28 februari 2017 liepen 2 toewijzingen. Geen ervan heeft een einddatum."
      ])
    #expect(
      Self.texts(SupplyFixture(ends: [:]))[title] == [
        "Op 28 februari 2017 liep geen enkele toewijzing."
      ])
    // Of months far ahead the first are shown, and always what has no end.
    let many = SupplyFixture(
      ends: Dictionary(uniqueKeysWithValues: (-1...29).map { (Int32($0), 1) }))
    let months = try #require(Self.tables(many)["tabel-aflopend"])
    #expect(months.rows.count == 25 && months.rows.last?.rowHeading == "Zonder einddatum")
    #expect(months.note?.hasPrefix("De eerste 24 zijn getoond. De overige 6 rijen") == true)
  }

  @Test("in kind and by personal budget, which is in no other amount")
  func deliveryForms() throws {
    let title = "In natura of met een persoonsgebonden budget"
    let elsewhere =
      "Een pgb loopt niet via declaraties van aanbieders. Het zit dus in geen enkel ander bedrag van "
      + "deze bijlage."
    let shares =
      "10 cliënten hadden een toewijzing of een persoonsgebonden budget (pgb): 60,0% had alleen zorg "
      + "in natura, 30,0% alleen een pgb en 10,0% beide."
    #expect(
      Self.texts(SupplyFixture())[title] == [
        shares, "Aan pgb is over heel 2017 €\u{A0}16.000 toegekend en €\u{A0}8.000 besteed.",
        elsewhere,
      ])
    let forms = try #require(Self.tables(SupplyFixture())["tabel-leveringsvorm"])
    #expect(
      forms.rows.first?.values.map(\.value) == [
        "10", "60,0%", "30,0%", "10,0%", "€ 16.000", "€ 8.000",
      ])
    let unbudgeted = SupplyFixture(granted: nil)
    #expect(
      Self.texts(unbudgeted)[title] == [
        shares,
        "Wat er aan pgb is toegekend en besteed, is niet bekend: er is geen bestand met pgb’s "
          + "aangeleverd.", elsewhere,
      ])
    #expect(Self.tables(unbudgeted)["tabel-leveringsvorm"]?.columns.count == 5)
    #expect(
      Self.texts(SupplyFixture(forms: [7, 0, 0]))[title] == [
        "7 cliënten hadden een toewijzing, en niemand had een persoonsgebonden budget (pgb)."
      ])
    var unknown = SupplyFixture()
    unknown.isEmpty = { $0.name == Analysis.deliveryForms.name }
    #expect(
      Self.texts(unknown)[title] == [
        "Wie zorg in natura en wie een persoonsgebonden budget (pgb) heeft, is niet bekend: de "
          + "toewijzingen zeggen het niet, en er is geen bestand met pgb’s aangeleverd."
      ])
  }
}
