import Ingest

/// The fixed part of every random municipality: products, areas and names of providers.
enum RandomCatalogue {
  /// One product and how it is used.
  struct Item {
    var product: Product
    /// Eurocents per piece, around which the contract rates lie.
    var rate: Int
    /// A line's volume is one to this many steps of the unit.
    var steps: Int

    /// The largest volume of one line, in pieces.
    var largest: Int { steps * product.unit.step }
  }

  /// Forty products in the three kinds: twenty themes, each as basis and as specialistisch.
  static let items: [Item] = themes.enumerated().flatMap { index, theme in
    ["basis", "specialistisch"].enumerated().map { level, name in
      let digits = String(index * 2 + level + 10)
      return Item(
        product: Product(
          code: "\(theme.category)A\(digits)", description: "\(theme.name) \(name)",
          category: theme.category, kind: theme.kind, group: theme.group, unit: theme.unit),
        rate: theme.rate * (level == 0 ? 100 : 125) / 100,
        steps: theme.steps)
    }
  }

  private struct Theme {
    var name: String
    var group: String
    var category: String
    var kind: String
    var unit: BillingUnit
    var rate: Int
    var steps: Int

    init(
      _ name: String, _ category: String, _ kind: String, _ unit: BillingUnit, _ rate: Int,
      _ steps: Int, group: String? = nil
    ) {
      self.name = name
      self.group = group ?? name.lowercased()
      self.category = category
      self.kind = kind
      self.unit = unit
      self.rate = rate
      self.steps = steps
    }
  }

  private static let themes = [
    Theme("Begeleiding individueel", "02", "maatwerk", .hour, 92, 40),
    Theme("Dagbesteding", "07", "maatwerk", .daypart, 3240, 20),
    Theme("Hulp bij het huishouden", "01", "maatwerk", .hour, 48, 48),
    Theme("Arbeidsmatige dagbesteding", "07", "maatwerk", .daypart, 3410, 18),
    Theme("Persoonlijke verzorging", "03", "maatwerk", .minute, 81, 60),
    Theme("Kortdurend verblijf", "04", "maatwerk", .day, 14_250, 8),
    Theme("Vervoer dagbesteding", "08", "maatwerk", .piece, 985, 30),
    Theme("Beschermd wonen", "15", "maatwerk", .day, 12_180, 31),
    Theme("Opvang", "16", "maatwerk", .day, 9860, 31),
    Theme("Thuisondersteuning", "02", "maatwerk", .hour, 77, 32, group: "ondersteuning thuis"),
    Theme("Maatwerkarrangement", "10", "maatwerk", .piece, 8750, 4),
    Theme("Kortdurende ambulante begeleiding", "02", "vrij_inzetbaar", .minute, 84, 70),
    Theme("Recreatieve dagbesteding", "07", "vrij_inzetbaar", .daypart, 2950, 18),
    Theme("Waakvlamcontact", "02", "vrij_inzetbaar", .hour, 80, 8),
    Theme("Zorgcoördinatie", "02", "vrij_inzetbaar", .hour, 95, 6),
    Theme("Mantelzorgondersteuning", "06", "vrij_inzetbaar", .hour, 70, 12),
    Theme("Ondersteuning mantelzorg thuis", "06", "vrij_inzetbaar", .hour, 66, 16),
    Theme("Inloop", "09", "algemeen", .daypart, 1450, 12),
    Theme("Maaltijdvoorziening", "06", "algemeen", .piece, 745, 31),
    Theme("Ontmoeting in de buurt", "09", "algemeen", .daypart, 1120, 10, group: "ontmoeting"),
  ]

  /// Indices of products in dayparts of category 07: planted lines use these.
  static let daycare = items.indices.filter { items[$0].product.category == "07" }

  static func providers(_ count: Int) -> [Provider] {
    (0..<count).map { index in
      // Every seventh provider belongs to a parent that has two or three codes.
      let concern = index % 7 == 3 ? "Zorggroep \(index / 21 + 1)" : nil
      return Provider(
        agb: "7588" + padded(index + 1, 4), name: "Zorgaanbieder \(padded(index + 1, 3))",
        concern: concern)
    }
  }

  /// Twelve districts in ten areas.
  static let districts = (0..<12).map { index in
    District(
      code: "0999" + padded(index + 1, 2), name: "Wijk \(padded(index + 1, 2))",
      area: index < 3 ? "Binnenstad" : "Wijk \(padded(index + 1, 2))",
      inhabitants: 6200 + index * 7919 % 17 * 850,
      ages: [190 - index * 6, 120, 250, 280, 160 + index * 6])
  }

  static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
