import Ingest
import Testing

@testable import Analytics

@Suite("wijken-gestandaardiseerd")
struct StandardizedDistrictsTests {
  /// Clients per wijk and age band, each with care for a day in 2017.
  private func town(_ clients: [[Int]], _ ages: [[Int?]]) -> Town {
    var people: [Client] = []
    for (wijk, bands) in clients.enumerated() {
      for (year, count) in zip([2010, 2000, 1985, 1960, 1940], bands) {
        let client = Client(isListed: true, birth: .year(Int32(year)), wijk: Int32(wijk))
        people += Array(repeating: client, count: count)
      }
    }
    var town = Town(clients: people)
    town.wijken = clients.indices.map { "0\($0)" }
    town.districts = Districts(
      rows: ages.enumerated().map { wijk, ages in
        .init(
          wijk: "0\(wijk)", year: 2017, area: ["Dorp", "Centrum", "Leeg"][wijk], inhabitants: nil,
          ages: ages)
      })
    for client in people.indices { town.place(client: Int32(client), "B1", cents: 1_00) }
    return town
  }

  private var town: Town {
    town(
      [[0, 1, 2, 4, 5], [1, 1, 6, 3, 4], [0, 0, 3, 0, 0]],
      [[100, 50, 200, 150, 80], [300, 100, 500, 200, 40], [10, nil, 10, 10, 10]])
  }

  @Test("rates of complete districts, with the municipality as the standard")
  func rates() {
    var town = town
    town.clients?.append(Client(isListed: false))
    town.clients?.append(Client(isListed: true, wijk: 0))
    town.place(client: 30, "B1", cents: 1_00)
    town.place(client: 31, "B1", cents: 1_00)
    #expect(
      Analysis.standardizedDistricts.drawn(town) == """
        Centrum | 15 | 0 | 1140 | 131579 | 165601 | 88110 | 279792 | 147976 | 159124 | 88995 | 262465
        Dorp | 12 | 1 | 580 | 206897 | 156008 | 76521 | 278703 | 122024 | 154373 | 79676 | 269675
        Leeg | 3 | 0 | - | - | - | - | - | - | - | - | -
        onbekend | 0 | 1 | - | - | - | - | - | - | - | - | -
        totaal | 30 | 2 | 1720 | 156977 | 156977 | 103424 | 228402 | 270000 | 156977 | 103424 | 228402
        """)
    #expect(
      Analysis.standardizedDistricts.table(from: town.ledger).countingRules.last
        == "Het peiljaar is 2017.")
  }

  @Test("no rates of fewer than ten clients, of nobody, or where a band has no inhabitants")
  func emptyRates() {
    let few = town(
      [[9, 0, 0, 0, 0], [0, 0, 0, 0, 0]], [[10, 10, 10, 10, 10], [5, 5, 5, 5, 5]])
    #expect(
      Analysis.standardizedDistricts.drawn(few) == """
        Centrum | 0 | 0 | 25 | - | - | - | - | - | - | - | -
        Dorp | 9 | 0 | 50 | - | - | - | - | - | - | - | -
        totaal | 9 | 0 | 75 | - | - | - | - | - | - | - | -
        """)
    let nobody = town([[10, 0, 0, 0, 0]], [[0, 0, 0, 0, 0]])
    #expect(
      Analysis.standardizedDistricts.drawn(nobody) == """
        Dorp | 10 | 0 | 0 | - | - | - | - | - | - | - | -
        totaal | 10 | 0 | 0 | - | - | - | - | - | - | - | -
        """)
    let hole = town(
      [[10, 0, 0, 0, 0], [0, 10, 0, 0, 0]], [[100, 0, 0, 0, 0], [0, 50, 0, 0, 0]])
    let rows = Analysis.standardizedDistricts.drawn(hole).split(separator: "\n")
    #expect(rows[1].hasPrefix("Dorp | 10 | 0 | 100 | 1000000 | - | - | - | 100000 | 1333333 |"))
    #expect(rows[2].hasPrefix("totaal | 20 | 0 | 150 | 1333333 | 1333333 |"))
  }

  @Test("clients in a band without any inhabitants are in the crude and the indirect rate alone")
  func bandOfNobody() {
    let town = town([[10, 10, 0, 0, 0]], [[100, 0, 0, 0, 0]])
    let rows = Analysis.standardizedDistricts.drawn(town).split(separator: "\n")
    #expect(rows[0].hasPrefix("Dorp | 20 | 0 | 100 | 2000000 | 1000000 |"))
    #expect(rows[0].contains(" | 100000 | 4000000 | "))
  }

  @Test("no district complete: no rates; no wijk complete: a header only")
  func completeness() {
    var town = town([[10, 0, 0, 0, 0], [0, 0, 0, 0, 0]], [[1, 1, 1, 1, 1], [1, nil, 1, 1, 1]])
    town.districts?.rows[1].area = "Dorp"
    #expect(
      Analysis.standardizedDistricts.drawn(town) == """
        Dorp | 10 | 0 | - | - | - | - | - | - | - | - | -
        totaal | 10 | 0 | - | - | - | - | - | - | - | - | -
        """)
    town.districts?.rows[0].ages[4] = nil
    #expect(Analysis.standardizedDistricts.drawn(town).isEmpty)
    // Of another year than that of the report.
    town.districts?.rows[0] = .init(
      wijk: "00", year: 2018, area: "Dorp", inhabitants: 1, ages: [1, 1, 1, 1, 1])
    #expect(Analysis.standardizedDistricts.drawn(town).isEmpty)
  }

  @Test("without lines: the districts, and nobody in them")
  func withoutLines() {
    let town = town([[0, 0, 0, 0, 0]], [[1, 2, 3, 4, 5]])
    #expect(
      Analysis.standardizedDistricts.drawn(town) == """
        Dorp | 0 | 0 | 15 | - | - | - | - | - | - | - | -
        totaal | 0 | 0 | 15 | - | - | - | - | - | - | - | -
        """)
  }
}
