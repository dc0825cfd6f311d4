import Ingest

/// Contract rates per product, some of them a provider's own, raised each year.
struct RandomRates {
  /// Eurocents per piece by year, then product, then provider.
  private let table: [Int]
  let providerCount: Int
  private(set) var rows: [ContractRate] = []
  private static let years = 2015...2018

  init(providerCount: Int, random: inout SplitMix) {
    self.providerCount = providerCount
    let items = RandomCatalogue.items
    var own = [Int](repeating: 0, count: items.count * providerCount)
    for index in own.indices where random.chance(0.2) {
      own[index] = items[index / providerCount].rate * random.between(93...108) / 100
    }
    var table: [Int] = []
    for year in Self.years {
      for (product, item) in items.enumerated() {
        rows.append(Self.row(product, nil, item.rate, year))
        for provider in 0..<providerCount {
          let rate = own[product * providerCount + provider]
          if rate > 0 { rows.append(Self.row(product, provider, rate, year)) }
          table.append(Self.raised(rate > 0 ? rate : item.rate, year))
        }
      }
    }
    self.table = table
  }

  /// The rate of the line's year; the last year's holds for all later ones. Providers that were
  /// added later have no rate of their own.
  @inline(__always)
  func cents(_ product: Int, _ provider: Int, year: Int) -> Int {
    let year = min(max(year, Self.years.lowerBound), Self.years.upperBound)
    guard provider < providerCount else {
      return Self.raised(RandomCatalogue.items[product].rate, year)
    }
    let index = year - Self.years.lowerBound
    return table[(index * RandomCatalogue.items.count + product) * providerCount + provider]
  }

  private static func raised(_ rate: Int, _ year: Int) -> Int {
    (rate * (100 + 2 * (year - 2017)) + 50) / 100
  }

  private static func row(_ product: Int, _ provider: Int?, _ rate: Int, _ year: Int)
    -> ContractRate
  {
    ContractRate(
      product: product, provider: provider, cents: raised(rate, year),
      from: Month(year: year, month: 1).firstDay,
      through: year == years.upperBound ? nil : Month(year: year, month: 12).lastDay)
  }
}
