import Testing

/// A small municipality for the tables of money: what is worked out by hand must come out of the
/// oracle, and out of the program.
struct MoneyExample {
  var example = OracleExample()
  var settings = OracleReport.Settings()

  init(_ from: OracleReport.Day? = "2017-01-01", _ to: OracleReport.Day? = "2017-12-31") {
    settings.from = from
    settings.to = to
  }

  /// Clients who live where their allocations are: ann and bob in Noord, cor in Zuid.
  mutating func settle() {
    example.files["clienten.csv"] = """
      client_id,geboortejaar,wijk_code
      ann,1950,063701
      bob,1960,063701
      cor,1970,063702
      """
  }

  /// Allocations, one a line: number, client, AGB code, product, first day, last day, volume, unit,
  /// frequency and day of decision; a `-` is no value.
  mutating func allocate(_ drawn: String) {
    var text = """
      toewijzing_nummer,client_id,aanbieder_agb,product_code,ingangsdatum,einddatum,volume,\
      eenheid,frequentie,toewijzingsdatum,leveringsvorm

      """
    for line in drawn.split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      text += words.joined(separator: ",") + String(repeating: ",", count: 11 - words.count) + "\n"
      example.clients[words[0]] = words[1]
    }
    example.files["toewijzingen.csv"] = text
  }

  /// Figures of both series of the default weights, so that a year has this index.
  mutating func index(_ percentages: [Int: String]) {
    var text = "reeks,jaar,status,waarde,vastgesteld_op\n"
    for (year, percentage) in percentages.sorted(by: { $0.key < $1.key }) {
      for series in ["OVA", "PPC"] {
        text += "\(series),\(year),voorlopig,\(percentage),\(year - 1)-10-01\n"
      }
    }
    example.files["indexcijfers.csv"] = text
  }

  /// The rows of a table without its header.
  func rows(_ table: String, _ drawn: String = "") throws -> String {
    let files = example.files(drawn)
    try compare(files)
    let text = try OracleReport(files: files, settings: settings).tablesOfMoney[table]
    #expect(text != nil, "\(table)")
    return OracleExample.rows(text)
  }

  /// Whether the oracle and the program refuse it.
  func isRefused(_ drawn: String = "") throws -> Bool {
    let files = example.files(drawn)
    try compare(files)
    return (try? OracleReport(files: files, settings: settings)) == nil
  }

  private func compare(_ files: [String: String]) throws {
    let expected = try TownReport.oracle(files, settings)
    let found = try TownReport.pipeline(files, settings, workers: 2, chunkSize: 4096)
    if let difference = expected.difference(from: found) { Issue.record("\(difference)") }
  }
}
