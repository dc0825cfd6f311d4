extension OracleReport {
  /// `product-gebruik`
  var productUse: String {
    var rows = [
      [
        "niveau", "voorzieningsoort", "product_code", "omschrijving", "indicaties", "clienten",
        "aanbieders", "bedrag", "bedrag_per_client", "bedrag_per_indicatie",
      ]
    ]
    for market in markets {
      let uses = market.uses
      rows.append([
        market.level, market.kind.description, market.code.description,
        market.description.description, String(uses.indicationCount), String(uses.clientCount),
        String(uses.providerCount), Format.money(uses.net),
        Format.money(uses.net, per: uses.clientCount),
        Format.money(uses.net, per: uses.indicationCount),
      ])
    }
    return Format.csv(rows)
  }

  /// Whole years of subsidies, all years that the window touches; without a line to take an end
  /// from, all on that side.
  private var windowSubsidies: [Subsidy] {
    if lines.isEmpty, window.from == nil || window.to == nil {
      return input.subsidies.filter {
        window.from?.year ?? .min <= $0.year && $0.year <= window.to?.year ?? .max
      }
    }
    guard let from = window.from, let to = window.to, from <= to else { return [] }
    return input.subsidies.filter { from.year <= $0.year && $0.year <= to.year }
  }

  /// `subsidies`
  var subsidyTable: String {
    let subsidies = windowSubsidies
    let total = subsidies.map(\.cents).reduce(0, +)
    var sums: [Text: Int] = [:]
    for subsidy in subsidies { sums[subsidy.recipient, default: 0] += subsidy.cents }
    let recipients = sums.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }

    var rows = [["niveau", "ontvanger_naam", "bedrag", "aandeel"]]
    for (name, cents) in recipients {
      rows.append([
        "ontvanger", name.description, Format.money(cents), Format.share(cents, of: total),
      ])
    }
    rows.append(["totaal", "", Format.money(total), Format.share(total, of: total)])
    return Format.csv(rows)
  }

  /// `uitgaven-verhouding`
  var spendingRatio: String {
    let uses = windowUses
    let subsidies = windowSubsidies.map(\.cents).reduce(0, +)
    let total = uses.net + subsidies
    var rows = [["voorzieningsoort", "bedrag", "aandeel"]]
    for kind in Product.kinds {
      var amount = uses.filter { $0.product.kind == kind }.net
      if kind == "algemeen" { amount += subsidies }
      rows.append([kind.description, Format.money(amount), Format.share(amount, of: total)])
    }
    return Format.csv(rows)
  }
}
