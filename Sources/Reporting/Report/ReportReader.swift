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
      let analysis = Analysis.all.first { $0.name == written.naam }
      let columns =
        analysis.map { Self.columns(of: $0, counted: written.telregels) }
        ?? FindingTables.columns(of: written.naam) ?? []
      guard written.kolommen.map(\.naam) == columns.map(\.name.text) else {
        throw corrupted("table \(written.naam) has other columns in this version")
      }
      return Table(
        name: written.naam, title: written.titel, countingRules: written.telregels,
        columns: columns,
        rows: written.rijen.map { row in zip(row, columns).map { $0.cell($1.type) } })
    }
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

  private static func corrupted(_ description: String) -> DecodingError {
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

  private struct WrittenTable: Decodable {
    let naam: String
    let titel: String
    let telregels: [String]
    let kolommen: [WrittenColumn]
    let rijen: [[WrittenCell]]
  }

  private struct WrittenColumn: Decodable {
    let naam: String
  }

  private enum WrittenCell: Decodable {
    case text(String)
    case number(Decimal)
    case empty

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if container.decodeNil() {
        self = .empty
      } else if let text = try? container.decode(String.self) {
        self = .text(text)
      } else {
        self = .number(try container.decode(Decimal.self))
      }
    }

    func cell(_ type: ColumnType) -> Cell {
      switch self {
      case .empty: return .empty
      case .text(let text):
        if type != .text, text == Cell.hiddenText { return .hidden }
        guard type == .month else { return .text(text) }
        let parts = text.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 2 else { return .text(text) }
        return .number(Int64(Month(year: parts[0], month: parts[1]).number))
      case .number(let number):
        // Amounts stand in whole cents already; quotients with all their digits.
        let decimals = type == .amount ? 0 : type.decimals
        var scaled = number
        for _ in 0..<decimals { scaled *= 10 }
        return .number(Int64(truncating: scaled as NSDecimalNumber))
      }
    }
  }
}
