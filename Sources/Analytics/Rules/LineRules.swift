public import Ingest

/// Everything that judging a line needs, made once and shared by all workers.
public final class LineRules: Sendable {
  let allocations: [Allocation]
  let providerCount: Int
  let context: RuleContext
  let calendar = Calendar.shared

  var allocationCount: Int { allocations.count }

  /// `doubleDebitsFrom`: `[regels.R212] vanaf`; double debits were legal before iWmo 3.1.
  public init(_ registers: Registers, doubleDebitsFrom: Day?) {
    allocations = registers.allocations
    providerCount = registers.providers.count
    context = RuleContext(
      rates: ContractRates(registers), hasClients: registers.clients != nil,
      categories: registers.products.map { UInt8(truncatingIfNeeded: $0.category) },
      doubleDebitsFrom: (doubleDebitsFrom ?? Self.iWmo31).number)
  }

  /// 1 April 2022, the first day of iWmo 3.1.
  public static let iWmo31 = Day(number: 19_083)
}

/// What the rules know beside line and allocation.
struct RuleContext: Sendable {
  /// Nil without `tarieven.csv`.
  let rates: ContractRates?
  /// Whether `clienten.csv` is given.
  let hasClients: Bool
  /// National category per product index.
  let categories: [UInt8]
  /// R212 assesses debits declared on this day or later, days since 1970-01-01.
  let doubleDebitsFrom: Int32
}

/// Month and day of every day that a declaration may name.
struct Calendar: Sendable {
  struct Entry: Sendable {
    /// Months since January 2000.
    let month: UInt16
    /// From 0.
    let dayOfMonth: UInt8
  }

  private let entries: [Entry]

  /// January 2000, in months since year 0.
  static let firstMonth: Int32 = 24_000

  static let shared = Calendar()

  private init() {
    var entries: [Entry] = []
    entries.reserveCapacity(DeclarationDays.count)
    for day in DeclarationDays.first...DeclarationDays.last {
      let (year, month, dayOfMonth) = Day(number: day).components
      let number = Month(year: year, month: month).number
      entries.append(
        Entry(month: UInt16(number - Self.firstMonth), dayOfMonth: UInt8(dayOfMonth - 1)))
    }
    self.entries = entries
  }

  /// The month of an allocation's first day, since January 2000; of a day that no declaration may
  /// name, the nearest.
  @inline(__always)
  func firstMonth(_ allocation: Allocation) -> Int32 {
    Int32(self[min(max(allocation.start, DeclarationDays.first), DeclarationDays.last)].month)
  }

  @inline(__always)
  subscript(day: Int32) -> Entry { entries[Int(day - DeclarationDays.first)] }
}
