import Ingest

/// What makes the costs of the growing municipality rise, by the names of `kostenontwikkeling`.
package enum PlantedFactor: String, CaseIterable {
  case all = "alles"
  case clients = "clienten"
  case mix
  case volume
  case price = "prijs"
}

/// How large the growing municipality is, and what was planted.
package struct GrowthPlan {
  package var seed: UInt64 = 1
  package var planted = PlantedFactor.all
  /// Clients at once in January 2015, about.
  package var clients = 600

  package init() {}

  /// A year of growth: an eighth more clients, four points more specialist support in a group, 3 %
  /// more volume per client and 3 % of a product's first rate on top of it.
  static let clientGrowth = (numerator: 9, denominator: 8)
  static let mixShift = 0.04
  static let volumeGrowth = 1.03
  static let ratePercent = 3

  /// Whether the factor rises; with all of them products also begin and end.
  func rises(_ factor: PlantedFactor) -> Bool { planted == .all || planted == factor }

  /// The products that are used.
  var items: [Int] {
    GrowthCatalogue.items.indices.filter {
      switch GrowthCatalogue.items[$0].weight {
      case .ended, .begun: planted == .all
      case .only, .basic, .specialist: true
      }
    }
  }

  /// How many clients have the product in a month, before chance.
  func active(_ item: GrowthCatalogue.Item, _ month: Int) -> Double {
    let years = Double(month) / 12
    let growth = Double(Self.clientGrowth.numerator) / Double(Self.clientGrowth.denominator)
    let all = Double(clients) * item.share * (rises(.clients) ? power(growth, years) : 1)
    let specialist = GrowthCatalogue.specialistShare + (rises(.mix) ? Self.mixShift * years : 0)
    return switch item.weight {
    case .only: all
    case .basic: all * (1 - specialist)
    case .specialist: all * specialist
    case .ended: month < GrowthTimeline.window.lowerBound ? all : 0
    case .begun: month < GrowthTimeline.window.lowerBound ? 0 : all
    }
  }

  /// Pieces per client and month, as a part of those of January 2015.
  func volume(_ month: Int) -> Double {
    rises(.volume) ? power(Self.volumeGrowth, Double(month) / 12) : 1
  }

  /// Eurocents per piece.
  func rate(_ item: GrowthCatalogue.Item, year: Int) -> Int {
    let years = rises(.price) ? year - GrowthTimeline.first.year : 0
    return (item.rate * (100 + Self.ratePercent * years) + 50) / 100
  }

  /// The base to a power from 0 up, from square roots: alike on every machine.
  private func power(_ base: Double, _ exponent: Double) -> Double {
    var result = 1.0
    var rest = exponent
    while rest >= 1 {
      result *= base
      rest -= 1
    }
    var root = base
    for _ in 0..<30 {
      root = root.squareRoot()
      rest *= 2
      if rest >= 1 {
        result *= root
        rest -= 1
      }
    }
    return result
  }
}

/// The months of the scenario, counted from January 2015.
enum GrowthTimeline {
  static let first = Month(year: 2015, month: 1)
  /// The years that are compared; both are fully declared when the files end.
  static let comparison = 12...23
  static let window = 24...35
  /// September 2018: declarations dated after it are not written.
  static let last = 44

  static func month(_ number: Int) -> Month {
    Month(number: first.number + Int32(number))
  }

  static func number(_ day: Day) -> Int { Int(day.month.number - first.number) }

  static func days(_ months: ClosedRange<Int>) -> ClosedRange<Day> {
    month(months.lowerBound).firstDay...month(months.upperBound).lastDay
  }

  static let cutOff = month(last).lastDay
}
