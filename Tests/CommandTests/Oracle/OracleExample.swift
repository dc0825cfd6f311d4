/// A small municipality, drawn as text, for tests of the oracle.
///
/// A line of declarations is drawn as allocation, product, provider, first day and euros:
/// `A1 10A 11111111 2017-01-02 42.50`; then the day of its declaration, a volume and a unit where
/// they matter: `2017-12-31 1 04`. Its client is that of the allocation.
struct OracleExample {
  var files: [String: String]
  /// The client of each allocation.
  var clients = [
    "A1": "ann", "A2": "bob", "A3": "ann", "A4": "cor", "A5": "dirk", "A9": "eva",
  ]

  init() {
    files = [
      "toewijzingen.csv": """
      toewijzing_nummer,client_id,aanbieder_agb,beschikking_nummer,ingangsdatum,reden_wijziging
      A1,ann,11111111,B1,2017-01-01,
      A2,bob,22222222,,2017-01-01,
      A3,ann,22222222,B1,2017-01-01,
      A4,cor,33333333,A2,2017-01-01,
      A5,dirk,11111111,,2017-01-01,
      A9,eva,11111111,,2017-01-01,13
      """,
      "producten.csv": """
      product_code,omschrijving,product_categorie,voorzieningsoort,product_groep
      10A,"Hulp, gewoon",01,maatwerk,Hulp
      10B,Hulp zwaar,01,maatwerk,Hulp
      20A,Begeleiding,02,maatwerk,
      30A,Vervoer,08,vrij_inzetbaar,
      """,
      "aanbieders.csv": """
      aanbieder_agb,naam,concern
      11111111,Alfa,
      22222222,Beta,Zorg
      33333333,Gamma,Zorg
      """,
    ]
  }

  /// The report on drawn lines.
  func report(
    _ drawn: String,
    settings: OracleReport.Settings = .init()
  ) throws -> OracleReport {
    try OracleReport(files: files(drawn), settings: settings)
  }

  /// All files, drawn lines among them.
  func files(_ drawn: String) -> [String: String] {
    var text = """
      declaratie_dagtekening,aanbieder_agb,client_id,toewijzing_nummer,product_code,\
      product_periode_begindatum,product_periode_einddatum,geleverd_volume,eenheid,ingediend_bedrag

      """
    for line in drawn.split(separator: "\n") {
      let word = line.split(separator: " ").map(String.init)
      let client = clients[word[0]] ?? ""
      let fields = [
        word.count > 5 ? word[5] : "2017-12-31", word[2], client, word[0], word[1], word[3],
        word[3], word.count > 6 ? word[6] : "1", word.count > 7 ? word[7] : "04", word[4],
      ]
      text += fields.joined(separator: ",") + "\n"
    }
    var files = files
    files["declaraties.csv"] = text
    return files
  }

  /// The report on declarations given as CSV.
  func report(csv: String) throws -> OracleReport {
    var files = files
    files["declaraties.csv"] = csv
    return try OracleReport(files: files)
  }

  /// The rows of a table without its header, joined by line feeds.
  static func rows(_ table: String?) -> String {
    (table ?? "").split(separator: "\n").dropFirst().joined(separator: "\n")
  }

  /// The rows of a table by column.
  static func values(_ table: String?) throws -> [[String: String]] {
    let records = try OracleReport.Parser.records(of: table ?? "").map { record in
      record.fields.map(\.description)
    }
    guard let header = records.first else { return [] }
    return records.dropFirst().map { Dictionary(zip(header, $0)) { first, _ in first } }
  }
}
