import Ingest

extension ColumnName {
  public static let granted = ColumnName("verleend")
  public static let advance = ColumnName("voorschot")
  public static let costs = ColumnName("kosten")
  public static let result = ColumnName("resultaat")
  public static let openingReserve = ColumnName("reserve_begin")
  public static let reserveChange = ColumnName("mutatie")
  public static let closingReserve = ColumnName("reserve_eind")
  public static let maximumReserve = ColumnName("reserve_maximum")
  public static let aboveMaximum = ColumnName("boven_maximum")
}

extension Analysis {
  /// What recipients of a lump sum kept of it.
  public static let lumpSums = Analysis(
    name: "lumpsum",
    title: "Resultaat en reserve van subsidies met kosten",
    columns: [
      .key(.recipient), .key(.year, .year), .amount(.granted), .amount(.advance), .amount(.costs),
      .amount(.result), .amount(.openingReserve),
      .derived(.reserveChange, .amount, from: .result, .openingReserve),
      .derived(.closingReserve, .amount, from: .openingReserve, .reserveChange),
      .derived(.maximumReserve, .amount, from: .granted),
      .derived(.aboveMaximum, .amount, from: .closingReserve, .maximumReserve),
    ],
    coverage: .files,
    needs: [.costs],
    countingRules: { parameters in
      [
        """
        De rijen zijn de ontvangers en jaren van subsidies.csv waarvan kosten bekend zijn; meer rijen van \
        een ontvanger en jaar zijn opgeteld. Namen moeten precies gelijk zijn.
        """,
        "Het resultaat is het vastgestelde bedrag, en zonder dat het verleende, min de kosten.",
        """
        De reserve begint met wat is opgegeven, en anders met het eind van het jaar ervoor, of met 0. De \
        mutatie is het resultaat, maar de reserve komt niet onder nul.
        """,
        """
        Het maximum van de reserve is \(inPercent(parameters.money.maximumReserve)) van het verleende \
        bedrag. Boven maximum is wat het eind daarboven is.
        """, "Er tellen geen declaraties mee, en dus ook geen pgb.",
      ]
    },
    laws: [
      TableLaw("reserve_eind is reserve_begin and mutatie, and what begins the next year") {
        table, _ in
        var former: (name: Cell, year: Int64, reserve: Int64)?
        return table.rows.allSatisfy { row in
          let opening = table.number(row, .openingReserve) ?? 0
          let closing = table.number(row, .closingReserve) ?? 0
          let (name, year) = (table.cell(row, .recipient), table.number(row, .year) ?? 0)
          let isNext = former.map { $0.name == name && $0.year == year - 1 } ?? false
          let continues = !isNext || former?.reserve == opening
          former = (name, year, closing)
          return continues && closing == opening + (table.number(row, .reserveChange) ?? 0)
        }
      },
      TableLaw("kosten are all of subsidies.csv") { table, _, ledger in
        table.rows.reduce(0) { $0 + (table.number($1, .costs) ?? 0) }
          == ledger.registers.subsidies.reduce(0) { $0 + ($1.costs ?? 0) }
      },
    ],
    rows: { ledger in
      let share = ledger.parameters.money.maximumReserve
      return Reserves(ledger.registers.subsidies).years.map { $0.cells(maximum: share) }
    })
}

/// Of recipients with costs, year by year, what is left of their subsidies; all in cents.
struct Reserves {
  struct Year {
    let recipient: String
    let year: Int
    fileprivate(set) var granted: Int64 = 0
    fileprivate(set) var advance: Int64?
    fileprivate(set) var costs: Int64 = 0
    /// What was settled, else granted, less the costs.
    fileprivate(set) var result: Int64 = 0
    /// As the file has it.
    fileprivate(set) var givenReserve: Int64?
    fileprivate var givenAt = RegisterOrigin()
    fileprivate(set) var openingReserve: Int64 = 0

    var change: Int64 { max(result, -openingReserve) }
    var closingReserve: Int64 { openingReserve + change }

    func cells(maximum share: Share) -> [Cell] {
      let maximum = Cell.quotient(
        Int128(granted) * Int128(share.billionths), 1_000_000_000, decimals: 0)
      guard case .number(let limit) = maximum else { return [] }
      return [
        .text(recipient), .count(year), .number(granted), advance.map(Cell.number) ?? .empty,
        .number(costs), .number(result), .number(openingReserve), .number(change),
        .number(closingReserve), maximum, .number(max(0, closingReserve - limit)),
      ]
    }
  }

  /// By recipient byte-wise, then by year.
  private(set) var years: [Year] = []
  /// Where a reserve is given that is not what the year before ended with.
  private(set) var contradictions: [RegisterOrigin] = []

  init(_ subsidies: [Subsidy]) {
    let ofRecipients = Dictionary(grouping: subsidies) { ByteWise($0.recipient) }
    for (recipient, rows) in ofRecipients.sorted(by: { $0.key < $1.key }) {
      var former: Year?
      for (number, rows) in Dictionary(grouping: rows, by: \.year).sorted(by: { $0.key < $1.key })
      where rows.contains(where: { $0.costs != nil }) {
        var year = Year(recipient: recipient.text, year: number)
        for row in rows { year.add(row) }
        let carried = former?.year == number - 1 ? former?.closingReserve : nil
        if let given = year.givenReserve, let carried, given != carried {
          contradictions.append(year.givenAt)
        }
        year.openingReserve = year.givenReserve ?? carried ?? 0
        years.append(year)
        former = year
      }
    }
  }
}

extension Reserves.Year {
  fileprivate mutating func add(_ row: Subsidy) {
    granted += row.granted
    result += row.cents - (row.costs ?? 0)
    costs += row.costs ?? 0
    if let given = row.advance { advance = (advance ?? 0) + given }
    if let given = row.openingReserve {
      if givenReserve == nil { givenAt = row.origin }
      givenReserve = (givenReserve ?? 0) + given
    }
  }
}
