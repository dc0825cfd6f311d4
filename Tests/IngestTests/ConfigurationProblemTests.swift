import Ingest
import Testing

@Suite("What can be wrong with the configuration")
struct ConfigurationProblemTests {
  private func failure(_ toml: String) -> RunFailure? {
    failure(Array(toml.utf8))
  }

  private func failure(_ bytes: [UInt8]) -> RunFailure? {
    do throws(RunFailure) {
      _ = try ConfigurationReader.read(bytes, path: "c.toml")
      return nil
    } catch {
      return error
    }
  }

  static let unknownNames = [
    (
      "gemeente = '0637'",
      "1: unknown key `gemeente` at the top level; the nearest known one is `gemeente_code`"
    ),
    (
      "[telregel]",
      "1: unknown table `telregel` at the top level; the nearest known one is `telregels`"
    ),
    (
      "\n[telregels]\n# a slip\ntussenpos_maanden = 2",
      "4: unknown key `tussenpos_maanden` in [telregels]; "
        + "the nearest known one is `tussenpoos_maanden`"
    ),
    ("[periode]\ntot = 1", "2: unknown key `tot` in [periode]; the nearest known one is `van`"),
    (
      "[opvolging]\nbasis = 1",
      "2: unknown key `basis` in [opvolging]; the nearest known one is `van`"
    ),
    (
      "[afkeur]\nmaximaal = 0.1",
      "2: unknown key `maximaal` in [afkeur]; the nearest known one is `maximaal_aandeel`"
    ),
    (
      "[invoer]\ndeclarations = { dialect = 'iso' }",
      "2: unknown table `declarations` in [invoer]; the nearest known one is `declaraties`"
    ),
    (
      "[invoer]\nvoorloopnul = true\ndialect = 'iso'",
      "2: unknown key `voorloopnul` in [invoer]; the nearest known one is `voorloopnullen`"
    ),
    (
      "[invoer]\nclienten = {\tdatums = 'jjjjmmdd' }",
      "2: unknown key `datums` in [invoer.clienten]; the nearest known one is `datum`"
    ),
    (
      "[kolommen.clienten]\n[kolommen.invoices]\na = 'b'",
      "2: unknown file `invoices` in [kolommen]; the nearest known one is `declaraties`"
    ),
    (
      "[kolommen.declaraties]\nagb = 'Crediteur'",
      "2: unknown column `agb` in [kolommen.declaraties]; "
        + "the nearest known one is `aanbieder_agb`"
    ),
    (
      "[kolommen.clienten]\ngeboortejaren = 'x'",
      "2: unknown column `geboortejaren` in [kolommen.clienten]; "
        + "the nearest known one is `geboortejaar`"
    ),
    (
      "[bijlage]\nhoofdstuk = ['gebruik']",
      "2: unknown key `hoofdstuk` in [bijlage]; the nearest known one is `hoofdstukken`"
    ),
    (
      "[regels.R112]\nvanaf = '2022-04-01'",
      "1: unknown rule `R112` in [regels]; the nearest known one is `R102`"
    ),
    (
      "[regels.R101]\nvanaf = '2022-04-01'",
      "2: unknown key `vanaf` in [regels.R101]; the nearest known one is `stop_boven_aandeel`"
    ),
  ]

  static let wrongTypes = [
    (
      "gemeente_code = 0x27D",
      "1: `gemeente_code` at the top level is a whole number; expected text in quotes"
    ),
    ("periode = 2017", "1: `periode` at the top level is a whole number; expected a table"),
    (
      "[periode]\nvan = 2017",
      "2: `van` in [periode] is a whole number; expected a date such as \"2017-01-01\""
    ),
    (
      "[periode]\nvan = 2017-01-01T00:00:00",
      "2: `van` in [periode] is a date with a time; expected a date such as \"2017-01-01\""
    ),
    (
      "[invoer]\nvoorloopnullen = 'ja'",
      "2: `voorloopnullen` in [invoer] is text; expected true or false"
    ),
    ("[invoer]\nclienten = 'iso'", "2: `clienten` in [invoer] is text; expected a table"),
    ("[invoer]\nontbrekend = '-'", "2: `ontbrekend` in [invoer] is text; expected a list of texts"),
    (
      "[invoer]\nontbrekend = ['-',\n 9]",
      "2: `ontbrekend` in [invoer] is a list with a whole number; expected a list of texts"
    ),
    (
      "[telregels]\ntussenpoos_maanden = 2.0",
      "2: `tussenpoos_maanden` in [telregels] is a number with decimals; expected a whole number"
    ),
    (
      "[telregels]\nleeftijdsklassen = [0, '18']",
      "2: `leeftijdsklassen` in [telregels] is a list with text; expected a list of whole numbers"
    ),
    (
      "[afkeur]\nmaximaal_aandeel = '5%'",
      "2: `maximaal_aandeel` in [afkeur] is text; expected a number from 0 to 1"
    ),
    (
      "[bijlage]\nhoofdstukken = 'gebruik'",
      "2: `hoofdstukken` in [bijlage] is text; expected a list of texts"
    ),
    ("[regels]\nR101 = true", "2: `R101` in [regels] is true or false; expected a table"),
  ]

  static let wrongValues = [
    (
      "[periode]\ntot_en_met = '2017-01-01'\nvan = '2017-01-02'",
      "3: `van` in [periode] lies after `tot_en_met`; expected the first day and then the last"
    ),
    (
      "opvolging = { van = 2018-01-01, tot_en_met = 2017-12-31 }",
      "1: `van` in [opvolging] lies after `tot_en_met`; expected the first day and then the last"
    ),
    (
      "[periode]\nvan = '2017-02-30'",
      "2: `van` in [periode] is no day of the calendar; expected the form 2017-01-31"
    ),
    (
      "[periode]\nbasis = 'declaraties'",
      "2: `basis` in [periode] names the unknown basis `declaraties`; "
        + "the nearest known one is `declaratie`"
    ),
    (
      "[telregels]\ngelijktijdig_maanden = -1",
      "2: `gelijktijdig_maanden` in [telregels] is out of range; expected 0 to 1200"
    ),
    (
      "[telregels]\nleeftijdsklassen = []",
      "2: `leeftijdsklassen` in [telregels] does not begin with 0 and rise; "
        + "expected lower bounds such as [0, 18, 65]"
    ),
    (
      "[telregels]\nleeftijdsklassen = [0, 18, 18]",
      "2: `leeftijdsklassen` in [telregels] does not begin with 0 and rise; "
        + "expected lower bounds such as [0, 18, 65]"
    ),
    (
      "[afkeur]\nmaximaal_aandeel = 5",
      "2: `maximaal_aandeel` in [afkeur] is no share; "
        + "expected a number from 0 to 1, such as 0.05 for 5 %"
    ),
    (
      "[regels.R101]\nstop_boven_aandeel = -0.1",
      "2: `stop_boven_aandeel` in [regels.R101] is no share; "
        + "expected a number from 0 to 1, such as 0.05 for 5 %"
    ),
    (
      "[invoer]\ndialect = 'nl-exel'",
      "2: `dialect` in [invoer] names the unknown dialect `nl-exel`; "
        + "the nearest known one is `nl-excel`"
    ),
    (
      "[invoer.clienten]\ncodering = 'utf8'",
      "2: `codering` in [invoer.clienten] names the unknown encoding `utf8`; "
        + "the nearest known one is `utf-8`"
    ),
    (
      "[invoer.clienten]\ndatum = 'jjjj/mm/dd'",
      "2: `datum` in [invoer.clienten] names the unknown date form `jjjj/mm/dd`; "
        + "the nearest known one is `jjjj-mm-dd`"
    ),
    (
      "[invoer.clienten]\ngeld = 'cent'",
      "2: `geld` in [invoer.clienten] names the unknown money unit `cent`; "
        + "the nearest known one is `euro`"
    ),
    (
      "[bijlage]\nhoofdstukken = ['gebruik', 'wijk']",
      "2: `hoofdstukken` in [bijlage] names the unknown chapter `wijk`; "
        + "the nearest known one is `wijken`"
    ),
    (
      "[bijlage]\nhoofdstukken = []",
      "2: `hoofdstukken` in [bijlage] is empty; expected at least one of gebruik, maanden, "
        + "wijken, combinaties, aanbieders, leeftijd, verloop-en-verwachting, "
        + "toegekend-en-gebruikt, aanbieders-en-contracten, geld-en-begroting"
    ),
    (
      "[bijlage]\nhoofdstukken = ['wijken', 'gebruik', 'wijken']",
      "2: `hoofdstukken` in [bijlage] names `wijken` twice; name each once"
    ),
    (
      "[invoer]\npeiljaar = 17",
      "2: `peiljaar` in [invoer] is out of range; expected 1900 to 2199"
    ),
    (
      "[kolommen.clienten]\nclient_id = ' - '",
      "2: `client_id` in [kolommen.clienten] names no header; "
        + "expected the name of the column in their file"
    ),
    (
      "[kolommen.clienten]\nwijk_code = 'Wijk code'\n\nbuurt_code = \"WIJK_CODE\"",
      "4: `buurt_code` in [kolommen.clienten] has the same header as `wijk_code`; "
        + "give each column a header of its own"
    ),
  ]

  @Test("names that are not known", arguments: unknownNames)
  func unknownName(toml: String, expected: String) {
    #expect(failure(toml) == RunFailure(.configuration, "c.toml:" + expected))
  }

  @Test("values of the wrong type", arguments: wrongTypes)
  func wrongType(toml: String, expected: String) {
    #expect(failure(toml) == RunFailure(.configuration, "c.toml:" + expected))
  }

  @Test("values that make no sense", arguments: wrongValues)
  func wrongValue(toml: String, expected: String) {
    #expect(failure(toml) == RunFailure(.configuration, "c.toml:" + expected))
  }

  @Test("separators that are none", arguments: ["", ";;", "€", "a", "7", "\\n"])
  func noSeparator(text: String) {
    #expect(
      failure("[invoer.clienten]\nscheidingsteken = \"\(text)\"")
        == RunFailure(
          .configuration,
          "c.toml:2: `scheidingsteken` in [invoer.clienten] is no separating character; "
            + "expected one ASCII character that is no letter, digit or line break"
        )
    )
  }

  @Test("a quote that is a blank", arguments: [" ", "\\t"])
  func blankQuote(text: String) {
    #expect(
      failure("[invoer.clienten]\naanhalingsteken = \"\(text)\"")
        == RunFailure(
          .configuration,
          "c.toml:2: `aanhalingsteken` in [invoer.clienten] is a blank, and blanks around fields "
            + "are dropped; expected another character, such as '\"'"
        )
    )
  }

  @Test(
    "characters that cannot be told apart, presets included",
    arguments: [
      ("scheidingsteken = '\"'\naanhalingsteken = '\"'", "scheidingsteken", "aanhalingsteken"),
      ("dialect = 'iso'\naanhalingsteken = ','", "aanhalingsteken", "scheidingsteken"),
      ("dialect = 'nl-excel'\ndecimaal = '.'", "decimaal", "duizendtal"),
      ("dialect = 'statline'\nduizendtal = ','", "duizendtal", "decimaal"),
    ]
  )
  func sameCharacters(toml: String, key: String, other: String) {
    #expect(
      failure("[invoer.clienten]\n" + toml)?.message.contains(
        "`\(key)` in [invoer.clienten] is the same character as `\(other)`"
      ) == true
    )
  }

  @Test("all problems at once, in the order of their lines")
  func allProblems() {
    #expect(
      failure("[telregels]\ntussenpoos_maanden = -2\n[periode]\nvan = 1\n[afkeur]\nx = 1")
        == RunFailure(
          .configuration,
          """
          c.toml:2: `tussenpoos_maanden` in [telregels] is out of range; expected 0 to 1200
          c.toml:4: `van` in [periode] is a whole number; expected a date such as "2017-01-01"
          c.toml:6: unknown key `x` in [afkeur]; the nearest known one is `maximaal_aandeel`
          """
        )
    )
  }

  @Test("text that is not TOML names its line")
  func invalidTOML() {
    let failure = failure("gemeente_code = '1'\n[periode\nvan = 1")
    #expect(failure?.status == .configuration)
    #expect(failure?.message.hasPrefix("c.toml:2: invalid TOML: ") == true)
  }

  @Test("bytes that are not text name their line", arguments: [0xFF, 0x00] as [UInt8])
  func notText(byte: UInt8) {
    #expect(
      failure(Array("gemeente_code = '1'\n# ".utf8) + [byte])?.message
        == "c.toml:2: not UTF-8 text; expected TOML, so save the file as UTF-8"
    )
  }

  @Test(
    "lines are right behind values that span lines and hide keys",
    arguments: [
      "gemeente_naam = '''\n[periode]\nx = 1\n'''\nx = 1",
      "gemeente_naam = \"\"\"a\\\"\"\"\n\\\"\"\"\"\"\"\n\n\nx = 1",
      "[telregels]\nleeftijdsklassen = [ # x = 1\n  0,\n]\nx = 1",
      "\u{FEFF}# x = 1\r\ngemeente_naam = \"x = 1 # \\\" [x]\"\r\n[  periode ]\r\n\r\n\"x\" = 1",
      "[invoer]\nontbrekend = ['}', ']',\n'#', \"\"\"\n\"\"\"]\ndeclaraties.x = 1",
      "invoer.ontbrekend = [\n[\n{ x = 1 }\n]]\ninvoer.x.y = 1",
    ]
  )
  func lines(toml: String) {
    #expect(failure(toml)?.message.contains("c.toml:5: unknown") == true, "\(toml)")
  }
}
