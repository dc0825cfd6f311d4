import Foundation
import Testing

/// `init` and then `run`, without an edit, on files that look like nothing in the contract.
@Suite("From a folder of exports to tables") struct InitTests {
  private static let sampleTables = Task {
    try await tables(afterInit: { scratch in
      let folder = scratch.url.appending(path: "in")
      try FileManager.default.copyItem(at: ZoetermeerRun.sample, to: folder)
      try FileManager.default.removeItem(at: folder.appending(path: "wmo-etl.toml"))
    }).tables
  }

  /// What `init` says of the folder `in` that `prepare` makes, and what `run` then publishes.
  private static func tables(
    afterInit prepare: (TemporaryFolder) throws -> Void
  ) async throws -> (tables: [String: String], configuration: String, doubts: String) {
    let scratch = try TemporaryFolder()
    defer { scratch.remove() }
    try prepare(scratch)
    let first = try await ZoetermeerRun.wmoEtl("init in", in: scratch)
    #expect(first.exit == 0, "\(first.stderr)")
    let configuration = try String(
      contentsOf: scratch.url.appending(path: "in/wmo-etl.toml"), encoding: .utf8)
    let run = try await ZoetermeerRun.wmoEtl(
      "run --quiet --format csv --input in --output out", in: scratch)
    #expect(run == ShellOutcome(stdout: "", stderr: "", exit: 0))
    var tables: [String: String] = [:]
    for file in Repository.files(below: scratch.url.appending(path: "out/latest/tables")) {
      tables[file.lastPathComponent] = try String(contentsOf: file, encoding: .utf8)
    }
    #expect(tables.count == 41)
    return (tables, configuration, first.stderr)
  }

  /// Writes the sample with other names of files and other headers.
  private static func rename(_ vocabulary: Vocabulary, in scratch: TemporaryFolder) throws {
    let folder = scratch.url.appending(path: "in")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let files = Repository.files(below: ZoetermeerRun.sample).filter { $0.pathExtension == "csv" }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
    for (number, file) in files.enumerated() {
      let text = try String(contentsOf: file, encoding: .utf8)
      let end = try #require(text.firstIndex(of: "\n"))
      let count = text[..<end].split(separator: ",").count
      let name = file.deletingPathExtension().lastPathComponent
      let headers = vocabulary.headers(of: name, count: count)
      #expect(headers.count == count, "\(name)")
      // Names that say nothing either.
      try (headers.joined(separator: ",") + text[end...]).write(
        to: folder.appending(path: "uitdraai \(Character(UnicodeScalar(UInt8(97 + number)))).txt"),
        atomically: true, encoding: .utf8)
    }
  }

  @Test(
    "every header replaced: the tables are those of the sample",
    arguments: [Vocabulary.forms, .words, .abbreviations])
  func vocabulary(_ vocabulary: Vocabulary) async throws {
    let found = try await Self.tables { try Self.rename(vocabulary, in: $0) }
    #expect(found.doubts == "")
    let expected = try await Self.sampleTables.value
    for (name, text) in expected { #expect(found.tables[name] == text, "\(name)") }
  }

  @Test("headers that say nothing: what columns hold settles those that a run needs, or none")
  func headersThatSayNothing() async throws {
    let found = try await Self.tables { try Self.rename(.nothing, in: $0) }
    let lines = found.configuration.split(separator: "\n").map(String.init)
    // The columns of the sample stand in the order of the contract's.
    let expected = [
      "declaratie_dagtekening": 4, "aanbieder_agb": 5, "client_id": 6, "toewijzing_nummer": 7,
      "product_code": 9, "product_periode_begindatum": 10, "product_periode_einddatum": 11,
      "geleverd_volume": 12, "eenheid": 13, "ingediend_bedrag": 15,
    ]
    let start = try #require(lines.firstIndex(of: "[kolommen.declaraties]"))
    let section = lines[(start + 1)...].prefix { !$0.contains("[") }
    for (column, place) in expected {
      #expect(section.contains("\(column) = \"Kolom \(place)\""), "\(column)")
    }
    // Without beschikking_nummer, which nothing tells, decisions are counted otherwise; money is not.
    func net(_ tables: [String: String]) -> Substring? {
      tables["product-gebruik.csv"]?.split(separator: "\n").last?
        .split(separator: ",", omittingEmptySubsequences: false).dropFirst(7).first
    }
    let expectedNet = try #require(net(try await Self.sampleTables.value))
    #expect(net(found.tables) == expectedNet)
  }

  @Test("three suites export one municipality: the tables are the same")
  func exports() async throws {
    var all: [[String: String]] = []
    for name in ["titels", "werkmap", "maanden"] {
      let found = try await Self.tables { scratch in
        try FileManager.default.copyItem(
          at: Repository.samples.appending(path: "exports/\(name)"),
          to: scratch.url.appending(path: "in"))
      }
      #expect(found.doubts == "")
      all.append(found.tables)
    }
    #expect(all[0]["product-gebruik.csv"]?.contains("totaal") == true)
    for (name, text) in all[0] {
      #expect(all[1][name] == text, "\(name)")
      #expect(all[2][name] == text, "\(name)")
    }
  }
}
