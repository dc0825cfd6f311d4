extension OracleReport {
  /// What a recipient did with the subsidies of a year, in cents.
  struct Reserve {
    let recipient: Text
    let year: Int
    let granted: Int
    let advance: Int?
    let costs: Int
    let result: Int
    let opening: Int
    var change: Int { max(result, -opening) }
    var closing: Int { opening + change }
  }

  /// Recipients byte-wise, then years: those with costs.
  static func reserves(_ subsidies: [Subsidy], _ settings: MoneySettings) throws -> [Reserve] {
    var reserves: [Reserve] = []
    for recipient in Set(subsidies.map(\.recipient)).sorted() {
      for year in Set(subsidies.map(\.year)).sorted() {
        let own = subsidies.filter { $0.recipient == recipient && $0.year == year }
        if own.allSatisfy({ $0.costs == nil }) { continue }
        let costs = own.compactMap(\.costs).reduce(0, +)
        let advances = own.compactMap(\.advance)
        let openings = own.compactMap(\.openingReserve)
        let given = openings.isEmpty ? nil : openings.reduce(0, +)
        let before = reserves.last { $0.recipient == recipient && $0.year == year - 1 }?.closing
        if let given, let before, given != before {
          throw Unusable(reason: "subsidies: \(recipient) \(year): reserve_begin")
        }
        reserves.append(
          Reserve(
            recipient: recipient, year: year, granted: own.map(\.granted).reduce(0, +),
            advance: advances.isEmpty ? nil : advances.reduce(0, +), costs: costs,
            result: own.map(\.cents).reduce(0, +) - costs, opening: given ?? before ?? 0))
      }
    }
    return reserves
  }

  /// `lumpsum`
  var reserveTable: String {
    var rows = [
      [
        "ontvanger_naam", "jaar", "verleend", "voorschot", "kosten", "resultaat", "reserve_begin",
        "mutatie", "reserve_eind", "reserve_maximum", "boven_maximum",
      ]
    ]
    let share = Exact(settings.money.maximumReserve, over: 1_000_000_000)
    for reserve in reserves {
      let most = Int((share * Exact(reserve.granted)).rounded)
      rows.append(
        [
          reserve.recipient.description, String(reserve.year), Format.money(reserve.granted),
          reserve.advance.map(Format.money) ?? "",
        ]
          + [
            reserve.costs, reserve.result, reserve.opening, reserve.change, reserve.closing, most,
            max(0, reserve.closing - most),
          ].map(Format.money))
    }
    return Format.csv(rows)
  }
}
