import Testing

@testable import Ingest

/// Which header is which column.
@Suite("Matching headers")
struct HeaderTests {
  private static let needed = [
    "declaratie_dagtekening", "aanbieder_agb", "client_id", "toewijzing_nummer", "product_code",
    "product_periode_begindatum", "product_periode_einddatum", "geleverd_volume", "eenheid",
    "ingediend_bedrag",
  ]

  private func header(_ names: [String], map: [String: String] = [:]) -> Header {
    Header(names, kind: .declarations, columnMap: map)
  }

  @Test("names count without case, blanks, punctuation and diacritics")
  func spelling() {
    let names = [
      "Declaratie-Dagtekening", "AANBIEDER AGB", "Cliënt.ID", "toewijzingnummer", " product code ",
      "product_periode begindatum", "ProductPeriodeEinddatum", "geleverd\u{A0}volume", "Eenheid",
      "ingediend__bedrag",
    ]
    let header = header(names)
    #expect(header.problems == [])
    #expect(Self.needed.map { header.position(of: $0) } == Array(names.indices))
  }

  @Test("aliases, which yield to a name and are then named as ignored")
  func aliases() {
    let english = [
      "declaration_date", "provider_id", "client", "allocation_id", "product", "service_start",
      "service_end", "volume", "unit", "amount",
    ]
    #expect(header(english).problems == [])
    let both = header(Self.needed + ["Factuurdatum", "agb"])
    #expect(both.problems == [])
    #expect(both.ignoredAliases.sorted() == ["Factuurdatum", "agb"])
    #expect(both.unknown == [])
    #expect(both.position(of: "declaratie_dagtekening") == 0)
  }

  @Test("two columns for one name: all of them in one error")
  func doubled() {
    let twice = header(Self.needed + ["Client ID", "eenheid"])
    #expect(
      twice.problems == [
        .doubled("client_id", ["client_id", "Client ID"]),
        .doubled("eenheid", ["eenheid", "eenheid"]),
      ]
    )
    let aliases = header(Self.needed.filter { $0 != "aanbieder_agb" } + ["agb", "provider_id"])
    #expect(aliases.problems.count == 1)
  }

  @Test("a needed column that is missing, with the nearest header")
  func missing() {
    let names = Self.needed.map { $0 == "ingediend_bedrag" ? "ingedient_bedrag" : $0 }
    #expect(
      header(names).problems == [.missing("ingediend_bedrag", nearest: "ingedient_bedrag")]
    )
    #expect(header(["iets"]).problems.count == Self.needed.count)
  }

  @Test("the map takes our column and their header out of the matching")
  func map() {
    let names = Self.needed.map { $0 == "aanbieder_agb" ? "Crediteur" : $0 }
    let mapped = header(names, map: ["aanbieder_agb": "crediteur"])
    #expect(mapped.problems == [])
    #expect(mapped.usedMapEntries == ["aanbieder_agb"])
    // Their header wins over our own name, which is then unknown.
    let both = header(Self.needed + ["Crediteur"], map: ["aanbieder_agb": "Crediteur"])
    #expect(both.position(of: "aanbieder_agb") == Self.needed.count)
    #expect(both.problems == [])
    #expect(both.unknown == ["aanbieder_agb"])
    // Their header may be our name for another column.
    let crossed = header(
      Self.needed.filter { $0 != "client_id" } + ["declaratie_nummer"],
      map: ["client_id": "declaratie_nummer"]
    )
    #expect(crossed.position(of: "client_id") == Self.needed.count - 1)
    #expect(crossed.position(of: "declaratie_nummer") == nil)
    #expect(crossed.problems == [])
    // A part without their header goes by names.
    let without = header(Self.needed, map: ["aanbieder_agb": "Crediteur"])
    #expect(without.position(of: "aanbieder_agb") == 1)
    #expect(without.usedMapEntries == [])
  }

  @Test("a column named bsn is refused")
  func citizenNumber() {
    #expect(header(Self.needed + ["B.S.N."]).problems == [.citizenNumber("B.S.N.")])
  }
}
