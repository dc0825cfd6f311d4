import Foundation
import Reporting
import Testing

@testable import Runs

/// Configurations are compared key by key, whatever their files look like.
@Suite("Configurations compared") struct RunConfigurationTests {
  private func configuration(_ toml: String?, _ members: String = "") throws -> RunConfiguration {
    let file = toml.map { String(decoding: JSONValue.string($0).bytes, as: UTF8.self) } ?? "null"
    return try RunConfiguration(
      manifest: Data("{\"configuration\": {\"bestand\": \(file)\(members)}}".utf8))
  }

  /// `key: was → is`
  private func differences(_ old: RunConfiguration, _ new: RunConfiguration) -> [String] {
    RunConfiguration.differences(old, new).map { key, values in
      let texts = [values.was, values.now].map {
        String(decoding: $0.bytes.dropLast(), as: UTF8.self)
      }
      return "\(key): \(texts.joined(separator: " → "))"
    }
  }

  @Test func `comments, order and notation are no difference`() throws {
    let one = try configuration("a = 1\n[b]\nc = \"x\" # why\nd = 2017-01-31\ne = 0.5\n")
    let other = try configuration("b = { e = 5e-1, d = 2017-01-31, c = 'x' }\na = 1\n")
    #expect(differences(one, other) == [])
  }

  @Test func `every key that differs is named with both values`() throws {
    let one = try configuration("a = 1\n[b]\nc = \"x\"\nd = 2017-01-31\ne = [1, 2]\nf = true\n")
    let other = try configuration("a = 1.5\n[b]\nc = \"y\\\"\"\nd = 2017-02-01\ne = [1]\ng = 3\n")
    #expect(
      differences(one, other) == [
        "a: 1 → 1.5", "b.c: \"x\" → \"y\\\"\"", "b.d: \"2017-01-31\" → \"2017-02-01\"",
        "b.e: [1, 2] → [1]", "b.f: true → null", "b.g: null → 3",
      ])
  }

  @Test func `what held goes before what the file says, under the name that the file has`() throws {
    let file = "[telregels]\ntussenpoos_maanden = 2\n[periode]\nvan = \"2017-01-01\"\n"
    let one = try configuration(
      file,
      ", \"tussenpoos_maanden\": 2, \"periode\": {\"van\": \"2017-01-01\", \"tot_en_met\": null}")
    let other = try configuration(
      nil,
      ", \"tussenpoos_maanden\": 3, \"periode\": {\"van\": \"2017-01-01\", \"tot_en_met\": null}")
    #expect(differences(one, other) == ["telregels.tussenpoos_maanden: 2 → 3"])
  }

  @Test func `texts are compared by their bytes`() throws {
    let (one, other) = (try configuration("a = \"é\""), try configuration("a = \"e\u{301}\""))
    #expect(differences(one, other).count == 1)
  }

  @Test func `a whole number is found, and nothing else is one`() throws {
    let found = try configuration("[bewaking]\ngesloten_na = 6\nanders = \"6\"\n")
    #expect(found.integer("bewaking.gesloten_na") == 6)
    #expect(found.integer("bewaking.anders") == nil)
    #expect(found.integer("gesloten_na") == nil)
  }

  @Test func `a file that is no TOML has no keys`() throws {
    #expect(differences(try configuration("a = "), try configuration(nil)) == [])
  }
}
