/// Reads `begroting.csv`.
struct BudgetReader {
  private let year = FileKind.budget.index(of: "jaar")
  private let kind = FileKind.budget.index(of: "voorzieningsoort")
  private let group = FileKind.budget.index(of: "product_groep")
  private let amount = FileKind.budget.index(of: "bedrag_begroot")
  private let scale = FileKind.budget.index(of: "bedrag_schaal")

  func read(_ file: RegisterFile) throws -> [BudgetLine] {
    var lines: [BudgetLine] = []
    try file.forEachRow { row in
      let year = row.requiredYear(year)
      let kind = row.provisionKind(kind)
      let amount = row.requiredCents(amount)
      let scale = row.count(scale) ?? 1
      if scale != 1 && scale != 1000 { row.note(.form(.scale), at: self.scale) }
      let group = row.text(group)?.string
      guard let year, let amount, row.isSound else { return }
      let (cents, overflows) = amount.multipliedReportingOverflow(by: Int64(scale))
      guard !overflows else { return row.note(.form(.cents), at: self.amount) }
      lines.append(BudgetLine(year: year, kind: kind, group: group, cents: cents))
    }
    return lines
  }
}

/// A line of the municipality's budget (begroting).
public struct BudgetLine: Sendable {
  public var year: Int
  public var kind: ProvisionKind?
  /// The name of a product group, as given.
  public var group: String?
  /// In cents; an amount in thousands of euros is multiplied out.
  public var cents: Int64

  public init(year: Int, kind: ProvisionKind?, group: String?, cents: Int64) {
    self.year = year
    self.kind = kind
    self.group = group
    self.cents = cents
  }
}

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
