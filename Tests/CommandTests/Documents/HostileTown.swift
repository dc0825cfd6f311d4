import Foundation
import Reporting

/// A small municipality of which every name does what a name in a file may do.
enum HostileTown {
  /// Marks of direction, marks of XML and HTML, quotes, placeholders of templates, an emoji, line
  /// separators, a noncharacter, `<` with an accent on it, what a spreadsheet would calculate, and
  /// 300 characters of it.
  static func name(_ beginning: String) -> String {
    let name =
      beginning
      + "\u{200F}\u{202E}]]><script>alert(\"x\")</script>&amp;&lt;'\u{85}\u{2028}\u{1FFFE}😀e\u{301}"
      + "<\u{301}b>{{title}}{{{style}}}{period}\\u0000_x0000_%s,;\n"
    return name + String(repeating: "x", count: 300 - name.count)
  }

  /// What a municipality may be called: all in one line.
  static let municipality: String = {
    let name = "=\u{200F}\u{202E}]]><script>&&&&&&&'&amp;😀<\u{301}b>{{title}}{number}"
    return name + String(repeating: "&", count: 300 - name.count)
  }()

  static let provider = name("=")
  static let concern = name("+")
  static let product = name("-")
  static let group = name("@")
  static let district = name("\t=")
  static let area = name("<")
  static let recipient = name("&")
  static let names = [provider, concern, product, group, area, recipient]

  static func write(to folder: URL) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (file, records) in files {
      var writer = CSVWriter()
      for record in records { writer.write(record) }
      try Data(writer.bytes).write(to: folder.appending(path: file + ".csv"))
    }
    let escaped = municipality.replacing("\"", with: "\\\"")
    try Data(
      """
      gemeente_code = "9999"
      gemeente_naam = "\(escaped)"
      [invoer]
      dialect = "iso"

      """.utf8
    ).write(to: folder.appending(path: "wmo-etl.toml"))
  }

  private static let client = "K<&\"'\u{200F}>"
  private static let code = "=<&>'"
  private static let number = "T]]>\"&"

  private static let files: [(String, [[String]])] = [
    ("aanbieders", [["aanbieder_agb", "naam", "concern"], ["41000001", provider, concern]]),
    (
      "producten",
      [
        [
          "product_code", "omschrijving", "product_categorie", "voorzieningsoort", "product_groep",
        ],
        [code, product, "02", "maatwerk", group],
        ["07A01", "Gewoon", "07", "algemeen", "Gewone groep"],
      ]
    ),
    ("clienten", [["client_id", "geboortejaar", "wijk_code"], [client, "1951", "999901"]]),
    (
      "gebieden",
      [
        ["wijk_code", "peiljaar", "wijk_naam", "inwoners", "gebied"],
        ["999901", "2017", district, "100", area], ["999902", "2017", "Oost", "100", "Oost"],
      ]
    ),
    ("subsidies", [["ontvanger_naam", "jaar", "verleend_bedrag"], [recipient, "2017", "12.50"]]),
    (
      "toewijzingen",
      [
        [
          "toewijzing_nummer", "client_id", "aanbieder_agb", "beschikking_nummer",
          "product_categorie", "product_code", "ingangsdatum", "eenheid",
        ],
        [number, client, "41000001", number, "02", code, "2017-01-01", "04"],
        ["T2", client, "41000001", "B2", "07", "07A01", "2017-01-01", "04"],
      ]
    ),
    (
      "declaraties",
      [
        [
          "referentie_nummer", "declaratie_dagtekening", "aanbieder_agb", "client_id",
          "toewijzing_nummer", "product_code", "product_periode_begindatum",
          "product_periode_einddatum", "geleverd_volume", "eenheid", "product_tarief",
          "ingediend_bedrag",
        ],
        line("R<&>\"1", number, code, month: "01"), line("R2", number, code, month: "02"),
        // The period lies before the allocation: a finding, for the letter.
        line("=R3]]>", "T2", "07A01", month: "12", year: "2016"),
      ]
    ),
  ]

  private static func line(
    _ reference: String,
    _ allocation: String,
    _ code: String,
    month: String,
    year: String = "2017"
  ) -> [String] {
    [
      reference, "2017-03-05", "41000001", client, allocation, code, "\(year)-\(month)-01",
      "\(year)-\(month)-28", "1", "04", "10.00", "10.00",
    ]
  }
}
