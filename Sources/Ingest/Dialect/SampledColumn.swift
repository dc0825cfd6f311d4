/// A column of a sample whose values say something of the dialect.
struct SampledColumn {
  let name: String
  let type: SampledType
  /// Without the blanks around them, in UTF-8, in the order of the rows.
  let values: [[UInt8]]
}

/// What a dialect decides about the values of a column.
enum SampledType {
  /// At most two decimals.
  case money
  /// Money per unit, at most four decimals.
  case rate
  case volume
  /// At most four decimals, and no money.
  case percent
  /// A whole number such as inhabitants.
  case count
  case date

  /// Whether the dialect's money unit decides what a value is worth.
  var isMoney: Bool { self == .money || self == .rate }
}

extension FileKind {
  /// The columns whose values depend on the dialect, by name.
  var dialectColumns: [String: SampledType] {
    switch self {
    case .declarations:
      [
        "declaratie_dagtekening": .date, "product_periode_begindatum": .date,
        "product_periode_einddatum": .date, "geleverd_volume": .volume, "product_tarief": .rate,
        "ingediend_bedrag": .money,
      ]
    case .allocations:
      [
        "toewijzingsdatum": .date, "ingangsdatum": .date, "einddatum": .date,
        "start_datum_levering": .date, "stop_datum_levering": .date, "volume": .volume,
        "budget": .money,
      ]
    case .clients: ["geboortedatum": .date, "overlijdensdatum": .date]
    case .districts:
      [
        "inwoners": .count, "inwoners_0_14": .count, "inwoners_15_24": .count,
        "inwoners_25_44": .count, "inwoners_45_64": .count, "inwoners_65_plus": .count,
        "huishoudens": .count,
      ]
    case .subsidies:
      [
        "verleend_bedrag": .money, "vastgesteld_bedrag": .money, "voorschot_bedrag": .money,
        "kosten_bedrag": .money, "reserve_begin": .money,
      ]
    case .rates: ["tarief": .rate, "geldig_vanaf": .date, "geldig_tot": .date]
    case .budget: ["bedrag_begroot": .money]
    case .contracts: ["geldig_vanaf": .date, "geldig_tot": .date, "plafond": .money]
    case .personalBudgets: ["toegekend": .money, "besteed": .money]
    case .buildingBlocks: ["bedrag": .money, "percentage": .percent]
    case .indices: ["waarde": .percent, "vastgesteld_op": .date]
    case .products, .providers: [:]
    }
  }

  /// Whether amounts of the file may be eurocents: only files that come from the iWmo messages,
  /// and those are the ones with dates.
  var mayHoldEurocents: Bool {
    switch self {
    case .subsidies, .budget, .contracts, .personalBudgets, .buildingBlocks, .indices: false
    default: true
    }
  }
}
