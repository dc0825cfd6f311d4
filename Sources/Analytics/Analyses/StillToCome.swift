import Ingest

extension ColumnName {
  public static let declared = ColumnName("gedeclareerd")
  public static let method = ColumnName("methode")
  public static let expected = ColumnName("verwacht")
  public static let stillToCome = ColumnName("nog_te_verwachten")
  public static let standardError = ColumnName("standaardfout")
}

extension Analysis {
  private static let groupMonths =
    RowSet.level(.month).and(.productGroup, .total, isEqual: false)
  private static let totalMonths = RowSet.level(.month).and(.productGroup, .total)
  private static let levels = [
    RowSum(groupMonths, to: .level(.productGroup), by: [.productGroup]),
    RowSum(groupMonths, to: totalMonths, by: [.serviceMonth]),
    RowSum(.level(.productGroup), to: .level(.total)),
  ]

  /// What is still to be declared for service months that have passed.
  public static let stillToCome = Analysis(
    name: "nog-te-verwachten",
    title: "Wat nog te declareren is over verstreken maanden",
    columns: [
      .key(.level), .key(.productGroup), .key(.serviceMonth, .month), .amount(.declared),
      .derived(.developed, .share, from: .declared), .text(.method),
      .derived(.expected, .amount, from: .declared),
      .derived(.stillToCome, .amount, from: .declared),
      .derived(.standardError, .amount, from: .declared),
    ],
    coverage: .triangle,
    countingRules: { parameters in
      [
        CountingRule.courseMonths, parameters.triangleRule, parameters.factorRule,
        parameters.methodRule, CountingRule.net, CountingRule.group,
        """
        Verwacht is gedeclareerd plus nog te verwachten. De verwachting is per prestatiemaand en \
        productgroep gemaakt en op centen afgerond; totalen zijn daarvan de som. De rij controle is \
        een eigen schatting uit alle groepen samen, en hoeft daar niet gelijk aan te zijn.
        """,
        """
        De standaardfout (Mack 1993) zegt hoe ver het kan schelen: meestal ligt de uitkomst binnen \
        twee standaardfouten. Zij rekent met het verloop zoals het was, niet met een ander tarief, een \
        andere werkwijze of een aanbieder die nog gaat declareren.
        """,
      ]
    },
    datedRules: { $0.triangleFacts },
    balances: [
      Balance(
        .netInTriangle, levels + [RowSum(.level(.check), to: .level(.total))], of: .declared),
      Balance(nil, levels, of: .expected),
      Balance(nil, levels, of: .stillToCome),
    ],
    laws: [
      TableLaw("verwacht is gedeclareerd plus nog_te_verwachten") { table, _ in
        table.rows.allSatisfy { row in
          table.number(row, .expected) ?? 0
            == (table.number(row, .declared) ?? 0) + (table.number(row, .stillToCome) ?? 0)
        }
      },
      TableLaw("gedeclareerd is the last diagonal of declaratie-driehoek") { table, tables in
        guard let triangle = tables.first(where: { $0.name == declarationTriangle.name }) else {
          return true
        }
        // The row of a month's greatest delay comes last.
        var latest: [[Cell]: Int64] = [:]
        for row in triangle.rows { latest[Array(row[..<2])] = triangle.number(row, .cumulative) }
        return table.rows(at: .month).allSatisfy { row in
          latest[Array(row[1...2])] == table.number(row, .declared)
        }
      },
    ],
    rows: { ledger in
      guard let courses = ledger.courseForecast else { return [] }
      let months = courses.groups.flatMap { course in
        course.monthRows(of: ledger.groupCell(course.group))
      }
      let groups = courses.groups.map { course in
        ExpectedSum(course.forecast).row(.productGroup, ledger.groupCell(course.group))
      }
      var total = ExpectedSum()
      for course in courses.groups { total.add(ExpectedSum(course.forecast)) }
      return months + courses.totalMonthRows + groups + [
        total.row(.total), ExpectedSum(courses.total.forecast).row(.check),
      ]
    })
}

extension CourseForecast.Course {
  fileprivate func monthRows(of group: Cell) -> [[Cell]] {
    forecast.months.enumerated().map { offset, month in
      let age = development.age(triangle.latestDelay(offset))
      return [
        .level(.month), group, .number(Int64(triangle.month(offset).number)),
        .number(month.declared), .rounded(development.share(age), decimals: 6),
        month.method.map { .text($0.rawValue) } ?? .empty,
        .number(month.declared + month.centsToCome), .number(month.centsToCome),
        errorCents(month.variance).map(Cell.number) ?? .empty,
      ]
    }
  }
}

extension CourseForecast {
  /// Each month of all groups together: the sums of the groups' own.
  fileprivate var totalMonthRows: [[Cell]] {
    var sums = [ExpectedSum](repeating: ExpectedSum(), count: total.triangle.monthCount)
    for group in groups {
      let begin = sums.count - group.triangle.monthCount
      for (offset, month) in group.forecast.months.enumerated() { sums[begin + offset].add(month) }
    }
    return sums.enumerated().map { offset, sum in
      sum.row(.month, .level(.total), .number(Int64(total.triangle.month(offset).number)))
    }
  }
}

/// Sums of months' forecasts, of one group or of groups that know nothing of each other.
struct ExpectedSum {
  private(set) var declared: Int64 = 0
  private(set) var toCome: Int64 = 0
  private var variance = 0.0
  private var hasUnknown = false
  private var hasForecast = false

  init() {}

  /// The months of a triangle, which share their factors.
  init(_ forecast: Forecast) {
    for month in forecast.months { add(month) }
    variance = forecast.variance
  }

  /// Nothing, of which no error is known.
  static var unknown: ExpectedSum {
    var sum = ExpectedSum()
    sum.hasUnknown = true
    return sum
  }

  mutating func add(_ month: Forecast.MonthForecast) {
    declared += month.declared
    toCome += month.centsToCome
    variance += month.variance ?? 0
    if month.variance == nil { hasUnknown = true }
    if month.variance != nil, month.method != .complete { hasForecast = true }
  }

  mutating func add(_ other: ExpectedSum) {
    declared += other.declared
    toCome += other.toCome
    variance += other.variance
    hasUnknown = hasUnknown || other.hasUnknown
    hasForecast = hasForecast || other.hasForecast
  }

  /// In cents; nil where a part is unknown and no forecast has one.
  var standardError: Int64? {
    hasUnknown && !hasForecast ? nil : errorCents(variance)
  }

  fileprivate func row(_ level: Level, _ group: Cell = .empty, _ month: Cell = .empty) -> [Cell] {
    [
      .level(level), group, month, .number(declared), .share(declared, of: declared + toCome),
      .empty, .number(declared + toCome), .number(toCome),
      standardError.map(Cell.number) ?? .empty,
    ]
  }
}

extension CountingParameters {
  /// How what is to come is found.
  fileprivate var methodRule: String {
    let prior = course.prior == .mean ? "het gemiddelde" : "de lijn door de bedragen"
    return """
      CL (chain ladder): gedeclareerd maal de factoren die nog volgen. BF (Bornhuetter-Ferguson): waar \
      minder dan \(inPercent(course.bornhuetterFergusonBelow)) binnen is, het \
      deel dat nog komt van \(prior) van de jongste twaalf maanden die wel zo ver zijn. \
      compleet: de maand is uitgelopen. Leeg: er is niets om aan te meten.
      """
  }
}
