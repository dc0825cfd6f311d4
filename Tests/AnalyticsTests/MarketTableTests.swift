import Testing

@testable import Analytics

@Suite("tables of markets and concerns")
struct MarketTableTests {
  /// B1: Anker 60 (two AGB codes), Baken 30, Citer 10 and a concern below 0.
  private var town: Town {
    var town = Town()
    town.providers.append(("00000005", "Dissel"))
    town.providers.append(("00000006", "Eik"))
    town.place(client: 1, "B1", by: "00000001", cents: 40_00)
    town.place(client: 1, "B1", by: "00000003", cents: 20_00)
    town.place(client: 2, "B1", by: "00000002", cents: 30_00)
    town.place(client: 3, "B1", by: "00000004", cents: 5_00)
    town.place(client: 4, "B1", by: "00000006", cents: 5_00)
    town.place(client: 5, "B1", by: "00000005", cents: -10_00)
    return town
  }

  @Test("concentratie: concerns above 0, ties by name, clients of all concerns")
  func concentration() {
    // squares 60² + 30² + 5² + 5² = 4550, of 100² = 10,000; 3 of 5 clients with the largest three
    #expect(
      Analysis.concentration.drawn(town) == """
        product | maatwerk | B1 | Product B1 | 4 | 10000 | 600000 | 900000 | 950000 | 45500 | 220 | 600000
        voorzieningsoort | algemeen | - | - | 0 | 0 | - | - | - | - | - | -
        voorzieningsoort | maatwerk | - | - | 4 | 10000 | 600000 | 900000 | 950000 | 45500 | 220 | 600000
        voorzieningsoort | vrij_inzetbaar | - | - | 0 | 0 | - | - | - | - | - | -
        totaal | - | - | - | 4 | 10000 | 600000 | 900000 | 950000 | 45500 | 220 | 600000
        """
    )
  }

  @Test("with fewer than three concerns the shares are of those there are")
  func fewConcerns() {
    var town = Town()
    town.place(client: 1, "D1", by: "00000001", cents: 75_00)
    town.place(client: 1, "D1", by: "00000002", cents: 25_00)
    #expect(
      Analysis.concentration.drawn(town).hasPrefix(
        "product | vrij_inzetbaar | D1 | Product D1 | 2 | 10000"
          + " | 750000 | 1000000 | 1000000 | 62500 | 160 | 1000000\n"
      )
    )
  }

  @Test("aanbieders: every concern by rank, shares of the net")
  func providers() {
    // the net is 90; a client of two AGB codes of one concern counts once
    let product = Analysis.providers.drawn(town).split(separator: "\n").prefix(5)
    #expect(
      product.joined(separator: "\n") == """
        product | maatwerk | B1 | Anker | 1 | 6000 | 666667 | 1 | 200000
        product | maatwerk | B1 | Baken | 2 | 3000 | 333333 | 1 | 200000
        product | maatwerk | B1 | Citer | 3 | 500 | 55556 | 1 | 200000
        product | maatwerk | B1 | Eik | 4 | 500 | 55556 | 1 | 200000
        product | maatwerk | B1 | Dissel | 5 | -1000 | -111111 | 1 | 200000
        """
    )
    #expect(Analysis.providers.table(from: town.ledger).rows.count == 15)
  }

  @Test("products stand by kind, then by the bytes of their code")
  func order() {
    var town = Town()
    for code in ["D1", "B2", "A9", "B1"] { town.place(client: 1, code, cents: 1_00) }
    let codes = Analysis.productUse.table(from: town.ledger).rows.prefix(4).map { $0[2].drawn }
    #expect(codes == ["A9", "B1", "B2", "D1"])
  }
}
