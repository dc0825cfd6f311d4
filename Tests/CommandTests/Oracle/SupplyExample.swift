import Testing

/// A small municipality for the tables of supply: what is worked out by hand must come out of the
/// oracle, and out of the program.
struct SupplyExample {
  var example = OracleExample()
  var settings = OracleReport.Settings()

  /// In the window are two months, or days.
  init(_ from: OracleReport.Day = "2017-01-01", _ to: OracleReport.Day = "2017-12-31") {
    settings.from = from
    settings.to = to
  }

  /// Allocations, one a line: number, client, AGB code, product, first day, last day, and what else
  /// is named `column=value`. A `-` is no value.
  mutating func allocate(_ drawn: String) {
    let columns = [
      "toewijzing_nummer", "client_id", "aanbieder_agb", "product_code", "ingangsdatum",
      "einddatum",
    ]
    let further = [
      "product_categorie", "beschikking_nummer", "reden_wijziging", "leveringsvorm",
      "stop_datum_levering", "reden_beeindiging", "volume", "eenheid", "frequentie",
    ]
    var text = (columns + further).joined(separator: ",") + "\n"
    for line in drawn.split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      let named = words.dropFirst(columns.count).map { $0.split(separator: "=").map(String.init) }
      let values = Dictionary(uniqueKeysWithValues: named.map { ($0[0], $0[1]) })
      let fields = words.prefix(columns.count) + further.map { values[$0] ?? "" }
      text += fields.joined(separator: ",") + "\n"
      example.clients[words[0]] = words[1]
    }
    example.files["toewijzingen.csv"] = text
  }

  /// The rows of a table without its header.
  func rows(_ table: String, _ drawn: String = "") throws -> String {
    let files = example.files(drawn)
    try compare(files)
    let report = try OracleReport(files: files, settings: settings)
    if table == "signalen" { return OracleExample.rows(report.signals) }
    let text = report.tablesOfSupply[table]
    #expect(text != nil, "\(table)")
    return OracleExample.rows(text)
  }

  /// Whether the oracle and the program refuse it.
  func isRefused() throws -> Bool {
    let files = example.files("")
    try compare(files)
    return (try? OracleReport(files: files, settings: settings)) == nil
  }

  private func compare(_ files: [String: String]) throws {
    let expected = try TownReport.oracle(files, settings)
    let found = try TownReport.pipeline(files, settings, workers: 2, chunkSize: 4096)
    if let difference = expected.difference(from: found) { Issue.record("\(difference)") }
  }
}
