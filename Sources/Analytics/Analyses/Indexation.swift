import Ingest

extension ColumnName {
  public static let provisional = ColumnName("voorlopig")
  public static let definitive = ColumnName("definitief")
  public static let ownIndex = ColumnName("eigen")
  public static let correction = ColumnName("correctie")
  public static let appliedIndex = ColumnName("toegepast")
}

extension Analysis {
  /// By how much prices go up each year, and what settles the year before.
  public static let indexation = Analysis(
    name: "indexatie",
    title: "Indexcijfers per jaar, en wat wordt toegepast",
    columns: [
      .key(.year, .year), .percent(.provisional), .percent(.definitive),
      .derived(.ownIndex, .ratio(decimals: 4), from: .provisional, .definitive),
      .derived(.correction, .ratio(decimals: 4), from: .provisional, .definitive),
      .derived(.appliedIndex, .ratio(decimals: 6), from: .ownIndex, .correction),
    ],
    coverage: .files,
    needs: [.indices],
    countingRules: { $0.money.index.rules + [$0.figureRule] },
    laws: [
      TableLaw("toegepast is eigen and correctie, within one unit of its last decimal") {
        table, _, ledger in
        let scale = (ledger.parameters.money.index.decimals..<6).reduce(Int64(1)) { scale, _ in
          scale * 10
        }
        return table.rows.allSatisfy { row in
          guard let applied = table.number(row, .appliedIndex),
            let own = table.number(row, .ownIndex), let correction = table.number(row, .correction)
          else { return true }
          // What rounding these two to four decimals leaves, besides.
          return abs(applied * scale - 100 * (own + correction)) <= scale + 100
        }
      }
    ],
    remarks: { $0.priceIndex.remarks },
    shape: { parameters, columns in
      columns.map { column in
        column.name == .appliedIndex
          ? .derived(
            column.name, .ratio(decimals: parameters.money.index.decimals),
            from: .ownIndex, .correction)
          : column
      }
    },
    rows: { ledger in
      ledger.priceIndex.years.map { year in
        let correction = year.correction ?? Fraction(0)
        return [
          .count(year.year), .percent(year.provisional), .percent(year.definitive),
          .percent(year.own), year.own == nil ? .empty : .percent(correction),
          year.applied.map(Cell.number) ?? .empty,
        ]
      }
    })
}

extension Column {
  /// A percentage with four decimals that is a figure of its own.
  static func percent(_ name: ColumnName) -> Column {
    Column(name: name, type: .ratio(decimals: 4), role: .description)
  }
}

extension Cell {
  /// Of hundred-millionths of a percent, with four decimals; empty for nil.
  fileprivate static func percent(_ value: Int128?) -> Cell {
    value.map { percent(Fraction($0)) } ?? .empty
  }

  fileprivate static func percent(_ value: Fraction) -> Cell {
    value.rounded(over: Fraction(PriceIndex.percent), decimals: 4).map(Cell.number) ?? .empty
  }
}

extension PriceIndex {
  /// Years in which nothing was settled, and years without an index.
  fileprivate var remarks: [String] {
    let unsettled = years.filter { $0.own != nil && $0.correction == nil }
    let unknown = years.filter { $0.own == nil }
    return [
      Self.remark(
        "'correctie' is 0, as the year before lacks a 'voorlopig' or a 'definitief' figure of "
          + "some series, in", unsettled),
      Self.remark("'toegepast' is empty, as no status has a figure of every series, in", unknown),
    ].compactMap(\.self)
  }

  private static func remark(_ text: String, _ years: [Year]) -> String? {
    if years.isEmpty { return nil }
    return "\(text) \(years.map { String($0.year) }.joined(separator: ", "))"
  }
}

extension CountingParameters {
  fileprivate var figureRule: String {
    guard let referenceDay else {
      return "Van elke reeks, jaar en status telt het cijfer dat het laatst is vastgesteld."
    }
    return
      "Van elke reeks, jaar en status telt het cijfer dat het laatst is vastgesteld, tot en met "
      + "\(referenceDay.iso)."
  }
}

extension IndexParameters {
  fileprivate var rules: [String] {
    let parts = weights.map { weight in
      "\(inPercent(billionths: weight.tenThousandths * 100_000)) \(weight.name)"
    }
    return [
      "Het indexcijfer is de gewogen som van de reeksen: \(parts.joined(separator: ", ")).",
      """
      Eigen is het voorlopige cijfer van het jaar zelf, en zonder dat het definitieve. Correctie \
      verrekent dat het definitieve cijfer van het jaar ervoor anders is dan het voorlopige; is een \
      van beide er niet, dan is zij 0.
      """, formRule,
      """
      Toegepast is eigen plus correctie, afgerond op \(decimals) decimalen. Alles is in procenten en \
      exact berekend.
      """,
    ]
  }

  private var formRule: String {
    switch form {
    case .additive: "De vorm is additief: definitief min voorlopig van het jaar ervoor."
    case .chained:
      """
      De vorm is geketend: (1 + definitief) / (1 + voorlopig) van het jaar ervoor, maal (1 + eigen), \
      min (1 + eigen).
      """
    case .association:
      """
      De vorm is vng-2024: de gewogen som over de reeksen van (1 + definitief) / (1 + voorlopig) - 1 \
      van het jaar ervoor. Eigen en correctie zijn apart afgerond voordat zij worden opgeteld.
      """
    }
  }
}
