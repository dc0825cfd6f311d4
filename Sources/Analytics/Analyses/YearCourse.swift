import Ingest

extension ColumnName {
  public static let declarations = ColumnName("declaraties")
  public static let subsidies = ColumnName("subsidies")
  public static let pricePerUnit = ColumnName("prijs_per_eenheid")
  public static let amountIndex = ColumnName("index_bedrag")
  public static let clientIndex = ColumnName("index_clienten")
  public static let constantAmount = ColumnName("bedrag_vast")
  public static let constantIndex = ColumnName("index_vast")
}

extension Analysis {
  private static let kindsByYear = RowSum(.level(.kind), to: .level(.total), by: [.year])

  /// Use, costs and prices year by year, and what the costs are at the prices of one year.
  public static let yearCourse = Analysis(
    name: "jaarverloop",
    title: "Gebruik, kosten en prijzen per jaar",
    columns: [
      .key(.level), .key(.kind), .key(.productGroup), .key(.year, .year), .text(.isWhole),
      .count(.indications), .count(.clients), .count(.providers), .amount(.declarations),
      .amount(.subsidies), .derived(.amount, .amount, from: .declarations, .subsidies),
      .derived(.share, .share, from: .amount), .text(.unit),
      .derived(.volumeEffect, .ratio(decimals: 2), from: .declarations),
      .derived(.amountPerClient, .amount, from: .declarations, .clients),
      .derived(.pricePerUnit, .ratio(decimals: 4), from: .declarations, .volumeEffect),
      .derived(.amountIndex, .ratio(decimals: 1), from: .amount),
      .derived(.clientIndex, .ratio(decimals: 1), from: .clients),
      .derived(.constantAmount, .amount, from: .amount),
      .derived(.constantIndex, .ratio(decimals: 1), from: .amount),
    ],
    coverage: .allMonths,
    needs: [.linesOrSubsidies],
    countingRules: { parameters in
      [
        parameters.basisRule,
        """
        De jaren zijn kalenderjaren, van het eerste tot en met het laatste met een goedgekeurde regel \
        of een subsidie, los van de periode van de andere tabellen. Elk jaar is een eigen periode.
        """, CountingRule.net, CountingRule.placement, CountingRule.client, CountingRule.indication,
        CountingRule.provider, CountingRule.group,
        """
        Subsidies tellen als algemene voorziening en in het totaal: het vastgestelde bedrag, en anders \
        het verleende. Het bedrag is declaraties plus subsidies; het aandeel is dat in het totaal van \
        het jaar.
        """,
        """
        Een jaar is volledig als januari en december tussen de eerste en de laatste maand van de \
        goedgekeurde regels liggen. Een rij met alleen subsidies is volledig.
        """,
        """
        De eenheid en het volume staan er als alle regels van de rij één eenheid hebben (minuten en \
        uren zijn samen uren, 04) en dat geen euro's zijn. bedrag_per_client en prijs_per_eenheid zijn \
        van de declaraties.
        """,
        """
        Een index is 100 keer de waarde, gedeeld door die van het basisjaar in dezelfde rij. \
        bedrag_vast is het bedrag in prijzen van het basisjaar: gedeeld door (1 + toegepast) van de \
        tabel indexatie voor elk jaar na het basisjaar tot en met het jaar zelf, of voor een eerder \
        jaar daarmee vermenigvuldigd. Ontbreekt van een van die jaren het cijfer, dan blijft het leeg.
        """, CountingRule.personalBudgets, CountingRule.recounted, CountingRule.rounding,
      ]
    },
    datedRules: { ledger in
      guard let year = ledger.baseYear else {
        return [
          "Er is geen basisjaar: geen jaar is volledig gedeclareerd, en er is geen opgegeven."
        ]
      }
      let isDeclared = ledger.parameters.money.baseYear != nil
      return [
        "Het basisjaar is \(year)\(isDeclared ? "" : ", het eerste jaar dat volledig is gedeclareerd")."
      ]
    },
    balances: [
      Balance(
        .net, [RowSum(.level(.productGroup), to: .level(.kind), by: [.kind, .year]), kindsByYear],
        of: .declarations),
      Balance(nil, [kindsByYear], of: .subsidies), Balance(nil, [kindsByYear]),
    ],
    laws: [
      TableLaw("bedrag is declaraties and subsidies") { table, _ in
        table.rows.allSatisfy { row in
          table.number(row, .amount) ?? 0
            == (table.number(row, .declarations) ?? 0) + (table.number(row, .subsidies) ?? 0)
        }
      }
    ],
    rows: { ledger in YearTable(ledger).rows })
}

/// The rows of `jaarverloop`.
private struct YearTable {
  private let ledger: Ledger
  private let uses: YearUses
  private let years: ClosedRange<Int>
  /// By year.
  private let subsidies: [Int: Int64]
  private let baseYear: Int?
  private let prices: ConstantPrices?

  init(_ ledger: Ledger) {
    self.ledger = ledger
    uses = YearUses(ledger)
    var subsidies: [Int: Int64] = [:]
    for subsidy in ledger.registers.subsidies {
      subsidies[subsidy.year, default: 0] += subsidy.cents
    }
    self.subsidies = subsidies
    let all = Array(subsidies.keys) + (uses.years.map { [$0.lowerBound, $0.upperBound] } ?? [])
    let first = all.min() ?? 0
    years = first...(all.max() ?? first)
    baseYear = ledger.baseYear
    prices = baseYear.map { ConstantPrices(of: $0, applied: ledger.priceIndex.appliedMillionths) }
  }

  var rows: [[Cell]] {
    let groups = ledger.registers.productGroups
    let ofGroups = uses.pairs.indices.flatMap { pair -> [[Cell]] in
      let (kind, group) = uses.pairs[pair]
      let row = years.map { uses.use(ofPair: pair, in: $0) }
      if row.allSatisfy({ $0.clients == 0 }) { return [] }
      return cells(
        (.level(.productGroup), .text(kind.code), .text(groups[group])), row, hasSubsidies: false)
    }
    let ofKinds = ProvisionKind.allCases.flatMap { kind in
      cells(
        (.level(.kind), .text(kind.code), .empty), years.map { uses.use(of: kind, in: $0) },
        hasSubsidies: kind == .general)
    }
    let whole = years.map { uses.use(in: $0) }
    return ofGroups + ofKinds + cells((.level(.total), .empty, .empty), whole, hasSubsidies: true)
  }

  private typealias Keys = (level: Cell, kind: Cell, group: Cell)

  private func cells(_ keys: Keys, _ uses: [YearUse], hasSubsidies: Bool) -> [[Cell]] {
    func use(_ year: Int) -> YearUse { uses[year - years.lowerBound] }
    func amount(_ year: Int) -> Int64 {
      use(year).cents + (hasSubsidies ? subsidies[year] ?? 0 : 0)
    }
    let base = baseYear.flatMap { years.contains($0) ? $0 : nil }
    let (baseAmount, baseClients) = (base.map(amount) ?? 0, base.map { use($0).clients } ?? 0)
    return years.map { year in
      let (use, amount) = (use(year), amount(year))
      let isOfSubsidies = hasSubsidies && subsidies[year] != nil && use.clients == 0
      let isWhole = isOfSubsidies || ledger.isWhole(year)
      let total = self.uses.use(in: year).cents + (subsidies[year] ?? 0)
      return [
        keys.level, keys.kind, keys.group, .count(year), .text(isWhole ? "ja" : "nee"),
        .count(use.indications), .count(use.clients), .count(use.providers), .number(use.cents),
        .number(amount - use.cents), .number(amount), .share(amount, of: total),
        use.unit.map { .text($0.code) } ?? .empty, use.volumeCell,
        .cents(use.cents, per: use.clients), use.priceCell,
        .quotient(100 * Int128(amount), Int128(baseAmount), decimals: 1),
        .quotient(100 * Int128(use.clients), Int128(baseClients), decimals: 1),
        prices?.cents(amount, of: year) ?? .empty,
        prices?.index(amount, of: year, over: baseAmount) ?? .empty,
      ]
    }
  }
}

extension Ledger {
  /// Whether January and December lie between the first and the last basis month of accepted lines.
  func isWhole(_ year: Int) -> Bool {
    guard let months else { return false }
    return months.contains(Month(year: year, month: 1))
      && months.contains(Month(year: year, month: 12))
  }

  /// The year that indices and constant prices go by: as declared, else the first that is whole; nil
  /// where none is.
  var baseYear: Int? {
    if let year = parameters.money.baseYear { return year }
    guard let months else { return nil }
    return (months.lowerBound.year...months.upperBound.year).first(where: isWhole)
  }
}
