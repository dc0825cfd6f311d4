import Testing

@testable import Ingest

struct InspectionTests {
  @Test("the report has columns and counts, and no value")
  func report() throws {
    let text = "naam;Aanbieder AGB;consern\r\nZorg Noord;41000001;Groep\r\nTe;veel;of;te\r\n"
    let inspection = try Inspection(try OpenPart(Array(text.utf8), name: "lijst.csv"), kind: nil)
    #expect(
      inspection.report == """
        lijst.csv
          kind        aanbieders, guessed from the header; --kind overrules
          encoding    plain ASCII, which every encoding reads alike
          separator   ;
          line ends   CRLF
          sampled     2 rows

        [invoer]
        aanbieders = { scheidingsteken = ";" }

        columns
          naam           naam
          Aanbieder AGB  aanbieder_agb
          consern        unknown; it is probably concern

        warning: 1 of 2 rows have another number of fields than the header, or broken quoting

        """
    )
  }

  @Test("a first line of values is not shown")
  func noHeader() throws {
    let part = try OpenPart(Array("KL-1,1951,WK01\nKL-2,1952,WK01\n".utf8), name: "clienten.csv")
    let report = try Inspection(part, kind: .clients).report
    #expect(!report.contains("KL-1"))
    #expect(report.contains("warning: no field of the first record is a column of clienten"))
  }

  @Test("missing columns are told with the nearest header")
  func missing() throws {
    let part = try OpenPart(Array("aanbieder_abg,naam\n".utf8), name: "aanbieders.csv")
    let report = try Inspection(part, kind: .providers).report
    #expect(
      report.contains(
        "warning: column 'aanbieder_agb' is missing; the nearest header is 'aanbieder_abg'"
      )
    )
  }

  @Test(
    "files that cannot be split into records",
    arguments: [
      ("", "empty"), ("\n\n", "empty"), ("naam,x\n\"a,b\n", "test.csv:2: the quote at byte 7 "),
      ("na\"am,x\n", "the header has a quote inside a name"),
    ]
  )
  func unusable(_ text: String, _ message: String) throws {
    let part = try OpenPart(Array(text.utf8))
    let failure = #expect(throws: RunFailure.self) { try Inspection(part, kind: .providers) }
    #expect(failure?.status == .unusableInput)
    #expect(failure?.message.contains(message) == true)
  }

  @Test(
    "line ends are counted",
    arguments: [("a\r\nb\n\rc\r\n", (1, 1, 2)), ("a\rb\r", (0, 2, 0)), ("", (0, 0, 0))]
  )
  func lineEnds(_ text: String, _ expected: (Int, Int, Int)) {
    let ends = LineEnds(Array(text.utf8))
    #expect((ends.lineFeeds, ends.carriageReturns, ends.pairs) == expected)
  }
}
