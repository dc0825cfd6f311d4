import Testing

@testable import Ingest

/// What an inspection proposes is what it has seen, and reads the file.
struct DialectProposalTests {
  private func inspection(_ bytes: [UInt8], _ kind: FileKind) throws -> Inspection {
    try Inspection(try OpenPart(bytes, name: "\(kind.name).csv"), kind: kind)
  }

  /// The configuration that a proposal makes.
  private func configuration(_ proposal: String) throws -> Configuration {
    try ConfigurationReader.read(Array("[invoer]\n\(proposal)\n".utf8), path: "wmo-etl.toml")
  }

  @Test(
    "every proposal, declared, reads the file as it was detected",
    arguments: DetectionCase.ofWriting + DetectionCase.ofMoney + DetectionCase.aboveHeader)
  func fedBack(_ line: DetectionCase) throws {
    let bytes = line.bytes ?? Array(line.text.utf8)
    guard line.declared == DialectDeclaration(), !bytes.isEmpty else { return }
    let inspection = try inspection(bytes, line.kind)
    guard let proposal = inspection.proposal else {
      #expect(line.expected.count != 1)
      return
    }
    let configuration = try configuration(proposal)
    let part = try OpenPart(bytes, name: "\(line.kind.name).csv")
    let detector = DialectDetector(line.kind, configuration: configuration)
    let declared = try detector.detect(part).dialect
    let detected = try inspection.outcome.get().dialect
    // Where nothing was read there is nothing to tell numbers and dates by, then or now.
    #expect(declared.separator == detected.separator)
    let again = try HeaderRecord(
      of: part, dialect: declared, headerLine: configuration.headerLines[line.kind])
    #expect(again.names == inspection.header.names)
    #expect(inspection.header.matchedCount > 0)
    let sample = try detector.sample(of: part)
    func reading(_ dialect: Dialect) -> DialectReading {
      DialectReading(
        sample.columns, dialect: dialect, missing: MissingValues(nil, dialect: dialect),
        isUnsigned: false)
    }
    #expect(reading(declared).agrees(with: reading(detected)))
    #expect(reading(declared).readable > 0 || reading(detected).readable == 0)
  }

  /// A file, and what is proposed for it.
  @Test(
    arguments: [
      (.declarations, "geleverd_volume;ingediend_bedrag\n", "scheidingsteken = \";\""),
      (
        .declarations, "geleverd_volume;ingediend_bedrag\n;n.v.t.\n", "scheidingsteken = \";\""
      ),
      (
        .declarations, "product_periode_begindatum;ingediend_bedrag\n1-3-2017;\n",
        "scheidingsteken = \";\", datum = \"dd-mm-jjjj\""
      ),
      (
        .declarations, "product_periode_begindatum;ingediend_bedrag\n;12,50\n",
        "scheidingsteken = \";\", decimaal = \",\", duizendtal = \".\", geld = \"euro\""
      ),
      (
        .declarations, "product_periode_begindatum;ingediend_bedrag\n1-3-2017;12,50\n",
        "dialect = \"nl-excel\""
      ),
      (
        .clients, "client_id;geboortedatum\nK;19510203\n",
        "scheidingsteken = \";\", datum = \"jjjjmmdd\""
      ),
      (
        .providers, "aanbieder_agb\tnaam\n41000001\tCafé\n",
        "scheidingsteken = \"\\t\", codering = \"utf-8\""
      ),
      (.districts, "wijk_code;inwoners\n01;1200\n", "dialect = \"nl-excel\""),
      (.providers, "Lijst\n\naanbieder_agb,naam\n", "scheidingsteken = \",\", kopregel = 3"),
      (
        .subsidies, "sep=;\nontvanger_naam;jaar;verleend_bedrag\nA;2017;12,50\n",
        "dialect = \"nl-excel\""
      ),
    ] as [(FileKind, String, String)]
  )
  func evidence(_ kind: FileKind, _ text: String, _ fields: String) throws {
    let inspection = try inspection(Array(text.utf8), kind)
    #expect(inspection.proposal == "\(kind.name) = { \(fields) }")
    #expect(inspection.report.contains("\n[invoer]\n\(kind.name) = { \(fields) }\n"))
  }

  @Test("no column maps: no proposal, and that is said")
  func noColumn() throws {
    let inspection = try inspection(Array("1;2;3,50\n4;5;6,50\n".utf8), .declarations)
    #expect(inspection.proposal == nil)
    #expect(!inspection.report.contains("[invoer]"))
    #expect(inspection.report.contains("so no dialect is proposed"))
  }

  @Test("a number that no dialect reads says nothing of decimals")
  func unread() throws {
    let text =
      "product_periode_begindatum;geleverd_volume\n1-3-2017;veel\n2-3-2017;meer\n3-3-2017;x\n"
    let report = try inspection(Array(text.utf8), .declarations).report
    #expect(report.contains("geleverd_volume: 0 of 3 values are numbers\n"))
    #expect(!report.contains("decima"))
    #expect(report.contains("{ scheidingsteken = \";\", datum = \"dd-mm-jjjj\" }"))
  }
}
