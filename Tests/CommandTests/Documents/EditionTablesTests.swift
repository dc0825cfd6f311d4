import Analytics
import Disclosure
import Foundation
import Ingest
import Reporting
import Testing

/// An edition that neither hides nor rounds computes everything anew, and so must come to what the run
/// computed from its lines.
@Suite("tables of an edition of the sample") struct EditionTablesTests {
  @Test("without hiding and rounding they are those of the run")
  func exact() async throws {
    var parameters = PublicationParameters()
    parameters.countBase = 1
    parameters.amountBaseEuros = 0
    let tables = try await Self.tables()
    let edition = EditionTables(tables, hiding: HiddenBundles(), parameters).tables
    #expect(edition.map(\.name) == tables.prefix(11).map(\.name))
    for (shown, table) in zip(edition, tables) {
      #expect(shown.columns == table.columns)
      #expect(!shown.rows.isEmpty)
      #expect(shown.rows == table.rows, "\(table.name)")
    }
  }

  private static func tables() async throws -> [Table] {
    let scratch = try TemporaryFolder()
    defer { scratch.remove() }
    let run = try await ZoetermeerRun.wmoEtl("run --input \"$INPUT\" --output out", in: scratch)
    #expect(run.exit == 0, "\(run.stderr)")
    let report = scratch.url.appending(path: "out/latest/report.json")
    return try ReportReader.tables(in: Data(contentsOf: report))
  }
}
