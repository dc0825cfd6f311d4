import Testing

@testable import Ingest

struct ForeignContentTests {
  private func content(_ bytes: [UInt8]) -> ForeignContent? {
    bytes.withBytes { ForeignContent($0) }
  }

  private func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
    text.utf16.flatMap { unit in
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      return bigEndian ? [high, low] : [low, high]
    }
  }

  @Test("what begins as something else")
  func table() {
    #expect(content([0x1F, 0x8B, 8, 0]) == .gzip)
    #expect(content(Array("PK\u{3}\u{4}x".utf8)) == .zip)
    #expect(content([0xD0, 0xCF, 0x11, 0xE0, 0xA1]) == .oldWorkbook)
    #expect(content(Array("\r\n <!DOCTYPE html><html>".utf8)) == .html)
    #expect(content(Array("<HTML lang=nl>".utf8)) == .html)
    #expect(content(Array("<?xml version='1.0'?>".utf8)) == .xml)
    #expect(
      content(utf16("naam;jaar\n", bigEndian: false)) == .unmarkedUTF16(isBigEndian: false))
    #expect(content(utf16("naam;é€\n", bigEndian: true)) == .unmarkedUTF16(isBigEndian: true))
  }

  @Test(
    "what is CSV",
    arguments: [
      "", "PK", "PKnummer;x", "naam", "<html", "a\u{0}b,\u{0}", "na\u{0}am;\u{0}x;\u{0};\u{0}", "é",
      "\u{0}\u{0}\u{0}\u{0}", "naam\n<html>\n",
    ]
  )
  func text(_ text: String) {
    #expect(content(Array(text.utf8)) == (text == "<html" ? .html : nil))
  }

  @Test("a declared UTF-16 without its mark")
  func declared() {
    var folder = RegisterFolder(["aanbieders.csv": "aanbieder_agb,naam\n"])
    folder.configuration.fileDialects[.providers] = DialectDeclaration(preset: .iso)
    folder.configuration.fileDialects[.providers]?.encoding = .utf16
    let failure = #expect(throws: RunFailure.self) { try folder.prepared { _ in } }
    #expect(failure?.status == .unusableInput)
    #expect(failure?.message.contains("no byte order mark") == true)
  }
}
