@testable import Samples

extension RandomTown {
  /// A client who gets one product for some months.
  struct Stay {
    let number: String
    let client: String
    let provider: String
    let product: String
    /// The months of which there are lines.
    let months: [Int]
    /// The first day of the allocation.
    let allocated: OracleReport.Day
  }

  /// In half of the towns: sixteen clients and more, over some years from one month on.
  mutating func drawStays() {
    if random.chance(0.5) { return }
    let begin = month(2014, random.below(24))
    let end = month(2018, random.below(8))
    let lasting = products.map { product in
      // Some products begin or end in the years that are compared.
      (
        product.code, random.chance(0.2) ? month(2017, random.below(6)) : begin,
        random.chance(0.2) ? month(2016, random.below(12)) : end
      )
    }
    let most = random.between(1...4)
    for client in 0..<random.between(16...30) {
      for _ in 0..<random.between(1...most) {
        let (product, from, to) = one(of: lasting)
        // Those from before the first month are clipped.
        let start = random.between((begin - 8)...end)
        let stop = start + one(of: [0, 1, 2, 3, 5, 8, 16])
        // A provider that skips a month now and then.
        let months = (start...stop).filter { month in
          max(from, begin) <= month && month <= to && !random.chance(0.12)
        }
        let stay = Stay(
          number: "S\(stays.count)", client: "s\(client)", provider: one(of: providers),
          product: product, months: months, allocated: firstDay(start - random.below(3)))
        if !months.isEmpty { stays.append(stay) }
      }
    }
    stays += aside { $0.transfers() }
  }

  /// Some go on with another provider, at once or after a while.
  private mutating func transfers() -> [Stay] {
    let end = stays.flatMap(\.months).max() ?? 0
    var later: [Stay] = []
    for stay in stays where random.chance(0.25) {
      let start = (stay.months.last ?? 0) + random.between(0...3)
      let months = start <= end ? Array(start...min(end, start + random.between(1...12))) : []
      if months.isEmpty { continue }
      later.append(
        Stay(
          number: "T\(later.count)", client: stay.client, provider: one(of: providers),
          product: stay.product, months: months, allocated: firstDay(start)))
    }
    return later
  }

  private func month(_ year: Int, _ number: Int) -> Int { year * 12 + number }

  private func firstDay(_ month: Int) -> OracleReport.Day {
    guard let day = OracleReport.Day(year: month / 12, month: month % 12 + 1, day: 1) else {
      preconditionFailure("the calendar has no month \(month)")
    }
    return day
  }

  /// Their rows of clienten; they live in two wijken.
  mutating func stayingClients() -> [[String: String]] {
    Set(stays.map(\.client)).sorted().map { client in
      let birth = random.chance(0.95) ? String(random.between(1925...2017)) : ""
      let wijk = one(of: ["063701", "063701", "063701", "063702", "063702", ""])
      let own = [
        "client_id": client, "geboortejaar": birth, "geboortedatum": "", "wijk_code": wijk,
        "buurt_code": aside { $0.buurt(in: wijk) },
      ]
      return own.merging(aside { $0.place(of: client) }) { $1 }
    }
  }

  mutating func stayAllocations() -> [[String: String]] {
    stays.map { stay in
      let own = [
        "toewijzing_nummer": stay.number, "client_id": stay.client,
        "aanbieder_agb": stay.provider, "ingangsdatum": stay.allocated.iso,
      ]
      return own.merging(aside { $0.grant(of: stay) }) { $1 }
    }
  }

  /// A line for every month, declared sooner or later, and some credits.
  mutating func stayLines() -> [[String: String]] {
    let units = products.map { _ in
      one(of: [["04"], ["01", "04"], ["01", "04"], ["83"], ["82"], ["82", "04"], ["14", "83"]])
    }
    let isFree = products.map { _ in random.chance(0.1) }
    let latest = (stays.flatMap(\.months).max() ?? 0) + random.below(4)
    var rows: [[String: String]] = []
    for stay in stays {
      guard let place = products.firstIndex(where: { $0.code == stay.product }) else { continue }
      for month in stay.months {
        let unit = one(of: units[place])
        // Rates rise from year to year.
        let cents = random.between(1...9) * (2_000 + 90 * (month / 12 - 2014) + 700 * place)
        let volume = isFree[place] ? 0 : hundredths(of: unit, for: cents)
        guard let declared = declared(month, by: latest) else { continue }
        rows.append(line(of: stay, month, declared, unit, volume, cents, isCredit: false))
        guard random.chance(0.06), let later = self.declared(declared, by: latest) else { continue }
        // Now and then more than was paid.
        let times = random.chance(0.2) ? 4 : 1
        rows.append(
          line(of: stay, month, later, unit, volume * times, cents * times, isCredit: true))
      }
    }
    if random.chance(0.2), let row = rows.first {
      let stray = [
        "product_periode_begindatum": one(of: ["2009-05-01", "2013-01-31"]),
        "referentie_nummer": "S",
      ]
      rows.append(row.merging(stray) { $1 })
    }
    return rows
  }

  private func hundredths(of unit: String, for cents: Int) -> Int {
    switch unit {
    case "83": cents
    case "01": cents * 3 / 2
    default: cents / 40
    }
  }

  /// The month in which a month is declared, seldom before it; nil where that is yet to come.
  private mutating func declared(_ month: Int, by latest: Int) -> Int? {
    let delay = one(of: [0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 3, 3, 4, 6, 13, -1])
    return month + delay <= latest ? month + delay : nil
  }

  private mutating func line(
    of stay: Stay, _ month: Int, _ declared: Int, _ unit: String, _ volume: Int, _ cents: Int,
    isCredit: Bool
  ) -> [String: String] {
    let start = firstDay(month)
    let length = OracleReport.Day.length(ofMonth: start.month, year: start.year)
    let last = OracleReport.Day(year: start.year, month: start.month, day: length) ?? start
    let dated = firstDay(declared)
    let day = OracleReport.Day(year: dated.year, month: dated.month, day: random.between(1...28))
    return [
      "referentie_nummer": "S\(random.below(1_000_000_000))",
      "declaratie_dagtekening": written(day ?? dated),
      "aanbieder_agb": stay.provider, "client_id": stay.client,
      "toewijzing_nummer": stay.number, "product_code": stay.product,
      "product_periode_begindatum": written(one(of: [start, start, last])),
      "product_periode_einddatum": last.iso,
      "geleverd_volume": amount(volume, negative: isCredit && random.chance(0.5)),
      "eenheid": unit,
      "ingediend_bedrag": amount(cents, negative: isCredit),
      "debet_credit": one(of: isCredit ? heading.credits : heading.debits),
    ]
  }
}
