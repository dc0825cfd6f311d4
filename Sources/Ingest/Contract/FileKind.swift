/// One of the nine input files of the contract; the raw value is its name without `.csv`.
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
    }
  }

  /// The name and its aliases.
  public var acceptedNames: [String] { [name] + aliases }

  /// Whether no run is possible without the file.
  public var isNeeded: Bool {
    switch self {
    case .declarations, .allocations, .products, .providers: true
    case .clients, .districts, .subsidies, .rates, .budget: false
    }
  }

  /// Columns of free text: there `onbekend` or `-` is a name like any other.
  static let freeTexts: Set<String> = ["naam", "omschrijving", "wijk_naam", "ontvanger_naam"]
}
