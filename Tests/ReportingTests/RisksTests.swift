import Analytics
import Foundation
import Testing

@testable import Reporting

@Suite("risico.json")
struct RisksTests {
  private let risks = DisclosureRisks(
    productGroups: [
      .init(code: "02A11", group: "begeleiding"), .init(code: "02\"A\\", group: "a: {b}, [c]\n"),
    ],
    amounts: [
      .market("", ""): .init(largest: 900, second: 70, sum: 1000),
      .age("\u{E9}", "0-17"): .init(largest: 5, second: 4, sum: 9),
      .age("e\u{301}", "0-17"): .init(largest: 3, second: 0, sum: 3),
      .month("2017-03"): .init(),
    ])

  @Test("one line a bundle, byte-wise")
  func written() {
    let text = String(decoding: RisksWriter.bytes(of: risks), as: UTF8.self)
    let expected = """
      {
        "productgroepen": {"02A11": "begeleiding", "02\\"A\\\\": "a: {b}, [c]\\n"},
        "bedragen": {
          "leeftijd/e\u{301}/0-17": [3, 0, 3],
          "leeftijd/\u{E9}/0-17": [5, 4, 9],
          "maand/2017-03": [0, 0, 0],
          "markt//": [900, 70, 1000]
        }
      }

      """
    #expect(Array(text.utf8) == Array(expected.utf8), "\(text)")
  }

  @Test("read back it is what it was, names that are canonically equivalent apart")
  func readBack() throws {
    #expect(try RisksReader.risks(in: Data(RisksWriter.bytes(of: risks))) == risks)
    let none = DisclosureRisks(productGroups: [], amounts: [:])
    #expect(try RisksReader.risks(in: Data(RisksWriter.bytes(of: none))) == none)
  }

  @Test(
    "anything else is refused",
    arguments: [
      ("", ""), ("\"productgroepen\"", "\"groepen\""), ("[3, 0, 3]", "[3, 0]"),
      ("[3, 0, 3]", "[3, 0, 3, 3]"), ("[3, 0, 3]", "[3, 0, 3.5]"), ("[3, 0, 3]", "null"),
      ("[3, 0, 3]", "[3, 0, \"3\"]"), ("maand/2017-03", "markt//"), ("\"begeleiding\"", "1"),
      ("maand", "zorg"), ("  }\n}", "  }\n"), ("[3, 0, 3]", "[3,0,3]"),
    ])
  func refused(_ part: String, _ other: String) {
    let text = String(decoding: RisksWriter.bytes(of: risks), as: UTF8.self)
    let changed = part.isEmpty ? "" : text.replacingOccurrences(of: part, with: other)
    #expect(changed != text)
    #expect(throws: DecodingError.self) { try RisksReader.risks(in: Data(changed.utf8)) }
  }
}
