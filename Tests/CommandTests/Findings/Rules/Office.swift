import Analytics
import Foundation
import Ingest
import Reporting
import Testing

@testable import Runs

/// A municipality with one allocation, so small that a test of a rule reads as a table: per row the
/// declared line and the codes of all rules that it breaks.
///
/// ```swift
/// try Office(allocation: "einddatum=2023-03-31").expect("""
///   2023-03-01..2023-03-31 ->
///   2023-03-01..2023-04-01 -> R202
///   """)
/// ```
///
/// A row says only how its line differs from an ordinary one (``ordinary``): `van..tot` is the
/// product period, everything else is `name=value`. Rows are the lines of one file, in its order.
struct Office {
  /// Client, product and provider of everything that does not say otherwise.
  static let ordinary = [
    "dag": "2024-01-05", "aanbieder": "11111111", "client": "ann", "toewijzing": "A1",
    "categorie": "", "product": "10A", "begin": "2023-01-01", "einde": "2023-01-31",
    "volume": "1", "eenheid": "04", "tarief": "", "bedrag": "10.00", "dc": "D", "vorig": "",
  ]
  private static let columns = [
    ("ref", "referentie_nummer"), ("vorig", "vorig_referentie_nummer"),
    ("dag", "declaratie_dagtekening"), ("aanbieder", "aanbieder_agb"), ("client", "client_id"),
    ("toewijzing", "toewijzing_nummer"), ("categorie", "product_categorie"),
    ("product", "product_code"), ("begin", "product_periode_begindatum"),
    ("einde", "product_periode_einddatum"), ("volume", "geleverd_volume"),
    ("eenheid", "eenheid"), ("tarief", "product_tarief"), ("bedrag", "ingediend_bedrag"),
    ("dc", "debet_credit"),
  ]
  private static let allocationColumns = [
    "toewijzing_nummer", "client_id", "aanbieder_agb", "product_categorie", "product_code",
    "ingangsdatum", "einddatum", "volume", "eenheid", "frequentie", "budget",
  ]

  private var files = [
    "producten.csv": """
    product_code,omschrijving,product_categorie,voorzieningsoort
    10A,Begeleiding,02,maatwerk
    20A,Hulp,01,maatwerk
    30A,Vervoer,08,vrij_inzetbaar
    """,
    "aanbieders.csv": """
    aanbieder_agb,naam,concern
    11111111,Alfa,
    22222222,Beta,Zorg
    33333333,Gamma,Zorg
    """,
  ]
  /// `[regels.R212] vanaf`; nil: the contract's.
  var doubleDebitsFrom: String?

  /// `allocation`: how A1 differs from one of ann at Alfa from 2023-01-01; `others`: more of them,
  /// one a line.
  init(allocation: String = "", others: String = "") {
    let rows = [allocation] + others.split(separator: "\n").map(String.init)
    let start = [
      "toewijzing_nummer": "A1", "client_id": "ann", "aanbieder_agb": "11111111",
      "ingangsdatum": "2023-01-01",
    ]
    files["toewijzingen.csv"] = Self.csv(
      Self.allocationColumns.map { ($0, $0) },
      rows.map { start.merging(Self.values($0)) { $1 } }
    )
  }

  /// `tarieven.csv`, without its header.
  func with(rates: String) -> Office {
    with("tarieven.csv", "product_code,aanbieder_agb,tarief,eenheid,geldig_vanaf,geldig_tot", rates)
  }

  /// `clienten.csv`, without its header.
  func with(clients: String) -> Office {
    with("clienten.csv", "client_id,overlijdensdatum", clients)
  }

  private func with(_ file: String, _ header: String, _ rows: String) -> Office {
    var other = self
    other.files[file] = header + "\n" + rows + "\n"
    return other
  }

  /// A row's values by name.
  private static func values(_ row: String) -> [String: String] {
    var values: [String: String] = [:]
    for word in row.split(separator: " ") {
      let period = word.components(separatedBy: "..")
      if period.count == 2 {
        (values["begin"], values["einde"]) = (period[0], period[1])
      } else {
        let pair = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        values[String(pair[0])] = pair.count == 2 ? String(pair[1]) : ""
      }
    }
    return values
  }

  private static func csv(_ columns: [(name: String, column: String)], _ rows: [[String: String]])
    -> String
  {
    for row in rows {
      let unknown = Set(row.keys).subtracting(columns.map(\.name))
      if !unknown.isEmpty { Issue.record("the table has unknown names: \(unknown.sorted())") }
    }
    let lines = rows.map { row in columns.map { row[$0.name] ?? "" }.joined(separator: ",") }
    return ([columns.map(\.column).joined(separator: ",")] + lines).joined(separator: "\n") + "\n"
  }
}

extension Office {
  /// Holds the drawn lines, together in one file, against the rules; both engines must agree.
  func expect(_ drawn: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let rows = Self.rows(drawn)
    let (codes, _) = try judge(rows.map(\.line))
    let found = zip(rows, codes).map { Self.text($0.line, $1) }
    let expected = rows.map { Self.text($0.line, $0.codes) }
    #expect(found == expected, sourceLocation: sourceLocation)
  }

  /// Holds each drawn line against the rules on its own.
  func expectEach(_ drawn: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    for row in Self.rows(drawn) {
      let (codes, _) = try judge([row.line])
      #expect(
        Self.text(row.line, codes[0]) == Self.text(row.line, row.codes),
        sourceLocation: sourceLocation
      )
    }
  }

  /// The drawn lines to which a rule can be applied; nil where it is not assessed.
  func denominator(_ code: String, _ drawn: String) throws -> Int? {
    let results = try judge(Self.rows(drawn).map(\.line)).results
    return try #require(results.first { $0.rule.code == code }).figures?.denominator
  }

  private static func rows(_ drawn: String) -> [(line: String, codes: [String])] {
    drawn.split(separator: "\n").map { row in
      let sides = row.components(separatedBy: "->").map { $0.trimmingCharacters(in: .whitespaces) }
      return (sides[0], sides.count > 1 ? sides[1].split(separator: " ").map(String.init) : [])
    }
  }

  private static func text(_ line: String, _ codes: [String]) -> String {
    "\(line) -> \(codes.joined(separator: " "))"
  }

  /// The codes that each line breaks, rejects included, and the figures per rule.
  private func judge(_ lines: [String]) throws -> (codes: [[String]], results: [Findings.Result]) {
    var files = files
    files["declaraties.csv"] = Self.csv(
      Self.columns.map { (name: $0.0, column: $0.1) },
      lines.enumerated().map { index, line in
        let own = Self.values(line)
        return Self.ordinary.merging(["ref": "r\(index + 1)"]) { $1 }.merging(own) { $1 }
      }
    )
    let result = try run(files)
    let hits = result.findings.map { Array($0.hits) } ?? []
    var codes = [[String]](repeating: [], count: lines.count)
    for reject in result.tally.rejects { codes[reject.line - 2].append(reject.rule.rule.code) }
    for hit in hits { codes[hit.line - 2].append(hit.rule.code) }

    let slow = try OracleReport(files: files, settings: referenceSettings).findingLines
    let providers = result.ledger.registers.providers
    let fast = Array(LineFiles.findings(result.findings, providers).joined())
    #expect(String(decoding: fast, as: UTF8.self) == slow, "the engines differ: \(lines)")
    return (codes, result.findings?.results ?? [])
  }

  private var referenceSettings: OracleReport.Settings {
    var settings = OracleReport.Settings()
    if let doubleDebitsFrom { settings.doubleDebitsFrom = .init(stringLiteral: doubleDebitsFrom) }
    return settings
  }

  private func run(_ files: [String: String]) throws -> Pipeline.Result {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    for (name, text) in files {
      try Data(text.utf8).write(to: folder.url.appending(path: name))
    }
    var configuration = Configuration()
    configuration.commonDialect = DialectDeclaration(preset: .iso)
    if let doubleDebitsFrom {
      configuration.rules["R212"] = RuleSettings(from: Day(isoText: doubleDebitsFrom))
    }
    return try Pipeline(
      configuration: configuration,
      folder: try InputFolder(path: folder.url.path, declarationsFromStandardInput: false),
      workers: 1,
      chunkSize: 64
    ).read()
  }
}
