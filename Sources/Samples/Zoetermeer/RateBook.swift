import Ingest

/// The scenario's providers and their contract rates, which are raised each year.
struct RateBook {
  private(set) var providers: [Provider] = []
  private var indices: [String: Int] = [:]
  private var base: [[Int: Int]] = []

  init() {
    for market in ZoetermeerFacts.markets {
      // Rates differ between providers, so that volumes can make up any number of cents.
      let isLarge = market.rate > 1000
      var rates: [Int: Int] = [:]
      for (position, share) in market.providers.enumerated() {
        let step = market.group == .coordination ? 0 : (position * 5) % 13 - 6
        let difference = isLarge ? step * 37 + position * 17 % 29 : step
        rates[add(share.name)] = market.rate + difference
      }
      base.append(rates)
    }
  }

  private mutating func add(_ name: String) -> Int {
    if let index = indices[name] { return index }
    let number = String(providers.count + 1)
    let agb = "7599" + String(repeating: "0", count: 4 - number.count) + number
    // One made-up parent with two codes, because concentration is measured per concern.
    let concern = name.hasPrefix("Voorbeeldzorg 30") ? "Voorbeeldzorg 30" : nil
    indices[name] = providers.count
    providers.append(Provider(agb: agb, name: name, concern: concern))
    return providers.count - 1
  }

  func provider(_ name: String) -> Int { indices[name] ?? 0 }

  /// A provider of the market by a number from 0 to 1, or the preferred one if it offers it.
  func provider(of market: Int, _ choice: Double, preferring provider: Int) -> Int {
    if base[market][provider] != nil { return provider }
    var rest = choice
    let shares = ZoetermeerFacts.markets[market].providers
    for share in shares {
      rest -= share.placements
      if rest < 0 { return self.provider(share.name) }
    }
    return shares.last.map { self.provider($0.name) } ?? provider
  }

  /// Eurocents per piece.
  func cents(_ market: Int, _ provider: Int, year: Int) -> Int {
    let cents = base[market][provider] ?? ZoetermeerFacts.markets[market].rate
    switch year {
    case ...2016: return (cents * 98 + 50) / 100
    case 2017: return cents
    default: return (cents * 102 + 50) / 100
    }
  }

  /// One row per market, provider and year; the last year's rates stay open.
  var contractRates: [ContractRate] {
    base.indices.flatMap { market in
      base[market].keys.sorted().flatMap { provider in
        (2015...2018).map { year in
          ContractRate(
            product: market, provider: provider, cents: cents(market, provider, year: year),
            from: Month(year: year, month: 1).firstDay,
            through: year == 2018 ? nil : Month(year: year, month: 12).lastDay)
        }
      }
    }
  }
}
