import Ingest
import Testing

@testable import Analytics

@Suite("opvolging-in-de-tijd")
struct SequencesOverTimeTests {
  private var town: Town {
    var town = Town()
    town.parameters = CountingParameters()
    town.use(client: 0, "B1", "x")
    town.use(client: 0, "D1", "..x")
    town.use(client: 1, "B1", "..x")
    town.use(client: 1, "D1", "x")
    town.use(client: 2, "B1", "....x")
    // In the last month.
    town.use(client: 3, "D1", ".........x")
    // In the same month.
    town.use(client: 4, "B1", "x")
    town.use(client: 4, "D1", "x")
    return town
  }

  @Test("all who used the first group, followed until the last month")
  func following() {
    #expect(
      Analysis.sequencesOverTime.drawn(town) == """
        begeleiding | dagbesteding | 3 | 4 | 3 | 1 | 250000
        begeleiding | dagbesteding | 6 | 4 | 2 | 1 | 250000
        begeleiding | dagbesteding | 12 | 4 | 0 | 1 | -
        dagbesteding | begeleiding | 3 | 4 | 2 | 1 | 333333
        dagbesteding | begeleiding | 6 | 4 | 2 | 1 | 333333
        dagbesteding | begeleiding | 12 | 4 | 0 | 1 | -
        """)
    #expect(
      Analysis.sequencesOverTime.table(from: town.ledger).countingRules.last
        == "Z, de laatste maand, is 2016-10.")
  }

  @Test("only those without the second group before, and observed for so long")
  func cleanMonths() {
    var town = town
    town.parameters.cleanMonths = 2
    #expect(
      Analysis.sequencesOverTime.drawn(town) == """
        begeleiding | dagbesteding | 3 | 1 | 1 | 0 | 0
        begeleiding | dagbesteding | 6 | 1 | 0 | 0 | -
        begeleiding | dagbesteding | 12 | 1 | 0 | 0 | -
        dagbesteding | begeleiding | 3 | 1 | 0 | 0 | -
        dagbesteding | begeleiding | 6 | 1 | 0 | 0 | -
        dagbesteding | begeleiding | 12 | 1 | 0 | 0 | -
        """)
  }

  @Test("a second group that was used long before may follow again")
  func returning() {
    var town = Town()
    town.parameters = CountingParameters()
    town.use(client: 0, "D1", "x.....x...")
    town.use(client: 0, "B1", "....x.....")
    let first = "begeleiding | dagbesteding | 3 | 1 |"
    #expect(Analysis.sequencesOverTime.drawn(town).hasPrefix("\(first) 0 | 0 | -"))
    town.parameters.cleanMonths = 3
    // It followed after two months, so nobody is left at three.
    #expect(Analysis.sequencesOverTime.drawn(town).hasPrefix("\(first) 0 | 1 | 1000000"))
    town.parameters.cleanMonths = 4
    #expect(
      Analysis.sequencesOverTime.drawn(town).hasPrefix("begeleiding | dagbesteding | 3 | 0 | 0"))
  }

  @Test("the sequence window is declared: its months alone, and its ends")
  func window() {
    var town = town
    town.parameters.sequenceFrom = day(2016, 2, 1)
    town.parameters.sequenceTo = day(2016, 12, 31)
    let rows = Analysis.sequencesOverTime.drawn(town)
    // Clients 1 and 2, followed for nine and seven months.
    #expect(rows.hasPrefix("begeleiding | dagbesteding | 3 | 2 | 2 | 0 | 0\n"))
    #expect(rows.contains("begeleiding | dagbesteding | 6 | 2 | 2 | 0 | 0\n"))
    town.parameters.cleanMonths = 2
    // A₀ is February, so client 1, in March, was not observed for two months before.
    #expect(
      Analysis.sequencesOverTime.drawn(town).hasPrefix("begeleiding | dagbesteding | 3 | 1 |"))
    town.parameters.sequenceTo = day(2016, 1, 31)
    #expect(Analysis.sequencesOverTime.drawn(town).isEmpty)
  }

  @Test("one group, and none")
  func noPairs() {
    var town = Town()
    #expect(Analysis.sequencesOverTime.drawn(town).isEmpty)
    town.use(client: 0, "B1", "x")
    #expect(Analysis.sequencesOverTime.drawn(town).isEmpty)
  }
}
