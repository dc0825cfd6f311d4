import Ingest
import Testing

@testable import Analytics

@Suite("begroting-bewaking: what is still to come")
struct BudgetCourseTests {
  /// Of every month half is declared at once and half a month later; the latest declaration is of
  /// 31 December.
  private static var town: Town {
    var town = Town()
    let whole = town.allocate(client: 0, "B1", from: day(2016, 1, 1))
    let small = town.allocate(client: 1, "B2", from: day(2016, 1, 1))
    for month in 0..<24 {
      let first = Month(year: 2016, month: 1).adding(month)
      let declared = month == 23 ? [first.lastDay] : [first.firstDay, first.adding(1).firstDay]
      for day in declared {
        town.declare(whole, product: 0, cents: 30_00, on: first.firstDay, declared: day)
        town.declare(small, product: 1, cents: 10_00, on: first.firstDay, declared: day)
      }
    }
    town.lots = ["B1": "P1", "B2": "P2"]
    town.budget = ["P1", "P2"].map {
      BudgetLine(year: 2017, selection: .init(lot: $0), cents: 480_00)
    }
    return town
  }

  private static func rows(_ town: Town) -> [String] {
    Analysis.budgetMonitor.drawn(town).split(separator: "\n").map(String.init)
  }

  @Test("a line's part of what is to come is that of what it has declared")
  func parts() throws {
    // 40.00 is to come of December 2017.
    #expect(
      Self.rows(Self.town) == [
        "2017 | regel | P1 | - | 48000 | - | - | 69000 | 3000 | 0 | 72000 | 24000 | N | 1437500 | 24212 | 1 | driehoek | overleg",
        "2017 | regel | P2 | - | 48000 | - | - | 23000 | 1000 | 0 | 24000 | -24000 | V | 479167 | - | 1 | driehoek | overleg",
        "2017 | totaal | - | - | 96000 | - | - | 92000 | 4000 | 0 | 96000 | 0 | - | 958333 | - | 2 | driehoek | ok",
      ])
    try Self.town.reconcile()
  }

  @Test("what has come after the last month is not expected again, and never less than nothing")
  func after() {
    var town = Self.town
    let (december, january) = (day(2017, 12, 1), day(2018, 1, 10))
    town.parameters.course.lastMonth = Month(year: 2017, month: 12)
    town.declare(0, product: 0, cents: 25_00, on: december, declared: january)
    town.declare(1, product: 1, cents: 25_00, on: december, declared: january)
    #expect(
      Self.rows(town).map { $0.split(separator: " | ")[7...10].joined(separator: " ") } == [
        "71500 500 0 72000", "25500 0 0 25500", "97000 500 0 97500",
      ])
  }

  @Test("the pattern is of the last three developed months, with what is to come of them")
  func pattern() {
    var town = Self.town
    town.budget = [BudgetLine(year: 2018, selection: .init(lot: "P1"), cents: 1)]
    // November and before are complete, December is half declared.
    #expect(
      Self.rows(town)[0].hasPrefix(
        "2018 | regel | P1 | - | 1 | - | - | 0 | 0 | 72000 | 72000 | 71999 | N | 0 | 24216 |"))
    // What is declared of a month ahead is taken off that month, and of no other.
    town.parameters.course.lastMonth = Month(year: 2017, month: 12)
    town.declare(0, product: 0, cents: 20_00, on: day(2018, 1, 3), declared: day(2018, 1, 31))
    town.declare(0, product: 0, cents: 70_00, on: day(2018, 3, 3), declared: day(2018, 3, 31))
    #expect(
      Self.rows(town)[0].hasPrefix(
        "2018 | regel | P1 | - | 1 | - | - | 9000 | 0 | 64000 | 73000 | 72999 | N |"))
  }

  @Test("by the date of declaration, lines count in the year in which they were declared")
  func byDeclaration() throws {
    var town = Self.town
    town.parameters.basis = .declaration
    #expect(
      Self.rows(town).map { $0.split(separator: " | ")[7...10].joined(separator: " ") } == [
        "72000 3000 0 75000", "24000 1000 0 25000", "96000 4000 0 100000",
      ])
    try town.reconcile()
  }
}
