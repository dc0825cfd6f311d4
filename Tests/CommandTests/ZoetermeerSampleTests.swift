import Foundation
import Testing

/// The committed sample is what `wmo-etl generate` writes, in whatever dialect.
@Suite("The sample of Zoetermeer 2017") struct ZoetermeerSampleTests {
  @Test("generated again, it is the same, byte for byte")
  func sameBytes() async throws {
    let scratch = try TemporaryFolder()
    defer { scratch.remove() }
    let outcome = try await ZoetermeerRun.wmoEtl(
      "generate --scenario zoetermeer-2017 --output again",
      in: scratch
    )
    #expect(outcome.exit == 0, "\(outcome.stderr)")
    let again = Repository.files(below: scratch.url.appending(path: "again"))
    #expect(again.count >= 9)
    for file in again {
      let committed = ZoetermeerRun.sample.appending(path: file.lastPathComponent)
      #expect(
        try Data(contentsOf: file) == Data(contentsOf: committed),
        "\(file.lastPathComponent)"
      )
    }
  }

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
