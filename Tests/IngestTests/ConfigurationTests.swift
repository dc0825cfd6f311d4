import Foundation
import Ingest
import Testing

@Suite("What the configuration says")
struct ConfigurationTests {
  private func read(_ toml: String) throws(RunFailure) -> Configuration {
    try ConfigurationReader.read(Array(toml.utf8), path: "wmo-etl.toml")
  }

  @Test("the contract's example")
  func example() throws {
    let configuration = try read(
      """
      gemeente_code = "0637"
      gemeente_naam = "Zoetermeer"

      [periode]                       # the reporting window, both days included
      van = "2017-01-01"
      tot_en_met = "2017-10-15"
      basis = "declaratie"

      [invoer]                        # a preset for all files, or per file a preset or fields
      dialect = "iso"
      declaraties = { dialect = "nl-excel" }

      [kolommen.declaraties]          # our column = "their header"
      toewijzing_nummer = "Indicatie"
      aanbieder_agb = "Crediteur"

      [telregels]
      tussenpoos_maanden = 3
      gelijktijdig_maanden = 0
      leeftijdsklassen = [0, 18]

      [opvolging]
      van = 2016-01-01
      tot_en_met = 2018-04-18

      [regels.R212]
      vanaf = "2022-04-01"

      [regels.R101]
      stop_boven_aandeel = 0.5

      [afkeur]
      maximaal_aandeel = 0.05

      [bijlage]
      hoofdstukken = ["wijken", "gebruik"]
      """
    )
    #expect(configuration.municipalityCode == "0637")
    #expect(configuration.municipalityName == "Zoetermeer")
    var counting = CountingParameters(
      windowFrom: Day(isoText: "2017-01-01"), windowTo: Day(isoText: "2017-10-15"),
      basis: .declaration, gapMonths: 3, simultaneousMonths: 0, ageClasses: [0, 18],
      sequenceFrom: Day(isoText: "2016-01-01"), sequenceTo: Day(isoText: "2018-04-18"))
    counting.municipalityCode = "0637"
    #expect(configuration.counting == counting)
    #expect(configuration.declaration(for: .declarations).dialect == .nlExcel)
    #expect(configuration.declaration(for: .clients).dialect == .iso)
    #expect(
      configuration.columnMappings == [
        .declarations: [
          ColumnMapping(column: "toewijzing_nummer", header: "Indicatie", line: 14),
          ColumnMapping(column: "aanbieder_agb", header: "Crediteur", line: 15),
        ]
      ]
    )
    #expect(configuration.settings(of: "R212").from == Day(isoText: "2022-04-01"))
    #expect(configuration.settings(of: "R101").maximumShare == Share(0.5))
    #expect(configuration.settings(of: "R104") == RuleSettings())
    #expect(configuration.maximumRejectShare == Share(0.05))
    #expect(configuration.annexChapters == [.districts, .use])
    #expect(configuration.file?.path == "wmo-etl.toml")
  }

  @Test("an empty file is a run without one")
  func defaults() throws {
    var configuration = try read("# nothing\n")
    configuration.file = nil
    #expect(configuration == Configuration())
    #expect(configuration.missingTexts == nil)
    #expect(configuration.maximumRejectShare == Share(0.1))
    #expect(configuration.declaration(for: .declarations) == DialectDeclaration())
  }

  @Test("missing texts replace the set, and the empty text stays in it")
  func missingTexts() throws {
    #expect(try read("invoer.ontbrekend = ['geen', 'x']").missingTexts == ["", "geen", "x"])
    #expect(try read("invoer.ontbrekend = []").missingTexts == [""])
  }

  @Test("the rest of [invoer]")
  func input() throws {
    let configuration = try read("[invoer]\nvoorloopnullen = true\npeiljaar = 2017")
    #expect(configuration.restoresLeadingZeros)
    #expect(configuration.referenceYear == 2017)
  }

  @Test("fields of a file overrule the common preset")
  func fieldsOverCommonPreset() throws {
    let declaration = try read(
      """
      [invoer]
      dialect = "iwmo"
      [invoer.declaraties]
      scheidingsteken = "\\t"
      aanhalingsteken = "'"
      decimaal = ","
      duizendtal = ""
      datum = "dd-mm-jjjj"
      codering = "iso-8859-1"
      geld = "euro"
      """
    ).declaration(for: .declarations)
    #expect(
      declaration.dialect
        == Dialect(
          separator: 9,
          quote: UInt8(ascii: "'"),
          decimal: UInt8(ascii: ","),
          thousands: nil,
          dates: [.dayMonthYear],
          encoding: .latin1,
          money: .euro
        )
    )
  }

  @Test("fields of a file overrule its own preset, which replaces the common one")
  func fieldsOverOwnPreset() throws {
    let configuration = try read(
      """
      invoer = { dialect = "iwmo", clienten = { dialect = "statline", decimaal = "", \
      duizendtal = "" } }
      """
    )
    var expected = Dialect.statline
    expected.decimal = nil
    #expect(configuration.declaration(for: .clients).dialect == expected)
  }

  @Test("fields without a preset leave the rest to be detected")
  func partialDeclaration() throws {
    let configuration = try read("invoer.clienten.scheidingsteken = ';'")
    let declaration = configuration.declaration(for: .clients)
    #expect(declaration.separator == UInt8(ascii: ";"))
    #expect(declaration.dialect == nil)
    #expect(declaration.overruling(.iso).separator == UInt8(ascii: ";"))
    #expect(configuration.declaration(for: .products) == DialectDeclaration())
  }

  @Test("a given file, the file of the input folder, none")
  func files() throws {
    let folder = NSTemporaryDirectory() + "wmo-etl-configuration-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    #expect(try ConfigurationReader.read(path: nil, inputFolder: folder) == Configuration())
    try Data("gemeente_code = '1'".utf8).write(to: URL(filePath: folder + "/wmo-etl.toml"))
    try Data("gemeente_code = '2'".utf8).write(to: URL(filePath: folder + "/other.toml"))
    let found = try ConfigurationReader.read(path: nil, inputFolder: folder)
    #expect(found.municipalityCode == "1")
    let given = try ConfigurationReader.read(path: folder + "/other.toml", inputFolder: folder)
    #expect(given.municipalityCode == "2")
    let missing = #expect(throws: RunFailure.self) {
      try ConfigurationReader.read(path: folder + "/no.toml", inputFolder: folder)
    }
    #expect(missing?.status == .inputNotFound)
    let directory = #expect(throws: RunFailure.self) {
      try ConfigurationReader.read(path: folder, inputFolder: folder)
    }
    #expect(directory?.status == .readOrWriteFailed)
  }

  @Test("a share is compared exactly")
  func shares() throws {
    let share = try #require(Share(0.29))
    #expect(!share.isExceeded(by: 29, of: 100))
    #expect(share.isExceeded(by: 30, of: 100))
    #expect(!share.isExceeded(by: 0, of: 0))
    #expect(Share(1)?.isExceeded(by: .max, of: .max) == false)
    #expect(Share(0)?.isExceeded(by: 1, of: .max) == true)
    #expect(Share(-0.1) == nil)
    #expect(Share(1.000001) == nil)
    #expect(Share(.nan) == nil)
  }

  @Test(
    "texts that are no day",
    arguments: [
      "2017-02-29", "2017-13-01", "2017-1-01", "17-01-01", "2017/01/01", "", "+017-01-01",
    ]
  )
  func noDays(text: String) {
    #expect(Day(isoText: text) == nil)
  }
}
