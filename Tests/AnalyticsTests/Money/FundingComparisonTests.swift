import Ingest
import Testing

@testable import Analytics

@Suite("bekostiging-vergelijking")
struct FundingComparisonTests {
  /// Dorp: 100 inhabitants, then 110; Veld: 50, then none known.
  private var town: Town {
    var town = Town(clients: [
      Client(isListed: true, wijk: 0), Client(isListed: true, wijk: 1), Client(isListed: false),
      Client(isListed: true, wijk: 0),
    ])
    town.wijken = ["01", "02"]
    town.districts = Districts(rows: [
      .init(wijk: "01", year: 2016, area: "Dorp", inhabitants: 100),
      .init(wijk: "02", year: 2016, area: "Veld", inhabitants: 50),
      .init(wijk: "01", year: 2017, area: "Dorp", inhabitants: 110),
      .init(wijk: "02", year: 2017, area: "Veld", inhabitants: 0),
    ])
    town.parameters.money.fundingIndex = 2_0000
    town.place(client: 0, "B1", cents: 100_00, on: day(2016, 2, 1))
    town.place(client: 1, "B1", cents: 50_00, on: day(2016, 3, 1))
    town.place(client: 0, "B1", cents: 90_00, on: day(2017, 2, 1))
    town.place(client: 3, "B1", cents: 60_00, on: day(2017, 3, 1))
    town.place(client: 1, "B1", cents: 30_00, on: day(2017, 3, 1))
    town.place(client: 2, "B1", cents: 10_00, on: day(2017, 10, 1))
    town.place(client: 0, "D1", cents: 7_00, on: day(2017, 10, 1))
    // In neither.
    town.place(client: 0, "A9", cents: 7_00, on: day(2016, 12, 1))
    return town
  }

  @Test("forms, groups and the total")
  func figures() throws {
    // Of begeleiding: 150.00 before, indexed 153.00; 190.00 now. Dorp 100 × 110 / 100 × 1.02 = 112.20, and
    // 40.00 of Veld and onbekend. Clients 2 and 4; spells 2 and 4. Months without October, which is not
    // whole: 0, 90, 90, …: 90 × 9 / 180.
    #expect(
      Analysis.fundingComparison.drawn(town) == """
        inspanning | product_groep | begeleiding | 19000 | 0 | 3700 | 0 | 450 | 100
        inspanning | product_groep | dagbesteding | 700 | 0 | 700 | 0 | - | 100
        inspanning | totaal | - | 19700 | 0 | 4400 | 0 | 450 | 100
        taak-gebied | product_groep | begeleiding | 15220 | -3780 | -80 | 3780 | 450 | 100
        taak-gebied | product_groep | dagbesteding | 0 | -700 | 0 | 700 | - | 100
        taak-gebied | totaal | - | 15220 | -4480 | -80 | 4480 | 450 | 100
        taak-groep | product_groep | begeleiding | 30600 | 11600 | 15300 | -11600 | 450 | 100
        taak-groep | product_groep | dagbesteding | 700 | 0 | 700 | 0 | - | 100
        taak-groep | totaal | - | 31300 | 11600 | 16000 | -11600 | 450 | 100
        traject | product_groep | begeleiding | 30600 | 11600 | 15300 | -11600 | 450 | 100
        traject | product_groep | dagbesteding | 700 | 0 | 700 | 0 | - | 100
        traject | totaal | - | 31300 | 11600 | 16000 | -11600 | 450 | 100
        beschikbaarheid | product_groep | begeleiding | 15300 | -3700 | 0 | 3700 | 450 | 100
        beschikbaarheid | product_groep | dagbesteding | 0 | -700 | 0 | 700 | - | 100
        beschikbaarheid | totaal | - | 15300 | -4400 | 0 | 4400 | 450 | 100
        """)
    #expect(
      Analysis.fundingComparison.notes(on: town.ledger) == [
        "table bekostiging-vergelijking: the amounts of taak-groep are what was declared for groups "
          + "without clients in the comparison: dagbesteding",
        "table bekostiging-vergelijking: the amounts of traject are what was declared for groups without "
          + "spells that begin in the comparison: dagbesteding",
      ])
    try town.reconcile()
  }

  @Test("without inhabitants in both years taak-gebied is left out, with a note")
  func noInhabitants() {
    var town = town
    town.districts?.rows[2].inhabitants = nil
    let table = Analysis.fundingComparison.table(from: town.ledger)
    #expect(table.rows.count == 12 && table.rows(.fundingForm, "taak-gebied").isEmpty)
    #expect(
      Analysis.fundingComparison.notes(on: town.ledger).first?.contains("taak-gebied is left out")
        == true)
    #expect(table.rows.allSatisfy { table.cell($0, .spreadOverDistricts) == .empty })
    town.districts = nil
    #expect(Analysis.fundingComparison.table(from: town.ledger).rows.count == 12)
  }

  @Test("without lines or a comparison a header, with a note; the index is told")
  func nothing() {
    var town = town
    #expect(
      Analysis.fundingComparison.table(from: town.ledger).countingRules.contains(
        "De index is 2 %, zoals opgegeven."))
    town.parameters.money.fundingIndex = nil
    #expect(
      Analysis.fundingComparison.table(from: town.ledger).countingRules.contains {
        $0.hasPrefix("De index is 0 %: er is geen opgegeven")
      })
    town.parameters.windowFrom = nil
    #expect(Analysis.fundingComparison.drawn(town).isEmpty)
    #expect(
      Analysis.fundingComparison.notes(on: town.ledger) == [
        "table bekostiging-vergelijking is a header only: there is no period to compare with: an end of "
          + "[vergelijking] and of [periode] is not declared"
      ])
    #expect(
      Analysis.fundingComparison.notes(on: Town().ledger) == [
        "table bekostiging-vergelijking is a header only: there is no accepted line"
      ])
  }
}
