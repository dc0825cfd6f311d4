import Analytics
import Disclosure
import Ingest
import Testing

@Suite("counting rules of an edition") struct EditionRulesTests {
  private func rules(
    _ analysis: Analysis, _ parameters: PublicationParameters = PublicationParameters()
  ) -> String {
    EditionTables(MadeUpRun().tables, hiding: HiddenBundles(), parameters).tables
      .filter { $0.name == analysis.name }.flatMap(\.countingRules).joined(separator: "\n")
  }

  @Test("the eleven tables of a report take part, and no other")
  func names() {
    #expect(
      Analysis.disclosed.map(\.name) == [
        "product-gebruik", "subsidies", "uitgaven-verhouding", "maandverloop", "combinaties",
        "aantal-voorzieningen", "opvolging", "concentratie", "aanbieders", "wijken", "leeftijd",
      ])
    let other = Table(
      name: Analysis.pathways.name, title: "", countingRules: [],
      columns: Analysis.pathways.columns, rows: [])
    let tables = EditionTables(
      [other] + MadeUpRun().tables.reversed(), hiding: HiddenBundles(), PublicationParameters()
    ).tables
    #expect(tables.map(\.name) == Analysis.disclosed.map(\.name))
  }

  @Test("nothing tells of rejected lines, or of what no longer holds")
  func noLonger() {
    for analysis in Analysis.disclosed {
      for gone in [
        "Afgekeurde", "uit hele centen en aantallen", "dat van de andere concerns",
        "van groot naar klein", "laatste. Aanwezig is dus",
      ] where analysis.name != Analysis.subsidies.name {
        #expect(!rules(analysis).contains(gone), "\(analysis.name): \(gone)")
      }
    }
    #expect(rules(.concentration).contains("ondergrens"))
    #expect(rules(.providers).contains("overige aanbieders"))
    #expect(rules(.combinations).contains("overige combinaties"))
    #expect(rules(.combinations).contains("minder dan 10 cliënten"))
  }

  @Test("every table but that of subsidies says how it is rounded, and what x is")
  func rounding() {
    for analysis in Analysis.disclosed where analysis.name != Analysis.subsidies.name {
      #expect(rules(analysis).contains("elk apart afgerond"), "\(analysis.name)")
      #expect(rules(analysis).contains("\nx: verborgen"), "\(analysis.name)")
    }
    #expect(!rules(.subsidies).contains("verborgen"))
    #expect(
      rules(.productUse).contains(
        """
        Aantallen cliënten en indicaties zijn elk apart afgerond op veelvouden van 5, bedragen op \
        veelvouden van 100 euro; delen tellen daarom niet altijd op tot hun totaal.
        """))
    #expect(
      rules(.sequences).contains("Aantallen cliënten zijn elk apart afgerond op veelvouden van 5;"))
    #expect(rules(.spendingShares).contains("Bedragen zijn elk apart afgerond op"))
  }

  @Test("what is exact is not said to be rounded")
  func exact() {
    for analysis in Analysis.disclosed {
      #expect(!rules(analysis, .exact).contains("elk apart afgerond"), "\(analysis.name)")
    }
    let euros = PublicationParameters(countBase: 1, amountBaseEuros: 1)
    #expect(rules(.groupCounts, euros).contains("Bedragen zijn elk apart afgerond op hele euro's;"))
  }

  @Test("names by rank are explained")
  func ranks() {
    let ranks = PublicationParameters(countBase: 5, amountBaseEuros: 100, providerNames: .rank)
    #expect(rules(.providers, ranks).contains("heten naar hun rang"))
    #expect(!rules(.providers).contains("heten naar hun rang"))
  }
}

@Suite("figures that are hidden with others") struct CompanionTests {
  @Test("gelijktijdig with its combination, cr3 with its market, for the same reason")
  func companions() {
    let combination = "arbeid + begeleiding"
    let hidden = HiddenBundles([
      .combination(combination): .protecting, .combination("arbeid"): .atRisk,
      .market("maatwerk", ""): .atRisk, .threeLargest("", ""): .formerly,
    ])
    #expect(
      hidden.withCompanions(in: MadeUpRun().tables)
        == HiddenBundles([
          .combination(combination): .protecting, .combination("arbeid"): .atRisk,
          .simultaneous(combination): .protecting, .market("maatwerk", ""): .atRisk,
          .threeLargest("maatwerk", ""): .atRisk, .threeLargest("", ""): .formerly,
        ]))
  }
}
