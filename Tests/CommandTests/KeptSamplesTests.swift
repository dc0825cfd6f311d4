import Foundation
import Testing

/// The committed samples are what `wmo-etl generate` writes.
@Suite("The samples that are kept") struct KeptSamplesTests {
  @Test(
    "generated again, a sample is the same, byte for byte",
    arguments: ["zoetermeer-2017", "haarlem-2020", "heerlen-2024"])
  func sameBytes(scenario: String) async throws {
    let scratch = try TemporaryFolder()
    defer { scratch.remove() }
    let outcome = try await ZoetermeerRun.wmoEtl(
      "generate --scenario \(scenario) --output again", in: scratch)
    #expect(outcome.exit == 0, "\(outcome.stderr)")
    let again = Repository.files(below: scratch.url.appending(path: "again"))
    let kept = Repository.files(below: ScenarioRun.folder(scenario))
    #expect(
      again.map(\.lastPathComponent).sorted()
        == kept.map(\.lastPathComponent).filter { $0 != "README.md" }.sorted())
    for file in again {
      let committed = ScenarioRun.folder(scenario).appending(path: file.lastPathComponent)
      #expect(
        try Data(contentsOf: file) == Data(contentsOf: committed), "\(file.lastPathComponent)")
    }
  }
}
