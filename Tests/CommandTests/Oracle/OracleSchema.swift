extension OracleReport {
  /// The columns of one file of the contract, in its order.
  struct Schema {
    let name: String
    let needed: [String]
    let columns: [String]
    /// Those that something uses.
    let used: [String]

    /// Only the empty text is missing here.
    static let freeTextColumns = ["naam", "omschrijving", "wijk_naam", "ontvanger_naam"]

    static let identifierColumns = [
      "referentie_nummer", "vorig_referentie_nummer", "declaratie_nummer", "client_id",
      "toewijzing_nummer", "aanbieder_agb", "beschikking_nummer", "product_code", "wijk_code",
      "buurt_code",
    ]

    /// A column ending in `?` may be absent; nothing minds what one ending in `??` holds.
    private init(_ name: String, _ columns: String) {
      let words = columns.split(separator: " ").map(String.init)
      func bare(_ word: String) -> String { String(word.prefix { $0 != "?" }) }
      self.name = name
      needed = words.filter { !$0.hasSuffix("?") }
      used = words.filter { !$0.hasSuffix("??") }.map(bare)
      self.columns = words.map(bare)
    }

    static let declarations = Schema(
      "declaraties",
      """
      referentie_nummer? vorig_referentie_nummer? declaratie_nummer? declaratie_dagtekening \
      aanbieder_agb client_id toewijzing_nummer product_categorie? product_code \
      product_periode_begindatum product_periode_einddatum geleverd_volume eenheid \
      product_tarief? ingediend_bedrag debet_credit?
      """
    )

    static let all = [
      declarations,
      Schema(
        "toewijzingen",
        """
        toewijzing_nummer client_id aanbieder_agb beschikking_nummer? product_categorie? \
        product_code? toewijzingsdatum? ingangsdatum einddatum? volume? eenheid? frequentie? \
        budget? reden_wijziging? leveringsvorm?? start_datum_levering?? stop_datum_levering?? \
        reden_beeindiging??
        """
      ),
      Schema(
        "producten",
        """
        product_code omschrijving product_categorie voorzieningsoort product_groep? eenheid?? \
        uitvoeringsvariant?? perceel?
        """
      ),
      Schema("aanbieders", "aanbieder_agb naam concern? type_aanbieder??"),
      Schema(
        "clienten",
        """
        client_id geboortejaar? geboortedatum? geslacht?? wijk_code? buurt_code? \
        overlijdensdatum? gemeente_code?? postcode??
        """
      ),
      // peiljaar may come from the configuration; recs is a column of CBS.
      Schema(
        "gebieden",
        """
        wijk_code peiljaar? wijk_naam inwoners? inwoners_0_14?? inwoners_15_24?? \
        inwoners_25_44?? inwoners_45_64?? inwoners_65_plus?? huishoudens?? gebied? recs?
        """
      ),
      Schema(
        "subsidies",
        """
        ontvanger_naam jaar verleend_bedrag vastgesteld_bedrag? activiteit?? aanbieder_agb?? \
        wijk_code?? voorschot_bedrag? kosten_bedrag? reserve_begin?
        """
      ),
      Schema(
        "tarieven",
        "product_code aanbieder_agb? tarief eenheid? geldig_vanaf geldig_tot?"
      ),
      Schema(
        "contracten",
        """
        perceel aanbieder_agb? naam? rol? contractvorm? bekostiging? geldig_vanaf geldig_tot? \
        plafond?
        """
      ),
      Schema("pgb", "client_id jaar product_categorie? product_groep? toegekend besteed?"),
      Schema(
        "begroting",
        """
        jaar voorzieningsoort? product_groep? bedrag_begroot bedrag_schaal? soort? regel? gebied? \
        concern? perceel? omschrijving?
        """
      ),
      Schema(
        "bouwstenen",
        "budget jaar volgorde soort omschrijving bedrag? percentage? over?"
      ),
      Schema("indexcijfers", "reeks jaar status waarde vastgesteld_op bron??"),
    ]

    /// Whether a file name is this file's, or that of one of its parts (`declaraties-1.csv`,
    /// `declaraties_1.csv`).
    func owns(file: String) -> Bool {
      let lowercased = file.lowercased()
      guard lowercased.hasSuffix(".csv") else { return false }
      let stem = lowercased.dropLast(4)
      return stem == name || stem.hasPrefix(name + "-") || stem.hasPrefix(name + "_")
    }
  }

  /// The code lists that the checks need.
  enum Codes {
    static let units: [(code: Text, label: Text)] = [
      ("01", "minuut"), ("04", "uur"), ("14", "etmaal"), ("16", "dagdeel (4 uur)"),
      ("82", "stuks (output)"), ("83", "euro's"), ("84", "stuks (inspanning)"),
    ]
    static let categories: [(code: Text, label: Text)] = [
      ("01", "hulp bij het huishouden"), ("02", "begeleiding"), ("03", "persoonlijke verzorging"),
      ("04", "kortdurend verblijf"), ("05", "woondiensten"),
      ("06", "overige ondersteuning gericht op het individu of huishouden/gezin"),
      ("07", "dagbesteding"), ("08", "vervoerdiensten"),
      ("09", "overige groepsgerichte ondersteuning"), ("10", "overige maatwerk arrangementen"),
      ("11", "rolstoelen"), ("12", "vervoervoorzieningen"), ("13", "woonvoorzieningen"),
      ("14", "overige hulpmiddelen"), ("15", "beschermd wonen"), ("16", "opvang"),
      ("17", "spoedopvang"), ("18", "overige beschermd wonen en opvang"),
    ]

    /// A label as the list writes it.
    static func categoryName(_ code: Text) -> Text {
      guard let label = categories.first(where: { $0.code == code })?.label,
        let first = label.bytes.first
      else { return "" }
      // All begin with a capital, and have none behind it.
      return Text([first - 0x20] + label.bytes.dropFirst())
    }

    static let endReasons: [(code: Text, label: Text)] = [
      ("02", "Overlijden"), ("19", "Levering volgens plan beeindigd"),
      ("20", "Levering is tijdelijk beeindigd"),
      ("21", "Levering is eenzijdig door client beeindigd"),
      ("22", "Levering is eenzijdig door aanbieder beeindigd"),
      ("23", "Levering is in overeenstemming voortijdig beeindigd"),
      ("31", "Verhuizing naar een andere gemeente"), ("36", "Geinitieerd door de gemeente"),
      ("37", "In verband met wijzigingsverzoek"), ("38", "Overstap naar andere aanbieder"),
      ("39", "Uitstroom naar ander domein"),
    ]

    /// What a field of a code list of two digits says.
    enum Reading: Equatable {
      case code(Text), unknown, malformed
    }

    /// A label counts as its code, case ignored; a code has two characters.
    static func read(_ value: Text, in list: [(code: Text, label: Text)]) -> Reading {
      if let entry = list.first(where: { $0.label == value.lowercased }) {
        return .code(entry.code)
      }
      guard value.scalarCount == 2 else { return .malformed }
      return list.contains { $0.code == value } ? .code(value) : .unknown
    }
  }
}
