import Testing

@testable import Ingest

/// What no column can hold is refused in every column of the municipality's own files that something
/// uses, and nowhere else.
@Suite("Flaws in the municipality's own files")
struct RegisterFlawTests {
  /// A file with one sound row, and its columns that nothing uses.
  struct Drawn: CustomTestStringConvertible {
    let kind: FileKind
    let row: [(column: String, value: String)]
    let unused: [String]

    var testDescription: String { kind.name }

    /// The refusal of the file with other values in some columns.
    func refusal(_ changes: [String: String] = [:]) throws -> String? {
      let header = row.map(\.column).joined(separator: ",")
      let values = row.map { changes[$0.column] ?? $0.value }.joined(separator: ",")
      var files = ["\(kind.name).csv": "\(header)\n\(values)\n"]
      if kind == .budget {
        files["producten.csv"] =
          "product_code,omschrijving,product_categorie,voorzieningsoort\nA,Groep,02,maatwerk\n"
      }
      return try RegisterFolder(files).refusal()
    }
  }

  static let files = [
    Drawn(
      kind: .allocations,
      row: [
        ("toewijzing_nummer", "T1"), ("client_id", "K1"), ("aanbieder_agb", "41000001"),
        ("beschikking_nummer", "B1"), ("product_categorie", "02"), ("product_code", "02A01"),
        ("toewijzingsdatum", "2017-01-01"), ("ingangsdatum", "2017-01-01"),
        ("einddatum", "2017-12-31"), ("volume", "1.5"), ("eenheid", "04"), ("frequentie", "2"),
        ("budget", "100.00"), ("reden_wijziging", "02"), ("leveringsvorm", "zin"),
        ("start_datum_levering", "2017-01-01"), ("stop_datum_levering", "2017-02-01"),
        ("reden_beeindiging", "01"),
      ],
      unused: [
        "leveringsvorm", "start_datum_levering", "stop_datum_levering", "reden_beeindiging",
      ]),
    Drawn(
      kind: .products,
      row: [
        ("product_code", "02A01"), ("omschrijving", "Begeleiding"), ("product_categorie", "02"),
        ("voorzieningsoort", "maatwerk"), ("product_groep", "Groep"), ("eenheid", "04"),
        ("uitvoeringsvariant", "x"),
      ], unused: ["eenheid", "uitvoeringsvariant"]),
    Drawn(
      kind: .providers,
      row: [
        ("aanbieder_agb", "41000001"), ("naam", "Zorg"), ("concern", "Groep"),
        ("type_aanbieder", "x"),
      ], unused: ["type_aanbieder"]),
    Drawn(
      kind: .clients,
      row: [
        ("client_id", "K1"), ("geboortejaar", "1950"), ("geboortedatum", "1950-01-01"),
        ("geslacht", "1"), ("wijk_code", "WK063701"), ("buurt_code", "BU06370101"),
        ("overlijdensdatum", "2017-03-01"), ("gemeente_code", "0637"),
      ], unused: ["geslacht", "gemeente_code"]),
    Drawn(
      kind: .districts,
      row: [
        ("wijk_code", "WK063701"), ("peiljaar", "2017"), ("wijk_naam", "Centrum"),
        ("inwoners", "1000"), ("inwoners_0_14", "100"), ("huishoudens", "500"),
        ("gebied", "Stad"), ("recs", "Wijk"),
      ], unused: ["huishoudens"]),
    Drawn(
      kind: .subsidies,
      row: [
        ("ontvanger_naam", "Palet"), ("jaar", "2017"), ("verleend_bedrag", "100.00"),
        ("vastgesteld_bedrag", "90.00"), ("activiteit", "x"), ("aanbieder_agb", "41000001"),
        ("wijk_code", "063701"),
      ], unused: ["activiteit", "aanbieder_agb", "wijk_code"]),
    Drawn(
      kind: .rates,
      row: [
        ("product_code", "02A01"), ("aanbieder_agb", "41000001"), ("tarief", "52.50"),
        ("eenheid", "04"), ("geldig_vanaf", "2017-01-01"), ("geldig_tot", "2017-12-31"),
      ], unused: []),
    Drawn(
      kind: .budget,
      row: [
        ("jaar", "2017"), ("voorzieningsoort", "maatwerk"), ("product_groep", "Groep"),
        ("bedrag_begroot", "100.00"), ("bedrag_schaal", "1000"), ("soort", "plafond"),
        ("regel", "Taak"), ("omschrijving", "x"),
      ], unused: ["omschrijving"]),
    Drawn(
      kind: .buildingBlocks,
      row: [
        ("budget", "Lumpsum"), ("jaar", "2017"), ("volgorde", "1"), ("soort", "groei"),
        ("omschrijving", "Groei"), ("percentage", "1.5"), ("over", "basis"),
      ], unused: []),
    Drawn(
      kind: .indices,
      row: [
        ("reeks", "OVA"), ("jaar", "2017"), ("status", "definitief"), ("waarde", "2.96"),
        ("vastgesteld_op", "2017-11-01"), ("bron", "x"),
      ], unused: ["bron"]),
  ]

  private static let identifiers = [
    "toewijzing_nummer", "client_id", "aanbieder_agb", "beschikking_nummer", "product_code",
    "wijk_code", "buurt_code",
  ]

  @Test("errors and control characters, each told once", arguments: files)
  func flaws(_ file: Drawn) throws {
    #expect(try file.refusal() == nil)
    for (column, _) in file.row {
      for value in ["#N/B", "#waarde!", "x\u{B}y", "\u{7F}", "a\u{FFFE}", "=\"#LEEG!\""] {
        let refusal = try file.refusal([column: value])
        if file.unused.contains(column) {
          #expect(refusal == nil, "\(column)")
          continue
        }
        let message = try #require(refusal, "\(column)")
        #expect(
          message.hasPrefix("\(file.kind.name).csv:2: column '\(column)' has a"), "\(message)")
        #expect(!message.contains("\n"), "\(message)")
      }
    }
  }

  @Test("identifiers as powers of ten", arguments: files)
  func powersOfTen(_ file: Drawn) throws {
    for (column, _) in file.row where Self.identifiers.contains(column) {
      for value in ["2E+11", "\"2,01701E+11\"", "2.01701e+11"] {
        let isTold = try file.refusal([column: value])?.contains("power of ten") ?? false
        #expect(isTold != file.unused.contains(column), "\(column)")
      }
    }
    for column in ["omschrijving", "naam", "concern", "product_groep", "gebied", "ontvanger_naam"]
    where file.row.contains(where: { $0.column == column }) {
      #expect(try file.refusal([column: "2E+11"])?.contains("power of ten") != true)
    }
  }

  @Test("protected text is its text", arguments: files)
  func protectedText(_ file: Drawn) throws {
    let plain = file.row.map { ($0.column, "=\"\($0.value)\"") }
    #expect(try file.refusal(Dictionary(plain) { first, _ in first }) == nil)
    let quoted = file.row.map { ($0.column, "\"=\"\"\($0.value)\"\"\"") }
    #expect(try file.refusal(Dictionary(quoted) { first, _ in first }) == nil)
  }

  @Test("tabs and line breaks are legal inside a name")
  func lineBreaks() throws {
    let products = try #require(Self.files.first { $0.kind == .products })
    #expect(try products.refusal(["omschrijving": "\"Hulp\tbij\r\nhet\nhuishouden\""]) == nil)
  }

  @Test("rows that are skipped are not checked")
  func skippedRows() throws {
    let header = "wijk_code,peiljaar,wijk_naam,inwoners"
    let rows = "GM0637,2017,#N/B,#N/B\nBU06370101,2017,Buurt,#N/B\ntotaal,,,#REF!\n"
    let folder = RegisterFolder(["gebieden.csv": "\(header)\n063701,2017,Centrum,1000\n\(rows)"])
    #expect(try folder.refusal() == nil)
  }

  @Test("equal rows in two spellings are one")
  func keys() throws {
    let rows = "A,Hulp,01,maatwerk\n=\"A\",\"=\"\"Hulp\"\"\",=\"01\",maatwerk\n"
    let header = "product_code,omschrijving,product_categorie,voorzieningsoort\n"
    let registers = try RegisterFolder(["producten.csv": header + rows]).read()
    #expect(registers.data.products.map(\.code) == ["A"])
  }
}
