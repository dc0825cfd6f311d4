import Testing

@testable import Ingest

@Suite("The files of the contract and their columns")
struct FileKindTests {
  @Test("thirteen files, of which four are needed")
  func files() {
    #expect(
      FileKind.allCases.map(\.name) == [
        "declaraties", "toewijzingen", "producten", "aanbieders", "clienten", "gebieden",
        "subsidies", "tarieven", "begroting", "contracten", "pgb",
        "bouwstenen", "indexcijfers",
      ]
    )
    #expect(
      FileKind.allCases.filter(\.isNeeded).map(\.name) == [
        "declaraties", "toewijzingen", "producten", "aanbieders",
      ]
    )
  }

  @Test("no name of a file means two files")
  func fileNamesAreUnique() {
    let names = FileKind.allCases.flatMap(\.acceptedNames)
    #expect(Set(names).count == names.count)
  }

  @Test("no header means two columns of a file", arguments: FileKind.allCases)
  func headersAreUnique(kind: FileKind) {
    // Several spellings of one name are no two columns.
    let headers = kind.columnNames.flatMap(\.all)
    #expect(Set(headers).count == headers.count)
  }

  @Test(
    "what each file needs",
    arguments: [
      (FileKind.allocations, ["toewijzing_nummer", "client_id", "aanbieder_agb", "ingangsdatum"]),
      (.products, ["product_code", "omschrijving", "product_categorie", "voorzieningsoort"]),
      (.providers, ["aanbieder_agb", "naam"]),
      (.clients, ["client_id"]),
      (.districts, ["wijk_code", "peiljaar", "wijk_naam"]),
      (.subsidies, ["ontvanger_naam", "jaar", "verleend_bedrag"]),
      (.rates, ["product_code", "tarief", "geldig_vanaf"]),
      (.budget, ["jaar", "bedrag_begroot"]),
      (.contracts, ["perceel", "geldig_vanaf"]),
      (.personalBudgets, ["client_id", "jaar", "toegekend"]),
    ]
  )
  func neededColumns(kind: FileKind, names: [String]) {
    #expect(kind.columns.filter(\.isNeeded).map(\.name) == names)
  }

  @Test("declaraties begins and ends as the contract's table, and its reference is recommended")
  func declarationColumns() {
    let columns = FileKind.declarations.columns
    #expect(columns.count == 16)
    #expect(columns.first?.name == "referentie_nummer")
    #expect(columns.first?.need == .recommended)
    #expect(columns.last?.name == "debet_credit")
    #expect(columns.count { $0.isNeeded } == 10)
  }

  /// The cases find their columns by position, so a column moved in one place only would be read as
  /// another.
  @Test("the cases of DeclarationColumn are the columns of declaraties")
  func declarationColumnCases() {
    let names: [(DeclarationColumn, String)] = [
      (.reference, "referentie_nummer"), (.previousReference, "vorig_referentie_nummer"),
      (.declarationNumber, "declaratie_nummer"), (.declared, "declaratie_dagtekening"),
      (.provider, "aanbieder_agb"), (.client, "client_id"), (.allocation, "toewijzing_nummer"),
      (.category, "product_categorie"), (.product, "product_code"),
      (.start, "product_periode_begindatum"), (.end, "product_periode_einddatum"),
      (.volume, "geleverd_volume"), (.unit, "eenheid"), (.rate, "product_tarief"),
      (.amount, "ingediend_bedrag"), (.debitCredit, "debet_credit"),
    ]
    #expect(names.map(\.0) == DeclarationColumn.allCases)
    #expect(names.map(\.1) == FileKind.declarations.columns.map(\.name))
    for (column, name) in names { #expect(column.name == name) }
  }

  @Test("the aliases of declaraties are its own, those of the others are shared")
  func aliases() {
    #expect(
      FileKind.declarations.column(named: "aanbieder_agb")?.aliases == ["provider_id", "agb"]
    )
    #expect(FileKind.providers.column(named: "aanbieder_agb")?.aliases == ["provider_id"])
    #expect(FileKind.declarations.column(named: "product_tarief")?.aliases == ["rate"])
    #expect(FileKind.rates.column(named: "tarief")?.aliases == ["rate"])
    #expect(FileKind.budget.column(named: "jaar")?.aliases == ["year"])
    #expect(FileKind.subsidies.column(named: "wijk_code")?.aliases == ["district_code"])
    #expect(
      FileKind.districts.column(named: "wijk_code")?.aliases == ["district_code", "gwb_code"]
    )
    #expect(FileKind.districts.column(named: "gwb_code") == nil)
    #expect(FileKind.contracts.column(named: "bekostiging")?.aliases == ["funding"])
    #expect(FileKind.personalBudgets.column(named: "besteed")?.aliases == ["budget_spent"])
    #expect(FileKind.products.column(named: "perceel")?.aliases == ["lot"])
    #expect(FileKind.allocations.column(named: "leveringsvorm")?.aliases == ["delivery_form"])
    #expect(FileKind.clients.column(named: "postcode")?.aliases == ["postal_code"])
  }

  @Test(
    "headers are compared without case, blanks, joints and diacritics",
    arguments: [
      ("client_id", "clientid"), ("Cliënt-ID", "clientid"), ("  Client . Id\u{A0}", "clientid"),
      ("REDEN_BEËINDIGING", "redenbeeindiging"), ("re\u{308}e\u{301}l", "reel"), ("_-. ", ""),
    ]
  )
  func headerNames(header: String, normalised: String) {
    #expect(HeaderName(header).normalised == normalised)
  }
}

extension FileKind {
  /// The column of that name, or nil; an alias is no name.
  func column(named name: String) -> ColumnDefinition? { columns.first { $0.name == name } }
}
