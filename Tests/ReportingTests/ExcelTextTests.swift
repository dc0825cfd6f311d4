import Analytics
import Ingest
import Testing

@testable import Reporting

@Suite("text that Excel shows as it stands")
struct ExcelTextTests {
  @Test(
    "an apostrophe before what Excel would calculate",
    arguments: ["=1+1", "+31", "-5", "@SUM(A1)", " =1", "\t=1", "\u{FF1D}1"]
  )
  func formulas(_ text: String) {
    #expect(ExcelText.csvField(text) == "'" + text)
  }

  @Test(
    "an apostrophe before what Excel would show otherwise",
    arguments: [
      "007", "123456789012", "43E12", "1,5E3", "5-12", "12-17", "1/2/2017", "2017-03-01", "10:30",
      "1.000", "WAAR", "true",
    ]
  )
  func altered(_ text: String) {
    #expect(ExcelText.csvField(text) == "'" + text)
  }

  @Test(
    "all else stands as it is",
    arguments: [
      "", "1", "6+", "0-17", "18-29", "65-74", "85+", "0", "42A11", "Zorg - thuis", "a=b", "12 uur",
    ]
  )
  func plain(_ text: String) {
    #expect(ExcelText.csvField(text) == text)
  }

  @Test("a cell holds no control character and at most 32,767 units")
  func cells() {
    #expect(ExcelText.cell("a\u{0}b\nc\u{FFFF}") == "a\u{FFFD}b\nc\u{FFFD}")
    #expect(ExcelText.cell(String(repeating: "é", count: 32_767)).utf16.count == 32_767)
    let long = ExcelText.cell(String(repeating: "x", count: 40_000))
    #expect(long.utf16.count == 32_767 && long.hasSuffix("x…"))
    let pairs = ExcelText.cell("x" + String(repeating: "😀", count: 20_000))
    #expect(pairs.utf16.count <= 32_767 && pairs.hasSuffix("😀…"))
  }

  @Test("the profile nl-excel: mark, semicolon, decimal comma, CRLF, months as days")
  func profile() {
    let table = Table(
      name: "proef",
      title: "Een proef",
      countingRules: [],
      columns: [
        .key(.providerName), .key(.month, .month), .count(.clients), .amount(.amount),
        .derived(.share, .share), .derived(.hhi, .ratio(decimals: 1)),
      ],
      rows: [
        [
          .text("=A1;\"x\""), .number(Int64(Month(year: 2017, month: 3).number)), .count(1814),
          .number(1_139_331_50), .number(431_250), .number(25_000),
        ],
        [.text("a,b"), .empty, .count(0), .number(-5), .number(0), .empty],
      ]
    )
    #expect(
      CSVFormat(profile: .dutchExcel).bytes(of: table)
        == Array(
          ("\u{FEFF}naam;maand;clienten;bedrag;aandeel;hhi\r\n"
            + "\"'=A1;\"\"x\"\"\";2017-03-01;1814;1139331,50;0,431250;2500,0\r\n"
            + "a,b;;0;-0,05;0,000000;\r\n").utf8
        )
    )
  }
}
