import Ingest

/// What the published figures of Heerlen are made of here: all of it is ours.
enum HeerlenPlan {
  /// A product, and what is usual of it from 2015 to 2023.
  struct Item {
    var product: Product
    /// Eurocents per piece in 2015.
    var rate: Int
    /// Clients at once in the first and in the last quarter.
    var clients: (first: Int, last: Int)
    /// Pieces of a client and day; none where the volume follows from what the year is to cost.
    var pieces: Double?
  }

  /// Fewer people live with support and more get it at home: so costs per client fall.
  static let items = [
    item("15L10", "Wonen met begeleiding", .day, 23_000, (44, 30), 0.97),
    item("07L10", "Dagbesteding", .daypart, 3650, (34, 44), 1.25),
    item("02L10", "Intensieve begeleiding thuis", .hour, 92, (112, 222), nil),
  ]

  /// By how much the costs of 2015 to 2023 differ from the published figure, in thousands of euros.
  private static let deviations = [20, -40, -70, -90, 80, -120, 70, -90, 60]

  /// Eurocents.
  static func costs(_ year: Int) -> Int {
    HeerlenFacts.costs + deviations[year - HeerlenFacts.years.lowerBound] * 1000_00
  }

  /// By how much rates rise on the first of January of 2016 to 2023, in hundredths of a percent:
  /// from 2018 on by nine tenths OVA and one tenth PPC.
  static let raises = [190, 210, 282, 333, 315, 199, 490, 475]

  /// Eurocents per piece of a product in a year.
  static func rate(_ item: Int, year: Int) -> Int {
    let years = year - HeerlenFacts.years.lowerBound
    let raised = raises.prefix(years).reduce(Double(items[item].rate)) { rate, raise in
      rate * Double(10_000 + raise) / 10_000
    }
    return Int(raised.rounded())
  }

  static let budgetName = "ondersteuning"
  static let cooperative = "Coöperatie Voorbeeldsteun"

  /// The budgets of 2023 to 2025. The first is one block; each other one begins with the year before
  /// and its index, which is 6.37 % and 4.96 %.
  static let blocks =
    [block(2023, .base, "Structurele begroting 2023", .amount(16_350_000_00))]
    + begin(2024) + additions.map { block(2024, .addition, $0.name, .amount($0.cents)) }
    + begin(2025) + [
      block(2025, .reduction, "Doelmatigheid", .percentage(5000), of: .base),
      block(2025, .once, "Overgang naar één registratie", .amount(50_000_00)),
    ]

  /// They bring the budget of 2024 to what is published; the index adds 1,041,495.00 to the first.
  static let additions: [(name: String, cents: Int)] = [
    ("Groei van het aantal cliënten", 120_000_00), ("Innovatie", 75_000_00),
    ("Samenwerking in de wijk", 60_000_00), ("Cliëntondersteuning", 40_000_00),
    ("Verantwoording en toezicht", 28_071_00),
  ]

  /// The lump sums, with what the cooperative spent.
  static let lumpSums = [
    SubsidyRow(
      recipient: cooperative, year: 2024, granted: HeerlenFacts.budget,
      advance: 16_800_000_00, costs: 17_352_118_40, openingReserve: 0),
    SubsidyRow(
      recipient: cooperative, year: 2025, granted: granted2025, advance: 17_600_000_00,
      costs: 18_631_904_15),
  ]

  /// The total of the blocks of 2025.
  static let granted2025 = 18_554_635_64

  /// Support by declarations in 2023, as it was decided and as it was raised in autumn, and the lump
  /// sums, of which the second was budgeted in thousands.
  static let budget = [
    BudgetRow(
      year: 2023, sort: .original, name: budgetName, kind: "maatwerk", cents: 16_350_000_00),
    BudgetRow(
      year: 2023, sort: .current, name: budgetName, kind: "maatwerk", cents: 16_950_000_00),
    BudgetRow(
      year: 2024, sort: .current, name: budgetName, kind: "algemeen", cents: HeerlenFacts.budget),
    BudgetRow(
      year: 2025, sort: .current, name: budgetName, kind: "algemeen", cents: 18_555_000_00,
      isInThousands: true),
  ]

  /// What is still to come is told at the end of the last year; the base year is the first whose
  /// prices can be compared with all later ones by published indices.
  static let sections = """
    [declaratieverloop]
    tot_en_met = "2023-12"

    [landschap]
    datum = "2024-01-01"

    [jaren]
    basisjaar = 2017

    [indexatie]
    gewichten = { OVA = 0.9, PPC = 0.1 }
    vorm = "additief"
    afronden = 2

    [lumpsum]
    reserve_maximum = 0.10

    [wijkbudget]
    bedrag = "17714566.00"
    sleutels = { inwoners = 0.5, inwoners_65_plus = 0.3, clienten = 0.2 }

    """

  private static func begin(_ year: Int) -> [BlockRow] {
    [
      block(year, .base, "Begroting \(year - 1)", .derived),
      block(year, .index, "Index \(year), met de afrekening van \(year - 1)", .derived, of: .base),
    ]
  }

  private static func block(
    _ year: Int, _ sort: BuildingBlock.Sort, _ description: String, _ size: BlockRow.Size,
    of base: BuildingBlock.Base? = nil
  ) -> BlockRow {
    BlockRow(
      budget: budgetName, year: year, sort: sort, description: description, size: size, base: base)
  }

  private static func item(
    _ code: String, _ description: String, _ unit: BillingUnit, _ rate: Int,
    _ clients: (first: Int, last: Int), _ pieces: Double?
  ) -> Item {
    Item(
      product: Product(
        code: code, description: description, category: String(code.prefix(2)), kind: "maatwerk",
        group: description.lowercased(), unit: unit, lot: "ondersteuning"),
      rate: rate, clients: clients, pieces: pieces)
  }
}
