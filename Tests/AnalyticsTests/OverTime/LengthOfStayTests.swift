import Ingest
import Testing

@testable import Analytics

@Suite("verblijfsduur")
struct LengthOfStayTests {
  /// Months are developed up to December 2016, ends are seen up to October (R).
  private var town: Town {
    var town = Town()
    town.parameters = CountingParameters(basis: .declaration, gapMonths: 1)
    town.parameters.course.lastMonth = Month(year: 2016, month: 12)
    return town
  }

  private func rows(_ town: Town, of group: String) -> String {
    Analysis.lengthOfStay.drawn(town).split(separator: "\n").filter { $0.hasPrefix("\(group) ") }
      .joined(separator: "\n")
  }

  @Test("spells that ended, that go on, that began before the data and that came too late")
  func estimates() {
    var town = town
    // From October 2015: seen after three months, ended after six.
    town.use(client: 0, "B1", "x.x", allocatedFrom: day(2015, 10, 20))
    town.use(client: 1, "B1", ".xxx")
    // Followed for seven months until R, and for three.
    town.use(client: 2, "B1", "...xxxxxxxxx")
    town.use(client: 3, "B1", ".......xxxx")
    // After R, and after D.
    town.use(client: 4, "B1", "..........x")
    town.use(client: 5, "B1", ".........x..x")
    // Two spells; and one that begins with the data and its allocation.
    town.use(client: 6, "B1", ".x..x")
    town.use(client: 7, "B1", "x")
    let expected = """
      begeleiding | 3 | 8 | 6 | 1 | 3 | 285714 | 41132 | 611507
      begeleiding | 6 | 8 | 6 | 1 | 2 | 142857 | 7124 | 464941
      begeleiding | 12 | 8 | 6 | 1 | 0 | - | - | -
      begeleiding | 24 | 8 | 6 | 1 | 0 | - | - | -
      """
    #expect(rows(town, of: "begeleiding") == expected)
    #expect(
      rows(town, of: "totaal") == expected.replacing("begeleiding", with: "totaal"))
    #expect(
      Analysis.lengthOfStay.table(from: town.ledger).countingRules.last
        == "D, de laatste ontwikkelde maand, is 2016-12; R is 2016-10.")
  }

  @Test("a switch of groups ends a spell of the group, not of the client")
  func totals() {
    var town = town
    town.use(client: 0, "B1", ".xx")
    town.use(client: 0, "D1", "...xxxx")
    #expect(rows(town, of: "begeleiding").hasPrefix("begeleiding | 3 | 1 | 1 | 2 | 0 | 0 | - | -"))
    #expect(rows(town, of: "dagbesteding").hasPrefix("dagbesteding | 3 | 1 | 1 | 4 | 1 | 1000000"))
    #expect(rows(town, of: "totaal").hasPrefix("totaal | 3 | 1 | 1 | 6 | 1 | 1000000 | - | -"))
  }

  @Test(
    "who was there before is followed from the first month on, by group and by what is invoiced")
  func delayedEntry() {
    var town = town
    town.use(client: 0, "B1", "xx", allocatedFrom: day(2015, 11, 1))
    town.use(client: 0, "D1", "x", allocatedFrom: day(2015, 7, 1))
    // Not invoiced in the first month, so it says nothing of it.
    town.use(client: 0, "D1", ".x", allocatedFrom: day(2010, 1, 1))
    // Of nobody who was there before.
    town.use(client: 1, "B1", ".xx", allocatedFrom: day(2010, 1, 1))
    // Months: 4 after an entry of 2, and 2; 8 after 6; 8 after 6, and 2.
    #expect(
      rows(town, of: "begeleiding").hasPrefix("begeleiding | 3 | 2 | 2 | 2 | 1 | 0 | - | -"))
    #expect(
      rows(town, of: "dagbesteding") == """
        dagbesteding | 3 | 1 | 1 | 8 | 0 | - | - | -
        dagbesteding | 6 | 1 | 1 | 8 | 0 | - | - | -
        dagbesteding | 12 | 1 | 1 | 8 | 0 | 0 | - | -
        dagbesteding | 24 | 1 | 1 | 8 | 0 | 0 | - | -
        """)
    #expect(rows(town, of: "totaal").hasPrefix("totaal | 3 | 2 | 2 | 2 | 0 | 0 | - | -"))
  }

  @Test(
    "without a triangle there is no developed month, whatever the basis",
    arguments: [
      CountingParameters.Basis.declaration, .service,
    ])
  func noTriangle(_ basis: CountingParameters.Basis) {
    var town = town
    town.parameters.basis = basis
    town.parameters.course.lastMonth = Month(year: 2015, month: 12)
    town.use(client: 0, "B1", "xxxx")
    #expect(
      Analysis.lengthOfStay.drawn(town) == """
        totaal | 3 | 0 | 0 | - | 0 | - | - | -
        totaal | 6 | 0 | 0 | - | 0 | - | - | -
        totaal | 12 | 0 | 0 | - | 0 | - | - | -
        totaal | 24 | 0 | 0 | - | 0 | - | - | -
        """)
    #expect(
      Analysis.lengthOfStay.table(from: town.ledger).countingRules.last
        == "Er is geen laatste ontwikkelde maand, dus telt geen enkele periode.")
  }

  @Test("by date of service, months count as far as they are developed")
  func serviceBasis() {
    var town = town
    town.parameters.basis = .service
    town.use(client: 0, "B1", "xx")
    // Everything is declared in its own month, so the last one is developed.
    #expect(rows(town, of: "totaal").hasPrefix("totaal | 3 | 1 | 1 | 2 | 0 | 0 | - | -"))
  }

  @Test("one month of data; none at all")
  func littleData() {
    var town = town
    town.parameters.gapMonths = 0
    town.parameters.course.lastMonth = Month(year: 2016, month: 1)
    town.use(client: 0, "B1", "x")
    // D is January, R December.
    #expect(rows(town, of: "begeleiding").isEmpty)
    #expect(rows(town, of: "totaal").hasPrefix("totaal | 3 | 0 | 0 | - | 0 | - | - | -"))
    #expect(Analysis.lengthOfStay.drawn(Town()).isEmpty)
  }
}
