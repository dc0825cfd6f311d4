import Testing

@testable import Ingest

/// What no column can hold, whatever its type.
@Suite("Values with a flaw")
struct ValueFlawTests {
  private func flaw(_ text: String, isIdentifier: Bool = true) -> ValueFlaw? {
    Array(text.utf8).withBytes { ValueFlaw($0, isIdentifier: isIdentifier) }
  }

  private func signs(_ text: String) -> FlawSigns {
    Array(text.utf8).withBytes { FlawSigns(in: $0) }
  }

  @Test(
    "errors of a spreadsheet, case ignored",
    arguments: [
      "#N/A", "#N/B", "#REF!", "#VERW!", "#VALUE!", "#WAARDE!", "#DIV/0!", "#DEEL/0!", "#NAME?",
      "#NAAM?", "#NUM!", "#GETAL!", "#NULL!", "#LEEG!",
    ])
  func spreadsheetErrors(text: String) {
    for text in [text, text.lowercased(), "#" + text.dropFirst().capitalized] {
      #expect(flaw(text) == .spreadsheetError, "\(text)")
      #expect(flaw(text, isIdentifier: false) == .spreadsheetError, "\(text)")
      #expect(signs(text) == .flaw)
      #expect(signs("x;\(text);y\n") == .flaw)
      // Part of a text it is a text like any other.
      for other in ["x\(text)", "\(text)x", "# \(text.dropFirst())", "\(text) x"] {
        #expect(flaw(other) == nil, "\(other)")
      }
    }
  }

  @Test(
    "what looks like an error and is none",
    arguments: [
      "#", "#1", "#N", "#N/C", "#N/", "N/A", "#REF", "#NAME", "#NAAM!", "#DIV/O!", "##", "#####",
      "#12-3", "REF!", "#VALUE?", "# N/A",
    ])
  func noErrors(text: String) {
    #expect(flaw(text) == nil)
  }

  @Test(
    "identifiers as powers of ten",
    arguments: [
      "2,01701E+11", "2.01701E+11", "2E+11", "2,01701e+11", "9,9E+07", "1E-05", "1,5E-07",
      "2,01701E+110", "-2,01701E+11", "0,00E+00",
    ])
  func powersOfTen(text: String) {
    #expect(flaw(text) == .powerOfTen)
    #expect(flaw(text, isIdentifier: false) == nil)
    #expect(signs("x;\(text);y\n") == .flaw)
    #expect(signs(text) == .flaw)
  }

  @Test(
    "identifiers that look like a power of ten",
    arguments: [
      "12E5", "2E5", "2E11", "2E+1", "2E+", "E+11", "12E+11", "20,1701E+11", "2,E+11", ",2E+11",
      "2,01701 E+11", "2,01701E +11", "2,01701E+11x", "x2E+11", "2;01701E+11", "2E+1a", "2E--11",
      "2F+11", "+2E+11", "2.0.1E+11", "2,01701E\u{2212}11", "2,01701E+1,1", "1E-5", "KL-1E-05",
    ])
  func otherIdentifiers(text: String) {
    #expect(flaw(text) == nil)
  }

  @Test("control characters, but the tab and line ends")
  func controlCharacters() {
    for scalar in (0...0x9F).compactMap({ Unicode.Scalar($0 as UInt32) }) + [
      "\u{FFFD}", "\u{FEFF}",
    ] {
      let isFlaw =
        (scalar.value < 0x20 && !["\t", "\n", "\r"].contains(scalar)) || scalar == "\u{7F}"
      for text in ["\(scalar)", "ab\(scalar)cd", "\(scalar)abc", "abc\(scalar)"] {
        #expect(flaw(text, isIdentifier: false) == (isFlaw ? .controlCharacter : nil))
        #expect(signs(text).contains(.flaw) == isFlaw, "U+\(String(scalar.value, radix: 16))")
      }
    }
    for text in ["\u{FFFE}", "\u{FFFF}", "a\u{FFFF}", "\u{FFFE}b", "é\u{FFFE}"] {
      #expect(flaw(text, isIdentifier: false) == .controlCharacter)
      #expect(signs(text) == .flaw)
    }
    for text in ["\u{FFFD}", "\u{FFFC}", "\u{FEFF}", "ﻼ", "\u{1FFFE}"] {
      #expect(flaw(text) == nil)
      #expect(signs(text) == [])
    }
  }

  @Test("a text without flaws shows none, whatever its length")
  func plainTexts() {
    let line = "R-0001;F-01;2017-02-05;41000001;KL-E-1;T-001;1E5;#12;a=b;€ 52,50;-420.00 (x)\t\r\n"
    for count in 0..<40 {
      #expect(signs(String(repeating: line, count: count)) == [])
    }
  }

  @Test("protected text is one of the signs")
  func protectedText() {
    #expect(signs("a;=\"01\";b") == .protectedText)
    #expect(signs("a;\"=\"\"01\"\"\";b") == .protectedText)
    #expect(signs("=\"01\";#N/A") == [.flaw, .protectedText])
    #expect(signs("#N/A;\"=\"\"01\"\"\"") == [.flaw, .protectedText])
    #expect(signs("a=b;==;=") == [])
  }

  /// Wherever a flaw stands in a text of any length, the text shows it.
  @Test("random texts show a flaw where one of their values has one")
  func randomTexts() {
    let seed: UInt64 = 4_102_017
    var dice = Dice(seed: seed)
    let plain = [
      "a", "E", "e", "+", "-", "1", "2", ",", ".", "#", "=", "/", "!", "\t", "é", "﻿", "N",
    ]
    let flawed = ["#N/B", "2E+11", "\u{1}", "\u{7F}", "\u{FFFE}", "#verw!", "1,5e-07", "\u{1F}"]
    for _ in 0..<4000 {
      var values = (0..<dice.below(60)).map { _ in
        (0..<dice.below(8)).map { _ in plain[dice.below(plain.count)] }.joined()
      }
      if dice.below(2) == 0 {
        values.insert(flawed[dice.below(flawed.count)], at: dice.below(values.count + 1))
      }
      let text = values.joined(separator: ";")
      let isFlawed = values.contains { flaw($0) != nil }
      if isFlawed, !signs(text).contains(.flaw) { Issue.record("seed \(seed): \(values)") }
    }
  }
}
