import Ingest
import Testing

@testable import Analytics

@Suite("The grid of periods") struct PeriodGridTests {
  /// Cell of a day.
  private func cell(_ grid: PeriodGrid, _ day: Day) -> Int {
    Int(grid.cellOfDay[Int(day.number - DeclarationDays.first)])
  }

  @Test func withoutWindowsASlotIsAMonth() {
    let grid = PeriodGrid(CountingParameters())
    #expect(grid.months.count == 1200)
    #expect(grid.cellOfDay.count == DeclarationDays.count)
    #expect(grid.isInWindow.allSatisfy { $0 } && grid.isInSequence.allSatisfy { $0 })
    #expect(cell(grid, day(2000, 1, 1)) == 0)
    #expect(cell(grid, day(2000, 2, 1)) == 1)
    #expect(cell(grid, day(2000, 2, 29)) == 1)
    #expect(cell(grid, day(2099, 12, 30)) == 1199)
  }

  @Test func aMonthIsCutWhereAWindowBeginsOrEnds() {
    let grid = PeriodGrid(
      CountingParameters(
        windowFrom: day(2017, 1, 1),
        windowTo: day(2017, 10, 15),
        sequenceFrom: day(2016, 1, 20),
        sequenceTo: day(2017, 10, 20)
      )
    )
    // October 2017 in three, January 2016 in two, and October 2016, where the comparison ends; 1
    // January 2017 begins a month anyway. What follows the comparison, and the window, begins a page.
    #expect(grid.months.count == 1224)
    let october = [1, 15, 16, 20, 21, 31].map { cell(grid, day(2017, 10, $0)) }
    #expect(october.map { $0 - october[0] } == [0, 0, 3, 3, 4, 4])
    #expect(october.map { grid.isInWindow[$0] } == [true, true, false, false, false, false])
    #expect(october.map { grid.isInSequence[$0] } == [true, true, true, true, false, false])
    #expect(october.allSatisfy { grid.months[$0] == Month(year: 2017, month: 10) })
  }

  @Test(arguments: [1, 2, 3, 4, 5, 6, 7, 8])
  func everyDayLiesWhereItsSlotDoes(seed: Int) {
    func border(_ number: Int) -> Day? {
      number % 5 == 0 ? nil : Day(number: Int32(8000 + number * 7919 % 42_000))
    }
    let parameters = CountingParameters(
      windowFrom: border(seed),
      windowTo: border(seed + 3),
      sequenceFrom: border(seed + 6),
      sequenceTo: border(seed + 13)
    )
    let grid = PeriodGrid(parameters)
    var wrong = 0
    var places: [Int: (year: Int, isInWindow: Bool, isInComparison: Bool)] = [:]
    for number in DeclarationDays.first...DeclarationDays.last {
      let day = Day(number: number)
      let cell = cell(grid, day)
      let window = (parameters.windowFrom ?? day) <= day && day <= (parameters.windowTo ?? day)
      let sequence =
        (parameters.sequenceFrom ?? day) <= day && day <= (parameters.sequenceTo ?? day)
      if grid.months[cell] != day.month || grid.isInWindow[cell] != window
        || grid.isInSequence[cell] != sequence
        || grid.isInComparison[cell] != (parameters.comparison?.contains(day) ?? false)
      {
        wrong += 1
      }
      let place = (day.year, window, grid.isInComparison[cell])
      let ofPage = places[cell / NetPage.cellCount, default: place]
      places[cell / NetPage.cellCount] = ofPage
      if place != ofPage { wrong += 1 }
    }
    #expect(wrong == 0)
    #expect(zip(grid.months, grid.months.dropFirst()).allSatisfy { $0 <= $1 })
  }

  @Test func aWindowOutsideAllDatesHoldsNothing() {
    for (from, to) in [(day(1990, 1, 1), day(1999, 12, 31)), (day(2099, 12, 31), day(2150, 1, 1))] {
      let grid = PeriodGrid(CountingParameters(windowFrom: from, windowTo: to))
      #expect(grid.isInWindow.allSatisfy { !$0 })
      // The year before the second window ends inside the dates.
      #expect(grid.months.count == (from.year == 1990 ? 1200 : 1212))
    }
  }
}
