import Testing

@testable import Ingest

struct SeparatorLineTests {
  private func prepare(
    _ text: String, _ configure: (inout Configuration) -> Void = { _ in }
  ) throws -> (part: PreparedPart, warnings: [RunWarning]) {
    var folder = RegisterFolder(["aanbieders.csv": text])
    configure(&folder.configuration)
    return try folder.prepared {
      let warnings = $0.remarks.warnings.filter {
        if case .separatorLine = $0 { true } else { false }
      }
      return (try #require($0.parts[.providers]?.first), warnings)
    }
  }

  @Test("it settles the separator where none is declared, however many others there are")
  func detected() throws {
    for (separator, line) in [("|", "sep=|"), (";", "\"sep=;\""), ("^", "SEP=^"), ("\t", "sep=\t")]
    {
      let header = ["aanbieder_agb", "naam", "a,b,c;d;e"].joined(separator: separator)
      let (part, warnings) = try prepare("\(line)\r\n\(header)\r\n") {
        $0.commonDialect.preset = nil
      }
      #expect(part.dialect.separator == separator.utf8.first)
      #expect(part.header.position(of: "naam") == 1)
      #expect((part.bodyLine, part.blankCount, part.titleLineCount) == (3, 0, 1))
      #expect(warnings == [])
    }
  }

  @Test("the declared separator holds where it reads the header")
  func declared() throws {
    let (part, warnings) = try prepare("sep=;\naanbieder_agb,naam,x;y\n41000001,Z,\n")
    #expect(part.dialect == .iso)
    #expect(part.header.unknown == ["x;y"])
    #expect(
      warnings.map(\.english) == [
        "aanbieders.csv: the line 'sep=' names ';' where ',' is declared; the declared one holds"
      ])
    #expect(try prepare("sep=,\naanbieder_agb,naam\n").warnings == [])
  }

  @Test("the line holds where only its separator reads the header")
  func taken() throws {
    func presets(_ configuration: inout Configuration) {
      configuration.fileDialects[.providers] = DialectDeclaration(preset: .iso)
    }
    func fields(_ configuration: inout Configuration) {
      configuration.commonDialect.preset = nil
      configuration.fileDialects[.providers] = DialectDeclaration()
      configuration.fileDialects[.providers]?.separator = UInt8(ascii: ",")
    }
    for configure in [presets, fields] {
      let (part, warnings) = try prepare("sep=;\naanbieder_agb;naam\n41000001;Z\n", configure)
      #expect(part.dialect.separator == UInt8(ascii: ";"))
      #expect(
        warnings == [
          .separatorLine(
            part: "aanbieders.csv", named: UInt8(ascii: ";"), declared: UInt8(ascii: ","),
            isTaken: true)
        ])
    }
    // Neither reads it: what is missing is told as the declared one finds it.
    let failure = #expect(throws: RunFailure.self) { try prepare("sep=;\nnaam,x\n") }
    #expect(failure?.message.contains("column 'aanbieder_agb' is missing") == true)
  }

  @Test("rows below keep their physical lines and bytes")
  func places() throws {
    var input = RegisterFolder()
    let header = input.files["declaraties.csv"] ?? ""
    input.files["declaraties.csv"] = "\u{FEFF}\r\nsep=,\r\n" + header + "x\n"
    let rejects = try input.withDeclarations { reader in
      Array(try reader.read(into: CountedLines(), workers: 1).tally.rejects)
    }
    #expect(rejects.map(\.line) == [4])
    let before = 3 + 2 + 7 + header.utf8.count
    #expect(rejects.map(\.byte) == [before])
  }
}
