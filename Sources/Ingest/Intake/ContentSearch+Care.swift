/// Allocations and declarations, whose columns occur in each other and in the registers.
extension ContentSearch {
  mutating func settleAllocations() {
    settleByJoin(.allocations, "aanbieder_agb", with: (.providers, "aanbieder_agb"))
    settleOnly(.allocations, "aanbieder_agb", "8 digits")
    settleByJoin(.allocations, "product_code", with: (.products, "product_code"))
    settleByJoin(.allocations, "client_id", with: (.clients, "client_id"))
    settleAllocationNumber()
    settleOnly(.allocations, "leveringsvorm", "zin or pgb")
    settleAllocationDates()
    settleOnly(.allocations, "frequentie", "codes of the list of frequencies") {
      $0.distinct.count <= 6 && ($0.share { $0.count == 1 } ?? 0) > 0.9
    }
    settleUnit(.allocations)
  }

  /// The number that stands in one row, or nearly so, and by which declarations name it.
  private mutating func settleAllocationNumber() {
    let keys = candidates(.allocations, "toewijzing_nummer").filter {
      $0.distinct.count * 10 >= $0.filledCount * 7
    }
    let declared = match(.declarations)?.table.columns ?? []
    let named = keys.filter { key in
      declared.contains { $0.isContained(in: key) >= 0.8 && $0.distinct.count >= 5 }
    }
    if named.count == 1 {
      settle(
        .allocations, "toewijzing_nummer", named[0], "one number a row, which declarations name")
    }
  }

  private mutating func settleAllocationDates() {
    let full = candidates(.allocations, "ingangsdatum").filter {
      $0.filledRows.count == $0.values.count
    }
    if full.count == 1 {
      settle(.allocations, "ingangsdatum", full[0], "the only date that every row has")
    } else if match(.allocations)?.isOpen("toewijzingsdatum") == true,
      let (first, last) = full.ordered
    {
      settle(.allocations, "ingangsdatum", last, "the later of the two dates that every row has")
      settle(.allocations, "toewijzingsdatum", first, "the earlier of them")
    }
    guard let start = match(.allocations)?.profile("ingangsdatum") else { return }
    let later = candidates(.allocations, "einddatum").filter { start.isNeverLater(than: $0) }
    let last = later.filter { column in
      later.allSatisfy { $0.position == column.position || $0.isNeverLater(than: column) }
    }
    if last.count == 1 {
      settle(.allocations, "einddatum", last[0], "dates that are never before ingangsdatum")
    }
  }

  /// A column of codes of units; where categories of products may be meant as well, not those.
  private mutating func settleUnit(_ kind: FileKind) {
    settleOnly(kind, "eenheid", "codes of the list of units")
    let categories = match(.products)?.profile("product_categorie")
    settleOnly(kind, "eenheid", "codes of the list of units, and not those of products") { column in
      categories.map { column.isContained(in: $0) < 1 } ?? false
    }
  }

  mutating func settleDeclarations() {
    settleByJoin(.declarations, "aanbieder_agb", with: (.providers, "aanbieder_agb"))
    settleOnly(.declarations, "aanbieder_agb", "8 digits")
    settleByJoin(
      .declarations, "toewijzing_nummer", with: (.allocations, "toewijzing_nummer"))
    settleByJoin(
      .declarations, "client_id", with: (.clients, "client_id"), (.allocations, "client_id"))
    settleByJoin(.declarations, "product_code", with: (.products, "product_code"))
    settleUnit(.declarations)
    settleOnly(.declarations, "debet_credit", "D and C") { column in
      column.distinct.count == 2
        && column.values.allSatisfy { ["d", "c", "af", "bij", ""].contains($0.lowered) }
    }
    settleServiceDates()
    settleAmounts()
    settleOnly(.declarations, "referentie_nummer", "each value stands in one row", where: \.isKey)
  }

  /// Begin and end lie in one month, the date of the declaration is that of many lines.
  private mutating func settleServiceDates() {
    let kind = FileKind.declarations
    let names = [
      "declaratie_dagtekening", "product_periode_begindatum", "product_periode_einddatum",
    ]
    let open = names.filter { match(kind)?.isOpen($0) == true }
    guard !open.isEmpty else { return }
    let found = names.map { match(kind)?.profile($0) }
    let free = Set(open.flatMap { candidates(kind, $0).map(\.position) }).sorted()
      .compactMap { position in match(kind)?.table.columns[position] }
      .filter { $0.filledRows.count * 100 >= $0.values.count * 98 }
    var pairs: [(first: ColumnProfile, last: ColumnProfile)] = []
    for first in found[1].map({ [$0] }) ?? free {
      for last in found[2].map({ [$0] }) ?? free
      where last.position != first.position && first.isPeriod(to: last) {
        pairs.append((first, last))
      }
    }
    guard pairs.count == 1, let pair = pairs.first else { return }
    settle(kind, names[1], pair.first, "with the end in one month, and never after it")
    settle(kind, names[2], pair.last, "with the begin in one month, and never before it")
    let rest = free.filter { ![pair.first.position, pair.last.position].contains($0.position) }
    if rest.count == 1 { settle(kind, names[0], rest[0], "the date that is left") }
  }

  /// An amount is a volume times a rate; rates are those of a product.
  private mutating func settleAmounts() {
    let kind = FileKind.declarations
    guard let match = match(kind) else { return }
    let open = ["geleverd_volume", "product_tarief", "ingediend_bedrag"].filter(match.isOpen)
    guard !open.isEmpty else { return }
    func choices(_ column: String) -> [ColumnProfile] {
      if let found = match.profile(column) { return [found] }
      return candidates(kind, column).filter { (ColumnShape.agb.share(in: $0) ?? 0) < 0.9 }
    }
    let products = match.profile("product_code")
    var found: [(volume: ColumnProfile, rate: ColumnProfile, amount: ColumnProfile)] = []
    for amount in choices("ingediend_bedrag") {
      for volume in choices("geleverd_volume") where volume.position != amount.position {
        for rate in choices("product_tarief")
        where ![amount.position, volume.position].contains(rate.position)
          && amount.isProduct(volume, rate)
        {
          found.append((volume, rate, amount))
        }
      }
    }
    // Volume and rate may change places; the rate is the one that a product has few of.
    if found.count == 2, found[0].amount.position == found[1].amount.position, let products {
      let variety = found.map { $0.rate.variety(within: products) }
      found = variety[0] < variety[1] ? [found[0]] : variety[1] < variety[0] ? [found[1]] : found
    }
    guard found.count == 1, let one = found.first else { return }
    settle(kind, "ingediend_bedrag", one.amount, "volume times rate, to the cent")
    settle(kind, "geleverd_volume", one.volume, "what the rate is multiplied by")
    settle(kind, "product_tarief", one.rate, "few values for each product")
  }
}

extension ColumnProfile {
  /// Whether nearly all rows begin and end in one month with these two dates.
  fileprivate func isPeriod(to last: ColumnProfile) -> Bool {
    let pairs = zip(days, last.days).compactMap { a, b in a.flatMap { a in b.map { (a, $0) } } }
    guard pairs.count >= 2, pairs.allSatisfy({ $0.0 <= $0.1 }) else { return false }
    let together = pairs.count { Day(number: $0.0).month == Day(number: $0.1).month }
    return together * 10 >= pairs.count * 9 && isNeverLater(than: last)
  }

  /// Whether nearly all values are the product of the two, to the cent, and not all are trivial.
  fileprivate func isProduct(_ a: ColumnProfile, _ b: ColumnProfile) -> Bool {
    var (count, fitting, telling) = (0, 0, 0)
    for row in numbers.indices {
      guard let product = numbers[row], let a = a.numbers[row], let b = b.numbers[row] else {
        continue
      }
      count += 1
      let (made, isTooLarge) = a.multipliedReportingOverflow(by: b)
      guard !isTooLarge, abs(abs(made) / 10_000 - abs(product)) <= 100 else { continue }
      fitting += 1
      if abs(a) != 10_000, abs(b) != 10_000, made != 0 { telling += 1 }
    }
    return telling >= 2 && fitting * 10 >= count * 9
  }

  /// Different values for each value of another column, on average.
  fileprivate func variety(within groups: ColumnProfile) -> Double {
    var found: [[UInt8]: Set<[UInt8]>] = [:]
    for row in values.indices { found[groups.values[row], default: []].insert(values[row]) }
    return Double(found.values.reduce(0) { $0 + $1.count }) / Double(max(1, found.count))
  }
}

extension [UInt8] {
  fileprivate var lowered: String { String(decoding: self, as: UTF8.self).lowercased() }
}
