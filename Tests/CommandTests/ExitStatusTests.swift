import Foundation
import Ingest
import Testing

/// The exit statuses that are documented are those that the program has, and those that it ends with.
@Suite struct ExitStatusTests {
  /// The statuses of the program.
  private static let known = Set((0...127).filter { ExitStatus(rawValue: $0) != nil })

  @Test("the help lists all of them and no others")
  func help() async throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let outcome = try await runShell(
      "\"$WMO\" --help", in: folder.url, environment: ["WMO": try Repository.binary().path])
    let table = try #require(outcome.stdout.components(separatedBy: "EXIT STATUS\n").last)
    let lines = table.split(separator: "\n", omittingEmptySubsequences: false)
      .prefix { !$0.isEmpty }
    #expect(lines.compactMap { Int32($0.split(separator: " ")[0]) } == Self.known.sorted())
  }

  @Test("so does the guide for administrators")
  func guide() throws {
    let guide = try String(
      contentsOf: Repository.root.appending(path: "docs/beheer.md"), encoding: .utf8)
    let rows = guide.matches(of: /(?m)^\| ([0-9]+) \|/).compactMap { Int32($0.output.1) }
    #expect(rows == Self.known.sorted())
  }

  /// 69 and 70 no case can have: WeasyPrint may be there, and no input makes a step unbalanced. The
  /// tests of the annex and of the ladder have them.
  @Test("each is what a command test ends with")
  func cases() throws {
    var seen: Set<Int32> = [0, 69, 70]
    for command in try Repository.folders(in: Repository.cases) {
      for folder in try Repository.folders(in: command) {
        let exit = try? String(contentsOf: folder.appending(path: "exit"), encoding: .utf8)
        if let code = exit.flatMap({ Int32($0.trimmingCharacters(in: .whitespacesAndNewlines)) }) {
          seen.insert(code)
        }
      }
    }
    #expect(Self.known.isSubset(of: seen), "\(Self.known.subtracting(seen).sorted())")
  }
}
