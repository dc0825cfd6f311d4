/// Reads `tarieven.csv`.
struct RateReader {
  private let product = FileKind.rates.index(of: "product_code")
  private let provider = FileKind.rates.index(of: "aanbieder_agb")
  private let rate = FileKind.rates.index(of: "tarief")
  private let unit = FileKind.rates.index(of: "eenheid")
  private let from = FileKind.rates.index(of: "geldig_vanaf")
  private let to = FileKind.rates.index(of: "geldig_tot")

  /// The rates that can apply: one of an unknown product or provider never does, but its values
  /// are checked.
  func read(
    _ file: RegisterFile, products: InternTable, providers: InternTable
  ) throws -> (rates: [Rate], joins: [JoinCount]) {
    var rates: [Rate] = []
    var productJoin = JoinCount(.rates, "product_code", .products)
    var providerJoin = JoinCount(.rates, "aanbieder_agb", .providers)
    try file.forEachRow { row in
      let code = row.requiredText(product)
      let agb = row.agb(provider)
      let provider = agb.flatMap { providers.find($0) }
      let rate = row.requiredRate(rate)
      let unit = row.unit(unit)
      let from = row.requiredDay(from)
      let to = row.openDay(to)
      guard let code, let rate, let from, row.isSound else { return }
      let known = products.find(code)
      productJoin.add(isMatched: known != nil)
      if agb != nil { providerJoin.add(isMatched: provider != nil) }
      guard let product = known, agb == nil || provider != nil else { return }
      rates.append(
        Rate(
          product: product, provider: provider, unit: unit, tenThousandths: rate, validFrom: from,
          validTo: to))
    }
    return (rates, [productJoin, providerJoin])
  }
}
