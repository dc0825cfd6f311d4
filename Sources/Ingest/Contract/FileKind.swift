/// One of the input files of the contract; the raw value is its name without `.csv`.
public enum FileKind: String, CaseIterable, Sendable, Hashable {
  case declarations = "declaraties"
  case allocations = "toewijzingen"
  case products = "producten"
  case providers = "aanbieders"
  case clients = "clienten"
  case districts = "gebieden"
  case subsidies = "subsidies"
  case rates = "tarieven"
  case budget = "begroting"
  case contracts = "contracten"
  case personalBudgets = "pgb"
  case buildingBlocks = "bouwstenen"
  case indices = "indexcijfers"

  /// The Dutch name, without `.csv`.
  public var name: String { rawValue }

  /// The English names under which the file is recognised, in the order of the contract.
  public var aliases: [String] {
    switch self {
    case .declarations: ["declarations", "invoices"]
    case .allocations: ["indications", "allocations"]
    case .products: ["products"]
    case .providers: ["providers"]
    case .clients: ["clients"]
    case .districts: ["districts"]
    case .subsidies: []
    case .rates: ["rates"]
    case .budget: ["budget"]
    case .contracts: ["contracts"]
    case .personalBudgets: ["personal_budgets"]
    case .buildingBlocks: ["building_blocks"]
    case .indices: ["indices"]
    }
  }

  /// The name and its aliases.
  public var acceptedNames: [String] { [name] + aliases }

  /// Whether no run is possible without the file.
  public var isNeeded: Bool {
    switch self {
    case .declarations, .allocations, .products, .providers: true
    case .clients, .districts, .subsidies, .rates, .budget, .contracts, .personalBudgets,
      .buildingBlocks, .indices:
      false
    }
  }

  /// Whether an entry of the folder that only looks like a delivery of the file is named and left,
  /// where it would stop the run for another file: what has long lain in a folder under such a name
  /// never stops it.
  var leavesLookalikes: Bool {
    switch self {
    case .contracts, .personalBudgets, .buildingBlocks, .indices: true
    default: false
    }
  }

  /// Columns of free text: there `onbekend` or `-` is a name like any other.
  static let freeTexts: Set<String> = ["naam", "omschrijving", "wijk_naam", "ontvanger_naam"]
}

/// What the contract says of one column of an input file.
public struct ColumnDefinition: Sendable, Hashable {
  /// Our name, the element name of the iWmo standard in lower snake_case.
  public let name: String
  public let need: ColumnNeed
  /// Other names under which the column is recognised, in the order of the contract.
  public let aliases: [String]

  public init(name: String, need: ColumnNeed, aliases: [String] = []) {
    self.name = name
    self.need = need
    self.aliases = aliases
  }

  /// Whether a file without the column is unusable.
  public var isNeeded: Bool { need == .needed }
}

/// How much a file needs a column.
public enum ColumnNeed: Sendable, Hashable {
  /// A file without it is unusable.
  case needed
  /// Checks are skipped without it.
  case recommended
  case optional
}

/// The aliases of one family of files by column: declaraties has its own, the others share theirs.
struct ColumnAliases {
  let byColumn: [String: [String]]

  func needed(_ name: String, _ more: String...) -> ColumnDefinition {
    definition(name, .needed, more)
  }

  func recommended(_ name: String, _ more: String...) -> ColumnDefinition {
    definition(name, .recommended, more)
  }

  func optional(_ name: String, _ more: String...) -> ColumnDefinition {
    definition(name, .optional, more)
  }

  private func definition(
    _ name: String, _ need: ColumnNeed, _ more: [String]
  ) -> ColumnDefinition {
    ColumnDefinition(name: name, need: need, aliases: (byColumn[name] ?? []) + more)
  }
}

extension ColumnAliases {
  /// Declaraties names its aliases with each column.
  static let own = ColumnAliases(byColumn: [:])

  /// The English aliases that hold in every file but declaraties that has the column.
  static let shared = ColumnAliases(byColumn: [
    "toewijzing_nummer": ["allocation_id"],
    "client_id": ["client"],
    "aanbieder_agb": ["provider_id"],
    "beschikking_nummer": ["decision_id"],
    "product_categorie": ["category"],
    "product_code": ["product"],
    "toewijzingsdatum": ["allocation_date"],
    "ingangsdatum": ["start_date"],
    "einddatum": ["end_date"],
    "eenheid": ["unit"],
    "frequentie": ["frequency"],
    "reden_wijziging": ["change_reason"],
    "reden_beeindiging": ["end_reason"],
    "geboortejaar": ["birth_year"],
    "geboortedatum": ["birth_date"],
    "overlijdensdatum": ["death_date"],
    "geslacht": ["sex"],
    "wijk_code": ["district_code"],
    "buurt_code": ["neighbourhood_code"],
    "omschrijving": ["description"],
    "voorzieningsoort": ["provision_kind"],
    "product_groep": ["product_group"],
    "naam": ["name"],
    "concern": ["parent"],
    "wijk_naam": ["district_name"],
    "peiljaar": ["reference_year"],
    "inwoners": ["inhabitants"],
    "gebied": ["area"],
    "ontvanger_naam": ["recipient"],
    "jaar": ["year"],
    "verleend_bedrag": ["granted"],
    "vastgesteld_bedrag": ["settled"],
    "tarief": ["rate"],
    "geldig_vanaf": ["valid_from"],
    "geldig_tot": ["valid_to"],
    "bedrag_begroot": ["budgeted"],
    "perceel": ["lot"],
    "rol": ["role"],
    "contractvorm": ["contract_form"],
    "bekostiging": ["funding"],
    "plafond": ["ceiling"],
    "soort": ["block_kind"],
    "regel": ["line"],
    "bedrag": ["amount"],
    "percentage": ["percent"],
    "reeks": ["series"],
    "waarde": ["value"],
    "vastgesteld_op": ["fixed_on"],
    "bron": ["source"],
    "voorschot_bedrag": ["advance"],
    "kosten_bedrag": ["costs"],
    "reserve_begin": ["opening_reserve"],
    "toegekend": ["budget_granted"],
    "besteed": ["budget_spent"],
    "postcode": ["postal_code"],
    "leveringsvorm": ["delivery_form"],
    "stop_datum_levering": ["delivery_stop"],
    "gemeente_code": ["municipality_code"],
  ])
}
