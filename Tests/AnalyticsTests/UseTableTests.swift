import Ingest
import Testing

@testable import Analytics

@Suite("tables of use and cost")
struct UseTableTests {
  @Test("product-gebruik counts distinct ones in each row and again in the totals")
  func productUse() {
    var town = Town()
    town.place(client: 1, "B1", by: "00000001", indication: 7, cents: 100_00)
    town.place(client: 1, "B1", by: "00000002", indication: 7, cents: 50_01)
    town.place(client: 1, "A9", by: "00000001", indication: 7, cents: 10_00)
    town.place(client: 2, "B1", by: "00000001", indication: 8, cents: -20_00)
    town.place(client: 3, "D1", by: "00000001", indication: 9, cents: 0)
    #expect(
      Analysis.productUse.drawn(town) == """
        product | maatwerk | A9 | Product A9 | 1 | 1 | 1 | 1000 | 1000 | 1000
        product | maatwerk | B1 | Product B1 | 2 | 2 | 2 | 13001 | 6501 | 6501
        voorzieningsoort | algemeen | - | - | 0 | 0 | 0 | 0 | - | -
        voorzieningsoort | maatwerk | - | - | 2 | 2 | 2 | 14001 | 7001 | 7001
        voorzieningsoort | vrij_inzetbaar | - | - | 0 | 0 | 0 | 0 | - | -
        totaal | - | - | - | 2 | 2 | 2 | 14001 | 7001 | 7001
        """
    )
  }

  @Test("subsidies: whole years that the window touches, per exact name, the largest first")
  func subsidies() {
    var town = Town()
    town.subsidies = [
      Subsidy(recipient: "Welzijn", year: 2017, granted: 10_00),
      Subsidy(recipient: "Zorg", year: 2017, granted: 60_00),
      Subsidy(recipient: "Welzijn", year: 2017, granted: 20_00),
      Subsidy(recipient: "Buurt", year: 2017, granted: 30_00),
      Subsidy(recipient: "Zorg", year: 2016, granted: 999_00),
    ]
    #expect(
      Analysis.subsidies.drawn(town) == """
        ontvanger | Zorg | 6000 | 500000
        ontvanger | Buurt | 3000 | 250000
        ontvanger | Welzijn | 3000 | 250000
        totaal | - | 12000 | 1000000
        """
    )
    #expect(Analysis.subsidies.drawn(Town()) == "totaal | - | 0 | -")
  }

  @Test("uitgaven-verhouding: subsidies are general provisions")
  func spendingShares() {
    var town = Town()
    town.subsidies = [Subsidy(recipient: "Welzijn", year: 2017, granted: 25_00)]
    town.place(client: 1, "B1", cents: 50_00)
    town.place(client: 2, "D1", cents: 25_00)
    #expect(
      Analysis.spendingShares.drawn(town) == """
        algemeen | 2500 | 250000
        maatwerk | 5000 | 500000
        vrij_inzetbaar | 2500 | 250000
        """
    )
  }

  @Test("combinaties: exactly the groups that a client used; most clients first, then by name")
  func combinations() {
    var town = Town()
    town.parameters.simultaneousMonths = 0
    town.place(client: 1, "B1", cents: 10_00)
    town.place(client: 1, "B2", cents: 5_00)
    town.place(client: 2, "D1", cents: 1_00)
    town.place(client: 2, "A9", cents: 2_00)
    town.place(client: 2, "B1", cents: 0)
    town.place(client: 3, "D1", cents: 4_00)
    town.place(client: 4, "B2", cents: 8_00)
    #expect(
      Analysis.combinations.drawn(town) == """
        begeleiding | 1 | 2 | 500000 | - | 2300
        arbeid + dagbesteding | 2 | 1 | 250000 | 1 | 300
        dagbesteding | 1 | 1 | 250000 | - | 400
        """
    )
  }

  @Test("aantal-voorzieningen: six rows, always")
  func groupCounts() {
    var town = Town()
    town.place(client: 1, "B1", cents: 10_00)
    town.place(client: 1, "B2", cents: 5_00)
    town.place(client: 2, "D1", cents: 1_00)
    town.place(client: 2, "A9", cents: -2_00)
    #expect(
      Analysis.groupCounts.drawn(town) == """
        1 | 1 | 500000 | 1500
        2 | 1 | 500000 | -100
        3 | 0 | 0 | 0
        4 | 0 | 0 | 0
        5 | 0 | 0 | 0
        6+ | 0 | 0 | 0
        """
    )
  }

  @Test("without any placement: kind rows and totals")
  func nothing() {
    let town = Town()
    #expect(Analysis.productUse.table(from: town.ledger).rows.count == 4)
    #expect(Analysis.concentration.table(from: town.ledger).rows.count == 4)
    #expect(Analysis.providers.table(from: town.ledger).rows.isEmpty)
    #expect(Analysis.combinations.table(from: town.ledger).rows.isEmpty)
    #expect(Analysis.monthlyCourse.table(from: town.ledger).rows.isEmpty)
    #expect(Analysis.sequences.table(from: town.ledger).rows.isEmpty)
    #expect(Analysis.districtUse.table(from: town.ledger).rows.isEmpty)
    #expect(Analysis.ages.table(from: town.ledger).rows.isEmpty)
  }
}
