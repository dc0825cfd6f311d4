import Testing

@testable import Ingest

struct TitleLineTests {
  private static let header = "aanbieder_agb,naam,concern\n"
  private static let rows = "41000001,Zorg Noord,\n41000002,Zuid,\n"

  private func prepare(
    _ text: String, declared: Dialect? = nil, line: Int? = nil
  ) throws -> PreparedPart {
    var folder = RegisterFolder(["aanbieders.csv": text])
    folder.configuration.commonDialect.preset = declared
    folder.configuration.headerLines[.providers] = line
    return try folder.prepared { try #require($0.parts[.providers]?.first) }
  }

  /// Lines above the header, and the line that the message names; nil where there is none.
  @Test(
    arguments: [
      ("Overzicht\n", 2), ("Overzicht,,\nPeriode 2017,,\n,,\n", 4), ("Overzicht \"Wmo\" 2017\n", 2),
      ("a,b,c\r\n\r\n", 3), (String(repeating: "x\n", count: 50), 51),
      ("naam\n", 2), ("Aanbieder AGB,2017\n", 2), ("sep=,\nOverzicht\n", 3), ("\u{FEFF}Titel\n", 2),
      ("", nil), ("\n,,\n", nil), ("sep=,\n", nil),
    ] as [(String, Int?)]
  )
  func lines(_ above: String, _ line: Int?) throws {
    for declared in [Dialect.iso, nil] as [Dialect?] {
      let text = above + Self.header + Self.rows
      if let line {
        let failure = #expect(throws: RunFailure.self) { try prepare(text, declared: declared) }
        #expect(
          failure?.message == """
            aanbieders.csv: the first line is no header, but line \(line) looks like one; declare \
            aanbieders = { kopregel = \(line) } under [invoer] in wmo-etl.toml, or remove the \
            lines above it
            """)
        #expect(failure?.status == .unusableInput)
      } else {
        #expect(
          try prepare(text, declared: declared).titleLineCount == (above == "sep=,\n" ? 1 : 0))
      }
      let part = try prepare(text, declared: declared, line: line)
      #expect(part.header.position(of: "concern") == 2)
      #expect(part.bodyLine == LineEnds(Array((above + Self.header).utf8)).count + 1)
      #expect(part.bodyOffset == (above + Self.header).utf8.count)
    }
  }

  @Test("a header too far down is not found, and all its columns are missing")
  func tooFar() {
    let text = String(repeating: "x\n", count: 51) + Self.header
    let failure = #expect(throws: RunFailure.self) { try prepare(text, declared: .iso) }
    #expect(failure?.message.contains("column 'aanbieder_agb' is missing") == true)
  }

  @Test("rows are no header")
  func rows() {
    let text = "aanbieder_agb,concern\n41000001,naam\n41000002,x\n"
    let failure = #expect(throws: RunFailure.self) { try prepare(text, declared: .iso) }
    #expect(failure?.message == "aanbieders.csv: column 'naam' is missing")
  }

  @Test("a declared line beyond the end")
  func beyond() {
    let failure = #expect(throws: RunFailure.self) {
      try prepare(Self.header + Self.rows, declared: .iso, line: 9)
    }
    #expect(failure?.message.hasPrefix("aanbieders.csv: no header on line 9, ") == true)
  }

  @Test("kopregel is declared for a file, and is a line")
  func configuration() throws {
    func read(_ text: String) throws -> Configuration {
      try ConfigurationReader.read(Array("[invoer]\n\(text)\n".utf8), path: "wmo-etl.toml")
    }
    let read4 = try read("dialect = 'iso'\ndeclaraties = { kopregel = 4 }")
    #expect(read4.headerLines == [.declarations: 4])
    #expect(read4.declaration(for: .declarations).dialect == .iso)
    for text in ["kopregel = 4", "declaraties = { kopregel = 0 }", "clienten = { kopregel = '4' }"]
    {
      let failure = #expect(throws: RunFailure.self) { try read(text) }
      #expect(failure?.status == .configuration)
      #expect(failure?.message.hasPrefix("wmo-etl.toml:2: ") == true)
    }
  }
}
