import Testing

@testable import Ingest

@Suite("[jaren], [indexatie], [begroting], [lumpsum], [bekostiging] and [wijkbudget]")
struct ConfigurationMoneyTests {
  private func parameters(_ toml: String) throws(RunFailure) -> CountingParameters {
    try ConfigurationReader.read(Array(toml.utf8), path: "wmo-etl.toml").counting
  }

  @Test("the contract's example is what holds by default, but for what has no default")
  func example() throws {
    let read = try parameters(
      """
      [periode]
      tot_en_met = "2018-03-31"
      peildatum = "2018-03-31"
      [jaren]
      basisjaar = 2017
      [indexatie]
      gewichten = { PPC = 0.1, OVA = 0.9 }
      vorm = "additief"
      afronden = 2
      [begroting]
      let_op = 0.02
      overleg = 0.05
      verzilvering = 1.0
      [lumpsum]
      reserve_maximum = 0.10
      [bekostiging]
      index = -1.25
      [wijkbudget]
      bedrag = "17714566.5"
      sleutels = { inwoners = 0.5, clienten = 0.2, inwoners_65_plus = 0.3 }
      """)
    var expected = MoneyParameters()
    expected.baseYear = 2017
    expected.fundingIndex = -1_2500
    expected.districtBudget = DistrictBudgetParameters(
      cents: 17_714_566_50,
      keys: [Weight("clienten", 2000), Weight("inwoners", 5000), Weight("inwoners_65_plus", 3000)])
    #expect(read.money == expected)
    #expect(read.referenceDay == Day("2018-03-31"))
    #expect(try parameters("").money == MoneyParameters())
    #expect(try parameters("").referenceDay == nil)
  }

  @Test("a reference date is refused only where the window's last day is declared, and later")
  func referenceDay() throws {
    #expect(
      try parameters("[periode]\npeildatum = \"2016-01-01\"").referenceDay == Day("2016-01-01"))
    #expect(throws: RunFailure.self) {
      try parameters("[periode]\ntot_en_met = \"2017-01-01\"\npeildatum = \"2016-12-31\"")
    }
  }

  @Test(
    "what is wrong is told with its line",
    arguments: [
      ("[indexatie]\ngewichten = { OVA = 0.99995, PPC = 0.00005 }", "at most 4"),
      ("[indexatie]\ngewichten = {}", "add up to 1"),
      ("[begroting]\noverleg = 0.01", "more than `overleg`"),
      ("[wijkbudget]\nsleutels = { inwoners = 1.0 }", "needs `bedrag`"),
      ("[wijkbudget]\nbedrag = \"-1.00\"\nsleutels = { inwoners = 1.0 }", "no amount"),
      ("[wijkbudget]\nbedrag = \"1.00\"\nsleutels = { wijk_naam = 1.0 }", "unknown key"),
    ])
  func problem(toml: String, message: String) throws {
    let failure = #expect(throws: RunFailure.self) { try parameters(toml) }
    #expect(failure?.status == .configuration)
    #expect(failure?.message.contains(message) == true)
    #expect(failure?.message.hasPrefix("wmo-etl.toml:") == true)
  }
}
