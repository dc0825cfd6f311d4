@testable import Samples

extension RandomTown {
  /// `[declaratieverloop]`, `[vergelijking]`, `[opvolging] schoonmaanden` and `[trajecten]`; and
  /// ends of the window at which a year earlier is no plain day.
  mutating func drawSettingsOverTime() {
    if random.chance(0.08), settings.to ?? "2016-02-29" >= "2016-02-29" {
      settings.from = "2016-02-29"
    }
    if random.chance(0.08), settings.from ?? "2017-02-28" <= "2017-02-28" {
      settings.to = "2017-02-28"
    }
    // Before, within and behind the lines.
    if random.chance(0.35) {
      settings.course.lastMonth = day(year: one(of: [2012...2020, 2017...2018])).calendarMonth
    }
    settings.course.diagonals = one(of: [24, 24, 0, 1, 3])
    settings.course.priorIsTrend = random.chance(0.4)
    settings.course.priorBelow = one(of: [0.5, 0.5, 0, 1, 0.9])
    if random.chance(0.4) { settings.course.endDelay = one(of: [0, 1, 2, 6, 12, 40]) }
    settings.course.developedFrom = one(of: [0.99, 0.99, 0.9, 0.5, 1, 0])
    if random.chance(0.35) { settings.comparisonFrom = day(year: 2015...2016) }
    if random.chance(0.35) { settings.comparisonTo = day(year: 2016...2018) }
    if let from = settings.comparisonFrom, let to = settings.comparisonTo, from > to {
      settings.comparisonFrom = nil
    }
    // Nor does the configuration take one whose other end is that of the window.
    let comparison = settings.comparison
    if let from = comparison.from, let to = comparison.to, from > to {
      settings.comparisonFrom = nil
      settings.comparisonTo = nil
    }
    settings.cleanMonths = one(of: [0, 0, 1, 3])
    settings.overlapMonths = random.below(5)
  }

  /// The columns of inhabitants by age, at times without some of them.
  mutating func ageColumns() -> [String] {
    let columns = OracleReport.District.ageColumns
    return random.chance(0.8) ? columns : columns.filter { _ in random.chance(0.7) }
  }

  mutating func inhabitantsByAge() -> [String: String] {
    var cells: [String: String] = [:]
    for column in OracleReport.District.ageColumns {
      cells[column] = perhaps(one(of: ["120", "37", "2500", "0"]), share: 0.97)
      // Not a number of people.
      if random.chance(0.001) { cells[column] = one(of: ["12.5", "-1", "veel"]) }
    }
    return cells
  }
}
