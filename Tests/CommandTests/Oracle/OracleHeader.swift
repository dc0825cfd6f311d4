import Foundation

extension OracleReport {
  /// The header of one CSV file and what of it means a column.
  struct FileHeader {
    /// Our column at each position; nil where it is not one of ours.
    let columns: [String?]
    let schema: Schema
    /// The names of unknown columns as they are compared, by position.
    let unknown: [Int: String]
    /// Whether debet_credit stands under the question `credit`.
    let asksForCredit: Bool

    init(_ fields: [Text], schema: Schema, file: String) throws {
      self.schema = schema
      let keys = fields.map { Self.key($0.description) }
      var columns = [String?](repeating: nil, count: keys.count)
      var ignored: Set<Int> = []
      for column in schema.columns {
        let places = keys.indices.filter { keys[$0] == Self.key(column) }
        if places.count > 1 { throw Unusable(reason: "\(file): two columns \(column)") }
        for place in places { columns[place] = column }
      }
      for column in schema.columns {
        let aliases = (schema.aliases[column] ?? []).map(Self.key)
        let places = keys.indices.filter { columns[$0] == nil && aliases.contains(keys[$0]) }
        if columns.contains(column) {
          ignored.formUnion(places)
        } else {
          if places.count > 1 { throw Unusable(reason: "\(file): two columns \(column)") }
          for place in places { columns[place] = column }
        }
      }
      for column in schema.needed where !columns.contains(column) {
        throw Unusable(reason: "\(file): no column \(column)")
      }
      if keys.contains("bsn") { throw Unusable(reason: "\(file): bsn") }
      let sign = columns.firstIndex(of: "debet_credit")
      asksForCredit = sign.map { keys[$0] == "credit" } ?? false
      if asksForCredit, keys.contains("debet") || keys.contains("debit") {
        throw Unusable(reason: "\(file): debet beside credit")
      }
      self.columns = columns
      var unknown: [Int: String] = [:]
      for place in keys.indices where columns[place] == nil && !ignored.contains(place) {
        unknown[place] = keys[place]
      }
      self.unknown = unknown
    }

    /// A header as it is compared.
    private static func key(_ header: String) -> String {
      let invisible: [Unicode.Scalar] = [
        "\u{AD}", "\u{200B}", "\u{200C}", "\u{200D}", "\u{200E}", "\u{200F}", "\u{2060}",
        "\u{FEFF}",
      ]
      let padding = CharacterSet.whitespaces
      func visible(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        scalars.append(contentsOf: text.unicodeScalars.filter { !invisible.contains($0) })
        return String(scalars).trimmingCharacters(in: padding)
      }
      var text = visible(header)
      // The way in which spreadsheets protect a text.
      if text.hasPrefix("=\""), text.hasSuffix("\""), text.count > 2 {
        text = String(text.dropFirst(2).dropLast())
      }
      let plain = text.lowercased().folding(options: .diacriticInsensitive, locale: nil)
      return plain.filter { !"_-./():".contains($0) && !$0.isWhitespace }
    }
  }
}

extension OracleReport.Schema {
  /// Other names under which columns are recognised, as the contract lists them.
  var aliases: [String: [String]] {
    name == "declaraties" ? Self.declarationAliases : Self.otherAliases
  }

  private static let declarationAliases = [
    "referentie_nummer": ["line_id", "reference"],
    "vorig_referentie_nummer": ["previous_line_id"],
    "declaratie_nummer": ["declaration_number", "factuurnummer"],
    "declaratie_dagtekening": ["declaration_date", "factuurdatum"],
    "aanbieder_agb": ["provider_id", "agb"], "client_id": ["client"],
    "toewijzing_nummer": ["allocation_id", "indication_id"], "product_categorie": ["category"],
    "product_code": ["product"], "product_periode_begindatum": ["service_start"],
    "product_periode_einddatum": ["service_end"], "geleverd_volume": ["volume"],
    "eenheid": ["unit"], "product_tarief": ["rate"], "ingediend_bedrag": ["amount"],
    "debet_credit": [
      "dc", "d/c", "debet/credit", "debit/credit", "af/bij", "boekingsteken", "credit",
    ],
  ]

  private static let otherAliases = [
    "toewijzing_nummer": ["allocation_id"], "client_id": ["client"],
    "aanbieder_agb": ["provider_id"], "beschikking_nummer": ["decision_id"],
    "product_categorie": ["category"], "product_code": ["product"],
    "toewijzingsdatum": ["allocation_date"], "ingangsdatum": ["start_date"],
    "einddatum": ["end_date"], "eenheid": ["unit"], "frequentie": ["frequency"],
    "reden_wijziging": ["change_reason"], "reden_beeindiging": ["end_reason"],
    "geboortejaar": ["birth_year"], "geboortedatum": ["birth_date"],
    "overlijdensdatum": ["death_date"], "geslacht": ["sex"],
    "wijk_code": ["district_code", "gwb_code"], "buurt_code": ["neighbourhood_code"],
    "omschrijving": ["description"], "voorzieningsoort": ["provision_kind"],
    "product_groep": ["product_group"], "naam": ["name"], "concern": ["parent"],
    "wijk_naam": ["district_name", "regio"], "peiljaar": ["reference_year"],
    "inwoners": ["inhabitants", "a_inw"], "inwoners_0_14": ["a_00_14"],
    "inwoners_15_24": ["a_15_24"], "inwoners_25_44": ["a_25_44"], "inwoners_45_64": ["a_45_64"],
    "inwoners_65_plus": ["a_65_oo"], "huishoudens": ["a_hh"], "gebied": ["area"],
    "ontvanger_naam": ["recipient"], "jaar": ["year"], "verleend_bedrag": ["granted"],
    "vastgesteld_bedrag": ["settled"], "tarief": ["rate"], "geldig_vanaf": ["valid_from"],
    "geldig_tot": ["valid_to"], "perceel": ["lot"], "rol": ["role"],
    "contractvorm": ["contract_form"], "bekostiging": ["funding"], "plafond": ["ceiling"],
    "toegekend": ["budget_granted"], "besteed": ["budget_spent"], "postcode": ["postal_code"],
    "leveringsvorm": ["delivery_form"], "stop_datum_levering": ["delivery_stop"],
    "gemeente_code": ["municipality_code"], "bedrag_begroot": ["budgeted"],
    "soort": ["block_kind"], "bedrag": ["amount"], "percentage": ["percent"],
    "reeks": ["series"], "waarde": ["value"], "vastgesteld_op": ["fixed_on"],
    "bron": ["source"], "voorschot_bedrag": ["advance"], "kosten_bedrag": ["costs"],
    "reserve_begin": ["opening_reserve"], "regel": ["line"],
  ]
}
