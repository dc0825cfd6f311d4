import Ingest

/// Budget, building blocks, indices and what the subsidies were spent on: all of it ours but the
/// grants and the definitive indices of 2018.
enum ZoetermeerMoney {
  static let subsidies = ZoetermeerFacts.subsidies.map {
    // What a recipient spent is not published: here it is what was granted.
    SubsidyRow(
      recipient: $0.recipient, year: 2017, granted: $0.euros * 100, costs: $0.euros * 100)
  }

  /// Of 2017: with every `signaal`, one line that was amended, and one in thousands.
  static let budget = [
    BudgetRow(
      year: 2017, sort: .original, name: guidance, kind: "maatwerk",
      group: ZoetermeerFacts.Group.individual.rawValue, cents: 3_500_000_00),
    line(.individual, "maatwerk", 3_850_000_00, name: guidance),
    line(.work, "maatwerk", 400_000_00),
    line(.shortTerm, "vrij_inzetbaar", 320_000_00),
    line(.recreation, "vrij_inzetbaar", 1_760_000_00, isInThousands: true),
    line(.watch, "vrij_inzetbaar", 23_000_00),
    line(.coordination, "vrij_inzetbaar", 1_000_00),
    BudgetRow(
      year: 2017, sort: .current, name: "algemene voorzieningen", kind: "algemeen",
      cents: 6_100_000_00),
  ]

  private static let guidance = "begeleiding"

  static let blocks = [
    block(2016, .base, "Begroting 2016", .amount(3_400_000_00)),
    block(2017, .base, "Begroting 2016"),
    block(2017, .index, "Index 2017", of: .base),
    block(2017, .growth, "Meer cliënten", .percentage(120_000)),
    block(2017, .addition, "Zwaardere ondersteuning", .amount(150_000_00)),
    block(2017, .reduction, "Doelmatigheid", .percentage(10_000), of: .base),
  ]

  /// The definitive values of 2018 are published.
  static let indices =
    zip(PublishedIndices.series, [(205, 221, 270), (120, 136, 140)]).flatMap { series, values in
      [
        index(series, 2017, .provisional, values.0), index(series, 2017, .definitive, values.1),
        index(series, 2018, .provisional, values.2),
      ] + [PublishedIndices.row(series, 2018, .definitive)].compactMap { $0 }
    }

  static let sections = """
    [wijkbudget]
    bedrag = "5163403.00"
    sleutels = { inwoners = 0.5, inwoners_65_plus = 0.2, clienten = 0.3 }

    """

  private static func line(
    _ group: ZoetermeerFacts.Group, _ kind: String, _ cents: Int, name: String = "",
    isInThousands: Bool = false
  ) -> BudgetRow {
    BudgetRow(
      year: 2017, sort: .current, name: name, kind: kind, group: group.rawValue, cents: cents,
      isInThousands: isInThousands)
  }

  private static func block(
    _ year: Int, _ sort: BuildingBlock.Sort, _ description: String,
    _ size: BlockRow.Size = .derived, of base: BuildingBlock.Base? = nil
  ) -> BlockRow {
    BlockRow(
      budget: guidance, year: year, sort: sort, description: description, size: size, base: base)
  }

  /// In hundredths of a percent.
  private static func index(
    _ series: String, _ year: Int, _ status: IndexFigure.Status, _ value: Int
  ) -> IndexRow {
    IndexRow(
      series: series, year: year, status: status, value: value * 100,
      fixed: PublishedIndices.fixed(year, status), source: "voorbeeld")
  }
}
