import Ingest

/// One subsidy of one year: a row of `subsidies`; amounts are eurocents.
struct SubsidyRow {
  var recipient: String
  var year: Int
  var granted: Int
  /// `vastgesteld_bedrag`
  var settled: Int?
  /// `voorschot_bedrag`
  var advance: Int?
  /// `kosten_bedrag`
  var costs: Int?
  /// `reserve_begin`
  var openingReserve: Int?
}

/// One amount of one line of the budget: a row of `begroting`; what is empty is left out.
struct BudgetRow {
  var year: Int
  /// `soort`; none is `actueel`.
  var sort: BudgetLine.Sort?
  /// `regel`
  var name = ""
  var kind = ""
  var group = ""
  var area = ""
  var concern = ""
  var lot = ""
  /// `omschrijving`
  var description = ""
  /// Eurocents.
  var cents: Int
  /// Whether the amount is written in thousands.
  var isInThousands = false
}

/// One block of the budget of a year: a row of `bouwstenen`.
struct BlockRow {
  var budget: String
  var year: Int
  var sort: BuildingBlock.Sort
  var description: String
  var size = Size.derived
  /// `over`; none is `cumulatief`.
  var base: BuildingBlock.Base?

  enum Size {
    /// Follows from the year before, or from the index.
    case derived
    /// Eurocents.
    case amount(Int)
    /// Ten-thousandths of a percent.
    case percentage(Int)
  }
}

/// One value of a series of indices: a row of `indexcijfers`.
struct IndexRow {
  var series: String
  var year: Int
  var status: IndexFigure.Status
  /// Ten-thousandths of a percent.
  var value: Int
  /// `vastgesteld_op`
  var fixed: Day
  /// `bron`
  var source: String
}

extension MunicipalityFiles {
  /// Writes `subsidies`, `tarieven` and `begroting`, and, where there are rows for them,
  /// `bouwstenen` and `indexcijfers`.
  func writeMoney(_ municipality: Municipality) throws(RunFailure) {
    try writeSubsidies(municipality.subsidies)
    try writeRates(municipality)
    try writeBudget(municipality.budget)
    if !municipality.blocks.isEmpty { try writeBlocks(municipality.blocks) }
    if !municipality.indices.isEmpty { try writeIndices(municipality.indices) }
  }

  private func writeSubsidies(_ rows: [SubsidyRow]) throws(RunFailure) {
    let further = [
      FurtherColumn(name: "vastgesteld_bedrag", value: \SubsidyRow.settled),
      FurtherColumn(name: "voorschot_bedrag", value: \.advance),
      FurtherColumn(name: "kosten_bedrag", value: \.costs),
      FurtherColumn(name: "reserve_begin", value: \.openingReserve),
    ].filter { column in rows.contains { $0[keyPath: column.value] != nil } }
    let columns = ["ontvanger_naam", "jaar", "verleend_bedrag"] + further.map(\.name)
    try write("subsidies", columns, rows) { writer, row in
      writer.text(row.recipient)
      writer.integer(row.year)
      writer.money(row.granted)
      for column in further { writer.money(row[keyPath: column.value]) }
    }
  }

  private func writeRates(_ municipality: Municipality) throws(RunFailure) {
    let columns = [
      "product_code", "aanbieder_agb", "tarief", "eenheid", "geldig_vanaf", "geldig_tot",
    ]
    try write("tarieven", columns, municipality.rates) { writer, rate in
      let product = municipality.products[rate.product]
      writer.text(product.code)
      writer.text(rate.provider.map { municipality.providers[$0].agb } ?? "")
      writer.money(rate.cents * product.unit.piecesPerDeclared(dialect))
      writer.text(product.unit.declaredCode(dialect))
      writer.day(rate.from)
      if let through = rate.through { writer.day(through) } else { writer.empty() }
    }
  }

  private func writeBudget(_ rows: [BudgetRow]) throws(RunFailure) {
    let further = [
      FurtherColumn(name: "bedrag_schaal", value: \BudgetRow.scale),
      FurtherColumn(name: "soort", value: \.sortName),
      FurtherColumn(name: "regel", value: \.name),
      FurtherColumn(name: "gebied", value: \.area),
      FurtherColumn(name: "concern", value: \.concern),
      FurtherColumn(name: "perceel", value: \.lot),
      FurtherColumn(name: "omschrijving", value: \.description),
    ].filter { column in rows.contains { !$0[keyPath: column.value].isEmpty } }
    let columns =
      ["jaar", "voorzieningsoort", "product_groep", "bedrag_begroot"] + further.map(\.name)
    try write("begroting", columns, rows) { writer, row in
      writer.integer(row.year)
      writer.text(row.kind)
      writer.text(row.group)
      writer.money(row.isInThousands ? row.cents / 1000 : row.cents)
      for column in further { writer.text(row[keyPath: column.value]) }
    }
  }

  /// The blocks of a budget and year are numbered in their order.
  private func writeBlocks(_ rows: [BlockRow]) throws(RunFailure) {
    let columns = [
      "budget", "jaar", "volgorde", "soort", "omschrijving", "bedrag", "percentage", "over",
    ]
    var orders: [Int] = []
    for (index, row) in rows.enumerated() {
      let isNext =
        index > 0 && rows[index - 1].budget == row.budget && rows[index - 1].year == row.year
      orders.append(isNext ? orders[index - 1] + 1 : 1)
    }
    try write("bouwstenen", columns, Array(zip(orders, rows))) { writer, block in
      let (order, row) = block
      writer.text(row.budget)
      writer.integer(row.year)
      writer.integer(order)
      writer.text(row.sort.rawValue)
      writer.text(row.description)
      switch row.size {
      case .derived: for _ in 0..<2 { writer.empty() }
      case .amount(let cents):
        writer.money(cents)
        writer.empty()
      case .percentage(let percentage):
        writer.empty()
        writer.percent(percentage)
      }
      writer.text(row.base?.rawValue ?? "")
    }
  }

  private func writeIndices(_ rows: [IndexRow]) throws(RunFailure) {
    let columns = ["reeks", "jaar", "status", "waarde", "vastgesteld_op", "bron"]
    try write("indexcijfers", columns, rows) { writer, row in
      writer.text(row.series)
      writer.integer(row.year)
      writer.text(row.status.rawValue)
      writer.percent(row.value)
      writer.day(row.fixed)
      writer.text(row.source)
    }
  }
}

/// A column that is written only where a row has a value for it.
private struct FurtherColumn<Row, Value> {
  let name: String
  let value: KeyPath<Row, Value>
}

extension BudgetRow {
  fileprivate var scale: String { isInThousands ? "1000" : "" }
  fileprivate var sortName: String { sort?.rawValue ?? "" }
}

extension RecordWriter {
  fileprivate func money(_ cents: Int?) {
    if let cents { money(cents) } else { empty() }
  }
}
