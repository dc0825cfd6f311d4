import Foundation
import Testing

/// A random municipality has all that the tables of money are made of.
@Suite("Money of a random municipality") struct GeneratedMoneyTests {
  @Test("each table has rows, and each column of the budget is there")
  func tables() async throws {
    let tables = try await Self.tables("iso")
    for name in MoneyTables.names {
      #expect(try #require(tables[name], "\(name)").rows.isEmpty == false, "\(name)")
    }
    let blocks = try #require(tables["begroting-opbouw"]).rows(["niveau": "bouwsteen"])
    let sorts = Set(blocks.compactMap { $0["soort"] })
    #expect(sorts.isSuperset(of: ["basis", "index", "groei", "korting", "afrekening", "eenmalig"]))
    let budget = try #require(tables["begroting-bewaking"])
    for column in ["primitief", "actueel", "plafond", "taakstelling"] {
      #expect(budget.rows(["niveau": "regel"]).contains { $0[column] != "" }, "\(column)")
    }
    for line in ["begeleiding individueel", "verblijf", "wijkteam"] {
      let row = try budget.row(["jaar": "2018", "regel": line])
      #expect(try row.count("clienten") > 0, "\(line)")
    }
    let lumpSums = try #require(tables["lumpsum"]).rows([:])
    #expect(lumpSums.count == 9)
    #expect(lumpSums.contains { $0["reserve_eind"] != "0.00" })
  }

  @Test(
    "in every dialect amounts, percentages and dates are the same", arguments: ["nl-excel", "iwmo"])
  func dialects(dialect: String) async throws {
    let (iso, other) = (try await Self.tables("iso"), try await Self.tables(dialect))
    for name in ["indexatie", "begroting-opbouw", "begroting-bewaking", "lumpsum", "wijkbudget"] {
      #expect(try #require(other[name], "\(name)").rows == iso[name]?.rows, "\(name)")
    }
  }

  private static func tables(_ dialect: String) async throws -> [String: PublishedTable] {
    let scratch = try TemporaryFolder()
    defer { scratch.remove() }
    let outcome = try await ZoetermeerRun.wmoEtl(
      "generate --lines 6000 --allocations 400 --seed 17 --dialect \(dialect) --output town && "
        + "\"$WMO\" run --format csv --input town --output out", in: scratch)
    #expect(outcome == ShellOutcome(stdout: "", stderr: "", exit: 0))
    let files = Repository.files(below: scratch.url.appending(path: "out/latest/tables"))
    return try files.reduce(into: [:]) { tables, file in
      tables[file.deletingPathExtension().lastPathComponent] = PublishedTable(
        try String(contentsOf: file, encoding: .utf8))
    }
  }
}
