import Ingest

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
        Entry(month: UInt16(number - Self.firstMonth), dayOfMonth: UInt8(dayOfMonth - 1))
      )
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
