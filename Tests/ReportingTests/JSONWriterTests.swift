import Testing

@testable import Reporting

@Suite("JSON as it is written")
struct JSONWriterTests {
  private func text(_ value: JSONValue) -> String {
    String(decoding: JSONWriter.bytes(of: value), as: UTF8.self)
  }

  @Test("keys keep their order; plain values share a line; empty containers are closed at once")
  func layout() {
    #expect(
      text(["z": 1, "a": [true, nil, "x"], "m": [["k": 2], []], "leeg": [:]]) == """
        {
          "z": 1,
          "a": [true, null, "x"],
          "m": [
            {"k": 2},
            []
          ],
          "leeg": {}
        }

        """
    )
  }

  @Test("quotes, backslashes and control characters are escaped, others are not")
  func escapes() {
    #expect(
      text(.string("\"\\\n\r\t\u{1}\u{1F}é/\u{7F}😀"))
        == "\"\\\"\\\\\\n\\r\\t\\u0001\\u001fé/\u{7F}😀\"\n"
    )
  }

  @Test("numbers keep their digits")
  func digits() {
    #expect(text([.digits("0.431250"), .integer(.min)]) == "[0.431250, -9223372036854775808]\n")
  }
}
