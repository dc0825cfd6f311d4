import Testing

@testable import Ingest

/// Rows of subsidies that are the sum of others.
@Suite("Totals among subsidies")
struct SubsidyReaderTests {
  private static let rows = "A,2016,10.00,\nB,2017,20.00,15.00\nC,2017,5.00,\n"

  private static let columns = "ontvanger_naam,jaar,verleend_bedrag,vastgesteld_bedrag"

  /// The sum in cents; nil where the file is refused.
  private func sum(_ rows: String, header: String = columns) throws -> Int64? {
    let folder = RegisterFolder(["subsidies.csv": header + "\n" + rows])
    if try folder.refusal() != nil { return nil }
    return try folder.read().data.subsidies.reduce(0) { $0 + $1.cents }
  }

  @Test(
    "a total is skipped, a wrong one refused",
    arguments: [
      ("", 3000), ("Totaal,2017,35.00,\n", 3000), ("Totaal 2017,2017,25.00,15.00\n", 3000),
      ("TOTAL,2017,30.00,\n", 3000), ("som,2017,20.00,\n", 3000),
      ("Totaal\u{A0}2017,2017,20.00,\n", 3000), ("totaal: 2017 :,2017,20.00,\n", 3000),
      ("Totaal 2017,2017,20.00,\nEindtotaal,2017,30.00,\n", 3000),
      ("Subtotaal:,2017,25.00,15.00\nTotaal,2017,35.00,15.00\n", 3000),
      ("Totaal,2017,99.00,\n", nil), ("Totaal 2016,2016,11.00,\n", nil),
      ("Totaal,,99.00,\n", 3000),  // lacks its year, so it is a total whatever it says
      ("Totaal Zorg,2017,1.00,\n", 3100), ("Totaalbeeld,2017,1.00,\n", 3100),
      ("Somma,2017,1.00,\n", 3100),
    ] as [(String, Int64?)])
  func totals(row: String, expected: Int64?) throws {
    #expect(try sum(Self.rows + row) == expected)
  }

  @Test("they are counted and named, whatever the chunks", arguments: [1, 40, 1 << 20])
  func account(chunkSize: Int) throws {
    let totals = "Totaal 2016,2016,10.00,\nD,2017,1.00,\nTotaal,,\nTotaal,2017,36.00,\n"
    let folder = RegisterFolder(["subsidies.csv": Self.columns + "\n" + Self.rows + totals])
    let registers = try folder.read(workers: 4, chunkSize: chunkSize)
    #expect(registers.remarks.notes == ["subsidies.csv: total rows are skipped: lines 5, 7, 8"])
    let count = try #require(registers.counts.first { $0.kind == .subsidies })
    #expect(count.rows == 4)
    #expect(count.totals == 3)
  }

  @Test func aNameThatStandsElsewhereIsAName() throws {
    let rows = "2017,Totaal,1.00,\n2017,B,2.00,\n"
    #expect(try sum(rows, header: "jaar,ontvanger_naam,verleend_bedrag,vastgesteld_bedrag") == 300)
  }
}
