@testable import Samples

extension RandomTown {
  private static let needed = [
    "declaratie_dagtekening", "aanbieder_agb", "client_id", "toewijzing_nummer", "product_code",
    "product_periode_begindatum", "product_periode_einddatum", "geleverd_volume", "eenheid",
    "ingediend_bedrag",
  ]
  private static let optional = [
    "referentie_nummer", "vorig_referentie_nummer", "declaratie_nummer", "product_categorie",
    "product_tarief",
  ]

  var hasDebitCredit: Bool { columns.contains("debet_credit") }

  /// declaraties: good lines, credits that undo them, lines that come again, and whatever breaks.
  mutating func drawDeclarations() {
    let mark = random.chance(0.4) ? ["debet_credit"] : []
    columns = random.shuffled(columns(Self.needed, optional: Self.optional) + mark)
    if !heading.titles.isEmpty {
      settings.headerLines["declaraties"] = heading.titles.count + 1
    }
    if random.chance(0.2) { columns.append("opmerking") }
    let usable = allocations.filter { !$0.isDeleted }
    let count = usable.isEmpty || random.chance(0.05) ? 0 : random.between(1...90)
    let ends = one(of: [["\n"], ["\r\n"], ["\r"], ["\n", "\r\n", "\r"]])
    var drawn: [[String: String]] = []
    for _ in 0..<count {
      let row = drawn.isEmpty || random.chance(0.7) ? goodRow(usable) : again(one(of: drawn))
      drawn.append(row)
      let text = random.chance(0.15) ? mischief(row) : record(columns.map { row[$0] ?? "" })
      lines.append(Line(text: text, end: one(of: ends)))
    }
    apart(9) { town in
      for row in town.stayLines() {
        let text = town.record(town.columns.map { row[$0] ?? "" })
        town.lines.append(Line(text: text, end: town.one(of: ends)))
      }
    }
    let junk = random.below(4)
    for _ in 0..<junk { lines.append(Line(text: junkLine(), end: one(of: ends))) }
    lines = random.shuffled(lines)
  }

  private mutating func goodRow(_ usable: [Allocation]) -> [String: String] {
    let allocation = one(of: usable)
    let start = day(year: 2016...2018)
    let cents =
      random.chance(0.1) ? random.between(0...99_999_999_999) : random.between(0...5) * 10_01
    let isCredit = random.chance(0.2)
    return [
      "referentie_nummer": perhaps(
        one(of: ["R", "é", "ref "]) + String(random.below(400)),
        share: 0.8
      ),
      "vorig_referentie_nummer": perhaps("R\(random.below(400))", share: isCredit ? 0.8 : 0.05),
      "declaratie_nummer": one(of: ["", "F-1", "a, b", "regel\r\neinde", "\"x\"", "-"]),
      "declaratie_dagtekening": written(day(year: start.year...2018)),
      "aanbieder_agb": random.chance(0.8) ? allocation.provider : one(of: providers),
      "client_id": allocation.client,
      "toewijzing_nummer": allocation.number,
      "product_categorie": perhaps(one(of: ["02", "begeleiding", "08"]), share: 0.5),
      "product_code": random.chance(0.7) ? allocation.product : one(of: products).code,
      "product_periode_begindatum": written(start),
      "product_periode_einddatum": random.chance(0.5) ? start.iso : "2019-01-31",
      "geleverd_volume": amount(random.between(0...300), negative: isCredit && random.chance(0.5)),
      "eenheid": one(of: ["01", "04", "UUR", "dagdeel (4 uur)", "83", "Euro's", "82"]),
      "product_tarief": perhaps(one(of: ["10.01", "0.1668", "52.5"]), share: 0.5),
      "ingediend_bedrag": withCurrency(amount(cents, negative: isCredit)),
      "debet_credit": one(of: isCredit ? heading.credits : heading.debits),
      "opmerking": one(of: heading.remarks),
    ]
  }

  /// Hundredths as a number; without a D/C column with its sign, in one of the ways of writing it.
  mutating func amount(_ hundredths: Int, negative: Bool) -> String {
    let fraction = hundredths % 100
    let number = "\(hundredths / 100)." + (fraction < 10 ? "0" : "") + "\(fraction)"
    let noCents = ["\(hundredths / 100).-", "\(hundredths / 100).--"]
    let text = random.chance(0.1) && fraction == 0 ? one(of: noCents) : number
    guard negative, !hasDebitCredit else { return text }
    return one(of: ["-\(text)", "-\(text)", "(\(text))", "\u{2212}\(text)", "\(number)-"])
  }

  /// The same amount with a currency, now and then.
  private mutating func withCurrency(_ amount: String) -> String {
    guard random.chance(0.1) else { return amount }
    return one(of: [
      "€ \(amount)", "€\(amount)", "\(amount) €", "EUR \(amount)", "\(amount)\u{A0}eur",
      "€\u{202F}\(amount)",
    ])
  }

  /// A day, now and then with a time of midnight.
  mutating func written(_ day: OracleReport.Day) -> String {
    random.chance(0.9)
      ? day.iso : day.iso + one(of: [" 00:00:00", "T00:00:00", " 0:00", " 00:00:00.000"])
  }

  /// A line that was declared before: as it was, as a credit of it, or with one thing changed.
  private mutating func again(_ row: [String: String]) -> [String: String] {
    var row = row
    switch random.below(6) {
    case 0: break
    case 1: row["referentie_nummer"] = "R\(random.below(400))"
    case 2: row["product_periode_begindatum"] = day(year: 2016...2018).iso
    case 3:
      row["referentie_nummer"] = "N\(random.below(4000))"
      row["vorig_referentie_nummer"] = row["referentie_nummer"]
      if hasDebitCredit {
        let isCredit = heading.credits.contains(row["debet_credit"] ?? "")
        row["debet_credit"] = isCredit ? heading.debits[0] : heading.credits[0]
      } else {
        let amount = row["ingediend_bedrag"] ?? ""
        row["ingediend_bedrag"] =
          amount.contains { "-(\u{2212}".contains($0) }
          ? amount.filter { $0.isNumber || $0 == "." }
          : "-" + amount
      }
    case 4: row["declaratie_nummer"] = one(of: ["F-2", "", "é"])
    default: row["aanbieder_agb"] = one(of: providers)
    }
    return row
  }
}
