import Analytics
import Foundation
import Ingest
import Testing

@Suite("What is told of the configuration") struct ConfigurationPageTests {
  private static let known = Result { try KnownKeys().all() }

  private static func missing(in page: ConfigurationPage) throws -> [String] {
    let known = try known.get()
    // Of the contract alone there are more, and the search must find those of every depth.
    #expect(known.count > 200)
    for depth in 0...2 { #expect(known.contains { $0.table.count == depth }) }
    return known.filter { !page.tells($0.key, of: $0.table) }
      .map { ($0.table + [$0.key]).joined(separator: ".") }
  }

  @Test func `the manual page tells of every key that is read`() throws {
    #expect(try Self.missing(in: ConfigurationPage()) == [])
  }

  @Test func `a key that the page leaves out is found`() throws {
    let file = Repository.root.appending(path: "packaging/wmo-etl.toml.5")
    var text = try String(contentsOf: file, encoding: .utf8)
    for line in [".It Ic schoonmaanden ", ".It Ic kopregel ", ".Ic vorig_referentie_nummer"] {
      text = text.replacing(line, with: ".It No ")
    }
    let missing = Set(try Self.missing(in: ConfigurationPage(text)))
    #expect(missing.contains("opvolging.schoonmaanden"))
    #expect(missing.contains("invoer.gebieden.kopregel"))
    #expect(missing.contains("kolommen.declaraties.vorig_referentie_nummer"))
  }

  /// Lines behind a `#` without a blank are settings, others are words.
  @Test func `the example is a configuration once its settings are taken over`() throws {
    let file = Repository.root.appending(path: "packaging/voorbeeld.toml")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    let settings = lines.filter { $0.hasPrefix("#") && !$0.hasPrefix("# ") }.map { $0.dropFirst() }
    #expect(lines.allSatisfy { $0.hasPrefix("#") } && settings.count > 15)
    let text = settings.joined(separator: "\n")
    let configuration = try ConfigurationReader.read(
      Array(text.utf8), path: "voorbeeld.toml", rules: Rule.all)
    #expect(configuration.municipalityName == "Zoetermeer")
  }
}
