import Testing

@testable import Ingest

@Suite("What the sections of supply, region and signals say")
struct ConfigurationSupplyTests {
  private func parameters(_ toml: String) throws(RunFailure) -> SupplyParameters {
    try ConfigurationReader.read(Array(toml.utf8), path: "c.toml").counting.supply
  }

  @Test("all keys")
  func allKeys() throws {
    var expected = SupplyParameters()
    expected.switchFrom = Month(year: 2017, month: 2)
    expected.switchTo = Month(year: 2017, month: 8)
    expected.landscapeDay = Day("2017-01-01")
    expected.function = .category
    expected.overlapGroups = ["Begeleiding"]
    expected.overlapOthers = ["Dagbesteding", "Vervoerdiensten"]
    var signals = SignalParameters()
    signals.area = .postcode6
    signals.months = 1
    signals.monthsBefore = 0
    signals.last = Month(year: 2017, month: 9)
    signals.minimum = 6
    signals.threshold = 1
    expected.signals = signals
    #expect(
      try parameters(
        """
        [overstap]
        van = "2017-02"
        tot_en_met = "2017-08"
        [landschap]
        datum = "2017-01-01"
        [regio]
        functie = "product_categorie"
        [overlap]
        groep = ["Begeleiding"]
        met = ["Dagbesteding", "Vervoerdiensten"]
        [signalen]
        gebied = "postcode6"
        maanden = 1
        terug = 0
        tot_en_met = "2017-09"
        minimum = 6
        drempel = 1
        """) == expected)
  }

  @Test("without a section there is none; an empty one has the contract's values")
  func defaults() throws {
    #expect(try parameters("") == SupplyParameters())
    let signals = try #require(parameters("[signalen]\n").signals)
    #expect(signals.area == .buurt)
    #expect(signals.months == 3)
    #expect(signals.monthsBefore == 12)
    #expect(signals.last == nil)
    #expect(signals.minimum == 3)
    #expect(signals.threshold == 0.001)
  }

  @Test(
    "the municipality of clients who have none, as codes are written",
    arguments: [
      ("0637", "0637"), ("GM0637", "0637"), ("gm 0637", "0637"), ("Totaal", nil),
      ("Gemert", "Gemert"),
    ] as [(String, String?)])
  func municipality(written: String, code: String?) throws {
    let toml = "gemeente_code = \"\(written)\"\n"
    let configuration = try ConfigurationReader.read(Array(toml.utf8), path: "c.toml")
    #expect(configuration.counting.municipalityCode == code)
    #expect(configuration.municipalityCode == written)
  }

  @Test(
    "the years around a date, of which 29 February becomes 1 March",
    arguments: [
      ("2017-01-01", ["2016-01-01", "2016-12-31", "2017-01-01", "2017-12-31"]),
      ("2016-02-29", ["2015-03-01", "2016-02-28", "2016-02-29", "2017-02-28"]),
      ("2015-03-01", ["2014-03-01", "2015-02-28", "2015-03-01", "2016-02-29"]),
    ])
  func landscape(day: String, ends: [String]) throws {
    let years = try #require(parameters("[landschap]\ndatum = \"\(day)\"\n").landscape)
    let days = [years.before, years.after].flatMap { [$0.lowerBound, $0.upperBound] }
    #expect(days.map(\.iso) == ends)
  }

  @Test(
    "what the contract does not know is refused",
    arguments: [
      (
        "[overstap]\nvan = \"2017-05\"\ntot_en_met = \"2017-05\"",
        "2: `van` in [overstap] is not before `tot_en_met`; expected an earlier month and then a "
          + "later one"
      ),
      (
        "[overstap]\nvan = \"2017-13\"",
        "2: `van` in [overstap] is no month of the calendar; expected the form 2017-01"
      ),
      (
        "[landschap]\ndatum = \"2017-02-29\"",
        "2: `datum` in [landschap] is no day of the calendar; expected the form 2017-01-31"
      ),
      (
        "[regio]\nfunctie = \"product\"",
        "2: `functie` in [regio] names the unknown function `product`; the nearest known one is "
          + "`product_groep`"
      ),
      (
        "[overlap]\ngroep = []",
        "2: `groep` in [overlap] is empty; expected names of functions, or leave the key out"
      ),
      (
        "[overlap]\ngroep = [\"A\", \"B\"]\nmet = [\"C\", \"B\"]",
        "3: `met` in [overlap] names `B`, which `groep` names as well; name it in one of them"
      ),
      (
        "[signalen]\ngebied = \"straat\"",
        "2: `gebied` in [signalen] names the unknown kind of area `straat`; the nearest known one is "
          + "`buurt`"
      ),
      (
        "[signalen]\nmaanden = 0",
        "2: `maanden` in [signalen] is out of range; expected 1 to 1200"
      ),
      (
        "[signalen]\ndrempel = 0.0",
        "2: `drempel` in [signalen] is no probability; expected a number above 0, at most 1, such as "
          + "0.001"
      ),
      (
        "[signalen]\ndrempl = 0.1",
        "2: unknown key `drempl` in [signalen]; the nearest known one is `drempel`"
      ),
    ])
  func problems(toml: String, message: String) {
    #expect(throws: RunFailure(.configuration, "c.toml:" + message)) { try parameters(toml) }
  }

  @Test("a name of [overlap] that is no function is refused with the nearest one")
  func unknownFunction() throws {
    let toml = "[overlap]\ngroep = [\"Begeleidin\"]\n"
    let configuration = try ConfigurationReader.read(Array(toml.utf8), path: "c.toml")
    let registers = Registers(
      products: [
        Product(code: "P", description: "P", kind: .tailored, group: 0, category: 7)
      ],
      productGroups: ["Begeleiding"])
    #expect(
      throws: RunFailure(
        .configuration,
        "c.toml:2: `groep` in [overlap] names the unknown function `Begeleidin`; the nearest known "
          + "one is `Begeleiding`")
    ) { try configuration.refuseUnknownFunctions(in: registers) }
    let known = try ConfigurationReader.read(
      Array(
        "[regio]\nfunctie = \"product_categorie\"\n[overlap]\ngroep = [\"Dagbesteding\"]\n".utf8),
      path: "c.toml")
    try known.refuseUnknownFunctions(in: registers)
  }
}
