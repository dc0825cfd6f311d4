extension OracleReport {
  /// An allocation (toewijzing), after the rule for several rows of one number.
  struct Allocation {
    let number: Text
    let client: Text
    let agb: Text
    let indication: Indication
    let category: Text
    let product: Text
    let start: Day
    /// `einddatum`; nil where it is open.
    var end: Day?
    /// `stop_datum_levering`; nil where it is open, or none can be read.
    let stop: Day?
    /// `zin` or `pgb`; empty where it is neither.
    let deliveryForm: Text
    /// `reden_beeindiging`, two digits; empty where it is none.
    let endReason: Text
    /// In hundredths.
    let volume: Int?
    let unit: Text
    let frequency: Text
    /// In cents.
    let budget: Int?
    let isDeleted: Bool

    init(_ row: Row) throws {
      number = row["toewijzing_nummer"]
      client = row["client_id"]
      agb = row["aanbieder_agb"]
      guard agb.isAGB else { throw row.unusable("aanbieder_agb") }
      indication =
        row["beschikking_nummer"].isEmpty
        ? .allocation(row["toewijzing_nummer"]) : .decision(row["beschikking_nummer"])
      category = try row.code("product_categorie", in: Codes.categories)
      product = row["product_code"]
      start = try row.required("ingangsdatum", Day(row["ingangsdatum"]))
      end = try row.openEnd("einddatum")
      stop = try? row.openEnd("stop_datum_levering")
      let form = row["leveringsvorm"].lowercased
      deliveryForm = form == "zin" || form == "pgb" ? form : ""
      endReason = row["reden_beeindiging"].digits(2) ?? ""
      volume = try row.optional("volume") { Number($0, decimals: 2, isMoney: false) }?.value
      unit = try row.code("eenheid", in: Codes.units)
      frequency = row["frequentie"]
      let frequencies: [Text] = ["", "1", "2", "3", "4", "5", "6"]
      guard frequencies.contains(frequency) else { throw row.unusable("frequentie") }
      budget = try row.optional("budget") { Number($0, decimals: 2) }?.value
      isDeleted = row["reden_wijziging"] == "13"
    }

    /// `until`: rows of later days are as if not there, though they must be readable.
    static func byNumber(_ rows: [Row], until: Day? = nil) throws -> [Text: Allocation] {
      var winners: [Text: Row] = [:]
      for row in rows {
        _ = try Allocation(row)
        _ = try row.optional("toewijzingsdatum") { Day($0) }
        if isLater(row, than: until) { continue }
        let number = row["toewijzing_nummer"]
        if let other = winners[number], !goes(row, before: other) { continue }
        winners[number] = row
      }
      return try winners.mapValues(Allocation.init)
    }

    static func isLater(_ row: Row, than day: Day?) -> Bool {
      guard let day, let decided = Day(row["toewijzingsdatum"]) else { return false }
      return decided > day
    }

    /// The latest date, then a deletion, then the greatest row.
    private static func goes(_ row: Row, before other: Row) -> Bool {
      // No date comes before all dates.
      let first: Day = "0001-01-01"
      let dates = (
        Day(row["toewijzingsdatum"]) ?? first, Day(other["toewijzingsdatum"]) ?? first
      )
      guard dates.0 == dates.1 else { return dates.0 > dates.1 }
      let deletions = (row["reden_wijziging"] == "13", other["reden_wijziging"] == "13")
      guard deletions.0 == deletions.1 else { return deletions.0 }
      let columns = Schema.all.first { $0.name == "toewijzingen" }?.columns ?? []
      return columns.map { other[$0] }.lexicographicallyPrecedes(columns.map { row[$0] })
    }
  }

  /// What is counted as an indication: a decision, or an allocation without one.
  enum Indication: Hashable {
    case decision(Text), allocation(Text)
  }

  /// A client of `clienten.csv`.
  struct Client {
    enum Birth {
      case date(Day), year(Int)
    }

    let birth: Birth?
    /// Without prefix; nil where none is given.
    let wijk: Text?
    /// Eight digits; nil where there is no such code.
    let buurt: Text?
    /// `1234AB` or `1234`; nil where there is no such code.
    let postcode: Text?
    /// Four digits; nil where there is no such code.
    let municipality: Text?
    let death: Day?

    init(_ row: Row) throws {
      let date = try row.optional("geboortedatum") { Day($0) }
      let year = try row.optional("geboortejaar", \.year)
      birth = date.map(Birth.date) ?? year.map(Birth.year)
      if !row["wijk_code"].isEmpty {
        wijk = row["wijk_code"].wijk
      } else if !row["buurt_code"].isEmpty {
        let buurt = row["buurt_code"].withoutDistrictPrefix
        wijk = Text(String(buurt.description.unicodeScalars.prefix(6)).utf8)
      } else {
        wijk = nil
      }
      buurt = row["buurt_code"].digits(8, prefix: "BU")
      postcode = row["postcode"].postcode
      municipality = row["gemeente_code"].digits(4, prefix: "GM")
      death = try row.openEnd("overlijdensdatum")
    }

    static func byIdentifier(_ rows: [Row]) throws -> [Text: Client] {
      var clients: [Text: Client] = [:]
      for row in try distinct(rows, key: ["client_id"]) {
        clients[row["client_id"]] = try Client(row)
      }
      return clients
    }
  }

  /// A row of `gebieden.csv`: a wijk in a reference year.
  struct District {
    let wijk: Text
    let year: Int
    let area: Text
    let inhabitants: Int?
    let households: Int?
    /// By age: 0–14, 15–24, 25–44, 45–64, 65 and older.
    let inhabitantsByAge: [Int?]

    static let ageColumns = ["0_14", "15_24", "25_44", "45_64", "65_plus"].map { "inwoners_" + $0 }

    /// A municipality, a neighbourhood, or what CBS says is not a wijk.
    static func isOtherRegion(_ row: Row) throws -> Bool {
      if row.isFlawed("recs") { throw row.unusable("recs") }
      if !row["recs"].isEmpty, row["recs"].lowercased != "wijk" { return true }
      return row["wijk_code"].hasDistrictPrefix(["GM", "BU"])
    }

    /// `year` is that of the configuration, for a file without the column.
    ///
    /// Nothing reads households but a key of `[wijkbudget]`.
    static func all(_ rows: [Row], year: Int?, readsHouseholds: Bool) throws -> [District] {
      var districts: [District] = []
      for row in try distinct(rows, key: ["wijk_code", "peiljaar"]) {
        let ownYear = try row.optional("peiljaar", \.year)
        let area = row["gebied"].isEmpty ? row["wijk_naam"] : row["gebied"]
        if isReserved(area) { throw row.unusable("gebied") }
        districts.append(
          District(
            wijk: row["wijk_code"].wijk,
            year: try row.required("peiljaar", ownYear ?? year),
            area: area,
            inhabitants: try row.optional("inwoners", \.wholeNumber),
            households: readsHouseholds ? try row.optional("huishoudens", \.wholeNumber) : nil,
            inhabitantsByAge: try ageColumns.map { try row.optional($0, \.wholeNumber) }
          )
        )
      }
      return districts
    }
  }
}
