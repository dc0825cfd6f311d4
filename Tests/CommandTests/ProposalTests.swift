import Analytics
import Foundation
import Ingest
import Testing

/// What `inspect` proposes for the files of random municipalities, declared, must read them as the
/// reference does.
@Suite struct ProposalTests {
  @Test func everyProposalReadsItsFile() throws {
    var read = 0
    for seed in 1...60 as ClosedRange<UInt64> {
      let town = RandomTown(seed: seed)
      // Of a file that says two things, or nothing, there is no proposal.
      guard let declared = try Self.proposals(town.whole) else { continue }
      read += 1
      let expected = try TownReport.oracle(town.whole, town.settings)
      let found = try TownReport.pipeline(town.whole, town.settings, workers: 2, chunkSize: 4096) {
        $0.commonDialect = DialectDeclaration()
        $0.fileDialects = declared.fileDialects
        $0.headerLines = declared.headerLines
      }
      if let difference = expected.difference(from: found) {
        Issue.record("seed \(seed)\n\(declared.fileDialects)\n\(difference)")
      }
    }
    #expect(read >= 15)
  }

  /// The configuration of all proposals; nil where one file has none.
  private static func proposals(_ files: [String: String]) throws -> Configuration? {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    var lines = ["[invoer]"]
    for (name, text) in files.sorted(by: { $0.key < $1.key }) {
      let file = folder.url.appending(path: name)
      try Data(text.utf8).write(to: file)
      guard let report = try? Inspection(path: file.path, kind: nil).report else { return nil }
      let shown = report.split(separator: "\n", omittingEmptySubsequences: false)
      guard let place = shown.firstIndex(of: "[invoer]") else { return nil }
      // Parts of one file have one declaration, or none that holds for all.
      let line = String(shown[place + 1])
      let key = line.prefix { $0 != "=" }
      if let other = lines.first(where: { $0.hasPrefix(String(key)) }) {
        guard other == line else { return nil }
      } else {
        lines.append(line)
      }
    }
    return try ConfigurationReader.read(
      Array(lines.joined(separator: "\n").utf8), path: "wmo-etl.toml", rules: Rule.all)
  }
}
