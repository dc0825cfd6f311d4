import Foundation
import Ingest
import Testing

@Suite("The unit of the nightly run") struct UnitFileTests {
  private static func lines(_ name: String) throws -> [String] {
    let file = Repository.root.appending(path: "packaging/\(name)")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init)
  }

  private static func values(_ key: String, in lines: [String]) -> [String] {
    lines.filter { $0.hasPrefix("\(key)=") }.map { String($0.dropFirst(key.count + 1)) }
  }

  /// Status 66 for the folder that is not there: every option before it was understood.
  @Test func `its command line is one that the program understands`() async throws {
    let unit = try Self.lines("wmo-etl@.service")
    let command = try #require(Self.values("ExecStart", in: unit).first)
    let options = try #require(Self.values("#OPTIONS", in: Self.lines("voorbeeld.env")).first)
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try Data().write(to: folder.url.appending(path: "dorp.toml"))
    let program = try Repository.binary().path
    let line =
      command
      .replacing("/usr/bin/wmo-etl", with: "'\(program)'")
      .replacing("/etc/wmo-etl/%i.toml", with: "dorp.toml")
    let environment = ["INPUT": "none", "OUTPUT": "out", "OPTIONS": options]
    let outcome = try await runShell(line, in: folder.url, environment: environment)
    #expect(outcome.exit == ExitStatus.inputNotFound.rawValue, "\(outcome.stderr)")
    #expect(outcome.stderr.contains("exit=66"), "\(outcome.stderr)")
  }

  @Test func `of the statuses only that of a lock is tried again, and only 0 is a success`() throws
  {
    let unit = try Self.lines("wmo-etl@.service")
    // A run never ends as diff does where runs differ.
    let final = (1...255).compactMap(ExitStatus.init(rawValue:))
      .filter { $0 != .locked && $0 != .different }
    #expect(
      Self.values("RestartPreventExitStatus", in: unit)
        == [final.map { "\($0.rawValue)" }.joined(separator: " ")])
    #expect(Self.values("Restart", in: unit) == ["on-failure"])
    #expect(Self.values("SuccessExitStatus", in: unit) == [])
  }

  @Test func `it reads the input, writes the output, and reaches nothing else`() throws {
    let unit = try Self.lines("wmo-etl@.service")
    let expected = [
      "Type": "oneshot", "ProtectSystem": "strict", "ReadOnlyPaths": "-/srv/wmo-etl/%i",
      "ReadWritePaths": "-/var/lib/wmo-etl/%i", "NoNewPrivileges": "yes",
      "PrivateNetwork": "yes", "ProtectHome": "yes",
    ]
    for (key, value) in expected { #expect(Self.values(key, in: unit) == [value], "\(key)") }
    #expect(Self.values("MemoryMax", in: unit).count == 1)
  }
}
