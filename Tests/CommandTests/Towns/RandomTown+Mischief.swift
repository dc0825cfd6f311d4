@testable import Samples

extension RandomTown {
  /// The text of a record with one thing or two that break a rule.
  mutating func mischief(_ row: [String: String]) -> String {
    var row = row
    for _ in 0..<random.between(1...2) {
      let column = one(of: columns)
      row[column] = random.chance(0.5) ? one(of: Self.oddValues) : brokenValue(of: column)
    }
    // Of all columns these are drawn too seldom.
    if random.chance(0.1) { row["product_code"] = "99999" }
    if random.chance(0.1) { row["aanbieder_agb"] = "88888888" }
    if random.chance(0.1) { row["ingediend_bedrag"] = "-1.00" }
    if random.chance(0.2), let deleted = allocations.first(where: \.isDeleted) {
      row["toewijzing_nummer"] = deleted.number
      row["client_id"] = deleted.client
    }
    if random.chance(0.2) {
      row["product_periode_begindatum"] = row["product_periode_einddatum"]
      row["product_periode_einddatum"] = "2015-12-31"
    }
    var fields = columns.map { row[$0] ?? "" }
    switch random.below(10) {
    case 0: fields.removeLast()
    case 1: fields.append(one(of: ["", "x"]))
    case 2: return brokenQuotes(fields)
    case 3: fields[0] = one(of: Self.totals)
    default: break
    }
    return record(fields)
  }

  private static let oddValues = [
    "", "NULL", " ", "\u{A0}", "onbekend", "-", "12,50", "1.234", "0.001", "-1", "- 1", "(5", "5-6",
    "€ 5", "-€ 5.00", "€-5", "€ (5)", "--5", "1e3", "99999999999999999999", "2017-02-29",
    "2016-02-29",
    "2017-13-01", "1999-12-31", "2000-01-01", "2099-12-30", "2099-12-31", "01-02-2017", "17-01-01",
    "20170101", "13", "1", "001", "07 ", "Minuut", "minuten", "uur", "4100001", "410000012",
    "4100000x",
    "aaaaaaaaaaaaaaaaaaaaa", "éééééééééééééééééééé", "éééééé", "D", "c", "B", "9", "19", "0",
    "-0.00",
    "regel\neinde", "\"", "a\"b", ",", "5.", ".5", "+5", "5 ", "\u{2212}5", "5\u{2212}", "1 000",
    "½", "٣",
    "#N/B", "#waarde!", "#N/C", "2,01701E+11", "2E+11", "1.5e-07", "12E5", "a\u{B}b", "x\u{7F}",
    "\u{1}", "\u{FFFE}", "\u{FEFF}x", "a\tb", "None", "(null)", "nvt", "--", "\\N", "---",
    "=\"R1\"",
    "=\"\"", "=\"2017-01-31\"", "=\"a\"b\"", "=R1", "2017-01-31 00:00:00", "2017-01-31T00:00",
    "2017-01-31 12:00:00", "2017-01-31 00:00:00Z", "5 €", "5.--", "EUR 5", "5 eur-", "€ 5.-",
    "(5) €",
    "5.---", "EURO 5", "\u{202F}5", "5\u{202F}-", "€ 5 €",
  ]

  private static let totals = [
    "totaal", "Totaal: 12", "EINDTOTAAL", " subtotaal van maart", "totaalbedrag", "totaal;",
    "\u{A0}Totaal ", "totaal\t1", "eindtotaal:", "subtotaal\u{A0}x",
  ]

  private mutating func brokenValue(of column: String) -> String {
    switch column {
    case "toewijzing_nummer": one(of: ["A999", one(of: allocations).number])
    case "client_id": one(of: clients)
    case "product_code": one(of: ["99999", "02a01", "02A01x"])
    case "aanbieder_agb": one(of: ["88888888", "0000007"])
    case "eenheid", "product_categorie": one(of: ["02", "99", "1", "Uren", "83"])
    case "geleverd_volume", "ingediend_bedrag", "product_tarief":
      one(of: [
        "-1.00", "1.005", "1,5", "-0", "0.12345", "1.234-", "( 5)", "5.-", "€5", "-(5)", "#N/B",
        "5.--", "5 EUR", "€ 5-", "5.-€", "-5.--", "5.-- -",
      ])
    case "debet_credit": one(of: ["", "debet", "X"])
    default:
      one(of: ["2016-12-32", "x", "2018-12-31", "#N/A", "2018-12-31T00:00:00", "2,01701E+11"])
    }
  }

  /// A record with a quote where none may be, or text after a closing one.
  private mutating func brokenQuotes(_ fields: [String]) -> String {
    var texts = fields.map { record([$0]) }
    let place = random.below(texts.count)
    texts[place] = one(of: [
      "a\"b", "\"a\"b", "\"a\" \"b\"", "12\"", "\"\"x", " x\"y\"", "totaal \"x\"", "=\"a\"\"b\"",
      "=\"a\"b", "x=\"a\"", "= \"a\"",
    ])
    return texts.joined(separator: ",")
  }

  /// What stands between and after the lines of an export.
  mutating func junkLine() -> String {
    let total = one(of: Self.totals) + one(of: ["", ",,,,12.50", ","])
    return one(of: [
      "", ",,,,", "  ", "\t", " , , ", "\"\",\"\"", "x", "# opmerking", total, total,
      "\u{A0},\u{A0}",
      "\"totaal\",\"a\"b", "tot,aal", "\u{0},x",
    ])
  }
}
