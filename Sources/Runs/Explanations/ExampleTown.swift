import Ingest

/// The municipality in which all examples lie: its products, its providers, and the files of a
/// delivery.
enum ExampleTown {
  private static let providers: [(agb: String, name: String, concern: String)] = [
    ("00000001", "Anker", ""), ("00000002", "Anker-Zuid", "Anker"),
    ("00000003", "Baken", ""), ("00000004", "Citer", ""), ("00000005", "Duin", ""),
  ]

  /// The needed files, without a line end at the end.
  static func files(_ declarations: [DrawnDeclaration]) -> [(FileKind, String)] {
    [
      (.products, products), (.providers, providerRows),
      (.allocations, allocations(of: declarations)), (.declarations, rows(of: declarations)),
    ]
  }

  private static let products = """
    product_code,omschrijving,product_categorie,voorzieningsoort,product_groep
    B1,Begeleiding,02,maatwerk,begeleiding
    B2,Begeleiding zwaar,02,maatwerk,begeleiding
    D1,Dagbesteding,07,vrij_inzetbaar,dagbesteding
    H1,Huishouden,01,maatwerk,huishouden
    """

  private static var providerRows: String {
    csv(["aanbieder_agb,naam,concern"] + providers.map { "\($0.agb),\($0.name),\($0.concern)" })
  }

  private static func allocations(of declarations: [DrawnDeclaration]) -> String {
    var known: Set<String> = []
    let rows = declarations.filter { known.insert($0.allocation).inserted }.map {
      "\($0.allocation),\($0.client),\(agb($0)),\($0.product),2016-01-01"
    }
    return csv(["toewijzing_nummer,client_id,aanbieder_agb,product_code,ingangsdatum"] + rows)
  }

  private static func rows(of declarations: [DrawnDeclaration]) -> String {
    let header = """
      declaratie_dagtekening,aanbieder_agb,client_id,toewijzing_nummer,product_code,\
      product_periode_begindatum,product_periode_einddatum,geleverd_volume,eenheid,ingediend_bedrag
      """
    let hours = "04"
    return csv(
      [header]
        + declarations.map { line in
          let (first, declared) = (line.texts[3], line.texts[4])
          return [
            declared, agb(line), line.client, line.allocation, line.product, first, first,
            "\(line.volume)", hours, line.euros,
          ].joined(separator: ",")
        })
  }

  private static func agb(_ line: DrawnDeclaration) -> String {
    providers.first { $0.name == line.provider }?.agb ?? ""
  }

  private static func csv(_ records: [String]) -> String { records.joined(separator: "\n") }
}
