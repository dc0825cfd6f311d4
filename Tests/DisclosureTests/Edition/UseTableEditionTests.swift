import Analytics
import Ingest
import Testing

@Suite("tables of use and cost in an edition") struct UseTableEditionTests {
  private let product = BundleName.market("maatwerk", "B1")

  @Test("averages are of the rounded figures, and the number of providers is exact")
  func averages() {
    var run = MadeUpRun()
    run[product] = (clients: 403, indications: 418, amount: 924_566_10)
    run.providers[product] = 23
    #expect(
      run.edition(.productUse, "product | maatwerk | B1")
        == "product | maatwerk | B1 | B1 | 420 | 405 | 23 | 92460000 | 228296 | 220143")
    #expect(
      run.edition(.productUse, "product | maatwerk | B1", hiding: [], .exact)
        == "product | maatwerk | B1 | B1 | 418 | 403 | 23 | 92456610 | 229421 | 221188")
  }

  @Test("a market of nobody is shown, and its averages are empty")
  func nobody() {
    var run = MadeUpRun()
    run[product] = (0, 0, 0)
    #expect(
      run.edition(.productUse, "product | maatwerk | B1")
        == "product | maatwerk | B1 | B1 | 0 | 0 | 4 | 0 | - | -")
  }

  @Test("a hidden market has its names alone, in every table where it stands")
  func hiddenMarket() {
    let run = MadeUpRun()
    #expect(
      run.edition(.productUse, "product | maatwerk | B1", hiding: [product])
        == "product | maatwerk | B1 | B1 | x | x | x | x | x | x")
    let kind = [BundleName.market("maatwerk", "")]
    #expect(
      run.edition(.districtUse, "totaal | voorzieningsoort | maatwerk", hiding: kind)
        == "totaal | voorzieningsoort | maatwerk | 2000 | x | x | x | x | x | x")
    #expect(
      run.edition(.concentration, "voorzieningsoort | maatwerk", hiding: kind)
        == "voorzieningsoort | maatwerk | - | - | x | x | x | x | x | x | x | x")
    #expect(run.edition(.spendingShares, "maatwerk", hiding: kind) == "maatwerk | x | x")
  }

  @Test("spending on general provisions is rounded with the subsidies, and shares are of all three")
  func spendingShares() {
    var run = MadeUpRun()
    // By themselves 5,000 and 30,010.50.
    run[.market("algemeen", "")].amount = 4950_00
    run.subsidies = 30_010_50
    #expect(
      run.edition(.spendingShares) == """
        algemeen | 3500000 | 777778
        maatwerk | 500000 | 111111
        vrij_inzetbaar | 500000 | 111111
        """)
    #expect(
      run.edition(.spendingShares, hiding: [.market("vrij_inzetbaar", "")]) == """
        algemeen | 3500000 | x
        maatwerk | 500000 | x
        vrij_inzetbaar | x | x
        """)
    #expect(
      run.edition(.spendingShares, "algemeen", hiding: [.market("algemeen", "")])
        == "algemeen | x | x")
  }

  @Test("without any spending shares are empty")
  func noSpending() {
    var run = MadeUpRun((0, 0, 0))
    run.subsidies = 0
    #expect(run.edition(.spendingShares, "maatwerk") == "maatwerk | 0 | -")
  }

  @Test("subsidies are public and exact")
  func subsidies() {
    var run = MadeUpRun()
    run.subsidies = 12_345_67
    #expect(
      run.edition(.subsidies) == """
        ontvanger | Welzijn | 1234567 | 1000000
        totaal | - | 1234567 | 1000000
        """)
  }

  @Test("what a month hides, it hides apart")
  func months() {
    var run = MadeUpRun()
    run[.present("2017-01")].clients = 697
    let hidden: [BundleName] = [.inflow("2017-01"), .month("2017-02"), .outflow("2017-03")]
    #expect(
      run.edition(.monthlyCourse, hiding: hidden) == """
        24204 | 120 | 100 | 695 | x | 100 | 500000
        24205 | x | x | 100 | 100 | 100 | x
        24206 | 120 | 100 | 100 | 100 | x | 500000
        """)
    #expect(
      run.edition(.monthlyCourse, "24204", hiding: [.present("2017-01")])
        == "24204 | 120 | 100 | x | 100 | 100 | 500000")
  }

  @Test("rates of a district are of its rounded figures and its exact inhabitants")
  func districts() {
    var run = MadeUpRun()
    run[.district("Noord", "")] = (clients: 103, indications: 111, amount: 5049_99)
    #expect(
      run.edition(.districtUse, "Noord | totaal")
        == "Noord | totaal | - | 2000 | 105 | 525000 | 110 | 500000 | 4762 | 250")
    #expect(
      run.edition(.districtUse, "Noord | totaal", hiding: [.district("Noord", "")])
        == "Noord | totaal | - | 2000 | x | x | x | x | x | x")
  }

  @Test("for want of inhabitants a rate is empty, also of hidden figures")
  func noInhabitants() {
    let run = MadeUpRun()
    #expect(
      run.edition(.districtUse, "Zuid | totaal")
        == "Zuid | totaal | - | - | 100 | - | 120 | 500000 | 5000 | -")
    #expect(
      run.edition(.districtUse, "Zuid | totaal", hiding: [.district("Zuid", "")])
        == "Zuid | totaal | - | - | x | - | x | x | x | -")
    #expect(
      run.edition(.districtUse, "Leeg | totaal", hiding: [.district("Leeg", "")])
        == "Leeg | totaal | - | 0 | x | - | x | x | x | -")
  }
}
