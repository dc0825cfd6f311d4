/// What six municipalities around Maastricht published in 2014 about the people for whom support
/// would become theirs in 2015.
///
/// Published: names, new clients per function, and the share of them that the Wmo knew already, in
/// whole per cent; of all, 77 % in kind and 23 % with a personal budget. Codes are those of CBS for
/// 2014. Inhabitants and districts are ours.
enum HeuvellandFacts {
  struct Place {
    var code: String
    var name: String
    /// New clients with begeleiding, with kortdurend verblijf and with vervoer.
    var guidance: Int
    var shortStay: Int
    var transport: Int
    /// Per cent of the new clients.
    var known: Int
    /// Made-up inhabitants of its made-up districts.
    var districts: [Int]
  }

  static let places = [
    Place(
      code: "1903", name: "Eijsden-Margraten", guidance: 459, shortStay: 10, transport: 105,
      known: 48, districts: [11_500, 8200, 5300]),
    Place(
      code: "1729", name: "Gulpen-Wittem", guidance: 299, shortStay: 5, transport: 80, known: 46,
      districts: [8100, 6300]),
    Place(
      code: "0935", name: "Maastricht", guidance: 3249, shortStay: 30, transport: 680, known: 49,
      districts: [17_500, 24_300, 13_900, 19_800, 16_200, 18_100, 12_700]),
    Place(
      code: "0938", name: "Meerssen", guidance: 416, shortStay: 0, transport: 95, known: 59,
      districts: [10_400, 8800]),
    Place(
      code: "0981", name: "Vaals", guidance: 171, shortStay: 0, transport: 50, known: 43,
      districts: [6900, 2800]),
    Place(
      code: "0994", name: "Valkenburg aan de Geul", guidance: 414, shortStay: 0, transport: 90,
      known: 46, districts: [9700, 6900]),
  ]

  /// Per cent of all clients.
  static let personalBudget = 23

  /// The functions, and the help that makes a client known to the Wmo.
  enum Function: String {
    case guidance = "begeleiding"
    case shortStay = "kortdurend verblijf"
    case transport = "vervoer"
    case household = "hulp bij het huishouden"
  }

  /// Products, rates and volumes are ours.
  static let items = [
    item("02M10", "Begeleiding individueel", .guidance, .hour, 85, 600),
    item("07M10", "Begeleiding groep", .guidance, .daypart, 3300, 18),
    item("04M10", "Kortdurend verblijf", .shortStay, .day, 11_500, 4),
    item("08M10", "Vervoer naar begeleiding groep", .transport, .piece, 1050, 12),
    item("01M10", "Hulp bij het huishouden", .household, .hour, 40, 720),
  ]

  /// The products of a function.
  static func items(of function: Function) -> [Int] {
    items.indices.filter { items[$0].product.group == function.rawValue }
  }

  private static func item(
    _ code: String, _ description: String, _ function: Function, _ unit: BillingUnit, _ rate: Int,
    _ pieces: Int
  ) -> MonthlySupport.Item {
    MonthlySupport.Item(
      product: Product(
        code: code, description: description, category: String(code.prefix(2)), kind: "maatwerk",
        group: function.rawValue, unit: unit),
      rate: rate, pieces: pieces)
  }
}
