import Foundation
import Testing

/// The sample is the same in whatever dialect.
@Suite("The sample of Zoetermeer 2017") struct ZoetermeerSampleTests {
  @Test("as spreadsheets in the Netherlands write it, it gives the same tables, byte for byte")
  func sameTables() async throws {
    let scratch = try TemporaryFolder()
    defer { scratch.remove() }
    let outcome = try await ZoetermeerRun.wmoEtl(
      "generate --scenario zoetermeer-2017 --dialect nl-excel --output excel",
      in: scratch
    )
    #expect(outcome.exit == 0, "\(outcome.stderr)")
    let excel = try await ZoetermeerRun.tables(of: scratch.url.appending(path: "excel"))
    let iso = try await ZoetermeerRun.tables(of: ZoetermeerRun.sample)
    for (name, text) in iso { #expect(excel[name] == text, "\(name)") }
  }
}
