public import Analytics
public import Foundation
public import Ingest

/// Reads a published `report.json` back, so that nobody has to read the input again to see a table.
public struct ReportReader {
  /// The tables of a report; columns have the types that this version of the program gives them.
  ///
  /// Throws a `DecodingError` when the bytes are no report of this program.
  public static func tables(in bytes: Data) throws -> [Table] {
    try tables(of: JSONDecoder().decode(WrittenReport.self, from: bytes))
  }

  /// The same for a report of any version: what this one does not declare has the types that the
  /// report names, and in a table that it does not know texts and months are the keys.
  ///
  /// Throws a `DecodingError` when the bytes are no report.
  public static func tables(ofAnyVersion bytes: Data) throws -> [Table] {
    try JSONDecoder().decode(WrittenReport.self, from: bytes).tabellen.map(\.table)
  }

  /// The whole report, from the bytes of a run's `report.json` and `manifest.json`: the very one
  /// that the run had when it published them.
  ///
  /// Throws a `DecodingError` when one of them is not of this program.
  public static func report(_ reportBytes: Data, manifest: Data) throws -> Report {
    let written = try JSONDecoder().decode(WrittenReport.self, from: reportBytes)
    return try report(written, account: RunAccount(manifest: manifest))
  }

  /// The report of a run without its account, from the bytes of `report.json` alone.
  ///
  /// Throws a `DecodingError` when they are no report of this program.
  public static func report(_ bytes: Data) throws -> Report {
    try report(JSONDecoder().decode(WrittenReport.self, from: bytes), account: RunAccount())
  }

  /// How an edition was made, from the bytes of its `verantwoording.json`.
  ///
  /// Throws a `DecodingError` when they are none of this program.
  public static func parameters(ofAccount bytes: Data) throws -> PublicationParameters {
    try parameters(JSONDecoder().decode(WrittenAccount.self, from: bytes).publicatie)
  }

  /// A publication edition, from the bytes of its `report.json`, without its account.
  ///
  /// Throws a `DecodingError` when it is none of this program.
  public static func edition(in bytes: Data) throws -> Report {
    let written = try JSONDecoder().decode(WrittenReport.self, from: bytes)
    guard let publication = written.publicatie, let run = written.run else {
      throw corrupted("the report is no publication edition")
    }
    var account = RunAccount()
    account.name = run
    var edition = try report(written, account: account)
    edition.publication = try parameters(publication)
    return edition
  }

  private static func report(_ written: WrittenReport, account: RunAccount) throws -> Report {
    guard let basis = CountingParameters.Basis(rawValue: written.basis) else {
      throw corrupted("the basis is neither prestatie nor declaratie")
    }
    let tables = try tables(of: written)
    return Report(
      version: written.versie,
      municipality: Report.Municipality(code: written.gemeente.code, name: written.gemeente.naam),
      period: try written.periode.map(period), basis: basis,
      tables: tables.filter { FindingTables.columns(of: $0.name) == nil },
      findings: tables.filter { FindingTables.columns(of: $0.name) != nil },
      account: account)
  }

  private static func parameters(
    _ written: WrittenPublication
  ) throws -> PublicationParameters {
    guard let names = PublicationParameters.ProviderNames(rawValue: written.aanbieders) else {
      throw corrupted("aanbieders is neither naam nor rang")
    }
    var parameters = PublicationParameters()
    parameters.threshold = written.drempel
    parameters.countBase = written.afronden_aantal
    parameters.amountBaseEuros = written.afronden_bedrag
    parameters.percent = written.p
    parameters.providerNames = names
    return parameters
  }

  private static func period(_ written: WrittenPeriod) throws -> Report.Period {
    guard let first = Day(isoText: written.van), let last = Day(isoText: written.tot_en_met),
      first <= last
    else { throw corrupted("the period is none") }
    return Report.Period(days: first...last, isFromData: written.uit_gegevens)
  }

  private static func tables(of report: WrittenReport) throws -> [Table] {
    try report.tabellen.map { written in
      let table = written.table
      guard table.columns == declaredColumns(of: table.name, counted: table.countingRules) ?? []
      else { throw corrupted("table \(table.name) has other columns in this version") }
      return table
    }
  }

  /// The columns of this version; nil for a table that it does not know.
  static func declaredColumns(
    of table: String, counted rules: [String]
  ) -> [Column]? {
    Analysis.all.first { $0.name == table }.map { columns(of: $0, counted: rules) }
      ?? FindingTables.columns(of: table)
  }

  /// Of `indexatie`, the applied percentage has the decimals that a counting rule names.
  private static func columns(of analysis: Analysis, counted rules: [String]) -> [Column] {
    guard analysis.name == Analysis.indexation.name,
      let decimals = rules.lazy.compactMap({ rule in
        rule.firstMatch(of: /afgerond op ([0-6]) decimalen/).flatMap { Int($0.output.1) }
      }).first
    else { return analysis.columns }
    return analysis.columns.map { column in
      column.name == .appliedIndex
        ? .derived(column.name, .ratio(decimals: decimals), from: .ownIndex, .correction) : column
    }
  }

  static func corrupted(_ description: String) -> DecodingError {
    .dataCorrupted(.init(codingPath: [], debugDescription: description))
  }

  private struct WrittenReport: Decodable {
    let versie: String
    let gemeente: WrittenMunicipality
    let periode: WrittenPeriod?
    let basis: String
    let run: String?
    let publicatie: WrittenPublication?
    let tabellen: [WrittenTable]
  }

  private struct WrittenMunicipality: Decodable {
    let code: String?
    let naam: String?
  }

  private struct WrittenAccount: Decodable {
    let publicatie: WrittenPublication
  }

  private struct WrittenPublication: Decodable {
    let drempel: Int64
    let afronden_aantal: Int64
    let afronden_bedrag: Int64
    let p: Int64
    let aanbieders: String
  }

  private struct WrittenPeriod: Decodable {
    let van: String
    let tot_en_met: String
    let uit_gegevens: Bool
  }
}
