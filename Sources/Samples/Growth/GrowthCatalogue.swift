import Ingest

/// What the growing municipality buys, and how late each product group is declared.
enum GrowthCatalogue {
  struct Item {
    var product: Product
    /// Eurocents per piece in 2015.
    var rate: Int
    /// Pieces per client and month in 2015, about.
    var pieces: Int
    /// Of all clients at once in January 2015, the part that has the group.
    var share: Double
    /// The chance that a client's support ends in a month.
    var leaving: Double
    var weight = Weight.only
  }

  /// What a product is in its group, between whose products the mix shifts.
  enum Weight {
    case only
    case basic
    case specialist
    /// Declared until the comparison period ends, and from the window on, as the only ones.
    case ended
    case begun
  }

  /// Of a group with two products the specialist one has this share in January 2015.
  static let specialistShare = 0.3

  static let items = [
    item("02B11", "Begeleiding individueel basis", "individuele begeleiding", .hour, 92, 420)
      .with(share: 0.34, leaving: 0.06, .basic),
    item(
      "02B12", "Begeleiding individueel specialistisch", "individuele begeleiding", .hour, 118, 510
    )
    .with(share: 0.34, leaving: 0.06, .specialist),
    item("07B11", "Dagbesteding basis", "dagbesteding", .daypart, 3240, 14)
      .with(share: 0.2, leaving: 0.05, .basic),
    item("07B12", "Dagbesteding specialistisch", "dagbesteding", .daypart, 4415, 16)
      .with(share: 0.2, leaving: 0.05, .specialist),
    item("01B11", "Hulp bij het huishouden", "huishoudelijke hulp", .hour, 55, 600)
      .with(share: 0.31, leaving: 0.03, .only),
    item("02B21", "Kortdurende begeleiding", "kortdurende begeleiding", .minute, 84, 310)
      .with(share: 0.1, leaving: 0.2, .only),
    item("08B11", "Vervoer naar dagbesteding", "vervoer", .piece, 985, 18)
      .with(share: 0.05, leaving: 0.06, .ended),
    item("09B11", "Inloop", "inloop", .daypart, 1450, 8)
      .with(share: 0.05, leaving: 0.1, .begun),
  ]

  /// Of a service month's lines, how many in a hundred are declared after 0 … 9 months.
  ///
  /// Begeleiding and hulp come as a municipality is used to, dagbesteding much later.
  static func delays(_ group: String) -> [Double] {
    switch group {
    case "dagbesteding", "vervoer": [7, 30, 25, 14, 9, 6, 4, 2.5, 1.7, 0.8]
    case "huishoudelijke hulp": [38, 39, 13, 4, 2, 1.4, 1, 0.8, 0.5, 0.3]
    case "individuele begeleiding": [30, 44, 12, 5, 3, 2.2, 1.6, 1.1, 0.7, 0.4]
    default: [24, 38, 17, 8, 5, 3.2, 2, 1.4, 0.9, 0.5]
    }
  }

  /// The longest time from service to declaration, in months.
  static let longestDelay = 9

  static let districts = (0..<8).map { index in
    District(
      code: "0998" + RandomCatalogue.padded(index + 1, 2),
      name: "Groeiwijk \(index + 1)", area: "Groeiwijk \(index + 1)",
      inhabitants: 4800 + index * 7919 % 13 * 900,
      ages: [200 - index * 9, 120, 260, 270, 150 + index * 9])
  }

  static let providers = (0..<15).map { index in
    Provider(
      agb: "7587" + RandomCatalogue.padded(index + 1, 4),
      name: "Groeizorg \(RandomCatalogue.padded(index + 1, 2))",
      concern: index % 7 == 3 ? "Groeizorg Holding" : nil)
  }

  /// The providers of a group, the largest first.
  static func providers(of group: String) -> [Int] {
    let groups = items.map(\.product.group)
    let start = groups.firstIndex(of: group) ?? 0
    return (0..<5).map { (start * 2 + $0 * 3) % providers.count }
  }

  private static func item(
    _ code: String, _ description: String, _ group: String, _ unit: BillingUnit, _ rate: Int,
    _ pieces: Int
  ) -> Item {
    let kind = ["02B21": "vrij_inzetbaar", "09B11": "algemeen"][code] ?? "maatwerk"
    return Item(
      product: Product(
        code: code, description: description, category: String(code.prefix(2)), kind: kind,
        group: group, unit: unit),
      rate: rate, pieces: pieces, share: 0, leaving: 0)
  }
}

extension GrowthCatalogue.Item {
  fileprivate func with(
    share: Double, leaving: Double, _ weight: GrowthCatalogue.Weight
  ) -> Self {
    var item = self
    item.share = share
    item.leaving = leaving
    item.weight = weight
    return item
  }
}
