import Ingest

extension ColumnName {
  public static let district = ColumnName("gebied")
  public static let inhabitants = ColumnName("inwoners")
  public static let clientsPerThousand = ColumnName("clienten_per_1000")
  public static let amountPerInhabitant = ColumnName("bedrag_per_inwoner")
}

extension Analysis {
  private static let whole = RowSet.all.and(.district, .total)
  private static let districts = RowSet.all.and(.district, .total, isEqual: false)

  /// Use and cost per district, beside its inhabitants.
  public static let districtUse = Analysis(
    name: "wijken",
    title: "Gebruik en kosten per gebied",
    columns: [
      .key(.district), .key(.level), .key(.kind), .count(.inhabitants), .count(.clients),
      .derived(.clientsPerThousand, .ratio(decimals: 4), from: .clients, .inhabitants),
      .count(.indications), .amount(.amount),
      .derived(.amountPerClient, .amount, from: .amount, .clients),
      .derived(.amountPerInhabitant, .amount, from: .amount, .inhabitants),
    ],
    needs: [.clients, .districts],
    countingRules: { parameters in
      [
        parameters.basisRule, parameters.windowRule, CountingRule.net, CountingRule.placement,
        CountingRule.client, CountingRule.indication, CountingRule.recounted,
        CountingRule.district,
        """
        Ontbreekt een wijk in dat peiljaar, dan geldt haar gebied in het dichtstbijzijnde eerdere \
        jaar, en anders in het eerste latere; haar inwoners tellen dan niet mee.
        """,
        """
        Cliënten zonder wijk, met een wijk die niet in gebieden.csv staat, of die zelf niet in \
        clienten.csv staan, zijn onbekend. Subsidies tellen hier niet mee.
        """,
        """
        Is van een wijk het aantal inwoners leeg, dan is dat van haar gebied en van het totaal \
        ook leeg.
        """, CountingRule.rounding,
      ]
    },
    balances: [
      Balance(
        .netInWindow,
        [
          RowSum(districts.and(.level, .kind), to: districts.and(.level, .total), by: [.district]),
          RowSum(districts.and(.level, .kind), to: whole.and(.level, .kind), by: [.kind]),
          RowSum(whole.and(.level, .kind), to: whole.and(.level, .total)),
        ])
    ],
    disclosure: DisclosureDeclaration { table, row in
      let (district, kind) = (table.text(row, .district), table.text(row, .kind))
      let bundle: BundleName =
        table.holds(row, .total, in: .district) ? .market(kind, "") : .district(district, kind)
      return [.clients(bundle), .indications(bundle), .amount(bundle)]
    },
    rows: { ledger in
      guard let clients = ledger.registers.clients, let assignment = DistrictAssignment(ledger)
      else { return [] }
      let unknown = assignment.names.count
      let districtOfClient = assignment.districts(of: clients)
      let kindOfProduct = ledger.registers.products.map(\.kind.rawValue)
      let byDistrict = ledger.invoicedPlacements(into: unknown + 1) {
        districtOfClient[Int($0.client)]
      }
      let kindCount = ProvisionKind.allCases.count
      let byDistrictAndKind = ledger.invoicedPlacements(into: (unknown + 1) * kindCount) {
        districtOfClient[Int($0.client)] * kindCount + kindOfProduct[Int($0.product)]
      }

      var counter = UsageCounter(ledger)
      var rows: [[Cell]] = []
      for district in 0...unknown {
        let isUnknown = district == unknown
        if isUnknown, byDistrict[district].isEmpty { continue }
        let row = DistrictRow(
          name: isUnknown ? Level.unknown.rawValue : assignment.names[district],
          inhabitants: isUnknown ? nil : assignment.inhabitants[district])
        rows += ProvisionKind.allCases.map { kind in
          let positions = byDistrictAndKind[district * kindCount + kind.rawValue]
          return row.cells(kind, counter.usage(of: positions))
        }
        rows.append(row.cells(nil, counter.usage(of: byDistrict[district])))
      }
      let whole = DistrictRow(name: Level.total.rawValue, inhabitants: assignment.totalInhabitants)
      return rows
        + ledger.wholeMarkets().map { market in
          whole.cells(market.kind, counter.usage(of: market.positions))
        }
    })
}

/// The rows of one district.
private struct DistrictRow {
  let name: String
  let inhabitants: Int?

  /// - Parameter kind: Nil for all kinds.
  func cells(_ kind: ProvisionKind?, _ usage: Usage) -> [Cell] {
    [
      .text(name), .level(kind == nil ? .total : .kind),
      kind.map { .text($0.code) } ?? .empty, inhabitants.map(Cell.count) ?? .empty,
      .count(usage.clients),
      .quotient(Int64(usage.clients) * 1000, Int64(inhabitants ?? 0), decimals: 4),
      .count(usage.indications), .number(usage.cents), .cents(usage.cents, per: usage.clients),
      .cents(usage.cents, per: inhabitants ?? 0),
    ]
  }
}

/// Which district (gebied) a wijk belongs to in the year of the report, and its inhabitants.
///
/// The reference year is the file's latest not after the window's last year, else the earliest. A
/// wijk that this year lacks keeps its district of the nearest earlier year, else of the first
/// later one, and adds nothing to the inhabitants.
struct DistrictAssignment {
  /// The districts, byte-wise.
  let names: [String]
  /// Per district; nil when a wijk's cell is empty or the reference year has none of its wijken.
  let inhabitants: [Int?]
  /// Of all districts; nil when a wijk's cell is empty.
  let totalInhabitants: Int?
  /// Inhabitants per age band of each district; nil when a cell of a wijk is empty, or the reference
  /// year has none of its wijken.
  let ageBands: [[Int]?]
  /// Whether the reference year has a wijk with the inhabitants of every age band.
  let hasAgeBands: Bool
  /// The reference year (peiljaar).
  let year: Int
  /// By index into ``Registers/wijken``.
  private let districtOfWijk: [Int?]
  /// Those of the reference year.
  private let rows: [Districts.Row]

  /// - Parameters:
  ///   - wijken: ``Registers/wijken``
  ///   - lastYear: The window's last year; nil without a window: the file's latest.
  init(_ districts: Districts, wijken: [String], lastYear: Int?) {
    let year = Self.referenceYear(among: districts.rows.map(\.year), lastYear: lastYear)
    let rowOfWijk = Dictionary(grouping: districts.rows) { ByteWise($0.wijk) }
      .compactMapValues { Self.row(of: year, among: $0) }
    let areas = Set(rowOfWijk.values.map { ByteWise($0.area) }).sorted()
    let indices = Dictionary(uniqueKeysWithValues: areas.enumerated().map { ($1, $0) })
    self.year = year
    districtOfWijk = wijken.map { wijk in
      rowOfWijk[ByteWise(wijk)].flatMap { indices[ByteWise($0.area)] }
    }
    names = areas.map(\.text)
    rows = rowOfWijk.values.filter { $0.year == year }

    var counted: [ByteWise: Inhabitants] = [:]
    var bands: [ByteWise: [Inhabitants]] = [:]
    let none = Array(repeating: Inhabitants(), count: Districts.Row.ageBands.count)
    for row in rows {
      counted[ByteWise(row.area), default: Inhabitants()].add(row.inhabitants)
      for (band, count) in row.ages.enumerated() {
        bands[ByteWise(row.area), default: none][band].add(count)
      }
    }
    ageBands = areas.map { area in
      guard let sums = bands[area]?.map(\.sum), !sums.contains(nil) else { return nil }
      return sums.compactMap(\.self)
    }
    hasAgeBands = rowOfWijk.values.contains { $0.year == year && !$0.ages.contains(nil) }
    inhabitants = areas.map { counted[$0]?.sum }
    totalInhabitants =
      counted.isEmpty || counted.values.contains { $0.sum == nil }
      ? nil : counted.values.reduce(0) { $0 + ($1.sum ?? 0) }
  }

  /// The assignment of a run; nil without districts.
  init?(_ ledger: Ledger) {
    guard let districts = ledger.registers.districts else { return nil }
    self.init(districts, wijken: ledger.registers.wijken, lastYear: ledger.lastWindowYear)
  }

  /// The latest of a file's years that is not after the window's last one, else the earliest.
  static func referenceYear(among years: [Int], lastYear: Int?) -> Int {
    years.filter { $0 <= lastYear ?? .max }.max() ?? years.min() ?? 0
  }

  /// What a column adds up to over the wijken of each district in the reference year; nil when a wijk's
  /// cell is empty or the reference year has none of its wijken.
  func sums(of column: (Districts.Row) -> Int?) -> [Int64?] {
    var sums: [ByteWise: Inhabitants] = [:]
    for row in rows { sums[ByteWise(row.area), default: Inhabitants()].add(column(row)) }
    return names.map { sums[ByteWise($0)]?.sum.map(Int64.init) }
  }

  /// The reference year, for the counting rules of a run.
  var yearRule: String { "\(SupplyParameters.yearRuleStart)\(year)." }

  /// The index of a client's district; nil is unknown.
  func district(of client: Client) -> Int? {
    guard client.isListed, let wijk = client.wijk else { return nil }
    return district(ofWijk: Int(wijk))
  }

  /// The index of the district of a wijk, an index into ``Registers/wijken``; nil is unknown.
  func district(ofWijk wijk: Int) -> Int? { districtOfWijk[wijk] }

  /// The index of each client's district; the count of ``names`` is unknown.
  func districts(of clients: [Client]) -> [Int] {
    clients.map { district(of: $0) ?? names.count }
  }

  private static func row(of year: Int, among rows: [Districts.Row]) -> Districts.Row? {
    rows.filter { $0.year <= year }.max { $0.year < $1.year } ?? rows.min { $0.year < $1.year }
  }
}

/// A sum that one empty cell makes unknown.
struct Inhabitants {
  private(set) var sum: Int? = 0

  mutating func add(_ count: Int?) {
    guard let known = sum, let count else {
      sum = nil
      return
    }
    sum = known + count
  }
}
