import Analytics
import Ingest

extension AnnexBuilder {
  /// The counting card (telkaart) of what comes from one of the report's tables; nil for the ladder.
  func card(of table: Table?) -> [AnnexPage.Fact] {
    if table == nil, report.isEdition {
      return [
        .init(term: text(.cardRun), detail: run),
        .init(term: text(.cardSource), detail: PublicationAccountFormat.fileName),
      ]
    }
    // Findings and the ladder are of all lines.
    let coverage = table.flatMap(Analysis.declaring)?.coverage ?? .allMonths
    return card(
      of: table, basis: basis(of: coverage), window: ownPeriods(of: table) ?? window(of: coverage),
      client: client(of: table, coverage), leftOut: leftOut(of: table, coverage),
      immature: immature(in: table, coverage))
  }

  /// The card of contracts: no line of a declaration is behind their figures.
  func contractCard(of table: Table) -> [AnnexPage.Fact] {
    card(
      of: table, basis: text(.contractBasis), window: period, client: text(.noClient),
      leftOut: text(.leftOutContracts), immature: text(.noClient))
  }

  private func card(
    of table: Table?, basis: String, window: String, client: String, leftOut: String,
    immature: String
  ) -> [AnnexPage.Fact] {
    [
      .init(term: text(.basis), detail: basis), .init(term: text(.cardWindow), detail: window),
      .init(term: text(.cardClient), detail: client),
      .init(term: text(.cardLeftOut), detail: leftOut),
      personalBudgets(in: table), .init(term: text(.cardImmature), detail: immature),
      .init(term: text(.cardData), detail: dataDate), referenceDay,
      .init(term: text(.cardRun), detail: run),
      .init(term: text(.cardSource), detail: table.map(file) ?? "manifest.json"),
    ].compactMap { $0 }
  }

  /// Up to when what was delivered counts; nil where all of it does.
  var referenceDay: AnnexPage.Fact? {
    report.account.referenceDay.map { day in
      .init(
        term: text(.referenceDay),
        detail: text(.referenceDetail, ["day": notation.day(day)]))
    }
  }

  /// Where a table stands in the folder of the run.
  func file(of table: Table) -> String {
    Analysis.declaring(table) == nil ? "\(table.name).csv" : "tables/\(table.name).csv"
  }
}

extension AnnexPhrase {
  static let card = AnnexPhrase("Telkaart", "Counting card")
  static let commonCard = AnnexPhrase(
    "Telkaart voor alle tabellen van dit hoofdstuk", "Counting card for all tables of this chapter")
  static let ownCard = AnnexPhrase("Telkaart van deze tabel", "Counting card of this table")
  static let cardWindow = AnnexPhrase("Periode", "Period")
  static let cardClient = AnnexPhrase("Cliënt", "Client")
  static let cardLeftOut = AnnexPhrase("Niet meegeteld", "Left out")
  static let cardImmature = AnnexPhrase("Voorlopige maanden", "Provisional months")
  static let cardData = AnnexPhrase("Stand van de gegevens", "State of the data")
  static let cardRun = AnnexPhrase("Run", "Run")
  static let cardSource = AnnexPhrase("Bron", "Source")
  static let referenceDay = AnnexPhrase("Peildatum", "Reference date")
  static let referenceDetail = AnnexPhrase(
    "{day}; wat later is gedeclareerd of toegewezen, telt niet mee",
    "{day}; what was declared or allocated later does not count")
  static let contractBasis = AnnexPhrase(
    "dagen waarop het contract geldt", "days on which the contract is in force")
}
