import Analytics
import Ingest

/// The base cells of a run, bundle by bundle, as its tables declare them.
struct BaseFigures {
  /// Numbers of clients and of indications, and cents.
  private(set) var bundles: [BundleName: [Measure: Int64]] = [:]
  /// Bundles that are hidden with another one.
  private var hosts: [BundleName: BundleName] = [:]
  /// What is public and added to an amount where it stands a second time.
  private(set) var publicAmounts: [BundleName: Int64] = [:]
  /// Two different figures that came to one name, which then says nothing.
  private(set) var hasAmbiguousNames = false
  /// What the rows of the tables are about.
  let rows: RowNames

  init(_ tables: [Table]) {
    rows = RowNames(tables)
    // A market's clients must be known before those of its three largest concerns.
    for analysis in Analysis.disclosed {
      for table in tables where table.name == analysis.name { read(table) }
    }
    addGroupAmounts()
  }

  subscript(name: BundleName) -> [Measure: Int64]? { bundles[name] }

  /// The bundle without which a count is not shown, if there is one.
  func host(of name: BundleName) -> BundleName? { hosts[name] }

  func clients(_ name: BundleName) -> Int64 { bundles[name]?[.clients] ?? 0 }

  private mutating func read(_ table: Table) {
    guard let declaration = Analysis.declaring(table)?.disclosure else { return }
    var sums: [BundleName: Int64] = [:]
    for row in table.rows {
      let figures = declaration.figures(in: row, of: table)
      for figure in figures {
        if let host = figure.host { hosts[figure.bundle] = host }
        guard let measure = figure.measure, let number = table.number(row, figure.column) else {
          continue
        }
        switch figure.holding {
        case .value: add(number, measure, to: figure.bundle)
        case .numerator:
          let whole = figures.first { $0.column == figure.column && $0.holding == .denominator }
          guard let whole, let count = bundles[whole.bundle]?[measure] else { continue }
          add(Self.part(number, of: count), measure, to: figure.bundle)
        case .denominator:
          // The clients of a group stand nowhere; each is of one age.
          guard bundles[figure.bundle]?[measure] == nil else { continue }
          sums[figure.bundle, default: 0] += table.number(row, .clients) ?? 0
        case .withSubsidies:
          publicAmounts[figure.bundle] = number - (bundles[figure.bundle]?[measure] ?? 0)
        case .substitute: continue
        }
      }
    }
    for (bundle, sum) in sums where bundles[bundle]?[.clients] == nil {
      bundles[bundle, default: [:]][.clients] = sum
    }
  }

  private mutating func add(_ value: Int64, _ measure: Measure, to bundle: BundleName) {
    if let known = bundles[bundle]?[measure], known != value { hasAmbiguousNames = true }
    bundles[bundle, default: [:]][measure] = value
  }

  /// The whole number of which a share in millionths was made.
  private static func part(_ share: Int64, of whole: Int64) -> Int64 {
    Int64((Int128(share) * Int128(whole) + 500_000) / 1_000_000)
  }

  /// A group's amount stands in no column, but its ages add up to it.
  private mutating func addGroupAmounts() {
    for group in rows.groups {
      bundles[.group(group), default: [:]][.amount] = rows.ageClasses.reduce(0) {
        $0 + (bundles[.age(group, $1)]?[.amount] ?? 0)
      }
    }
  }
}
