import Foundation
import Testing

/// No golden file and no page of documentation may hold the identifier of a client, not even of an
/// invented one: what the tests show is what the program would show of real people.
@Suite struct GoldenPrivacyTests {
  @Test func noClientIsNamed() async throws {
    let clients = try await clientIdentifiers()
    try #require(!clients.isEmpty, "no client found in the samples: does the search still work?")
    for file in try guardedFiles() {
      // A golden may hold bytes that are not UTF-8.
      let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
      let named = words(of: text).intersection(clients)
      #expect(named.isEmpty, "\(named.count) clients in \(file.path), first: \(named.min() ?? "")")
    }
  }

  @Test func aClientInTheMiddleOfATextIsFound() {
    #expect(words(of: "client=KL-0001; (\"KL-0002\"),\nKL-0003.").contains("KL-0001"))
    #expect(words(of: "client=KL-0001; (\"KL-0002\"),\nKL-0003.").contains("KL-0002"))
    #expect(words(of: "client=KL-0001; (\"KL-0002\"),\nKL-0003.").contains("KL-0003"))
  }

  /// The expected output of the cases and every page of documentation.
  private func guardedFiles() throws -> [URL] {
    let goldens = Repository.files(below: Repository.cases)
      .filter { ["stdout", "stderr"].contains($0.lastPathComponent) }
    let pages = Repository.files(below: Repository.root).filter { $0.pathExtension == "md" }
    return goldens + pages
  }

  /// The identifiers in the files of clients and allocations of every sample and case.
  private func clientIdentifiers() async throws -> Set<String> {
    var identifiers: Set<String> = []
    let names = /(clienten|clients|toewijzingen|allocations|indications|pgb).*\.csv(\.gz)?/
      .ignoresCase()
    for folder in [Repository.samples, Repository.cases] {
      for file in Repository.files(below: folder) {
        guard file.lastPathComponent.wholeMatch(of: names) != nil else { continue }
        identifiers.formUnion(clientColumn(of: try await text(of: file)))
      }
    }
    return identifiers
  }

  private func text(of file: URL) async throws -> String {
    guard file.pathExtension == "gz" else {
      return String(decoding: try Data(contentsOf: file), as: UTF8.self)
    }
    return try await runShell(
      "gzip -dc -- \"$FILE\"",
      in: Repository.root,
      environment: ["FILE": file.path]
    ).stdout
  }

  /// The values of the column `client_id` (or `client`) in the rows as wide as the header.
  ///
  /// Samples hold no separators inside quotes, so that splitting is enough.
  private func clientColumn(of text: String) -> [String] {
    let lines = text.split(whereSeparator: \.isNewline)
    guard let header = lines.first else { return [] }
    let separator: Character = header.contains(";") ? ";" : ","
    let columns = header.split(separator: separator, omittingEmptySubsequences: false)
      .map { $0.trimmingCharacters(in: CharacterSet(charactersIn: "\"\u{FEFF} ")).lowercased() }
    guard let client = columns.firstIndex(where: { ["client_id", "client"].contains($0) }) else {
      return []
    }
    return lines.dropFirst().compactMap { line in
      let fields = line.split(separator: separator, omittingEmptySubsequences: false)
      guard fields.count == columns.count else { return nil }
      let value = fields[client].trimmingCharacters(in: CharacterSet(charactersIn: "\" "))
      return value.isEmpty ? nil : value
    }
  }

  /// The runs of letters, digits, hyphens and underscores.
  private func words(of text: String) -> Set<String> {
    Set(
      text.split { character in
        !(character.isLetter || character.isNumber || character == "-" || character == "_")
      }.map(String.init)
    )
  }
}
