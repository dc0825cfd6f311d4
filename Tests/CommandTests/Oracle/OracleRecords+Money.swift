extension OracleReport {
  /// A row of `bouwstenen.csv`.
  struct Block {
    let budget: Text
    let year: Int
    let order: Int
    let sort: Text
    let description: Text
    /// In cents.
    let amount: Int?
    /// In ten-thousandths of a percent.
    let percentage: Int?
    let isOfBase: Bool

    static let sorts: [Text] = [
      "basis", "index", "toevoeging", "korting", "groei", "afrekening", "eenmalig",
    ]

    static func all(_ rows: [Row]) throws -> [Block] {
      // A number is compared as it is read.
      let rows = try rows.map { row in
        var row = row
        let order = try row.required("volgorde", row["volgorde"].wholeNumber)
        row.values["volgorde"] = Text(String(order).utf8)
        return row
      }
      return try distinct(rows, key: ["budget", "jaar", "volgorde"]).map(Block.init)
    }

    private init(_ row: Row) throws {
      budget = row["budget"]
      year = try row.required("jaar", row["jaar"].year)
      order = try row.required("volgorde", row["volgorde"].wholeNumber)
      sort = try row.word("soort", among: Self.sorts)
      description = row["omschrijving"]
      amount = try row.optional("bedrag") { Number($0, decimals: 2) }?.value
      percentage = try row.percent("percentage")
      let base: Text =
        try row["over"].isEmpty ? "" : row.word("over", among: ["basis", "cumulatief"])
      isOfBase = base == "basis"
      if amount != nil, percentage != nil { throw row.unusable("bedrag") }
      if amount == nil, percentage == nil, !["basis", "index"].contains(sort) {
        throw row.unusable("bedrag")
      }
      if sort == "korting", amount ?? percentage ?? 0 <= 0 { throw row.unusable("bedrag") }
    }
  }

  /// A row of `indexcijfers.csv`.
  struct IndexFigure {
    let series: Text
    let year: Int
    let isDefinitive: Bool
    /// In ten-thousandths of a percent.
    let value: Int
    let fixed: Day

    static func all(_ rows: [Row]) throws -> [IndexFigure] {
      let rows = try rows.map { row in
        var row = row
        row.values["status"] = try row.word("status", among: ["voorlopig", "definitief"])
        let fixed = try row.required("vastgesteld_op", Day(row["vastgesteld_op"]))
        row.values["vastgesteld_op"] = Text(String(fixed.number).utf8)
        return row
      }
      return try distinct(rows, key: ["reeks", "jaar", "status", "vastgesteld_op"]).map { row in
        IndexFigure(
          series: row["reeks"], year: try row.required("jaar", row["jaar"].year),
          isDefinitive: row["status"] == "definitief",
          value: try row.required("waarde", row.percent("waarde")),
          fixed: Day(
            number: try row.required("vastgesteld_op", Int(row["vastgesteld_op"].description))))
      }
    }
  }

  /// The rows of one `regel` of one year of `begroting.csv`.
  struct BudgetLine {
    let year: Int
    let name: Text
    /// What it selects by; empty: anything.
    let kind: Text
    let group: Text
    let area: Text
    let concern: Text
    let lot: Text
    /// In cents, by `soort`.
    var amounts: [Text: Int] = [:]

    static let sorts: [Text] = ["primitief", "actueel", "plafond", "taakstelling"]

    static let keys = ["voorzieningsoort", "product_groep", "gebied", "concern", "perceel"]

    /// `known`: the names that there are, by key.
    static func all(_ rows: [Row], known: [String: Set<Text>]) throws -> [BudgetLine] {
      let rows = try rows.map { row in
        var row = row
        row.values["soort"] =
          try row["soort"].isEmpty ? "actueel" : row.word("soort", among: sorts)
        for key in keys where !row[key].isEmpty {
          guard known[key]?.contains(row[key]) ?? false else { throw row.unusable(key) }
        }
        let given = keys.map { row[$0] }.filter { !$0.isEmpty }
        if row["regel"].isEmpty {
          row.values["regel"] = given.isEmpty ? "totaal" : Text.joined(given, by: " / ")
        }
        return row
      }
      var lines: [BudgetLine] = []
      for row in try distinct(rows, key: ["jaar", "soort", "regel"]) {
        let line = BudgetLine(
          year: try row.required("jaar", row["jaar"].year), name: row["regel"], kind: row[keys[0]],
          group: row[keys[1]], area: row[keys[2]], concern: row[keys[3]], lot: row[keys[4]])
        let scales: [Text: Int] = ["": 1, "1": 1, "1000": 1000]
        let scale = try row.required("bedrag_schaal", scales[row["bedrag_schaal"]])
        let amount = try row.required(
          "bedrag_begroot", Number(row["bedrag_begroot"], decimals: 2))
        let place = lines.firstIndex { $0.year == line.year && $0.name == line.name }
        if let place, lines[place].selection != line.selection { throw row.unusable("regel") }
        if place == nil { lines.append(line) }
        lines[place ?? lines.count - 1].amounts[row["soort"]] = amount.value * scale
      }
      return lines.sorted { ($0.year, $0.name) < ($1.year, $1.name) }
    }

    private var selection: [Text] { [kind, group, area, concern, lot] }

    /// `actueel`, else `plafond`, else `primitief`; in cents.
    var budget: Int? { amounts["actueel"] ?? amounts["plafond"] ?? amounts["primitief"] }

    /// Whether the subsidies of its year belong to it.
    var takesSubsidies: Bool {
      [group, area, concern, lot].allSatisfy(\.isEmpty) && (kind.isEmpty || kind == "algemeen")
    }
  }
}

extension OracleReport.Row {
  /// One of some words, case ignored.
  fileprivate func word(
    _ column: String, among words: [OracleReport.Text]
  ) throws -> OracleReport.Text {
    let word = self[column].lowercased
    return try required(column, words.contains(word) ? word : nil)
  }

  /// In ten-thousandths of a percent.
  fileprivate func percent(_ column: String) throws -> Int? {
    try optional(column) { OracleReport.Number($0, decimals: 4, isMoney: false) }?.value
  }
}
