public import Ingest

/// The basis dates in pieces that lie wholly inside or outside every period that is counted.
///
/// A cell is a calendar month, or a part of one where the reporting window, the sequence window, the
/// comparison or a year of the landscape of providers begins or ends inside it. A net per cell is
/// therefore enough for every table: it belongs to one month, and it is in a window or not.
///
/// A page of the ledger has one volume. So that it lies wholly in one calendar year, and in or outside
/// the reporting window and the comparison, the cells of each begin a page; the numbers that are left
/// over at the end of a page stand for no day.
public struct PeriodGrid: Sendable {
  /// Cell of each day, from ``DeclarationDays/first`` on.
  let cellOfDay: [UInt16]
  /// Month of each day, counted from that of ``DeclarationDays/first``.
  let monthOfDay: [UInt16]
  /// Month of each cell, rising; of one that no day is in, that of the cell before it.
  let months: [Month]
  /// Per cell: whether it lies in the reporting window. An end that is not declared is that of the
  /// data, so it leaves nothing out.
  let isInWindow: [Bool]
  /// Whether both ends of the reporting window are declared.
  let isWindowDeclared: Bool
  /// Per cell: whether it lies in the sequence window.
  let isInSequence: [Bool]
  /// Per cell: whether it lies in the period that the window is compared with.
  let isInComparison: [Bool]
  /// Per cell: whether it lies in the year before `[landschap] datum`, and in the year from it on.
  let isInLandscape: (before: [Bool], after: [Bool])

  public init(_ parameters: CountingParameters) {
    func range(_ from: Day?, _ to: Day?) -> ClosedRange<Int32> {
      let lower = max(from?.number ?? DeclarationDays.first, DeclarationDays.first)
      let upper = min(to?.number ?? DeclarationDays.last, DeclarationDays.last)
      // A window wholly outside the possible dates holds no line.
      return lower <= upper ? lower...upper : -1 ... -1
    }
    let window = range(parameters.windowFrom, parameters.windowTo)
    let sequence = range(parameters.sequenceFrom, parameters.sequenceTo)
    let comparison =
      parameters.comparison.map { range($0.lowerBound, $0.upperBound) } ?? -1 ... -1
    let landscape = parameters.supply.landscape
    let before = landscape.map { range($0.before.lowerBound, $0.before.upperBound) } ?? -1 ... -1
    let after = landscape.map { range($0.after.lowerBound, $0.after.upperBound) } ?? -1 ... -1
    func ends(_ periods: ClosedRange<Int32>...) -> Set<Int32> {
      Set(periods.flatMap { [$0.lowerBound, $0.upperBound + 1] })
    }
    let pageBorders = ends(window, comparison)
    let borders = pageBorders.union(ends(sequence, before, after))

    var cellOfDay: [UInt16] = []
    cellOfDay.reserveCapacity(DeclarationDays.count)
    var monthOfDay: [UInt16] = []
    monthOfDay.reserveCapacity(DeclarationDays.count)
    var months: [Month] = []
    var isInWindow: [Bool] = []
    var isInSequence: [Bool] = []
    var isInComparison: [Bool] = []
    var isInLandscape: (before: [Bool], after: [Bool]) = ([], [])
    var nextMonth = Day(number: DeclarationDays.first).month
    for day in DeclarationDays.first...DeclarationDays.last {
      let beginsMonth = day == nextMonth.firstDay.number
      func appendCell(_ month: Month, isFree: Bool = false) {
        months.append(month)
        isInWindow.append(!isFree && window.contains(day))
        isInSequence.append(!isFree && sequence.contains(day))
        isInComparison.append(!isFree && comparison.contains(day))
        isInLandscape.before.append(!isFree && before.contains(day))
        isInLandscape.after.append(!isFree && after.contains(day))
      }
      let beginsPage =
        beginsMonth && nextMonth.monthOfYear == 1 || pageBorders.contains(day)
      while beginsPage, let month = months.last, months.count % NetPage.cellCount != 0 {
        appendCell(month, isFree: true)
      }
      if beginsMonth || borders.contains(day) {
        appendCell(beginsMonth ? nextMonth : months[months.count - 1])
        if beginsMonth { nextMonth = Month(number: nextMonth.number + 1) }
      }
      cellOfDay.append(UInt16(months.count - 1))
      monthOfDay.append(UInt16(months[months.count - 1].number - months[0].number))
    }
    self.cellOfDay = cellOfDay
    self.monthOfDay = monthOfDay
    self.months = months
    self.isInWindow = isInWindow
    isWindowDeclared = parameters.windowFrom != nil && parameters.windowTo != nil
    self.isInSequence = isInSequence
    self.isInComparison = isInComparison
    self.isInLandscape = isInLandscape
  }
}
