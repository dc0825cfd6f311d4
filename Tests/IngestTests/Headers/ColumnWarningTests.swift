import Testing

@testable import Ingest

/// Rules that lack a column, headers that are nearly ours, and names that are garbled.
struct ColumnWarningTests {
  private func warnings(_ files: [String: String], without: [String] = []) throws -> [String] {
    var folder = RegisterFolder(files)
    for name in without { folder.files[name] = nil }
    return try folder.prepared { $0.remarks.warnings.map(\.english) }
  }

  private static let complete = [
    "declaraties.csv":
      FileKind.declarations.columns.map(\.name).joined(separator: ",") + "\n",
    "toewijzingen.csv":
      FileKind.allocations.columns.map(\.name).joined(separator: ",") + "\n",
    "clienten.csv": FileKind.clients.columns.map(\.name).joined(separator: ",") + "\n",
  ]

  /// A column that one file lacks, and the one warning.
  @Test(
    arguments: [
      ("declaraties", "referentie_nummer", "R104 is"),
      ("declaraties", "vorig_referentie_nummer", "R213 and R214 are"),
      ("declaraties", "product_categorie", "R203 is"),
      ("declaraties", "product_tarief", "R210, R211 and R301 are"),
      ("toewijzingen", "product_categorie", "R203 is"), ("toewijzingen", "product_code", "R204 is"),
      ("toewijzingen", "einddatum", "R202 is"), ("toewijzingen", "volume", "R207 and R208 are"),
      ("toewijzingen", "eenheid", "R205, R207 and R208 are"),
      ("toewijzingen", "frequentie", "R207 and R208 are"), ("toewijzingen", "budget", "R209 is"),
      ("toewijzingen", "reden_wijziging", "R103 is"),
      ("clienten", "overlijdensdatum", "R216 is"),
      ("declaraties", "declaratie_nummer", nil), ("declaraties", "debet_credit", nil),
      ("toewijzingen", "leveringsvorm", nil), ("clienten", "wijk_code", nil),
    ] as [(String, String, String?)]
  )
  func missing(_ file: String, _ column: String, _ rules: String?) throws {
    var files = Self.complete
    let names = (files["\(file).csv"] ?? "").split(whereSeparator: { ",\n".contains($0) })
    files["\(file).csv"] = names.filter { $0 != column }.joined(separator: ",") + "\n"
    let expected = rules.map { "\(file) has no column '\(column)': \($0) not assessed" }
    #expect(try warnings(files) == [expected].compactMap { $0 })
  }

  @Test("nothing is missing, and a file that is not given lacks no column")
  func complete() throws {
    #expect(try warnings(Self.complete) == [])
    let clients = try warnings(Self.complete.filter { $0.key != "clienten.csv" })
    #expect(clients == [])
  }

  @Test("parts of declaraties that lack a column are named, five at most")
  func parts() throws {
    var files = Self.complete
    let all = files.removeValue(forKey: "declaraties.csv") ?? ""
    let some = all.replacing("vorig_referentie_nummer,", with: "")
    files["declaraties-0.csv"] = all
    for month in 1...7 { files["declaraties-\(month).csv"] = some }
    let lost = try warnings(files, without: ["declaraties.csv"])
    #expect(
      lost == [
        "column 'vorig_referentie_nummer' is not in declaraties-1.csv, declaraties-2.csv, "
          + "declaraties-3.csv, declaraties-4.csv, declaraties-5.csv and 2 more, but in other "
          + "parts: for their lines R213 and R214 are not assessed"
      ])
    for name in files.keys where name.hasPrefix("declaraties") {
      files[name] = all.replacing(",referentie_nummer", with: "").replacing(
        "referentie_nummer,vorig", with: "vorig")
    }
    #expect(
      try warnings(files, without: ["declaraties.csv"]) == [
        "declaraties has no column 'referentie_nummer': R104 is not assessed, so a part delivered "
          + "twice cannot be noticed"
      ])
  }

  @Test("the order is that of the files and of their columns")
  func order() throws {
    let found = try warnings([
      "declaraties.csv": (Self.complete["declaraties.csv"] ?? "")
        .replacing("product_tarief", with: "produkt_tarief")
        .replacing("vorig_", with: "vorige_")
    ])
    #expect(
      found.map { $0.split(separator: " ").prefix(5).joined(separator: " ") } == [
        "declaraties has no column 'vorig_referentie_nummer':",
        "declaraties.csv: the unknown column 'vorige_referentie_nummer'",
        "declaraties has no column 'product_tarief':",
        "declaraties.csv: the unknown column 'produkt_tarief'",
        "toewijzingen has no column 'product_categorie':",
        "toewijzingen has no column 'product_code':", "toewijzingen has no column 'einddatum':",
        "toewijzingen has no column 'volume':", "toewijzingen has no column 'eenheid':",
        "toewijzingen has no column 'frequentie':", "toewijzingen has no column 'budget':",
        "toewijzingen has no column 'reden_wijziging':",
      ])
  }

  @Test("without rules for accepted lines only what rejects is left")
  func withoutFindings() {
    let both = RunWarning.columnMissing(
      file: .declarations, column: "x", rules: ["R104", "R213"], partCount: 1)
    #expect(both.withoutFindings?.english == "declaraties has no column 'x': R104 is not assessed")
    let finding = RunWarning.columnMissing(
      file: .allocations, column: "budget", rules: ["R209"], partCount: 1)
    #expect(finding.withoutFindings == nil)
    #expect(RunWarning.noLines.withoutFindings == .noLines)
    let parts = RunWarning.columnMissingInParts(
      parts: PartList(["a.csv"]), column: "x", rules: ["R213"])
    #expect(parts.withoutFindings?.english == "column 'x' is not in a.csv, but in other parts")
  }

  /// A name in a file that is declared as Windows-1252, and whether it is told that it is UTF-8.
  @Test(
    arguments: [
      (Array("Café".utf8), true), (Array("Cafe".utf8), false), ([0x43, 0xE9], false),
      (Array("é".utf8) + [0xE9], false), (Array("€".utf8), true), ([0xC3, 0xA9, 0x20], true),
    ]
  )
  func garbled(_ name: [UInt8], _ isTold: Bool) throws {
    for encoding in [TextEncoding.windows1252, .latin1] {
      var folder = RegisterFolder()
      // Further down than what is looked at before the rows are read.
      let rows = (0..<100_000).map { "\(10_000_000 + $0),Zorg\n" }.joined()
      folder.bytes["aanbieders.csv"] =
        Array("aanbieder_agb,naam\n\(rows)41000001,".utf8) + name + [0x0A]
      folder.configuration.fileDialects[.providers] = DialectDeclaration(preset: .iso)
      folder.configuration.fileDialects[.providers]?.encoding = encoding
      let configuration = folder.configuration
      let found = try folder.prepared { preparation in
        _ = try RegisterReader(
          preparation: preparation, configuration: configuration, workers: 2
        ).read()
        return preparation.remarksOfReading.warnings
      }
      let warning = RunWarning.utf8Declared(part: "aanbieders.csv", encoding: encoding)
      #expect(found == (isTold ? [warning] : []))
    }
  }
}
