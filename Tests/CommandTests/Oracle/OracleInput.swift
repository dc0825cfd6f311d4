extension OracleReport {
  /// All files, read: declarations as they stand, the others typed.
  struct Input {
    /// Every row of the declarations, readable or not.
    let declarations: [Row]
    let hasDebitCredit: Bool
    /// As they were known on the reference date.
    let allocations: [Text: Allocation]
    /// Those decided later, too.
    let allAllocations: [Text: Allocation]
    let products: [Text: Product]
    /// By AGB code.
    let providers: [Text: Provider]
    /// Nil without a file.
    let clients: [Text: Client]?
    let districts: [District]?
    let subsidies: [Subsidy]
    let rates: [Rate]?
    let contracts: [Contract]?
    let budgets: [PersonalBudget]?
    let budgetLines: [BudgetLine]?
    let blocks: [Block]?
    let indexFigures: [IndexFigure]?
    /// Whether a row of allocations stands under a header that has `leveringsvorm`.
    let hasDeliveryForms: Bool
    let neighbourhoods: [Neighbourhood]

    init(files: [String: String], settings: Settings) throws {
      let parts = try files.sorted { Text($0.key.utf8) < Text($1.key.utf8) }.compactMap {
        try Part(file: $0.key, text: $0.value, headerLines: settings.headerLines)
      }
      func rows(_ name: String) throws -> [Row]? {
        let own = parts.filter { $0.schema.name == name }
        return own.isEmpty ? nil : try own.flatMap { try $0.typedRows }
      }
      func neededRows(_ name: String) throws -> [Row] {
        guard let rows = try rows(name) else { throw Unusable(reason: "no \(name)") }
        return rows
      }

      let declared = parts.filter { $0.schema.name == "declaraties" }
      if declared.isEmpty { throw Unusable(reason: "no declaraties") }
      declarations = declared.flatMap(\.rows)
      let withDebitCredit = declared.filter { $0.columns.contains("debet_credit") }
      hasDebitCredit = !withDebitCredit.isEmpty
      if hasDebitCredit, withDebitCredit.count < declared.count {
        throw Unusable(reason: "debet_credit in some parts only")
      }
      if !hasDebitCredit { try Signs.refuseUnmapped(declared) }
      let referenceDay = settings.money.referenceDay
      allocations = try Allocation.byNumber(neededRows("toewijzingen"), until: referenceDay)
      allAllocations = try Allocation.byNumber(neededRows("toewijzingen"))
      products = try Product.byCode(neededRows("producten"))
      providers = try Provider.byCode(neededRows("aanbieders"))
      clients = try rows("clienten").map(Client.byIdentifier)
      districts = try rows("gebieden").map { rows in
        let keys = settings.money.districtBudget?.keys ?? []
        return try District.all(
          rows, year: settings.referenceYear,
          readsHouseholds: keys.contains { $0.name == "huishoudens" })
      }
      subsidies = try Subsidy.all(rows("subsidies") ?? [])
      rates = try rows("tarieven")?.map(Rate.init)
      let providers = providers
      contracts = try rows("contracten").map { try Contract.all($0, providers) }
      budgets = try rows("pgb").map(PersonalBudget.all)
      blocks = try rows("bouwstenen").map(Block.all)
      indexFigures = try rows("indexcijfers").map(IndexFigure.all)
      let known: [String: Set<Text>] = [
        "voorzieningsoort": Set(Product.kinds),
        "product_groep": Set(products.values.map(\.group)),
        "gebied": Set((districts ?? []).map(\.area)),
        "concern": Set(providers.values.map(\.concern)),
        "perceel": Set(products.values.map(\.lot).filter { !$0.isEmpty }),
      ]
      budgetLines = try rows("begroting").map { try BudgetLine.all($0, known: known) }
      hasDeliveryForms = try parts.contains { part in
        guard part.schema.name == "toewijzingen", part.columns.contains("leveringsvorm") else {
          return false
        }
        return try part.typedRows.contains { !Allocation.isLater($0, than: referenceDay) }
      }
      neighbourhoods = parts.filter { $0.schema.name == "gebieden" }.flatMap(\.rows).compactMap {
        Neighbourhood($0, year: settings.referenceYear)
      }
    }
  }

  /// One CSV file: a file of the contract, or a part of one.
  struct Part {
    let schema: Schema
    /// Our column at each position of the header; nil where it is not one of ours.
    let columns: [String?]
    let rows: [Row]

    /// Nil for a file that is none of the contract's.
    init?(file: String, text: String, headerLines: [String: Int]) throws {
      guard let schema = Schema.all.first(where: { $0.owns(file: file) }) else { return nil }
      let records = try Parser.records(of: text, headerLine: headerLines[schema.name])
      guard let first = records.first, !first.isBroken else {
        throw Unusable(reason: "\(file): no header")
      }
      let header = try FileHeader(first.fields, schema: schema, file: file)
      self.schema = schema
      columns = header.columns
      rows = records.dropFirst().map { Row(file: file, record: $0, header: header) }
    }

    /// The rows of a file other than the declarations, without totals.
    var typedRows: [Row] {
      get throws {
        // The configuration gives peiljaar only where the file does not.
        let needed = schema.needed + (columns.contains("peiljaar") ? ["peiljaar"] : [])
        let others = needed.filter { $0 != columns.first }
        var typed: [Row] = []
        for row in rows {
          if schema.name == "gebieden", try District.isOtherRegion(row) { continue }
          // A total is only taken for one when another needed column of it is empty.
          if row.isTotal, others.contains(where: { row[$0].isEmpty }) { continue }
          guard row.isReadable else { throw row.unusable("row") }
          if let column = schema.used.first(where: row.isFlawed) { throw row.unusable(column) }
          if let column = needed.first(where: { row[$0].isEmpty }) {
            throw row.unusable(column)
          }
          typed.append(row)
        }
        return typed
      }
    }
  }
}
