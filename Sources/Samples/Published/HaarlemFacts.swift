/// What Haarlem published about its procurement of 2020: six lots with the number of providers of
/// each, all of them bought as an open house and paid by effort, price times quantity.
///
/// What a lot holds, and every name, is ours.
enum HaarlemFacts {
  struct Lot {
    var name: String
    var providers: Int
    var item: MonthlySupport.Item
  }

  static let year = 2020

  static let lots = [
    lot(1, 48, "02H10", "Begeleiding individueel", .hour, 95, 600),
    lot(2, 8, "04H10", "Kortdurend verblijf", .day, 13_500, 4),
    lot(3, 17, "07H10", "Dagbesteding", .daypart, 3600, 18),
    lot(4, 13, "08H10", "Vervoer naar dagbesteding", .piece, 1150, 12),
    lot(5, 29, "01H10", "Hulp bij het huishouden", .hour, 52, 720),
    lot(6, 53, "02H20", "Begeleiding specialistisch", .hour, 112, 480),
  ]

  /// More than any lot has, and fewer than all lots together: many are in several.
  static let providers = 96

  private static func lot(
    _ number: Int, _ providers: Int, _ code: String, _ description: String, _ unit: BillingUnit,
    _ rate: Int, _ pieces: Int
  ) -> Lot {
    let name = "perceel \(number)"
    let product = Product(
      code: code, description: description, category: String(code.prefix(2)), kind: "maatwerk",
      group: description.lowercased(), unit: unit, lot: name)
    return Lot(
      name: name, providers: providers,
      item: MonthlySupport.Item(product: product, rate: rate, pieces: pieces))
  }
}
