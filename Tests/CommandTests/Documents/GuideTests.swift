import Foundation
import Testing

/// What the Dutch guides show is what the program did: every console block of theirs stands in the
/// expected output of a command case.
@Suite("The guides")
struct GuideTests {
  static let guides = ["beheer", "analist"]

  @Test("every command and its output is a case", arguments: guides)
  func isACase(guide: String) throws {
    let transcript = masked(
      try String(
        contentsOf: Repository.cases.appending(path: "guide/\(guide)/stdout"), encoding: .utf8))
    let blocks = try consoleBlocks(of: guide)
    #expect(blocks.count >= 5)
    for block in blocks {
      #expect(transcript.contains(block), "no case prints:\n\(block)")
    }
  }

  @Test("a guide has two pages", arguments: guides)
  func twoPages(guide: String) throws {
    let lines = try text(of: guide).split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count <= 180)
  }

  private func text(of guide: String) throws -> String {
    try String(
      contentsOf: Repository.root.appending(path: "docs/\(guide).md"), encoding: .utf8)
  }

  /// The bodies of ```` ```console ```` blocks. Lines that a guide leaves out are a line `[…]`, so a
  /// block comes in the pieces around it.
  private func consoleBlocks(of guide: String) throws -> [String] {
    try text(of: guide).components(separatedBy: "```console\n").dropFirst().flatMap { rest in
      let body = rest.components(separatedBy: "```").first ?? ""
      return masked(body).components(separatedBy: "[…]\n").filter { !$0.isEmpty }
    }
  }

  /// Without what differs from run to run, as ``CommandCase`` has it.
  private func masked(_ text: String) -> String {
    text.replacing(/[0-9]{8}T[0-9]{6}Z-[0-9a-f]{8}/, with: "<run>")
      .replacing(/\b[0-9]+[smhd] old/, with: "<age> old")
  }
}
