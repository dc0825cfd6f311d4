import Ingest
import Testing

@testable import Analytics

@Suite("the district of a client's wijk")
struct DistrictAssignmentTests {
  private typealias Row = Districts.Row

  private let districts = Districts(rows: [
    Row(wijk: "01", year: 2015, area: "Dorp", inhabitants: 900),
    Row(wijk: "01", year: 2017, area: "Centrum", inhabitants: 1000),
    Row(wijk: "02", year: 2017, area: "Centrum", inhabitants: 500),
    Row(wijk: "03", year: 2015, area: "Meerzicht", inhabitants: 300),
    Row(wijk: "03", year: 2018, area: "Rokkeveen", inhabitants: 350),
    Row(wijk: "04", year: 2018, area: "Oosterheem", inhabitants: 700),
    Row(wijk: "04", year: 2019, area: "Nieuw", inhabitants: 800),
  ])

  /// The last is not among the districts.
  private let wijken = ["01", "02", "03", "04", "99"]

  private func district(_ wijk: Int32?, _ assignment: DistrictAssignment) -> String? {
    assignment.district(of: Client(isListed: true, wijk: wijk)).map { assignment.names[$0] }
  }

  @Test(
    "latest year not after the window, else nearest earlier, else first later",
    arguments: [
      // the window's last year; the districts of wijk 01, 02, 03 and 04
      (2017, ["Centrum", "Centrum", "Meerzicht", "Oosterheem"]),
      (2016, ["Dorp", "Centrum", "Meerzicht", "Oosterheem"]),
      (2018, ["Centrum", "Centrum", "Rokkeveen", "Oosterheem"]),
      (2030, ["Centrum", "Centrum", "Rokkeveen", "Nieuw"]),
      (2010, ["Dorp", "Centrum", "Meerzicht", "Oosterheem"]),
      (nil, ["Centrum", "Centrum", "Rokkeveen", "Nieuw"]),
    ] as [(Int?, [String])]
  )
  func assigns(_ lastYear: Int?, _ expected: [String]) {
    let assignment = DistrictAssignment(districts, wijken: wijken, lastYear: lastYear)
    #expect((0..<4).map { district($0, assignment) } == expected)
  }

  @Test("only wijken of the reference year add inhabitants")
  func addsInhabitants() {
    let assignment = DistrictAssignment(districts, wijken: wijken, lastYear: 2017)
    #expect(assignment.names == ["Centrum", "Meerzicht", "Oosterheem"])
    #expect(assignment.inhabitants == [1500, nil, nil])
    #expect(assignment.totalInhabitants == 1500)
  }

  @Test("an empty cell empties its district and the total")
  func emptyCellEmptiesSums() {
    var districts = districts
    districts.rows.append(Row(wijk: "05", year: 2017, area: "Centrum", inhabitants: nil))
    districts.rows.append(Row(wijk: "06", year: 2017, area: "Zuid", inhabitants: 10))
    let assignment = DistrictAssignment(districts, wijken: wijken, lastYear: 2017)
    #expect(assignment.inhabitants == [nil, nil, nil, 10])
    #expect(assignment.totalInhabitants == nil)
  }

  @Test("unknown: not listed, without wijk, with a wijk that is not in the file")
  func leavesUnknown() {
    let assignment = DistrictAssignment(districts, wijken: wijken, lastYear: 2017)
    #expect(assignment.district(of: Client(isListed: false, wijk: 0)) == nil)
    #expect(district(nil, assignment) == nil)
    #expect(district(4, assignment) == nil)
  }

  @Test("names are compared by their bytes")
  func comparesBytes() {
    let assignment = DistrictAssignment(
      Districts(rows: [
        Row(wijk: "01", year: 2017, area: "Caf\u{E9}", inhabitants: 1),
        Row(wijk: "02", year: 2017, area: "Cafe\u{301}", inhabitants: 2),
      ]),
      wijken: wijken,
      lastYear: 2017
    )
    #expect(assignment.inhabitants == [2, 1])
  }
}
