import Ingest
import Testing

@testable import Analytics

@Suite("trajecten")
struct PathwaysTests {
  private var town: Town {
    var town = Town()
    town.parameters = CountingParameters(gapMonths: 0)
    town.use(client: 0, "B1", "xx")
    town.use(client: 0, "D1", "..xx")
    // An overlap of one month, of two, and of one inside another era.
    town.use(client: 1, "B1", "xx")
    town.use(client: 1, "D1", ".xx")
    town.use(client: 2, "B1", "xxx")
    town.use(client: 2, "D1", ".xxx")
    town.use(client: 3, "B1", "xxxxx")
    town.use(client: 3, "D1", "..x..")
    // Nothing but an overlap of one month.
    town.use(client: 4, "B1", "x")
    town.use(client: 4, "D1", "x")
    // An empty month.
    town.use(client: 5, "B1", "x.x")
    // Six steps.
    town.use(client: 6, "B1", "x.x.x.")
    town.use(client: 6, "D1", ".x.x.x")
    town.use(client: 7, "D1", "...x")
    // Never active.
    town.place(client: 8, "A9", cents: 0, on: day(2016, 1, 1))
    return town
  }

  @Test("eras become steps; short overlaps are switches; at most five steps")
  func paths() {
    #expect(
      Analysis.pathways.drawn(town) == """
        traject | begeleiding | 1 | 2 | 250000 | 2
        traject | begeleiding > dagbesteding | 2 | 2 | 250000 | 2
        traject | begeleiding + dagbesteding | 1 | 1 | 125000 | 1
        traject | begeleiding > begeleiding + dagbesteding > dagbesteding | 3 | 1 | 125000 | 1
        traject | begeleiding > dagbesteding > begeleiding > dagbesteding > begeleiding | 5 | 1 | 125000 | 1
        traject | dagbesteding | 1 | 1 | 125000 | 0
        overig | - | - | 0 | 0 | 0
        totaal | - | - | 8 | 1000000 | 7
        """)
  }

  @Test("with overlap_maanden 1 every overlap is a step")
  func shortOverlaps() {
    var town = town
    town.parameters.overlapMonths = 1
    let rows = Analysis.pathways.drawn(town)
    #expect(
      rows.contains("begeleiding > begeleiding + dagbesteding > dagbesteding | 3 | 2 | 250000 | 2"))
    #expect(rows.contains("begeleiding > begeleiding + dagbesteding > begeleiding | 3 | 1 |"))
  }

  @Test("a gap belongs to its era, and the sequence window clips it")
  func gaps() {
    var town = Town()
    town.parameters = CountingParameters(gapMonths: 2)
    town.use(client: 0, "B1", "x..x")
    town.use(client: 0, "D1", ".xx...x")
    // Eras: months 0–3, and 1–2 and 6 apart.
    #expect(
      Analysis.pathways.drawn(town).hasPrefix(
        "traject | begeleiding > begeleiding + dagbesteding > begeleiding > dagbesteding | 4 | 1 |")
    )
    town.parameters.sequenceFrom = day(2016, 2, 1)
    town.parameters.sequenceTo = day(2016, 4, 30)
    #expect(
      Analysis.pathways.drawn(town)
        == """
        traject | dagbesteding > begeleiding | 2 | 1 | 1000000 | 1
        overig | - | - | 0 | 0 | 0
        totaal | - | - | 1 | 1000000 | 1
        """)
    town.parameters.sequenceFrom = day(2015, 12, 1)
    #expect(Analysis.pathways.drawn(town).hasSuffix("totaal | - | - | 1 | 1000000 | 0"))
  }

  @Test("the ten with most clients, by text where they have as many; the others together")
  func ten() {
    var town = Town()
    town.parameters = CountingParameters()
    town.products = (0..<12).map { ("P\($0)", .tailored, "groep \(["a", "b"][$0 % 2])\($0)") }
    for product in 0..<12 { town.use(client: Int32(product), "P\(product)", "x") }
    town.use(client: 12, "P11", ".x")
    let rows = Analysis.pathways.drawn(town).split(separator: "\n")
    #expect(rows.count == 12)
    #expect(rows[0] == "traject | groep b11 | 1 | 2 | 153846 | 1")
    #expect(rows[1] == "traject | groep a0 | 1 | 1 | 76923 | 1")
    #expect(rows[9] == "traject | groep b5 | 1 | 1 | 76923 | 1")
    #expect(rows[10] == "overig | - | - | 2 | 153846 | 2")
    #expect(rows[11] == "totaal | - | - | 13 | 1000000 | 12")
  }

  @Test("paths with one text are one path, with the fewest steps of them")
  func sameTexts() {
    var town = Town()
    town.parameters = CountingParameters()
    town.products = [("P", .tailored, "a"), ("Q", .tailored, "b"), ("R", .tailored, "a > b")]
    town.use(client: 0, "P", "x")
    town.use(client: 0, "Q", ".x")
    town.use(client: 1, "R", ".x")
    #expect(Analysis.pathways.drawn(town).hasPrefix("traject | a > b | 1 | 2 | 1000000 | 1\n"))
  }

  @Test("lines, but none in the sequence window; no lines at all")
  func nothing() {
    var town = town
    town.parameters.sequenceTo = day(2015, 1, 1)
    #expect(
      Analysis.pathways.drawn(town) == """
        overig | - | - | 0 | - | 0
        totaal | - | - | 0 | - | 0
        """)
    #expect(Analysis.pathways.drawn(Town()).isEmpty)
  }
}
