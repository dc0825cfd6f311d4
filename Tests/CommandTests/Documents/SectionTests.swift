import Analytics
import Foundation
import Ingest
import Testing

@testable import Reporting

/// From a report that has everything, every section, table, sentence and chart is made: what asks for
/// a table or a column that is not there would otherwise be missing without a word.
@Suite("every section of the annex and every chart of the workbook")
struct SectionTests {
  @Test("the annex", arguments: AnnexLanguage.allCases)
  func annex(language: AnnexLanguage) async throws {
    var builder = AnnexBuilder(try await Self.report(), language: language)
    let sections = builder.page().sections
    // "In brief", the accounting and the counting rules belong to no chapter.
    #expect(sections.count == AnnexChapter.allCases.count + 3)
    #expect(builder.sentences.allSatisfy { $0 != nil })
    let content = sections.map { section in
      let blocks = section.blocks.compactMap { $0.table?.tableID ?? $0.figure?.figureID }
      return "\(section.sectionID): \(blocks.joined(separator: " "))"
    }
    #expect(
      content == [
        "kort: ",
        "gebruik: tabel-viv tabel-maatwerk tabel-subsidies tabel-algemeen figuur-uitgaven "
          + "tabel-uitgaven tabel-alle",
        "maanden: figuur-bedrag figuur-clienten figuur-stroom tabel-maanden",
        "wijken: figuur-wijken figuur-inwoners tabel-wijken",
        "combinaties: figuur-combinaties tabel-combinaties tabel-aantallen tabel-opvolging",
        "aanbieders: figuur-markten tabel-concentratie tabel-grootste",
        "leeftijd: figuur-leeftijd tabel-leeftijd",
        "verloop-en-verwachting: tabel-nog-te-verwachten figuur-verwacht tabel-nog-per-maand "
          + "tabel-terugblik tabel-driehoek tabel-binnengekomen tabel-kostenontwikkeling "
          + "figuur-oorzaken tabel-oorzaken figuur-verblijfsduur tabel-verblijfsduur tabel-stromen "
          + "tabel-stromen-gebied tabel-opvolging-in-de-tijd figuur-trajecten tabel-trajecten "
          + "figuur-leeftijdscorrectie tabel-wijken-gestandaardiseerd",
        "toegekend-en-gebruikt: figuur-lopend figuur-gestart tabel-toewijzingen "
          + "tabel-toewijzingen-soort tabel-verzilvering figuur-verzilvering "
          + "tabel-verzilvering-volume figuur-beeindigingen tabel-beeindigingen figuur-aflopend "
          + "tabel-aflopend tabel-aflopend-soort figuur-leveringsvorm tabel-leveringsvorm",
        "aanbieders-en-contracten: figuur-percelen tabel-percelen tabel-percelen-rollen "
          + "tabel-percelen-gebruik figuur-toetreders tabel-aanbieders-verloop "
          + "tabel-aanbieders-verloop-soort tabel-landschap tabel-landschap-soort figuur-uitstap "
          + "tabel-uitstap tabel-overstap tabel-overstap-paren",
        "geld-en-begroting: figuur-jaren tabel-jaren tabel-jaren-index tabel-jaren-soort "
          + "tabel-indexatie figuur-begroting tabel-begroting tabel-begroting-verloop figuur-opbouw "
          + "tabel-opbouw figuur-bekostiging tabel-bekostiging tabel-bekostiging-soort "
          + "figuur-wijkbudget tabel-wijkbudget tabel-tarieven figuur-reserve tabel-lumpsum",
        "verantwoording: tabel-ladder tabel-afkeur tabel-bevindingen",
        "telregels: ",
      ])
    let blocks = sections.flatMap(\.blocks)
    // A subheading for each theme, with at least a sentence.
    let themes = blocks.compactMap(\.theme)
    #expect(themes.count == 24 && themes.allSatisfy { !$0.themeTexts.isEmpty })
    for figure in blocks.compactMap(\.figure) {
      #expect(figure.figureNote.firstMatch(of: /tab(el|le) [0-9]+/) != nil, "\(figure.figureID)")
    }
    // The name of a column without underscores stands where its heading has no wording.
    let unworded = Set(
      Analysis.all.flatMap(\.columns).map { $0.name.text.replacing("_", with: " ") })
    for table in blocks.compactMap(\.table) {
      #expect(unworded.isDisjoint(with: table.columns.map(\.label)), "\(table.tableID)")
      #expect(!table.rows.isEmpty && table.rows.allSatisfy { !$0.rowHeading.isEmpty })
    }
  }

  @Test("each chapter alone: numbers from 1, links that lead somewhere, rules of its own tables")
  func chapters() async throws {
    var report = try await Self.report()
    let all = report.account.chapters
    for chapter in all {
      report.account.chapters = [chapter]
      var builder = AnnexBuilder(report, language: .dutch)
      let page = builder.page()
      let names = page.sections.map(\.sectionID).filter { $0 != "kort" }
      #expect(names == [chapter.rawValue, "verantwoording", "telregels"])
      let tables = page.sections.flatMap(\.blocks).compactMap(\.table)
      #expect(tables.map(\.tableName) == tables.indices.map { "Tabel \($0 + 1)." })
      let targets = page.sections.flatMap(\.sentences).map(\.target)
      #expect(Set(targets).isSubset(of: tables.map(\.tableID)))
      let accounting = page.sections.first { $0.sectionID == "verantwoording" }?.paragraphs ?? []
      for other in all {
        let isNamed = accounting.contains { $0.contains(other.title.dutch) }
        #expect(isNamed == (other != chapter), "\(chapter) and \(other)")
      }
      let rules = page.sections.last?.blocks.compactMap(\.rules?.rulesTitle) ?? []
      let shown = report.tables.filter { builder.shownTables.contains($0.name) }.map(\.title)
      #expect(!rules.isEmpty && Set(rules).isSubset(of: shown + ["Regels voor meer tabellen"]))
    }
  }

  @Test("the workbook")
  func workbook() async throws {
    let report = try await Self.report()
    let charts = SheetChart.all(in: report).map { "\($0.table.name): \($0.title)" }
    #expect(charts.filter { $0.hasPrefix("aanbieders: Aandeel per aanbieder: ") }.count == 5)
    #expect(
      charts.filter { !$0.hasPrefix("aanbieders: ") } == [
        "uitgaven-verhouding: Uitgaven per soort voorziening",
        "uitgaven-verhouding: Aandeel in de uitgaven", "maandverloop: Netto bedrag per maand",
        "maandverloop: Cliënten per maand", "wijken: Bedrag per cliënt",
        "wijken: Cliënten per 1.000 inwoners", "combinaties: Cliënten per combinatie",
        "nog-te-verwachten: Gedeclareerd en nog te verwachten per prestatiemaand",
        "kostenontwikkeling: Waardoor de kosten veranderden",
        "verblijfsduur: Deel van het gebruik dat langer duurt dan 3, 6, 12 en 24 maanden",
        "instroom-uitstroom: Aanwezige cliënten per maand",
        "instroom-uitstroom: Instroom en uitstroom per maand (zonder de eerste)",
        "opvolging-in-de-tijd: Aandeel dat binnen 12 maanden een andere voorziening kreeg",
        "trajecten: Cliënten per traject",
        "wijken-gestandaardiseerd: Cliënten per 1.000 inwoners, zonder en met correctie voor "
          + "leeftijd",
        "toewijzingen-verloop: Lopende toewijzingen per maand",
        "toewijzingen-verloop: Gestarte en beëindigde toewijzingen per maand",
        "verzilvering: Deel van het toegewezen volume dat is gedeclareerd",
        "percelen: Aanbieders per perceel, en van hen met gebruik",
        "aanbieders-verloop: Toetreders en uittreders per jaar",
        "jaarverloop: Bedrag, cliënten en prijzen per volledig jaar (basisjaar = 100)",
        "indexatie: Toegepaste index per jaar, in procenten",
        "begroting-opbouw: Opbouw van begeleiding, 2017",
        "begroting-bewaking: Budget en prognose per regel, 2017",
        "lumpsum: Reserve en haar maximum per ontvanger, 2017",
        "bekostiging-vergelijking: Wie de groei boven de index draagt, per vorm van bekostiging",
        "wijkbudget: Budget per gebied, en wat er is uitgegeven",
      ])
  }

  @Test("the heat map ends each month with the share that nog-te-verwachten has")
  func heatMap() async throws {
    let report = try await Self.report()
    let months = try #require(TriangleSheet(report)).months
    let table = try #require(report.tables.first { $0.name == "nog-te-verwachten" })
    let rows = table.rows(at: .month).filter { table.holds($0, .total, in: .productGroup) }
    #expect(rows.count == 27)
    #expect(rows.map { table.number($0, .serviceMonth) } == months.map(\.number))
    #expect(rows.map { table.cell($0, .developed) } == months.compactMap(\.shares.last))
    #expect(months.map(\.shares.count) == Array((1...27).reversed()))
  }

  @Test("no two rows of a table have the same keys")
  func keys() async throws {
    let report = try await Self.report()
    for table in report.tables + report.findings {
      let keys = table.columns.indices.filter { table.columns[$0].role == .key }
      #expect(Set(table.rows.map { row in keys.map { row[$0] } }).count == table.rows.count)
    }
  }

  /// The sample's, with a rejected line and a general product, of which it has none.
  static func report() async throws -> Report {
    let scratch = try TemporaryFolder()
    defer { scratch.remove() }
    let run = try await ZoetermeerRun.wmoEtl("run --input \"$INPUT\" --output out", in: scratch)
    #expect(run.exit == 0, "\(run.stderr)")
    let folder = scratch.url.appending(path: "out/latest")
    let sample = try ReportReader.report(
      Data(contentsOf: folder.appending(path: "report.json")),
      manifest: Data(contentsOf: folder.appending(path: "manifest.json"))
    )
    var ladder = sample.account.ladder
    ladder.rejected["R105"] = 1
    var account = RunAccount(hash: sample.account.hash, ladder: ladder)
    account.comparison = sample.account.comparison
    #expect(account.comparison != nil)
    return Report(
      version: sample.version,
      municipality: sample.municipality,
      period: sample.period,
      basis: sample.basis,
      tables: sample.tables.map { table in
        guard table.name == Analysis.productUse.name else { return table }
        let product: [Cell] = [
          .level(.product), .text(ProvisionKind.general.code), .text("01A01"), .text("Inloop"),
        ]
        let figures = [Cell](repeating: .number(1), count: table.columns.count - product.count)
        return Table(
          name: table.name,
          title: table.title,
          countingRules: table.countingRules,
          columns: table.columns,
          rows: [product + figures] + table.rows
        )
      },
      findings: sample.findings,
      account: account
    )
  }
}
