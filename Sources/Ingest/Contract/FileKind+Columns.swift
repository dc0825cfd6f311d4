extension FileKind {
  /// The columns of the file in the order of the contract, which is also the order in which lines
  /// are compared and rejects look for their first column.
  public var columns: [ColumnDefinition] {
    switch self {
    case .declarations: Self.declarationColumns
    case .allocations: Self.allocationColumns
    case .products: Self.productColumns
    case .providers: Self.providerColumns
    case .clients: Self.clientColumns
    case .districts: Self.districtColumns
    case .subsidies: Self.subsidyColumns
    case .rates: Self.rateColumns
    case .budget: Self.budgetColumns
    case .contracts: Self.contractColumns
    case .personalBudgets: Self.personalBudgetColumns
    case .buildingBlocks: Self.buildingBlockColumns
    case .indices: Self.indexColumns
    }
  }

  private static let own = ColumnAliases.own
  private static let shared = ColumnAliases.shared

  private static let declarationColumns = [
    own.recommended("referentie_nummer", "line_id", "reference"),
    own.optional("vorig_referentie_nummer", "previous_line_id"),
    own.optional("declaratie_nummer", "declaration_number", "factuurnummer"),
    own.needed("declaratie_dagtekening", "declaration_date", "factuurdatum"),
    own.needed("aanbieder_agb", "provider_id", "agb"),
    own.needed("client_id", "client"),
    own.needed("toewijzing_nummer", "allocation_id", "indication_id"),
    own.optional("product_categorie", "category"),
    own.needed("product_code", "product"),
    own.needed("product_periode_begindatum", "service_start"),
    own.needed("product_periode_einddatum", "service_end"),
    own.needed("geleverd_volume", "volume"),
    own.needed("eenheid", "unit"),
    own.optional("product_tarief", "rate"),
    own.needed("ingediend_bedrag", "amount"),
    own.optional(
      "debet_credit", "dc", "d/c", "debet/credit", "debit/credit", "af/bij", "boekingsteken",
      "credit"),
  ]

  private static let allocationColumns = [
    shared.needed("toewijzing_nummer"),
    shared.needed("client_id"),
    shared.needed("aanbieder_agb"),
    shared.optional("beschikking_nummer"),
    shared.optional("product_categorie"),
    shared.optional("product_code"),
    shared.optional("toewijzingsdatum"),
    shared.needed("ingangsdatum"),
    shared.optional("einddatum"),
    shared.optional("volume"),
    shared.optional("eenheid"),
    shared.optional("frequentie"),
    shared.optional("budget"),
    shared.optional("reden_wijziging"),
    shared.optional("leveringsvorm"),
    shared.optional("start_datum_levering"),
    shared.optional("stop_datum_levering"),
    shared.optional("reden_beeindiging"),
  ]

  private static let productColumns = [
    shared.needed("product_code"),
    shared.needed("omschrijving"),
    shared.needed("product_categorie"),
    shared.needed("voorzieningsoort"),
    shared.optional("product_groep"),
    shared.optional("eenheid"),
    shared.optional("uitvoeringsvariant"),
    shared.optional("perceel"),
  ]

  private static let providerColumns = [
    shared.needed("aanbieder_agb"),
    shared.needed("naam"),
    shared.optional("concern"),
    shared.optional("type_aanbieder"),
  ]

  private static let clientColumns = [
    shared.needed("client_id"),
    shared.optional("geboortejaar"),
    shared.optional("geboortedatum"),
    shared.optional("geslacht"),
    shared.optional("wijk_code"),
    shared.optional("buurt_code"),
    shared.optional("overlijdensdatum"),
    shared.optional("gemeente_code"),
    shared.optional("postcode"),
  ]

  /// `peiljaar` is needed unless `[invoer] peiljaar` gives it, which only the file's reader knows;
  /// `recs` is CBS's kind of area and only says which rows are skipped.
  private static let districtColumns = [
    shared.needed("wijk_code", "gwb_code"),
    shared.needed("peiljaar"),
    shared.needed("wijk_naam", "regio"),
    shared.optional("inwoners", "a_inw"),
    shared.optional("inwoners_0_14", "a_00_14"),
    shared.optional("inwoners_15_24", "a_15_24"),
    shared.optional("inwoners_25_44", "a_25_44"),
    shared.optional("inwoners_45_64", "a_45_64"),
    shared.optional("inwoners_65_plus", "a_65_oo"),
    shared.optional("huishoudens", "a_hh"),
    shared.optional("gebied"),
    shared.optional("recs"),
  ]

  private static let subsidyColumns = [
    shared.needed("ontvanger_naam"),
    shared.needed("jaar"),
    shared.needed("verleend_bedrag"),
    shared.optional("vastgesteld_bedrag"),
    shared.optional("activiteit"),
    shared.optional("aanbieder_agb"),
    shared.optional("wijk_code"),
    shared.optional("voorschot_bedrag"),
    shared.optional("kosten_bedrag"),
    shared.optional("reserve_begin"),
  ]

  private static let rateColumns = [
    shared.needed("product_code"),
    shared.optional("aanbieder_agb"),
    shared.needed("tarief"),
    shared.optional("eenheid"),
    shared.needed("geldig_vanaf"),
    shared.optional("geldig_tot"),
  ]

  private static let budgetColumns = [
    shared.needed("jaar"),
    shared.optional("voorzieningsoort"),
    shared.optional("product_groep"),
    shared.needed("bedrag_begroot"),
    shared.optional("bedrag_schaal"),
    shared.optional("soort"),
    shared.optional("regel"),
    shared.optional("gebied"),
    shared.optional("concern"),
    shared.optional("perceel"),
    shared.optional("omschrijving"),
  ]

  private static let contractColumns = [
    shared.needed("perceel"),
    shared.optional("aanbieder_agb"),
    shared.optional("naam"),
    shared.optional("rol"),
    shared.optional("contractvorm"),
    shared.optional("bekostiging"),
    shared.needed("geldig_vanaf"),
    shared.optional("geldig_tot"),
    shared.optional("plafond"),
  ]

  private static let personalBudgetColumns = [
    shared.needed("client_id"),
    shared.needed("jaar"),
    shared.optional("product_categorie"),
    shared.optional("product_groep"),
    shared.needed("toegekend"),
    shared.optional("besteed"),
  ]

  private static let buildingBlockColumns = [
    shared.needed("budget"),
    shared.needed("jaar"),
    shared.needed("volgorde"),
    shared.needed("soort"),
    shared.needed("omschrijving"),
    shared.optional("bedrag"),
    shared.optional("percentage"),
    shared.optional("over"),
  ]

  private static let indexColumns = [
    shared.needed("reeks"),
    shared.needed("jaar"),
    shared.needed("status"),
    shared.needed("waarde"),
    shared.needed("vastgesteld_op"),
    shared.optional("bron"),
  ]
}
