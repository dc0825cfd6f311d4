@testable import Samples

extension RandomTown {
  /// A CSV record without its line end: fields in quotes where they must be, and now and then
  /// where they need not.
  mutating func record(_ fields: [String]) -> String {
    fields.map { field in
      if random.chance(0.02), !field.contains("\"") {
        let quoted = "\"=\"\"\(field)\"\"\""
        return random.chance(0.5) ? "=\"\(field)\"" : quoted
      }
      let quoted = "\"" + field.replacing("\"", with: "\"\"") + "\""
      let mustBeQuoted = field.contains { $0 == "," || $0 == "\"" || $0.isNewline }
      guard mustBeQuoted || random.chance(0.05) else {
        return random.chance(0.03) ? one(of: [" ", "\t", "\u{A0}"]) + field + " " : field
      }
      return random.chance(0.1) ? " " + quoted + "\t" : quoted
    }.joined(separator: ",")
  }

  /// A whole file; its columns stand in a random order, and so do its rows. `sound`: further rows,
  /// that nothing is wrong with. `supply`: further columns, before or behind all others.
  mutating func file(
    _ columns: [String], _ rows: [[String: String]], sound: [[String: String]] = [],
    supply: [String] = []
  ) -> String {
    let isFirst = aside { $0.random.chance(0.3) }
    func joined(_ text: String, _ fields: String) -> String {
      if supply.isEmpty { return text }
      return isFirst ? fields + "," + text : text + "," + fields
    }
    func further(_ row: [String: String], _ town: inout RandomTown) -> String {
      town.aside { town in
        var fields = supply.map { row[$0] ?? "" }
        if town.random.chance(0.002), !fields.isEmpty {
          fields[town.random.below(fields.count)] = town.one(of: Self.flaws)
        }
        return town.record(fields)
      }
    }

    var order = random.shuffled(columns)
    if random.chance(0.2) { order.insert("een vreemde kolom", at: random.below(order.count)) }
    let end = one(of: ["\n", "\r\n", "\r"])
    var text = random.chance(0.1) ? "\u{FEFF}" : ""
    // Of a generator of its own, so that what else a seed gives stays as it is.
    var other = SplitMix(seed: seed &+ 3 &+ UInt64(files.count))
    if other.chance(0.1) {
      let lines = ["sep=,", "SEP=,", "\"sep=,\"", ",," + end + "sep=,"]
      text += lines[other.below(lines.count)] + end
    }
    let headers = aside { town in town.record(supply.map { town.header(of: $0) }) }
    text += joined(record(order.map { header(of: $0) }), headers) + end
    for row in random.shuffled(rows) {
      var fields = order.map { row[$0] ?? "" }
      if random.chance(0.002) { fields[random.below(fields.count)] = one(of: Self.flaws) }
      text += joined(record(fields), further(row, &self)) + end
      if random.chance(0.05) { text += one(of: ["", ",,,", "  ", "\"\",\"\""]) + end }
    }
    apart(7) { town in
      for row in sound {
        let fields = town.record(order.map { row[$0] ?? "" })
        text += joined(fields, further(row, &town)) + end
      }
    }
    return text
  }

  /// Values that no column can hold, and some that look like it.
  private static let flaws = ["#N/B", "#n/c", "2,01701E+11", "1E5", "x\u{B}y", "x\ty", "\u{FFFF}"]

  /// A column's name as somebody may have typed it.
  mutating func header(of column: String) -> String {
    switch random.below(12) {
    case 0: column.uppercased()
    case 1: column.replacing("_", with: " ")
    case 2: " " + column.replacing("_", with: "-") + "."
    case 3: "(" + column.replacing("_", with: "/") + "):"
    case 4: "\u{FEFF}" + column + "\u{200B}"
    case 5: "=\"\(column)\""
    case 6: column.replacing("e", with: "ë")
    case 7: Self.aliases[column] ?? column
    default: column
    }
  }

  /// English names that hold in every file but declaraties.
  private static let aliases = [
    "aanbieder_agb": "Provider ID", "client_id": "client", "product_code": "product",
    "toewijzing_nummer": "allocation_id", "ingangsdatum": "start-date", "einddatum": "end_date",
    "wijk_code": "district code", "wijk_naam": "regio", "inwoners": "A_inw", "gebied": "area",
    "naam": "name", "concern": "parent", "omschrijving": "Description", "tarief": "rate",
    "jaar": "year", "peiljaar": "reference_year", "voorzieningsoort": "provision_kind",
    "perceel": "Lot", "rol": "role", "contractvorm": "contract form", "bekostiging": "Funding",
    "plafond": "ceiling", "toegekend": "budget_granted", "besteed": "Budget-spent",
    "postcode": "postal_code", "leveringsvorm": "delivery_form",
    "stop_datum_levering": "delivery stop", "gemeente_code": "municipality_code",
    "reden_beeindiging": "end_reason", "geldig_tot": "valid_to",
  ]

  /// A value that counts as missing.
  mutating func missing() -> String {
    random.chance(0.7)
      ? ""
      : one(of: [
        "NULL", "n.v.t.", "-", "Onbekend", " ", "null", "(null)", "\\N", "None", "NaN", "na", "N/A",
        "NVT", "--",
      ])
  }

  /// Either the value or one that counts as missing.
  mutating func perhaps(_ value: String, share: Double = 0.7) -> String {
    random.chance(share) ? value : missing()
  }

  /// The columns, without some of the optional ones.
  mutating func columns(_ needed: [String], optional: [String]) -> [String] {
    needed + optional.filter { _ in random.chance(0.8) }
  }
}
