import Testing

@testable import Ingest

struct DialectDetectorTests {
  @Test(arguments: DetectionCase.ofWriting + DetectionCase.ofMoney)
  func table(_ line: DetectionCase) throws {
    var configuration = Configuration()
    configuration.fileDialects[line.kind] = line.declared
    let part = try OpenPart(line.bytes ?? Array(line.text.utf8))
    let detector = DialectDetector(line.kind, configuration: configuration)
    if line.expected.count == 1 {
      #expect(try detector.detect(part).summary == line.expected[0])
      return
    }
    let failure = #expect(throws: RunFailure.self) { try detector.detect(part) }
    #expect(failure?.status == .unusableInput)
    let shown = (failure?.message ?? "").split(separator: "\n").dropFirst().map { String($0) }
    #expect(
      shown
        == line.expected.map { summary in
          let fields = summary.contains("=") ? summary : "dialect = \"\(summary)\""
          return "  \(line.kind.name) = { \(fields) }"
        }
    )
  }

  @Test("what was detected is noted")
  func note() throws {
    var remarks = InputRemarks()
    let part = try OpenPart(Array("aanbieder_agb;naam\n".utf8), name: "aanbieders.csv")
    let detector = DialectDetector(.providers, configuration: Configuration())
    #expect(try detector.dialect(of: part, remarks: &remarks) == .nlExcel)
    #expect(remarks.notes == ["aanbieders.csv: dialect detected: nl-excel"])
  }

  @Test("the message of an ambiguity names the column and no value")
  func wording() throws {
    let part = try OpenPart(
      Array(declarationLines(";", "2017-03-01;8;;42000").utf8),
      name: "declaraties.csv"
    )
    let failure = #expect(throws: RunFailure.self) {
      try DialectDetector(.declarations, configuration: Configuration()).detect(part)
    }
    #expect(
      failure?.message == """
        declaraties.csv: the dialect is ambiguous: the values of column 'ingediend_bedrag' can be \
        read in two ways; declare one of them under [invoer] in wmo-etl.toml:
          declaraties = { dialect = "iso", scheidingsteken = ";" }
          declaraties = { dialect = "iwmo" }
        """
    )
  }

  @Test("evidence counts values per column")
  func evidence() throws {
    let part = try OpenPart(Array(declarationLines(",", "2017-03-01,8,,420.00", "x,8,,1.00").utf8))
    let detected = try DialectDetector(.declarations, configuration: Configuration()).detect(part)
    #expect(
      detected.evidence == [
        "product_periode_begindatum: 1 of 2 values are jjjj-mm-dd",
        "geleverd_volume: 2 of 2 values are numbers with decimal '.'",
        "ingediend_bedrag: 2 of 2 values are amounts in euros with decimal '.'",
      ]
    )
  }
}
