import Ingest
import Testing

@Suite("What [publicatie] says")
struct ConfigurationPublicationTests {
  private func parameters(_ toml: String) throws(RunFailure) -> PublicationParameters {
    try ConfigurationReader.read(Array(toml.utf8), path: "c.toml").publication
  }

  @Test("all keys")
  func allKeys() throws {
    var expected = PublicationParameters()
    expected.threshold = 15
    expected.countBase = 1
    expected.amountBaseEuros = 0
    expected.percent = 100
    expected.providerNames = .rank
    #expect(
      try parameters(
        """
        [publicatie]
        drempel = 15
        afronden_aantal = 1
        afronden_bedrag = 0
        p = 100
        aanbieders = "rang"
        """) == expected)
    #expect(expected.amountBase == 1)
  }

  @Test("a missing key has the contract's value")
  func defaults() throws {
    let parameters = try parameters("[publicatie]\nafronden_aantal = 10\n")
    #expect(parameters.threshold == 10)
    #expect(parameters.countBase == 10)
    #expect(parameters.amountBase == 10_000)
    #expect(parameters.percent == 20)
    #expect(parameters.providerNames == .name)
  }

  static let problems = [
    (
      "dremple = 10",
      "2: unknown key `dremple` in [publicatie]; the nearest known one is `drempel`"
    ),
    (
      "drempel = 2",
      "2: `drempel` in [publicatie] is out of range; expected 3 to 1000000"
    ),
    (
      "drempel = '10'",
      "2: `drempel` in [publicatie] is text; expected a whole number"
    ),
    (
      "afronden_aantal = 0",
      "2: `afronden_aantal` in [publicatie] is out of range; expected 1 to 1000000"
    ),
    (
      "drempel = 20\nafronden_aantal = 25",
      "3: `afronden_aantal` in [publicatie] makes counts round to multiples of 25, above the "
        + "smallest that may be seen, 20; expected `afronden_aantal` of at most `drempel`"
    ),
    (
      "drempel = 3",
      "2: `drempel` in [publicatie] makes counts round to multiples of 5, above the "
        + "smallest that may be seen, 3; expected `afronden_aantal` of at most `drempel`"
    ),
    (
      "afronden_bedrag = -1",
      "2: `afronden_bedrag` in [publicatie] is out of range; expected 0 to 1000000000"
    ),
    ("p = 0", "2: `p` in [publicatie] is out of range; expected 1 to 100"),
    ("p = 101", "2: `p` in [publicatie] is out of range; expected 1 to 100"),
    (
      "aanbieders = 'namen'",
      "2: `aanbieders` in [publicatie] names the unknown way to name them `namen`; "
        + "the nearest known one is `naam`"
    ),
  ]

  @Test("what can be wrong", arguments: problems)
  func problem(toml: String, expected: String) {
    let failure = #expect(throws: RunFailure.self) { try parameters("[publicatie]\n" + toml) }
    #expect(failure == RunFailure(.configuration, "c.toml:" + expected))
  }
}
