import Analytics
import Foundation
import Ingest
import Testing

@testable import Reporting

@Suite("a publication edition for programs")
struct EditionFormatTests {
  /// A month, a whole district, a product, a concern's market, an age and a total.
  private static let fixture = EditionFixture(
    hidden: [
      (.monthlyCourse, 2, [.clients, .amount]),
      (
        .districtUse, 0,
        [
          .clients, .clientsPerThousand, .indications, .amount, .amountPerClient,
          .amountPerInhabitant,
        ]
      ),
      (.productUse, 0, [.indications, .clients, .providers, .amount, .amountPerClient]),
      (.concentration, 0, [.amount, .hhi, .threeLargestShare]), (.ages, 1, [.clients, .share]),
      (.groupCounts, 5, [.clients, .share, .amount]),
    ], hasRemainders: true)

  private func text(_ format: some ReportFormat, _ path: String) throws -> String {
    let file = try format.files(of: Self.fixture.edition).first { $0.path == path }
    return try String(decoding: #require(file).bytes, as: UTF8.self)
  }

  @Test("CSV: an x, unquoted, in both profiles")
  func csv() throws {
    let plain = try text(CSVFormat(), "tables/maandverloop.csv").split(separator: "\n")
    #expect(plain[3] == "2017-03,90,x,85,10,5,x")
    let excel = try text(CSVFormat(profile: .dutchExcel), "tables-excel/maandverloop.csv")
    #expect(excel.contains("2017-03-01;90;x;85;10;5;x\r\n"))
    let concerns = try text(CSVFormat(), "tables/aanbieders.csv").split(separator: "\n")
    #expect(concerns[4] == "product,maatwerk,01,overige aanbieders,,120000.00,0.400000,x,x")
  }

  @Test("JSON: the run, the configuration and an x, and all of it is read back")
  func json() throws {
    let edition = Self.fixture.edition
    let written = try text(JSONFormat(), "report.json")
    #expect(written.contains("\"run\": \"\(EditionFixture.run)\""))
    #expect(
      written.contains(
        "\"publicatie\": {\"drempel\": 10, \"afronden_aantal\": 5, \"afronden_bedrag\": 100, "
          + "\"p\": 20, \"aanbieders\": \"naam\"},"))
    #expect(written.contains("[\"2017-03\", 90, \"x\", 85, 10, 5, \"x\"]"))
    let read = try ReportReader.edition(in: Data(written.utf8))
    #expect(read.publication == edition.publication)
    #expect(read.account == edition.account)
    #expect(read.tables.map(\.rows) == edition.tables.map(\.rows))
    #expect(JSONFormat().files(of: read) == JSONFormat().files(of: edition))
  }

  @Test("every setting is read back, and a report of a run is no edition")
  func settings() throws {
    var fixture = EditionFixture()
    fixture.parameters.threshold = 7
    fixture.parameters.countBase = 1
    fixture.parameters.amountBaseEuros = 0
    fixture.parameters.percent = 33
    fixture.parameters.providerNames = .rank
    let bytes = try #require(JSONFormat().files(of: fixture.edition).first).bytes
    #expect(try ReportReader.edition(in: Data(bytes)).publication == fixture.parameters)
    let inside = JSONFormat().files(of: AnnexTests.report())[0].bytes
    #expect(throws: DecodingError.self) { try ReportReader.edition(in: Data(inside)) }
    #expect(!String(decoding: inside, as: UTF8.self).contains("publicatie"))
  }

  @Test("an x that is text stays text")
  func textThatIsAnX() throws {
    let table = Table(
      name: Analysis.spendingShares.name, title: "", countingRules: [],
      columns: Analysis.spendingShares.columns, rows: [[.text("x"), .hidden, .empty]])
    let edition = AnnexTests.report().edition(
      of: "r", tables: [table], parameters: .init(), account: EditionFixture().account)
    let bytes = JSONFormat().files(of: edition)[0].bytes
    #expect(try ReportReader.edition(in: Data(bytes)).tables[0].rows == table.rows)
  }

  @Test("the account: counts per table and the rules, nothing of a cell")
  func account() throws {
    var fixture = Self.fixture
    let written = try text(PublicationAccountFormat(), "verantwoording.json")
    for part in [
      "\"dominantie\": true", "{\"naam\": \"wijken\", \"cellen\": 30, \"verborgen\": 4}",
      "\"procent_bedrag_verborgen\": 3",
      "\"eerdere_uitgaven\": [\"20171015T020000Z-00c0ffee\"]", "één van hen het overheerst",
    ] {
      #expect(written.contains(part), "\(part)")
    }
    #expect(!written.contains("al_openbaar"))
    fixture.account = PublicationAccount(
      tables: [], hiddenPercent: 0, hasDominance: false, acceptedCount: 2)
    fixture.parameters.providerNames = .rank
    let other = String(
      decoding: PublicationAccountFormat().files(of: fixture.edition)[0].bytes, as: UTF8.self)
    for part in [
      "\"dominantie\": false", "\"al_openbaar\": 2", "is niet nagegaan", "aanbieder 1",
      "\"eerdere_uitgaven\": []",
    ] {
      #expect(other.contains(part), "\(part)")
    }
    #expect(PublicationAccountFormat().files(of: AnnexTests.report()).isEmpty)
  }

  @Test(
    "the mark says to what figures are rounded",
    arguments: [
      (5, 100, "Aantallen zijn afgerond op vijftallen, bedragen op honderden euro's"),
      (10, 1000, "Aantallen zijn afgerond op tientallen, bedragen op duizenden euro's"),
      (3, 250, "Aantallen zijn afgerond op veelvouden van 3, bedragen op veelvouden van 250 euro"),
      (100, 1, "Aantallen zijn afgerond op honderdtallen, bedragen op hele euro's"),
      (1, 10, "Bedragen zijn afgerond op tientallen euro's, aantallen niet"),
      (5, 0, "Aantallen zijn afgerond op vijftallen, bedragen niet"),
      (1, 0, "Aantallen en bedragen zijn niet afgerond"),
    ])
  func mark(countBase: Int64, amountBase: Int64, words: String) {
    var fixture = EditionFixture()
    fixture.parameters.countBase = countBase
    fixture.parameters.amountBaseEuros = amountBase
    #expect(
      fixture.edition.notice
        == "Publicatie-uitgave. \(words); x = verborgen om herleiding tot personen te voorkomen.")
    #expect(fixture.page(.english).notice.hasPrefix("Publication edition. "))
  }

  @Test("of the report of a run only its name and what it is about goes into an edition")
  func nothingElse() {
    var whole = AnnexTests.report()
    whole.account = RunAccount(hash: "2ace4b98", warnings: ["w"], dutchWarnings: ["W."])
    let edition = whole.edition(
      of: "r", tables: [], parameters: .init(), account: EditionFixture().account)
    #expect(edition.tables.isEmpty && edition.findings.isEmpty)
    var account = RunAccount()
    account.name = "r"
    #expect(edition.account == account)
    #expect(edition.moment == whole.period.map { Int($0.days.upperBound.number) * 86_400 })
  }
}
