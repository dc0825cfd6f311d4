import Analytics
import Ingest
import Testing

@Suite("providers in an edition") struct ProviderTableEditionTests {
  private let market = BundleName.market("maatwerk", "B1")
  private let rows = "product | maatwerk | B1"
  private var run: MadeUpRun {
    var run = MadeUpRun()
    run[market] = (clients: 300, indications: 300, amount: 20_000_00)
    for (concern, amount) in [
      ("Anker", Int64(4990_00)), ("Baken", 5010_00), ("Citer", 8000_00), ("Dolfijn", -30_00),
    ] {
      run[care(concern)] = (clients: 50, indications: 0, amount: amount)
    }
    run[.threeLargest("maatwerk", "B1")].clients = 101
    run.providers[market] = 3
    return run
  }

  private func care(_ concern: String) -> BundleName { .care("maatwerk", "B1", concern) }

  @Test("by shown amount, then name, ranked again; what is hidden is one row of its market")
  func rowsOfAMarket() {
    #expect(
      run.edition(.providers, rows, hiding: [care("Citer")]) == """
        product | maatwerk | B1 | Anker | 1 | 500000 | 250000 | 50 | 166667
        product | maatwerk | B1 | Baken | 2 | 500000 | 250000 | 50 | 166667
        product | maatwerk | B1 | Dolfijn | 3 | 0 | 0 | 50 | 166667
        product | maatwerk | B1 | overige aanbieders | - | 1000000 | 500000 | x | x
        """)
    #expect(
      run.edition(.providers, rows) == """
        product | maatwerk | B1 | Citer | 1 | 800000 | 400000 | 50 | 166667
        product | maatwerk | B1 | Anker | 2 | 500000 | 250000 | 50 | 166667
        product | maatwerk | B1 | Baken | 3 | 500000 | 250000 | 50 | 166667
        product | maatwerk | B1 | Dolfijn | 4 | 0 | 0 | 50 | 166667
        """)
  }

  @Test("by rank no concern has its name")
  func byRank() {
    let parameters = PublicationParameters(
      countBase: 5, amountBaseEuros: 100, providerNames: .rank)
    #expect(
      run.edition(.providers, rows, hiding: [care("Citer"), care("Dolfijn")], parameters) == """
        product | maatwerk | B1 | aanbieder 1 | 1 | 500000 | 250000 | 50 | 166667
        product | maatwerk | B1 | aanbieder 2 | 2 | 500000 | 250000 | 50 | 166667
        product | maatwerk | B1 | overige aanbieders | - | 1000000 | 500000 | x | x
        """)
    let all = run.edition(.providers, hiding: [], parameters)
    for concern in MadeUpRun.concerns { #expect(!all.contains(concern)) }
  }

  @Test("what is left is hidden where it is not above zero, or its market is hidden")
  func hiddenRemainder() {
    var run = run
    run[market].amount = 10_000_00
    #expect(
      run.edition(.providers, "\(rows) | overige", hiding: [care("Citer")])
        == "product | maatwerk | B1 | overige aanbieders | - | x | x | x | x")
    #expect(
      run.edition(.providers, rows, hiding: [care("Citer"), care("Dolfijn"), market]) == """
        product | maatwerk | B1 | Anker | 1 | 500000 | x | 50 | x
        product | maatwerk | B1 | Baken | 2 | 500000 | x | 50 | x
        product | maatwerk | B1 | overige aanbieders | - | x | x | x | x
        """)
  }

  @Test("the share in a market whose shown amount is nothing is empty")
  func noMarket() {
    var run = run
    run[market].amount = 49_99
    #expect(
      run.edition(.providers, "\(rows) | Anker")
        == "product | maatwerk | B1 | Anker | 2 | 500000 | - | 50 | 166667")
  }

  @Test("a market all of whose concerns are hidden has one row")
  func allHidden() {
    #expect(
      run.edition(.providers, rows, hiding: MadeUpRun.concerns.map(care))
        == "product | maatwerk | B1 | overige aanbieders | - | 2000000 | 1000000 | x | x")
  }

  @Test("concentration: those that are not shown are equal parts of the rest")
  func concentration() {
    var run = run
    #expect(
      run.edition(.concentration, rows, hiding: [care("Citer")])
        == "\(rows) | B1 | 3 | 2000000 | 250000 | 500000 | 500000 | 37500 | 267 | 333333")
    run.providers[market] = 4
    #expect(
      run.edition(.concentration, rows, hiding: [care("Citer")])
        == "\(rows) | B1 | 4 | 2000000 | 250000 | 500000 | 500000 | 25000 | 400 | 333333")
  }

  @Test("concentration: no share is above 1, and no hhi above 10,000")
  func concentrationAtMost() {
    var run = run
    run[market].amount = 8000_00
    #expect(
      run.edition(.concentration, rows, hiding: [care("Citer")])
        == "\(rows) | B1 | 3 | 800000 | 625000 | 1000000 | 1000000 | 78125 | 128 | 333333")
    run[care("Anker")].amount = 9000_00
    #expect(
      run.edition(.concentration, rows, hiding: [care("Citer")])
        == "\(rows) | B1 | 3 | 800000 | 1000000 | 1000000 | 1000000 | 100000 | 100 | 333333")
  }

  @Test("concentration: hidden where no concern is shown, empty where the market is nothing")
  func noConcentration() {
    var run = run
    #expect(
      run.edition(.concentration, rows, hiding: MadeUpRun.concerns.map(care))
        == "\(rows) | B1 | 3 | 2000000 | x | x | x | x | x | 333333")
    run[market].amount = 49_99
    #expect(
      run.edition(.concentration, rows)
        == "\(rows) | B1 | 3 | 0 | - | - | - | - | - | 333333")
  }

  @Test("concentration: clients of the three largest are hidden apart, and with their market")
  func clientsOfThreeLargest() {
    #expect(
      run.edition(.concentration, rows, hiding: [.threeLargest("maatwerk", "B1")])
        == "\(rows) | B1 | 3 | 2000000 | 400000 | 650000 | 900000 | 28500 | 351 | x")
    #expect(
      run.edition(.concentration, rows, hiding: [market])
        == "\(rows) | B1 | x | x | x | x | x | x | x | x")
  }
}
