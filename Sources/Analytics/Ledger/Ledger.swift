public import Ingest

/// All that the tables need: the registers and the net of every placement per month.
///
/// It grows with the population (placements × months), never with the number of lines. All tables are
/// made from the one that there is, so it is a reference: a copy of its members for every placement
/// that a table walks over would cost more than the table.
public final class Ledger: Sendable {
  public let parameters: CountingParameters
  public let registers: Registers
  /// The reporting window, both days included; nil where an end is not declared and there is no
  /// line to take it from, or where it would end before it begins.
  public let window: ClosedRange<Day>?
  /// First and last day of the reporting window, also of one that would end before it begins and
  /// holds no day; nil where one is neither declared nor to be taken from a line.
  let windowEnds: (first: Day, last: Day)?
  /// From the first to the last basis month of accepted lines; nil without any.
  public let months: ClosedRange<Month>?
  /// Net of all accepted lines per month of ``months``, in cents.
  public let netPerMonth: [Int64]
  /// Every placement, ordered by client: the placements of one client stand together.
  public let placements: [Placement]
  /// The accepted lines, counted.
  public let lines: LineSummary
  /// What was declared when, by group, service month and course month.
  public let course: [CourseIncrement]
  /// The last month of the triangle of declarations (`[declaratieverloop] tot_en_met`); nil where it
  /// is not declared and there is no line to take it from.
  public let lastCourseMonth: Month?
  /// The courses of declarations up to that month; nil without a line in the triangle.
  let courseForecast: CourseForecast?

  /// By class, for what the budget selects; empty without a budget.
  let classCourse: [ClassIncrement]
  let classes: CourseClasses
  let volumes: PeriodVolumes
  /// Nil without `tarieven.csv`.
  let contractUse: ContractUse?
  let use: AllocationUse
  let grid: PeriodGrid
  let store: NetStore

  /// - Parameters:
  ///   - whole: All placements, and what they add up to.
  ///   - months: Those of the accepted lines.
  init(
    _ state: LedgerState, _ whole: LedgerPiece, _ months: ClosedRange<Month>?,
    _ registers: Registers, _ parameters: CountingParameters
  ) {
    let course = state.course.increments(state.classes)
    let lastCourseMonth = parameters.course.lastMonth(latestDay: state.course.latestDay)
    let windowEnds = Ledger.windowEnds(parameters, state.totals.days)
    self.parameters = parameters
    self.registers = registers
    self.months = months
    self.course = course
    self.lastCourseMonth = lastCourseMonth
    self.windowEnds = windowEnds
    grid = state.grid
    store = state.store
    placements = whole.placements
    netPerMonth = whole.netPerMonth
    window = windowEnds.flatMap { $0 <= $1 ? $0...$1 : nil }
    volumes = whole.volumes
    use = state.use
    classes = state.classes
    classCourse = state.classes.isNeeded ? state.course.classIncrements : []
    contractUse = state.contractUse
    courseForecast = lastCourseMonth.flatMap { last in
      CourseForecast(course, last: last, parameters.course)
    }
    lines = LineSummary(
      state, whole, course, last: lastCourseMonth, firstMonth: months?.lowerBound)
  }

  private static func windowEnds(
    _ parameters: CountingParameters, _ days: ClosedRange<Day>?
  ) -> (first: Day, last: Day)? {
    guard let first = parameters.windowFrom ?? days?.lowerBound,
      let last = parameters.windowTo ?? days?.upperBound
    else { return nil }
    return (first, last)
  }
}

/// A placement (voorziening): the accepted lines of one allocation, product and provider.
public struct Placement: Sendable {
  /// Client index.
  public let client: Int32
  /// Indication index.
  public let indication: Int32
  /// Product index.
  public let product: Int32
  /// Provider index.
  public let provider: Int32
  /// Allocation index.
  public let allocation: Int32
  /// Net in the reporting window, in cents; the placement is invoiced there when it is not 0.
  public let windowNet: Int64
  /// The first of its pages; the others follow along the chain.
  let firstPage: UInt32
}

extension Ledger {
  /// The year in which the reporting window ends, also of one that no day lies in; nil where its
  /// end is not declared and there is no line to take it from.
  var lastWindowYear: Int? {
    parameters.windowTo?.year ?? months?.upperBound.year
  }

  /// The last month in which use is known but for a small rest (contract, `verblijfsduur`: D); nil
  /// without a line in the triangle.
  var lastDevelopedMonth: Month? {
    guard let last = lastCourseMonth, let courses = courseForecast else { return nil }
    switch parameters.basis {
    case .declaration: return last
    case .service:
      let delay = courses.developedDelay(parameters.course.developedFrom)
      return Month(number: last.number - Int32(delay))
    }
  }

  /// Which lines count for a month's net.
  public enum Scope: Sendable {
    /// All accepted lines.
    case all
    /// The lines inside the reporting window.
    case window
    /// The lines inside the sequence window.
    case sequence
  }

  /// Calls `body` with each month in which the placement's net from the lines of `scope` is not 0,
  /// in rising order, and that net in cents.
  @inline(__always)
  public func forEachActiveMonth(
    of placement: Placement, in scope: Scope, _ body: (Month, Int64) -> Void
  ) {
    var month: Month?
    var net: Int64 = 0
    store.forEachNet(of: placement) { cell, cents in
      guard grid.contains(cell, in: scope) else { return }
      // The cells of a month follow each other.
      if let known = month, known != grid.months[cell] {
        if net != 0 { body(known, net) }
        net = 0
      }
      month = grid.months[cell]
      net += cents
    }
    if let month, net != 0 { body(month, net) }
  }
}

extension PeriodGrid {
  @inline(__always)
  func contains(_ cell: Int, in scope: Ledger.Scope) -> Bool {
    switch scope {
    case .all: true
    case .window: isInWindow[cell]
    case .sequence: isInSequence[cell]
    }
  }
}

extension NetStore {
  /// Calls `body` with each cell in which the placement's net is not 0, in rising order, and that net
  /// in cents.
  @inline(__always)
  func forEachNet(of placement: Placement, _ body: (_ cell: Int, _ cents: Int64) -> Void) {
    var index = Int(placement.firstPage)
    repeat {
      let page = self.page(index)
      guard page.belongs(to: placement) else { return }
      let firstCell = page.firstCell
      var next = Int(page.next)
      if next != 0, self.page(next).belongs(to: placement), self.page(next).period == page.period {
        let (nets, end) = netsOfAllUnits(from: index, placement)
        for (position, cents) in nets.enumerated() where cents != 0 {
          body(firstCell + position, cents)
        }
        next = end
      } else {
        forEachNet(of: index) { position, cents in body(firstCell + position, cents) }
      }
      index = next
    } while index != 0
  }

  /// The nets of a period in which a placement has several units, and the index of the first page
  /// behind them.
  @inline(never)
  private func netsOfAllUnits(from first: Int, _ placement: Placement) -> ([Int64], end: Int) {
    var nets = [Int64](repeating: 0, count: NetPage.cellCount)
    let period = page(first).period
    var index = first
    repeat {
      let page = self.page(index)
      guard page.belongs(to: placement), page.period == period else { break }
      forEachNet(of: index) { position, cents in nets[position] += cents }
      index = Int(page.next)
    } while index != 0
    return (nets, index)
  }
}

extension NetPage {
  @inline(__always)
  func belongs(to placement: Placement) -> Bool {
    belongs(to: UInt32(placement.product), UInt32(placement.provider))
  }
}

extension Ledger {
  /// Calls `body` with each unit in which the placement has a net that is not 0 in the window or in
  /// the comparison, by unit, and with these nets in cents.
  func forEachUnitNet(
    of placement: Placement, _ body: (VolumeUnit, _ comparison: Int64, _ window: Int64) -> Void
  ) {
    var nets: (comparison: InlineArray<6, Int64>, window: InlineArray<6, Int64>) = (
      InlineArray(repeating: 0), InlineArray(repeating: 0)
    )
    var index = Int(placement.firstPage)
    repeat {
      let page = store.page(index)
      guard page.belongs(to: placement) else { break }
      store.forEachNet(of: index) { position, cents in
        let cell = page.firstCell + position
        if grid.isInWindow[cell] { nets.window[page.unit] += cents }
        if grid.isInComparison[cell] { nets.comparison[page.unit] += cents }
      }
      index = Int(page.next)
    } while index != 0
    for unit in VolumeUnit.allCases {
      let (comparison, window) = (nets.comparison[unit.rawValue], nets.window[unit.rawValue])
      if comparison != 0 || window != 0 { body(unit, comparison, window) }
    }
  }
}
