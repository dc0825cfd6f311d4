import Ingest

/// What was declared when: the net of accepted lines per class (``CourseClasses``), service month
/// (prestatiemaand) and course month (verloopmaand), and how many lines were declared on each day.
///
/// It grows with the classes and the months that lines name, never with the lines. Integers that are
/// only added, so it merges in any order.
struct DeclarationCourse: Sendable {
  /// Lines per `declaratie_dagtekening`, from ``DeclarationDays/first`` on.
  private var linesPerDay = [Int](repeating: 0, count: DeclarationDays.count)
  /// An open-addressing table; at most half of it is taken.
  private var slots = [Slot](repeating: .free, count: 1024)
  private var takenCount = 0
  /// Where the latest line went: the next one mostly goes there too.
  private var latest = 0

  private struct Slot {
    /// Class, service month and course month, 16 bits for each month.
    var key: UInt64
    var lines: Int64
    var cents: Int64

    static let free = Slot(key: .max, lines: 0, cents: 0)
  }

  /// Adds a line; months since ``DeclarationDays/first``.
  @inline(__always)
  mutating func add(
    to number: Int, service: UInt16, declared: UInt16, day: Int, cents: Int64, sign: Int64
  ) {
    linesPerDay[day] &+= Int(sign)
    let course = max(service, declared)
    let key = UInt64(number) << 32 | UInt64(service) << 16 | UInt64(course)
    if slots[latest].key != key { latest = slot(of: key) }
    slots[latest].lines &+= sign
    slots[latest].cents &+= sign &* cents
  }

  /// The slot of a key, taken if it was free.
  @inline(never)
  private mutating func slot(of key: UInt64) -> Int {
    var index = firstSlot(of: key)
    while slots[index].key != key {
      if slots[index].key == .max {
        if takenCount * 2 >= slots.count {
          grow()
          return slot(of: key)
        }
        takenCount += 1
        slots[index].key = key
        return index
      }
      index = (index + 1) & (slots.count - 1)
    }
    return index
  }

  @inline(__always)
  private func firstSlot(of key: UInt64) -> Int {
    Int((key &* 0x9E37_79B9_7F4A_7C15) >> 32) & (slots.count - 1)
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: .free, count: old.count * 2)
    for slot in old where slot.key != .max {
      var index = firstSlot(of: slot.key)
      while slots[index].key != .max { index = (index + 1) & (slots.count - 1) }
      slots[index] = slot
    }
    latest = 0
  }

  mutating func merge(_ other: DeclarationCourse) {
    for day in linesPerDay.indices { linesPerDay[day] += other.linesPerDay[day] }
    for slot in other.slots where slot.key != .max {
      let index = self.slot(of: slot.key)
      slots[index].lines += slot.lines
      slots[index].cents += slot.cents
    }
  }

  /// The latest declaration date; nil without lines.
  var latestDay: Day? {
    linesPerDay.lastIndex { $0 != 0 }.map { Day(number: DeclarationDays.first + Int32($0)) }
  }

  /// What there are lines for, by group, service month and course month.
  func increments(_ classes: CourseClasses) -> [CourseIncrement] {
    var sums: [UInt64: (lines: Int64, cents: Int64)] = [:]
    for slot in slots where slot.key != .max {
      let group = UInt64(classes.group(of: Int(slot.key >> 32)))
      let key = group << 32 | slot.key & 0xFFFF_FFFF
      sums[key, default: (0, 0)].lines += slot.lines
      sums[key, default: (0, 0)].cents += slot.cents
    }
    return sums.filter { $0.value.lines != 0 }.sorted { $0.key < $1.key }.map { key, sum in
      CourseIncrement(
        group: Int(key >> 32), service: Self.month(key >> 16), course: Self.month(key),
        cents: sum.cents)
    }
  }

  /// The same by class.
  var classIncrements: [ClassIncrement] {
    slots.filter { $0.lines != 0 }.sorted { $0.key < $1.key }.map { slot in
      ClassIncrement(
        classNumber: Int(slot.key >> 32), service: Self.month(slot.key >> 16),
        course: Self.month(slot.key), cents: slot.cents)
    }
  }

  private static func month(_ key: UInt64) -> Month {
    Month(number: Day(number: DeclarationDays.first).month.number + Int32(key & 0xFFFF))
  }
}

/// What was declared in a month for a service month, of one class of lines.
struct ClassIncrement: Sendable, Equatable {
  /// Of the ledger's ``CourseClasses``.
  let classNumber: Int
  let service: Month
  let course: Month
  /// Net, in cents.
  let cents: Int64
}

extension CourseParameters {
  /// The last month of the triangle; nil without a declaration.
  func lastMonth(latestDay: Day?) -> Month? {
    if let lastMonth { return lastMonth }
    guard let latestDay else { return nil }
    let month = latestDay.month
    return latestDay == month.lastDay ? month : Month(number: month.number - 1)
  }
}
