import Foundation
import Mustache
import Testing

@testable import Reporting

@Suite("text from outside, cleaned")
struct CleanTextTests {
  @Test(arguments: [
    (
      "Zörg 🙂 e\u{301} \u{200F}x\u{AD}\u{200D}\u{FEFF}",
      "Zörg 🙂 e\u{301} \u{200F}x\u{AD}\u{200D}\u{FEFF}"
    ),
    ("a\tb\nc", "a\tb\nc"), ("a\r\nb\rc\r\r\nd\n\re", "a\nb\nc\n\nd\n\ne"), ("\r", "\n"),
    ("a\u{0}b\u{1B}[31m", "a\u{FFFD}b\u{FFFD}[31m"),
    ("\u{7F}\u{85}\u{9B}", "\u{FFFD}\u{FFFD}\u{FFFD}"),
    ("\u{FFFE}\u{FFFF}\u{1FFFE}\u{10FFFF}", String(repeating: "\u{FFFD}", count: 4)),
    ("\u{202E}a\u{2066}", "\u{FFFD}a\u{FFFD}"), ("\u{FFFD}\u{1FFFD}", "\u{FFFD}\u{1FFFD}"),
    ("", ""),
  ])
  func `lines stay, what is no text does not`(text: String, expected: String) {
    #expect(CleanText.lines(text) == expected)
    #expect(CleanText.lines(expected) == expected)
  }

  @Test func `every scalar is one that XML and HTML may hold, and stays if it is`() {
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let isText =
        scalar.properties.generalCategory != .control && !scalar.properties.isNoncharacterCodePoint
      let clean = CleanText.lines(String(scalar)).unicodeScalars
      if !isText {
        #expect(["\u{FFFD}", "\t", "\n"].contains(clean.first), "\(value)")
      } else if scalar.properties.generalCategory != .format {
        #expect(clean.elementsEqual([scalar]), "\(value)")
      }
    }
  }

  @Test("a title has 255 units, part of a page's head 100, whatever they consist of")
  func limits() {
    #expect(ExcelText.title("a\nb\u{0}") == "a b\u{FFFD}")
    #expect(ExcelText.title(String(repeating: "x", count: 255)).count == 255)
    #expect(ExcelText.title(String(repeating: "x", count: 256)).hasSuffix("x…"))
    #expect(ExcelText.title(String(repeating: "😀", count: 200)).utf16.count == 255)
    #expect(ExcelText.pageText("A & B\u{0}\n") == "A && B\u{FFFD} ")
    #expect(ExcelText.pageText("&\u{301}x") == "&&\u{301}x")
    #expect(ExcelText.pageText(String(repeating: "&", count: 300)).count == 100)
    #expect(ExcelText.pageText(String(repeating: "x", count: 300)).count == 60)
    #expect(ExcelText.pageText("x" + String(repeating: "\u{301}", count: 300)) == "")
  }

  @Test("markup is escaped by scalars, in charts and in pages")
  func markup() throws {
    let hostile = "<\u{301}b>&\u{301}\"'\u{FFFE}\u{0}]]>"
    let harmless = "&lt;\u{301}b&gt;&amp;\u{301}&quot;&#39;\u{FFFD}\u{FFFD}]]&gt;"
    #expect(hostile.escapedForXML == harmless)
    let page = try CleanMarkup.template("<p>{{name}}</p>").render(["name": hostile])
    #expect(page == "<p>\(harmless)</p>")
  }

  @Test("a name with a placeholder in it stays as it is")
  func placeholders() {
    let values: KeyValuePairs = ["number": "{number}{period}", "period": "2017"]
    #expect(AnnexLanguage.dutch.text(.inTable, values).contains("{number}{period}"))
  }

  @Test("JSON holds every character, and any reader finds it again")
  func json() throws {
    let controls = (0..<0x20).compactMap { Unicode.Scalar(UInt32($0)) }
    var text = String.UnicodeScalarView(controls)
    text.append(
      contentsOf: "\u{7F}\u{85}\u{2028}\u{FFFE}\u{FFFF}\u{1FFFE}]]><script>\"\\".unicodeScalars)
    let bytes = JSONWriter.bytes(of: [.string(String(text))])
    #expect(try JSONDecoder().decode([String].self, from: Data(bytes)) == [String(text)])
  }
}
