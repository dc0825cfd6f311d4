import Testing

@testable import Ingest

@Suite struct CitizenNumberSketchTests {
  /// Numbers of the range that is never given out (they begin with 00), made to pass or to fail.
  private static func numbers(_ count: Int, passing: Bool) -> [String] {
    (1...max(1, count * 20)).lazy
      .map { "00" + String(repeating: "0", count: 7 - String($0).utf8.count) + String($0) }
      .filter { text in withBytes(of: text) { $0.passesElevenTest } == passing }
      .prefix(count).map { $0 }
  }

  private static func sketch(_ values: [String]) -> CitizenNumberSketch {
    var sketch = CitizenNumberSketch()
    for value in values { withBytes(of: value) { sketch.add($0) } }
    return sketch
  }

  @Test(arguments: [
    // value, passes: 9·a + 8·b + … + 2·h − i, divisible by eleven
    ("000000012", true),  // 2·1 − 2 = 0
    ("00000012", true),  // gets a leading zero
    ("000000013", false),
    ("900000004", true),  // 9·9 − 4 = 7·11
    ("00000012X", false),
    ("0000012", false),
    ("0000000120", false),
  ])
  func elevenTest(value: String, passes: Bool) {
    #expect(withBytes(of: value) { $0.passesElevenTest } == passes)
  }

  @Test(arguments: [
    (passing: 20, failing: 0, suspect: true),
    (passing: 19, failing: 0, suspect: false),  // too few to tell
    (passing: 18, failing: 2, suspect: true),  // exactly nine in ten
    (passing: 18, failing: 3, suspect: false),
    (passing: 6000, failing: 0, suspect: true),
    (passing: 3000, failing: 3000, suspect: false),
  ])
  func suspicion(passing: Int, failing: Int, suspect: Bool) {
    let values =
      Self.numbers(passing, passing: true) + Self.numbers(failing, passing: false)
    #expect(Self.sketch(values).isSuspect == suspect)
    #expect(Self.sketch(values + values + ["", ""]).isSuspect == suspect)
  }

  @Test func orderAndMergesNeverShow() {
    for count in [3, 100, 5000, 20_000] {
      let values = (0..<count).map { "K-\($0)" }
      let whole = Self.sketch(values)
      let limit = CitizenNumberSketch.limit
      // Half of them and a bit may be above the power of two.
      let least = count <= limit ? count : limit * 2 / 5
      #expect((least...limit).contains(whole.kept.count))
      #expect(Self.sketch(values.reversed()).kept == whole.kept)
      for cut in [0, 1, count / 3, count] {
        var left = Self.sketch(Array(values[..<cut]))
        left.merge(Self.sketch(Array(values[(cut / 2)...])))
        #expect(left.kept == whole.kept)
        var right = Self.sketch(Array(values[(cut / 2)...]))
        right.merge(Self.sketch(Array(values[..<cut])))
        #expect(right.kept == whole.kept)
      }
    }
  }

  @Test func everyColumnOfAFileIsLookedAtOverItsParts() throws {
    let values = Self.numbers(20, passing: true)
    let rows = values.enumerated().map { "K\($0.offset),\($0.element)\n" }
    let refusal = try RegisterFolder([
      "clienten-1.csv": "client_id,Oud nummer\n" + rows[..<9].joined(),
      "clienten-2.csv": "client_id,oud_nummer\n" + rows[9...].joined(),
    ]).refusal()
    let message = try #require(refusal)
    #expect(message.hasPrefix("clienten-1.csv: column 'Oud nummer' looks like citizen service"))
    #expect(values.allSatisfy { !message.contains($0) })
  }

  @Test func providerCodesArePublic() throws {
    let codes = Self.numbers(30, passing: true).map { String($0.dropFirst()) }
    let text = "aanbieder_agb,naam\n" + codes.map { "\($0),N\($0)\n" }.joined()
    #expect(try RegisterFolder(["aanbieders.csv": text]).refusal() == nil)
  }
}
