import Ingest

/// How much volume an allocation allows in some days (volume-rules.md; iWmo TR321, TR322, IV076).
struct VolumeLimit {
  private let facts: Allocation
  /// Last day, days since 1970-01-01.
  private let end: Int32
  private let isHouseholdHelp: Bool

  /// `productCategory` counts where the allocation has none of its own, `end` for its own last day.
  init(_ facts: Allocation, productCategory: Int, end: Int32? = nil) {
    self.facts = facts
    self.end = end ?? facts.end
    let category = facts.category == 0 ? productCategory : Int(facts.category)
    isHouseholdHelp = category == 1
  }

  /// The allowance of the days of a range that lie inside the allocation, in sixtieths of
  /// hundredths.
  func sixtieths(_ from: Int32, _ to: Int32) -> Int128 {
    60 * Int128(facts.volume) * Int128(multiple(from, to))
  }

  private func multiple(_ from: Int32, _ to: Int32) -> Int {
    if facts.frequency == Frequency.total { return 1 }
    let from = max(from, facts.start)
    let to = min(to, end)
    if from > to { return 0 }
    switch facts.frequency {
    case Frequency.day: return Int(to - from) + 1
    case Frequency.week where isHouseholdHelp: return 6 * Self.months(from, to)
    case Frequency.week where facts.unit == Unit.outputPiece.rawValue: return sundays(from, to)
    case Frequency.week: return Int(Self.week(to) - Self.week(from)) + 1
    case Frequency.fourWeeks: return (Int(to - from) + 28) / 28
    case Frequency.month: return Self.months(from, to)
    default: return Day(number: to).year - Day(number: from).year + 1
    }
  }

  /// Sundays, and one more in the month of the allocation's last Sunday for the broken week after.
  private func sundays(_ from: Int32, _ to: Int32) -> Int {
    // A week ends on its Sunday.
    let count = Int(Self.week(to + 1) - Self.week(from))
    guard end != Allocation.noDay else { return count }
    let lastSunday = Self.monday(Self.week(end + 1)) - 1
    guard lastSunday != end, lastSunday >= facts.start else { return count }
    let month = Day(number: lastSunday).month
    let isTouched = Day(number: from).month <= month && month <= Day(number: to).month
    return count + (isTouched ? 1 : 0)
  }

  private static func months(_ from: Int32, _ to: Int32) -> Int {
    Int(Day(number: to).month.number - Day(number: from).month.number) + 1
  }

  /// Calendar weeks, Monday to Sunday, since that of 1 January 1970, a Thursday.
  private static func week(_ day: Int32) -> Int32 { (day + 3).flooredQuotient(7) }

  /// First day of a week.
  private static func monday(_ week: Int32) -> Int32 { week * 7 - 3 }
}

/// What the rules ask of an allocation.
extension Allocation {
  /// Whether any days inside it allow its volume at least once, all but pieces per Sunday do; sixty
  /// times that volume is no overflow.
  @inline(__always)
  var allowsVolumeOnce: Bool {
    (frequency != Frequency.week || unit != Unit.outputPiece.rawValue) && volume < Int64.max / 60
  }

  /// Whether its volume adds up by calendar months (``VolumeUnits``).
  var addsUpByMonth: Bool { frequency <= Frequency.week || frequency == Frequency.month }
}

/// The codes of `frequentie`.
enum Frequency {
  static let day: UInt8 = 1
  static let week: UInt8 = 2
  static let fourWeeks: UInt8 = 3
  static let month: UInt8 = 4
  static let year: UInt8 = 5
  static let total: UInt8 = 6
}

/// The period units in which volume adds up (R208): calendar months, runs of 28 days from the
/// allocation's first, calendar years, or the whole.
struct VolumeUnits {
  private let frequency: UInt8
  private let start: Int32

  init(_ facts: Allocation) {
    frequency = facts.frequency
    start = facts.start
  }

  /// The unit that holds a day; units are numbered in the order of time.
  func unit(of day: Int32) -> Int32 {
    switch frequency {
    case Frequency.fourWeeks: (day - start).flooredQuotient(28)
    case Frequency.year: Int32(Day(number: day).year)
    case Frequency.total: 0
    default: Day(number: day).month.number
    }
  }

  /// First and last day of a unit; those of the whole do not matter.
  func days(of unit: Int32) -> (first: Int32, last: Int32) {
    switch frequency {
    case Frequency.fourWeeks:
      return (start + 28 * unit, start + 28 * unit + 27)
    case Frequency.year:
      let january = Month(year: Int(unit), month: 1)
      return (january.firstDay.number, Month(number: january.number + 11).lastDay.number)
    case Frequency.total:
      return (.min, .max)
    default:
      return (Month(number: unit).firstDay.number, Month(number: unit).lastDay.number)
    }
  }
}

extension Int32 {
  /// The quotient rounded down, also below 0.
  @inline(__always)
  func flooredQuotient(_ divisor: Int32) -> Int32 {
    self >= 0 ? self / divisor : -((-self + divisor - 1) / divisor)
  }
}
