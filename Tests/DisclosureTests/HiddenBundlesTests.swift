import Analytics
import Testing

@testable import Disclosure

@Suite struct HiddenBundlesTests {
  @Test func namesComeInOrderOfTheirBytes() {
    let hidden = HiddenBundles([.group("b"): .atRisk, .group("a"): .protecting])
    #expect(hidden.sorted.map(\.name.text) == ["groep/a", "groep/b"])
  }
}
