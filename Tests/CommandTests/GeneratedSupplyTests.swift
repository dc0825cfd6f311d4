import Foundation
import Testing

/// A random municipality has all that the tables of supply and region and the signals are made of.
@Suite("Supply of a random municipality") struct GeneratedSupplyTests {
  @Test("each table has rows of every kind")
  func tables() async throws {
    let scratch = try TemporaryFolder()
    defer { scratch.remove() }
    let outcome = try await ZoetermeerRun.wmoEtl(
      "generate --lines 6000 --allocations 400 --seed 16 --output town && "
        + "\"$WMO\" run --format csv --input town --output out", in: scratch)
    #expect(outcome == ShellOutcome(stdout: "", stderr: "", exit: 0))
    func table(_ path: String) throws -> PublishedTable {
      PublishedTable(
        try String(contentsOf: scratch.url.appending(path: "out/latest/\(path)"), encoding: .utf8))
    }
    let lots = try table("tables/percelen.csv").rows(["niveau": "perceel"])
    #expect(lots.count == 6 && lots.last?["perceel"] == "onbekend")
    for column in ["hoofdaannemers", "onderaannemers", "leden"] {
      #expect(try lots.map { try $0.count(column) }.reduce(0, +) > 0, "\(column)")
    }
    #expect(lots.contains { $0["plafond"] != "" })
    let forms = try table("tables/leveringsvorm.csv").rows(["niveau": "totaal"])
    #expect(try forms.allSatisfy { try $0.count("clienten") > 0 })
    let ends = try table("tables/beeindigingen.csv").rows(["niveau": "totaal"])
    #expect(ends.count > 7)
    let overlap = try table("tables/overlap.csv").row(["gemeente_code": "0999"])
    #expect(try overlap.count("ook") > 0)
    #expect(try overlap.count("ook") < overlap.count("clienten"))
    let signals = try table("signalen.csv").row(["niveau": "totaal"])
    #expect(try signals.count("toetsen") > 100)
  }
}
