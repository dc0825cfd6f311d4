import Ingest

/// Budget lines of every kind, building blocks, indices and lump sums of a random municipality.
///
/// They come from a generator of their own, after all else: declarations and the other files do not
/// depend on them.
struct RandomMoney {
  private var random: SplitMix
  private static let years = 2016...2018

  init(seed: UInt64) {
    random = SplitMix(seed: ~seed &+ 1)
  }

  func complete(_ municipality: inout Municipality) {
    var money = self
    money.addLumpSums(&municipality)
    money.addSorts(&municipality)
    money.addKeys(&municipality)
    money.addBlocks(&municipality)
    money.addIndices(&municipality)
    municipality.furtherSections += "\n" + Self.sections
  }

  /// Three recipients say what they spent; the first year of each was settled.
  private mutating func addLumpSums(_ municipality: inout Municipality) {
    let recipients = Set(municipality.subsidies.prefix(3).map(\.recipient))
    for index in municipality.subsidies.indices
    where recipients.contains(municipality.subsidies[index].recipient) {
      var row = municipality.subsidies[index]
      row.advance = row.granted / 10 * 9
      row.costs = row.granted / 100 * random.between(85...112)
      if row.year == Self.years.lowerBound {
        row.settled = row.granted / 100 * random.between(92...100)
        row.openingReserve = random.between(0...40) * 1000_00
      }
      municipality.subsidies[index] = row
    }
  }

  /// In 2017 each kind has its first budget, and one has a ceiling, one is to spend less and one is
  /// written in thousands.
  private mutating func addSorts(_ municipality: inout Municipality) {
    let current = municipality.budget.filter { $0.year == 2017 }
    for index in municipality.budget.indices where municipality.budget[index].year == 2017 {
      municipality.budget[index].sort = .current
      municipality.budget[index].isInThousands = municipality.budget[index].kind == "algemeen"
    }
    for (row, further) in zip(current, [BudgetLine.Sort.ceiling, .target, .target]) {
      for sort in [.original, further] {
        var other = row
        other.sort = sort
        other.cents = row.cents / 100 * random.between(90...110)
        municipality.budget.append(other)
      }
    }
  }

  /// In 2018 there are lines of a group, a lot, a district and a concern, too, beside those of the
  /// kinds to which they belong.
  private mutating func addKeys(_ municipality: inout Municipality) {
    let provider = municipality.providers[0]
    let rows = [
      BudgetRow(year: 2018, group: municipality.products[0].group, cents: 0),
      BudgetRow(
        year: 2018, name: "verblijf", kind: "maatwerk", lot: municipality.products[10].lot ?? "",
        cents: 0),
      BudgetRow(
        year: 2018, name: "wijkteam", area: municipality.districts[3].area,
        description: "Proef met een wijkbudget", cents: 0),
      BudgetRow(year: 2018, concern: provider.concern ?? provider.name, cents: 0),
    ]
    for var row in rows {
      row.cents = random.between(50...900) * 1000_00
      municipality.budget.append(row)
    }
  }

  private mutating func addBlocks(_ municipality: inout Municipality) {
    func block(
      _ year: Int, _ sort: BuildingBlock.Sort, _ description: String,
      _ size: BlockRow.Size = .derived, of base: BuildingBlock.Base? = nil
    ) -> BlockRow {
      BlockRow(
        budget: "maatwerk", year: year, sort: sort, description: description, size: size, base: base
      )
    }
    municipality.blocks = [
      block(2016, .base, "Begroting 2015", .amount(random.between(900...2500) * 1000_00)),
      block(2016, .once, "Invoering", .amount(random.between(10...90) * 1000_00)),
      block(2017, .base, "Begroting 2016"),
      block(2017, .index, "Index 2017", of: .base),
      block(2017, .growth, "Meer inwoners", .percentage(random.between(50...400) * 100)),
      block(2017, .addition, "Wijkteams", .amount(random.between(10...90) * 1000_00)),
      block(
        2017, .reduction, "Taakstelling", .percentage(random.between(5...200) * 100), of: .base),
      block(2018, .base, "Begroting 2017"),
      block(2018, .index, "Index 2018", of: .base),
      block(2018, .settlement, "Afrekening 2017", .amount(random.between(-90...90) * 1000_00)),
      block(2018, .reduction, "Inkoop", .amount(random.between(5...40) * 1000_00)),
    ]
  }

  /// The last year is provisional, and one definitive value was fixed twice.
  private mutating func addIndices(_ municipality: inout Municipality) {
    for series in PublishedIndices.series {
      for year in Self.years {
        let value = random.between(-500...48_000)
        func add(_ status: IndexFigure.Status, _ difference: Int, days: Int32 = 0) {
          let fixed = PublishedIndices.fixed(year, status).number + days
          municipality.indices.append(
            IndexRow(
              series: series, year: year, status: status, value: value + difference,
              fixed: Day(number: fixed), source: "voorbeeld"))
        }
        add(.provisional, 0)
        guard year < Self.years.upperBound else { continue }
        add(.definitive, random.between(-9000...9000))
        if year == 2017 { add(.definitive, random.between(-9000...9000), days: 75) }
      }
    }
  }

  private static let sections = """
    [jaren]
    basisjaar = 2016

    [begroting]
    verzilvering = 0.9

    [wijkbudget]
    bedrag = "2500000.00"
    sleutels = { inwoners = 0.5, inwoners_65_plus = 0.25, clienten = 0.25 }

    """
}
