import Foundation

@testable import Samples

/// A small random municipality in which nearly every line breaks some rule: few allocations, few
/// days, few reference numbers.
struct FaultyTown {
  private var random: SplitMix
  private var usedKeys: Set<String> = []
  private(set) var files: [String: String] = [:]
  /// Each with its line end.
  private var declarations: [String] = []

  private static let header =
    "referentie_nummer,vorig_referentie_nummer,declaratie_nummer,declaratie_dagtekening,"
    + "aanbieder_agb,client_id,toewijzing_nummer,product_categorie,product_code,"
    + "product_periode_begindatum,product_periode_einddatum,geleverd_volume,eenheid,"
    + "product_tarief,ingediend_bedrag,debet_credit\n"
  private static let allocations = 14
  private static let products = ["10A", "10B", "20A", "30A"]
  private static let providers = ["11111111", "22222222", "33333333", "44444444"]
  private static let units = ["01", "04", "14", "16", "82", "83", "84"]

  init(seed: UInt64) {
    random = SplitMix(seed: seed)
    files["producten.csv"] = """
      product_code,omschrijving,product_categorie,voorzieningsoort,product_groep
      10A,Hulp,01,maatwerk,Hulp
      10B,Hulp zwaar,01,maatwerk,Hulp
      20A,Begeleiding,02,maatwerk,
      30A,Vervoer,08,vrij_inzetbaar,
      """
    files["aanbieders.csv"] = """
      aanbieder_agb,naam,concern
      11111111,Alfa,
      22222222,Beta,Zorg
      33333333,"Gamma, zorg",Zorg
      44444444,Delta,
      """
    if random.chance(0.8) { files["tarieven.csv"] = rates() }
    if random.chance(0.8) { files["clienten.csv"] = clients() }
    files["toewijzingen.csv"] = allocationFile()
    for _ in 0..<random.between(40...160) { declarations.append(line()) }
    cut()
  }

  /// The same lines in another order and other parts.
  func shuffled(seed: UInt64) -> FaultyTown {
    var other = self
    other.random = SplitMix(seed: seed)
    for index in other.declarations.indices.reversed() {
      other.declarations.swapAt(index, other.random.below(index + 1))
    }
    other.cut()
    return other
  }

  private mutating func cut() {
    for name in files.keys where name.hasPrefix("declaraties") { files[name] = nil }
    let border = random.below(declarations.count)
    files["declaraties-b.csv"] = Self.header + declarations[..<border].joined()
    files["declaraties-a.csv"] = Self.header + declarations[border...].joined()
  }

  private mutating func pick(_ choices: [String]) -> String { choices[random.below(choices.count)] }

  /// A day about the turn of a year and the end of a leap February.
  private mutating func day() -> String {
    pick([
      "2019-12-30", "2019-12-31", "2020-01-01", "2020-01-05", "2020-01-06", "2020-02-28",
      "2020-02-29", "2020-03-01", "2020-03-31", "2020-04-01", "2020-04-30", "2021-01-01",
    ])
  }

  private mutating func rates() -> String {
    var text = "product_code,aanbieder_agb,tarief,eenheid,geldig_vanaf,geldig_tot\n"
    for product in Self.products {
      for _ in 0..<random.between(0...4) {
        let key = [product, pick(Self.providers + ["", ""]), pick(Self.units + ["", ""]), day()]
        guard usedKeys.insert("rate" + key.joined(separator: ",")).inserted else { continue }
        let end = random.chance(0.3) ? "2020-03-31" : ""
        text += "\(key[0]),\(key[1]),\(rate()),\(key[2]),\(key[3]),\(end)\n"
      }
    }
    return text
  }

  private mutating func rate() -> String { pick(["30.00", "0.5", "31.0000", "0.5167", "1"]) }

  private mutating func clients() -> String {
    var text = "client_id,overlijdensdatum\n"
    for client in 0..<5 where random.chance(0.8) {
      text += "c\(client),\(random.chance(0.5) ? day() : "")\n"
    }
    return text
  }

  private mutating func allocationFile() -> String {
    var text =
      "toewijzing_nummer,client_id,aanbieder_agb,product_categorie,product_code,ingangsdatum,"
      + "einddatum,volume,eenheid,frequentie,budget\n"
    for number in 0..<Self.allocations {
      let days = [day(), day()].sorted()
      let fields = [
        "A\(number)", "c\(number % 6)", pick(Self.providers + ["99999999"]),
        pick(["", "01", "02", "08"]), pick(Self.products + ["", "", "99Z"]),
        random.chance(0.5) ? "2019-01-01" : days[0], random.chance(0.5) ? "" : days[1],
        pick(["", "1", "2.5", "3", "10", "40"]), pick(Self.units + ["04", "04", "82"]),
        pick(["", "1", "2", "2", "3", "4", "5", "6"]),
        random.chance(0.3) ? pick(["0", "100.00", "60.01"]) : "",
      ]
      text += fields.joined(separator: ",") + "\n"
    }
    return text
  }

  private mutating func line() -> String {
    let allocation = random.below(Self.allocations)
    let days = [day(), random.chance(0.5) ? day() : ""].filter { !$0.isEmpty }.sorted()
    let unit = pick(Self.units + ["04", "04", "01"])
    let volume = pick(["0", "1", "2.5", "3", "10", "40", "50", "0.01", "15"])
    let rate = random.chance(0.2) ? "" : self.rate()
    let isCredit = random.chance(0.35)
    let amount = pick(["0.00", "0.01", "30.00", "60.01", "25.83", "25.84", "300.00", "1.29"])
    let fields = [
      pick(["", "r1", "r2", "r3", "r4", "r5"] + (6..<60).map { "r\($0)" }),
      isCredit || random.chance(0.1) ? pick(["", "r1", "r2"] + (3..<30).map { "r\($0)" }) : "",
      pick(["", "d1", "d2"]),
      random.chance(0.1) ? pick(["2025-01-05", "2025-03-01", "2025-03-02"]) : declared(),
      pick(Self.providers + ["11111111", "11111111"]), "c\(allocation % 6)", "A\(allocation)",
      pick(["", "01", "02"]), pick(Self.products), days[0], days[days.count - 1], volume, unit,
      rate, amount, isCredit ? pick(["C", "c"]) : "D",
    ]
    return fields.joined(separator: ",") + "\n"
  }

  private mutating func declared() -> String {
    random.chance(0.3) ? day() : pick(["2022-03-31", "2022-04-01", "2022-04-02"])
  }
}
