/// What the municipality of Zoetermeer published about 1 January to 15 October 2017.
///
/// Source: "Visie op gebiedsgerichte ondersteuning", annex 1. The published amounts are in whole
/// euros; the cents here are ours, chosen so that rows and totals round as printed although the
/// printed rows of table 1 add up to one euro less than its printed total.
enum ZoetermeerFacts {
  struct Market {
    var code: String
    var description: String
    var category: String
    var kind: String
    var group: Group
    var unit: BillingUnit
    /// Eurocents per piece in 2017, around which providers' rates lie.
    var rate: Int
    var indications: Int
    var cents: Int
    var providers: [Share]
  }

  enum Group: String, CaseIterable {
    case individual = "individuele begeleiding"
    case shortTerm = "kortdurende ambulante begeleiding"
    case recreation = "recreatieve dagbesteding"
    case work = "arbeidsmatige dagbesteding"
    case watch = "waakvlamcontact"
    case coordination = "zorgcoördinatie"
  }

  /// A provider's part of a market: of the placements, and of the amount where that is published.
  struct Share {
    var name: String
    var placements: Double
    var amount: Double?
  }

  static let markets = [
    Market(
      code: "02A21",
      description: "Kortdurende ambulante begeleiding",
      category: "02",
      kind: "vrij_inzetbaar",
      group: .shortTerm,
      unit: .minute,
      rate: 84,
      indications: 312,
      cents: 301_390_21,
      providers: [
        Share(name: "Impegno", placements: 0.29, amount: 0.285),
        Share(name: "Jan Arends BV", placements: 0.20, amount: 0.205),
        Share(name: "Benita Home", placements: 0.15, amount: 0.145),
      ] + invented(1...17, sharing: 0.36)),
    Market(
      code: "07A11",
      description: "Recreatieve dagbesteding basis",
      category: "07",
      kind: "vrij_inzetbaar",
      group: .recreation,
      unit: .daypart,
      rate: 2435,
      indications: 169,
      cents: 263_486_13,
      providers: [Share(name: "Vierstroom", placements: 0.35, amount: nil)]
        + invented(20...26, sharing: 0.65)),
    Market(
      code: "07A12",
      description: "Recreatieve dagbesteding specialistisch",
      category: "07",
      kind: "vrij_inzetbaar",
      group: .recreation,
      unit: .daypart,
      rate: 3310,
      indications: 272,
      cents: 1_139_331_14,
      providers: [Share(name: "Vierstroom", placements: 0.49, amount: 0.5004)]
        + invented(20...27, sharing: 0.51)),
    Market(
      code: "02A31",
      description: "Waakvlamcontact",
      category: "02",
      kind: "vrij_inzetbaar",
      group: .watch,
      unit: .hour,
      rate: 80,
      indications: 59,
      cents: 18_446_07,
      providers: [Share(name: "Limor Haaglanden", placements: 0.3, amount: nil)]
        + invented(1...5, sharing: 0.7)),
    Market(
      code: "02A41", description: "Zorgcoördinatie", category: "02", kind: "vrij_inzetbaar",
      group: .coordination, unit: .hour, rate: 125, indications: 2, cents: 300_00,
      providers: invented(1...2, sharing: 1)),
    Market(
      code: "07A21", description: "Arbeidsmatige dagbesteding basis", category: "07",
      kind: "maatwerk", group: .work, unit: .daypart, rate: 3140, indications: 84,
      cents: 322_266_05, providers: invented(20...24, sharing: 1)),
    Market(
      code: "07A22", description: "Arbeidsmatige dagbesteding specialistisch", category: "07",
      kind: "maatwerk", group: .work, unit: .daypart, rate: 3660, indications: 11, cents: 40_804_11,
      providers: invented(22...24, sharing: 1)),
    Market(
      code: "02A11",
      description: "Begeleiding individueel basis",
      category: "02",
      kind: "maatwerk",
      group: .individual,
      unit: .hour,
      rate: 82,
      indications: 406,
      cents: 924_566_10,
      providers: [
        Share(name: "Limor Haaglanden", placements: 0.16, amount: nil),
        Share(name: "RIBW Fonteynenburg", placements: 0.12, amount: nil),
        Share(name: "Voorbeeldzorg 30 Noord", placements: 0.05, amount: nil),
        Share(name: "Voorbeeldzorg 30 Zuid", placements: 0.04, amount: nil),
      ] + invented(1...19, sharing: 0.63)),
    Market(
      code: "02A12",
      description: "Begeleiding individueel specialistisch",
      category: "02",
      kind: "maatwerk",
      group: .individual,
      unit: .hour,
      rate: 95,
      indications: 541,
      cents: 2_152_813_05,
      providers: [
        Share(name: "Limor Haaglanden", placements: 0.30, amount: 0.31),
        Share(name: "RIBW Fonteynenburg", placements: 0.23, amount: 0.235),
      ] + invented(1...28, sharing: 0.47)),
  ]

  /// Table 3, subsidies for general provisions 2017 in whole euros; 6,068,505 together.
  static let subsidies: [(recipient: String, euros: Int)] = [
    ("Palet Welzijn", 1_527_771), ("Stichting MEE", 1_344_000), ("Kwadraad", 1_313_920),
    ("Stichting Mooi", 860_296), ("Stichting Piëzo", 490_320), ("Parnassia", 264_636),
    ("Vierstroom", 52_961), ("Buddy Netwerk", 52_502), ("Parnassia Bavo Groep", 46_038),
    ("GGZ Rivierduinen", 45_028), ("STAK", 37_470), ("Limor", 33_563),
  ]

  /// The six areas and their districts are published; the inhabitants and their ages are ours, as
  /// is `pull`: how much more than its inhabitants' part of the clients a district has.
  static let districts:
    [(name: String, area: String, inhabitants: Int, ages: AgeShares, pull: Double)] = [
      ("Buytenwegh De Leyens", "Buytenwegh De Leyens", 19_500, [150, 108, 232, 281, 229], 1.4),
      ("Dorp", "Centrum", 4_800, [142, 96, 246, 285, 231], 1.2),
      ("Driemanspolder", "Centrum", 5_400, [131, 112, 271, 250, 236], 1.4),
      ("Palenstein", "Centrum", 5_100, [189, 134, 286, 238, 153], 1.8),
      ("Stadscentrum", "Centrum", 3_200, [92, 101, 274, 247, 286], 1.4),
      ("Oosterheem", "Oosterheem", 26_200, [231, 127, 303, 251, 88], 0.75),
      ("Rokkeveen", "Rokkeveen", 20_100, [157, 131, 221, 322, 169], 0.65),
      ("Meerzicht", "Meerzicht", 15_400, [146, 115, 258, 262, 219], 1.6),
      ("Noordhove", "Noordhove-Seghwaert", 9_000, [163, 128, 227, 318, 164], 0.7),
      ("Seghwaert", "Noordhove-Seghwaert", 15_300, [152, 119, 224, 297, 208], 0.85),
    ]

  /// The basic product of the same group, where the market is a specialist one.
  static func basic(_ market: Int) -> Int? {
    guard markets[market].description.hasSuffix("specialistisch") else { return nil }
    return markets.firstIndex {
      $0.group == markets[market].group && $0.description.hasSuffix("basis")
    }
  }

  /// Made-up providers with shrinking shares of what the named ones leave.
  private static func invented(_ numbers: ClosedRange<Int>, sharing total: Double) -> [Share] {
    let weights = numbers.indices.map { index in
      1 / Double(numbers.distance(from: numbers.startIndex, to: index) + 3)
    }
    let sum = weights.reduce(0, +)
    return zip(numbers, weights).map { number, weight in
      let name = "Voorbeeldzorg \(number < 10 ? "0" : "")\(number)"
      return Share(name: name, placements: total * weight / sum, amount: nil)
    }
  }
}
