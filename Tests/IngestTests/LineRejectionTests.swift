import Foundation
import Testing

@testable import Ingest

/// Which rule rejects a line, and at which column: a line of declaraties a case.
@Suite("One reject per line")
struct LineRejectionTests {
  private static let columns = [
    "referentie_nummer", "vorig_referentie_nummer", "declaratie_dagtekening", "aanbieder_agb",
    "client_id", "toewijzing_nummer", "product_categorie", "product_code",
    "product_periode_begindatum", "product_periode_einddatum", "geleverd_volume", "eenheid",
    "product_tarief", "ingediend_bedrag",
  ]
  private static let good: [String: String] = [
    "referentie_nummer": "R1", "declaratie_dagtekening": "2017-02-01", "aanbieder_agb": "41000001",
    "client_id": "K1", "toewijzing_nummer": "T1", "product_code": "02A01",
    "product_periode_begindatum": "2017-01-01", "product_periode_einddatum": "2017-01-31",
    "geleverd_volume": "1", "eenheid": "04", "ingediend_bedrag": "52.50",
  ]

  /// The rule and the column of the only line; nil where it is accepted.
  private func rejection(
    _ changes: [String: String],
    debitCredit: Bool = false,
    _ configure: (inout Configuration) -> Void = { _ in }
  ) throws -> String? {
    let columns = Self.columns + (debitCredit ? ["debet_credit"] : [])
    let row = Self.good.merging(changes) { $1 }
    let line = columns.map { row[$0] ?? "" }.joined(separator: ",")
    let rejects = try rejects(columns.joined(separator: ",") + "\n" + line + "\n", configure)
    #expect(rejects.count <= 1)
    return rejects.first.map { "\($0.rule.rule.code) \($0.column ?? "")" }
  }

  private func rejects(
    _ declarations: String,
    _ configure: (inout Configuration) -> Void = { _ in }
  ) throws -> [Reject] {
    var input = RegisterFolder(["declaraties.csv": declarations])
    configure(&input.configuration)
    return try input.withDeclarations {
      Array(try $0.read(into: NoAccumulator(), workers: 1).tally.rejects)
    }
  }

  @Test("each rule at its column")
  func single() throws {
    #expect(try rejection([:]) == nil)
    let cases = [
      ("client_id", "", "R002"), ("eenheid", "onbekend", "R002"), ("ingediend_bedrag", "-", "R002"),
      ("aanbieder_agb", "n.v.t.", "R002"), ("product_periode_einddatum", "NULL", "R002"),
      ("referentie_nummer", "123456789012345678901", "R003"),
      ("vorig_referentie_nummer", "ééééééééééééééééééééé", "R003"),
      ("product_code", "123456", "R003"), ("aanbieder_agb", "4100001", "R003"),
      ("aanbieder_agb", "4100000x", "R003"), ("declaratie_dagtekening", "1999-12-31", "R003"),
      ("declaratie_dagtekening", "2099-12-31", "R003"), ("geleverd_volume", "1.005", "R003"),
      ("geleverd_volume", "€1", "R003"), ("eenheid", "4", "R003"), ("eenheid", "uren", "R003"),
      ("product_tarief", "1.23456", "R003"), ("ingediend_bedrag", "52,50", "R001"),
      ("product_periode_begindatum", "2017-02-01", "R006"), ("eenheid", "99", "R007"),
      ("product_categorie", "99", "R007"), ("toewijzing_nummer", "T9", "R101"),
      ("client_id", "k1", "R102"), ("product_code", "02a01", "R105"),
      ("aanbieder_agb", "41000009", "R106"),
    ]
    for (column, value, rule) in cases {
      let expected = rule == "R001" ? "R001 " : "\(rule) \(column)"
      #expect(try rejection([column: value]) == expected, "\(column) '\(value)'")
    }
    for value in ["ref", "ééééééééééééééééééé", " R1 ", "onbekend", "\"a,b\"", "0"] {
      #expect(try rejection(["referentie_nummer": value]) == nil, "\(value)")
    }
    #expect(try rejection(["declaratie_dagtekening": "2099-12-30"]) == nil)
  }

  @Test("the earlier rule goes first, and then the earlier column")
  func precedence() throws {
    // From the last rule to the first, each in front of all that come after it.
    let later: [(changes: [String: String], rejection: String)] = [
      (["aanbieder_agb": "41000009"], "R106 aanbieder_agb"),
      (["product_code": "99"], "R105 product_code"),
      (["client_id": "K9"], "R102 client_id"),
      (["toewijzing_nummer": "T9"], "R101 toewijzing_nummer"),
      (["eenheid": "99"], "R007 eenheid"),
      (["product_categorie": "00"], "R007 product_categorie"),
      (["product_periode_begindatum": "2018-01-01"], "R006 product_periode_begindatum"),
      (["ingediend_bedrag": "-1"], "R005 ingediend_bedrag"),
      (["geleverd_volume": "-1"], "R005 geleverd_volume"),
      (["debet_credit": "X"], "R003 debet_credit"),
      (["product_tarief": "x"], "R003 product_tarief"),
      (["declaratie_dagtekening": "2017-02-30"], "R003 declaratie_dagtekening"),
      (["referentie_nummer": "123456789012345678901"], "R003 referentie_nummer"),
      (["debet_credit": ""], "R002 debet_credit"),
      (["eenheid": ""], "R002 eenheid"),
      (["declaratie_dagtekening": ""], "R002 declaratie_dagtekening"),
      (["referentie_nummer": "totaal"], "R004 "),
    ]
    var changes = ["debet_credit": "D"]
    for step in later {
      changes.merge(step.changes) { $1 }
      #expect(try rejection(changes, debitCredit: true) == step.rejection)
    }
  }

  @Test("with a D/C column amounts are unsigned")
  func debitCredit() throws {
    for mark in ["D", "d", "C", "c", " C "] {
      #expect(try rejection(["debet_credit": mark], debitCredit: true) == nil)
    }
    for mark in ["debet", "X", "DC"] {
      #expect(try rejection(["debet_credit": mark], debitCredit: true) == "R003 debet_credit")
    }
    for mark in ["", "-", "onbekend"] {
      #expect(try rejection(["debet_credit": mark], debitCredit: true) == "R002 debet_credit")
    }
    let zero = ["debet_credit": "C", "ingediend_bedrag": "-0.00"]
    #expect(try rejection(zero, debitCredit: true) == nil)
  }

  @Test("a text that the configuration takes for missing is missing in every column")
  func configuredMissing() throws {
    let texts = [
      "aanbieder_agb": "99999999", "declaratie_dagtekening": "2001-01-01", "eenheid": "84",
      "product_periode_einddatum": "2017-12-31", "client_id": "geen", "ingediend_bedrag": "0.01",
    ]
    for (column, text) in texts {
      let found = try rejection([column: text]) { $0.missingTexts = [text, ""] }
      #expect(found == "R002 \(column)")
    }
    #expect(try rejection(["product_tarief": "99999"]) { $0.missingTexts = ["99999", ""] } == nil)
  }

  @Test("what no column can hold is R003 in every column, and nothing in unknown ones")
  func flaws() throws {
    for column in Self.columns {
      for value in ["#N/B", "#deel/0!", "x\u{B}", "\u{7F}", "\u{FFFF}", "\"#VERW!\"", " #N/A "] {
        #expect(try rejection([column: value]) == "R003 \(column)", "\(column) '\(value)'")
      }
      // A text that the configuration takes for missing is no error.
      let needed = FileKind.declarations.column(named: column)?.isNeeded == true
      let missing = try rejection([column: "#N/B"]) { $0.missingTexts = ["#N/B", ""] }
      #expect(missing == (needed ? "R002 \(column)" : nil))
    }
    let identifiers = [
      "referentie_nummer", "vorig_referentie_nummer", "client_id", "toewijzing_nummer",
      "product_code", "aanbieder_agb",
    ]
    for column in identifiers {
      #expect(try rejection([column: "2E+11"]) == "R003 \(column)", "\(column)")
    }
    #expect(try rejection(["referentie_nummer": "\"2,01701E+11\""]) == "R003 referentie_nummer")
    for value in ["12E5", "2E11", "#1", "#N/C", "\"a\tb\"", "\"a\nb\"", "=R1", "\u{FEFF}x"] {
      #expect(try rejection(["referentie_nummer": value]) == nil, "\(value)")
    }
    for value in ["#N/B", "2E+11", "\u{1}", "\u{FFFE}", "=\"a\"", "\"=\"\"#N/B\"\"\""] {
      let line = Self.columns.map { Self.good[$0] ?? "" }.joined(separator: ",")
      let header = Self.columns.joined(separator: ",")
      #expect(try rejects("\(header),opmerking\n\(line),\(value)\n") == [])
    }
  }

  @Test("protected text counts as its text")
  func protectedText() throws {
    for (column, value) in Self.good {
      for text in ["=\"\(value)\"", "\"=\"\"\(value)\"\"\"", " =\"\(value)\" ", "=\" \(value) \""] {
        #expect(try rejection([column: text]) == nil, "\(column) \(text)")
      }
    }
    #expect(try rejection(["client_id": "=\"\""]) == "R002 client_id")
    #expect(try rejection(["client_id": "=\"nvt\""]) == "R002 client_id")
    #expect(try rejection(["client_id": "=\"#N/B\""]) == "R003 client_id")
    #expect(try rejection(["client_id": "=\"2E+11\""]) == "R003 client_id")
    #expect(try rejection(["client_id": "\"=K1\""]) == "R102 client_id")
    #expect(try rejection(["referentie_nummer": "=\"R\"1"]) == "R001 ")
  }

  @Test("a line in two spellings is one line", arguments: ["=\"R1\"", "\"=\"\"R1\"\"\"", " R1 "])
  func duplicates(reference: String) throws {
    let lines = ["R1", reference].map { reference in
      Self.columns.map { $0 == "referentie_nummer" ? reference : Self.good[$0] ?? "" }
        .joined(separator: ",")
    }
    let text = ([Self.columns.joined(separator: ",")] + lines).joined(separator: "\n") + "\n"
    #expect(try rejects(text).map(\.rule.rule.code) == ["R104"])
    #expect(try rejects(text).map(\.line) == [3])
  }

  @Test("dates at midnight, and no other time")
  func midnight() throws {
    let columns = [
      "declaratie_dagtekening", "product_periode_begindatum", "product_periode_einddatum",
    ]
    for column in columns {
      let day = Self.good[column] ?? ""
      for time in [" 00:00:00", "T00:00:00", " 0:00", " 00:00:00.000"] {
        #expect(try rejection([column: day + time]) == nil)
      }
      for time in [" 00:00:01", "T12:00", " 00:00:00Z", "T"] {
        #expect(try rejection([column: day + time]) == "R003 \(column)")
      }
    }
  }

  @Test("lost zeros are R003, or restored where the configuration says so")
  func zeros() throws {
    let changes = ["aanbieder_agb": "7", "eenheid": "4", "product_categorie": "2"]
    #expect(try rejection(changes) == "R003 aanbieder_agb")
    #expect(try rejection(changes) { $0.restoresLeadingZeros = true } == "R106 aanbieder_agb")
    let known = ["eenheid": "4", "product_categorie": "2"]
    #expect(try rejection(known) == "R003 product_categorie")
    #expect(try rejection(known) { $0.restoresLeadingZeros = true } == nil)
  }
}

/// Counts nothing: the tests look at rejects alone.
private struct NoAccumulator: Accumulator {
  func forWorker() -> NoAccumulator { self }
  mutating func update(_ batch: LineBatch) {}
  mutating func retract(_ lines: UnsafeBufferPointer<DeclarationLine>) {}
  mutating func merge(_ other: NoAccumulator) {}
}
