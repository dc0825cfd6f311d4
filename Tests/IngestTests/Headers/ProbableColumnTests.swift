import Testing

@testable import Ingest

struct ProbableColumnTests {
  private static let needed = FileKind.declarations.columns.filter(\.isNeeded).map(\.name)

  /// An unknown header beside the needed columns, and the column that it probably is.
  @Test(
    arguments: [
      ("vorig_referentienumer", "vorig_referentie_nummer"),
      ("Vorig Refrentie Nummer", "vorig_referentie_nummer"),
      ("referentie_nummre", "referentie_nummer"),  // neighbours swapped count once
      ("referentie\u{202D}nummer", "referentie_nummer"),
      ("produkt_tarief", "product_tarief"), ("prodct_tariff", "product_tarief"),
      ("debit_kredit", "debet_credit"), ("previous_line_it", "vorig_referentie_nummer"),
      ("d\u{1}c", "debet_credit"), ("df", nil), ("rat", "product_tarief"), ("ra", nil),
      ("rates", "product_tarief"), ("raat", nil), ("opmerking", nil),
      ("boekingstekn", "debet_credit"),
      ("client", nil), ("zzz", nil), ("", nil),
    ] as [(String, String?)]
  )
  func table(_ header: String, _ column: String?) {
    let found = Header(Self.needed + [header], kind: .declarations, columnMap: [:])
      .probableColumns
    #expect(
      found.map { FileKind.declarations.columns[$0.column].name } == [column].compactMap { $0 })
  }

  @Test("a column that is there is not looked for")
  func present() {
    let names = Self.needed + ["referentie_nummer", "referentie_numer"]
    let header = Header(names, kind: .declarations, columnMap: [:])
    #expect(header.probableColumns == [])
    #expect(header.unknown == ["referentie_numer"])
  }

  @Test("a name of ours that the map has made unknown is near nothing")
  func mapped() {
    let header = Header(
      Self.needed + ["Tarief", "product_tarief"], kind: .declarations,
      columnMap: ["product_tarief": "Tarief"])
    #expect(header.unknown == ["product_tarief"])
    #expect(header.problems == [])
    #expect(header.probableColumns == [])
  }

  @Test(
    "distances",
    arguments: [
      ("", "", 2, 0), ("a", "", 2, 1), ("ab", "ba", 2, 1), ("abc", "acb", 2, 1),
      ("abcd", "badc", 2, 2), ("abc", "xyz", 2, nil), ("abc", "abcd", 0, nil),
      ("kitten", "sitting", 3, 3),
    ] as [(String, String, Int, Int?)]
  )
  func distance(_ a: String, _ b: String, _ limit: Int, _ expected: Int?) {
    let found = spellingDistance(Array(a.unicodeScalars), Array(b.unicodeScalars), limit: limit)
    #expect(found == expected)
  }
}
