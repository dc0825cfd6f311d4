import Ingest

/// What the lines of the budget select of the accepted lines of declarations.
struct BudgetUse {
  /// Of one line in its year.
  struct Line {
    /// Cents per month of the year, by the basis date.
    fileprivate(set) var nets = [Int64](repeating: 0, count: 12)
    /// Distinct, with a placement whose net in the year is not 0.
    fileprivate(set) var clients = 0
    fileprivate var latestClient: Int32 = -1
    /// By product group and service month, whatever the year: cents in the triangle, and after it.
    fileprivate(set) var courses: [CourseMonth: (declared: Int64, after: Int64)] = [:]
  }

  struct CourseMonth: Hashable {
    let group: Int
    let service: Month
  }

  /// Two lines of a year that select one placement with use in it, by their positions.
  struct Clash: Hashable, Comparable {
    let first, second: Int

    static func < (a: Clash, b: Clash) -> Bool { (a.first, a.second) < (b.first, b.second) }
  }

  /// By position of the line.
  private(set) var lines: [Line]
  /// Distinct clients of all lines of a year.
  private(set) var clientsOfYears: [Int: Int] = [:]
  private(set) var clashes: Set<Clash> = []

  init(_ ledger: Ledger, _ selector: inout BudgetSelector) {
    let rows = selector.rows
    lines = rows.map { _ in Line() }
    let last = ledger.lastCourseMonth
    for increment in ledger.classCourse {
      let key = CourseMonth(
        group: ledger.classes.group(of: increment.classNumber), service: increment.service)
      let isAfter = last.map { increment.course > $0 } ?? true
      for line in selector.lines(ofClass: increment.classNumber) {
        var sums = lines[line].courses[key] ?? (0, 0)
        if isAfter { sums.after += increment.cents } else { sums.declared += increment.cents }
        lines[line].courses[key] = sums
      }
    }
    add(ledger, &selector, rows.map(\.year))
  }

  private mutating func add(
    _ ledger: Ledger, _ selector: inout BudgetSelector, _ yearOfLine: [Int]
  ) {
    var months: [(month: Month, cents: Int64)] = []
    var latestClients: [Int: Int32] = [:]
    for placement in ledger.placements {
      let selecting = selector.lines(ofClass: ledger.classes.classOf(placement))
      if selecting.isEmpty { continue }
      months.removeAll(keepingCapacity: true)
      ledger.forEachActiveMonth(of: placement, in: .all) { months.append(($0, $1)) }
      // Lines come by year.
      var former: Int?
      for line in selecting {
        let year = yearOfLine[line]
        var net: Int64 = 0
        for (month, cents) in months where month.year == year {
          lines[line].nets[month.monthOfYear - 1] += cents
          net += cents
        }
        if net == 0 { continue }
        if lines[line].latestClient != placement.client {
          lines[line].latestClient = placement.client
          lines[line].clients += 1
        }
        if latestClients[year] != placement.client {
          latestClients[year] = placement.client
          clientsOfYears[year, default: 0] += 1
        }
        if let former, yearOfLine[former] == year {
          clashes.insert(Clash(first: former, second: line))
        }
        former = line
      }
    }
  }
}
