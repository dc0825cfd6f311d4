import Ingest
import Testing

@testable import Analytics

@Suite("begroting-bewaking")
struct BudgetMonitorTests {
  /// A hundred euros a month from January to September 2017, all declared at once; three months lie
  /// ahead.
  static var town: Town {
    var town = Town()
    for month in 1...9 {
      town.place(
        client: Int32(month % 2), "B1", cents: 100_00,
        on: month == 9 ? day(2017, 9, 30) : day(2017, month, 1))
    }
    return town
  }

  private static func line(
    _ name: String, _ cents: Int64, _ sort: BudgetLine.Sort = .current,
    _ selection: BudgetLine.Selection = .init(group: "begeleiding"), year: Int = 2017
  ) -> BudgetLine {
    BudgetLine(year: year, sort: sort, name: name, selection: selection, cents: cents)
  }

  private static func drawn(_ lines: [BudgetLine], _ change: (inout Town) -> Void = { _ in })
    -> String
  {
    var town = town
    town.budget = lines
    change(&town)
    return Analysis.budgetMonitor.drawn(town)
  }

  @Test("a line that was exceeded, one that will be, and the signals at their borders")
  func exceeded() {
    #expect(
      Self.drawn([Self.line("op", 899_99)]).hasPrefix(
        "2017 | regel | op | - | 89999 | - | - | 90000 | 0 | 30000 | 120000 | 30001 | N | 1000011 "
          + "| 24212 | 2 | patroon | overleg\n"))
    #expect(
      Self.drawn([Self.line("straks", 1150_00)]).hasPrefix(
        "2017 | regel | straks | - | 115000 | - | - | 90000 | 0 | 30000 | 120000 | 5000 | N | "
          + "782609 | 24215 | 2 | patroon | let op\n"))
    #expect(
      Self.drawn([Self.line("net", 1200_00)]).contains("| 0 | - | 750000 | - | 2 | patroon | ok"))
    // 1.250,00 and 4 %; 1.263,15 and a little more than 5 %; 1.224,48 and a little less than 2 %.
    #expect(
      Self.drawn([Self.line("a", 1250_00)]).contains(
        "| -5000 | V | 720000 | - | 2 | patroon | let op"))
    #expect(Self.drawn([Self.line("a", 1263_16)]).contains("patroon | overleg"))
    #expect(Self.drawn([Self.line("a", 1263_15)]).contains("patroon | let op"))
    #expect(Self.drawn([Self.line("a", 1224_48)]).contains("patroon | ok"))
    #expect(Self.drawn([Self.line("a", 1224_49)]).contains("patroon | let op"))
  }

  @Test("budgets of nothing and below nothing, and no budget at all")
  func odd() {
    #expect(
      Self.drawn([Self.line("a", 0)]).contains("120000 | N | - | 24204 | 2 | patroon | overleg"))
    #expect(
      Self.drawn([Self.line("a", 0, .current, .init(group: "arbeid"))])
        .contains("| 0 | 0 | 0 | 0 | 0 | - | - | - | 0 | patroon | ok"))
    #expect(
      Self.drawn([Self.line("a", -1200_00)])
        .contains("| 240000 | N | 750000 | 24204 | 2 | patroon | overleg"))
    #expect(
      Self.drawn([Self.line("a", 500_00, .target)]) == """
        2017 | regel | a | - | - | - | 50000 | 90000 | 0 | 30000 | 120000 | - | - | - | - | 2 | patroon | -
        2017 | totaal | - | - | - | - | 50000 | 90000 | 0 | 30000 | 120000 | - | - | - | - | 2 | patroon | -
        """)
  }

  @Test("an amended budget, ceilings and targets; lines without use; the total of them")
  func amounts() throws {
    let lines = [
      Self.line("begeleiding", 1000_00, .original), Self.line("begeleiding", 1300_00),
      Self.line("begeleiding", 1100_00, .ceiling), Self.line("begeleiding", 50_00, .target),
      Self.line("arbeid", 70_00, .original, .init(group: "arbeid")),
      Self.line("arbeid", 90_00, .ceiling, .init(group: "arbeid")),
      Self.line("dag", 10_00, .target, .init(group: "dagbesteding")),
    ]
    #expect(
      Self.drawn(lines) == """
        2017 | regel | arbeid | 7000 | - | 9000 | - | 0 | 0 | 0 | 0 | -9000 | V | 0 | - | 0 | patroon | overleg
        2017 | regel | begeleiding | 100000 | 130000 | 110000 | 5000 | 90000 | 0 | 30000 | 120000 | -10000 | V | 692308 | - | 2 | patroon | overleg
        2017 | regel | dag | - | - | - | 1000 | 0 | 0 | 0 | 0 | - | - | - | - | 0 | patroon | -
        2017 | totaal | - | 107000 | 130000 | 119000 | 6000 | 90000 | 0 | 30000 | 120000 | -19000 | V | 647482 | - | 2 | patroon | overleg
        """)
    var town = Self.town
    town.budget = lines
    try town.reconcile()
    #expect(
      Analysis.budgetMonitor.notes(on: town.ledger).map { $0.dropFirst(26) } == [
        "lines without a placement with use or a subsidy in 2017: 'arbeid', 'dag'",
        "lines that have no budget, only a 'taakstelling', in 2017: 'dag'",
        "lines that were amended, so that their budget is 'actueel' and not 'primitief', in 2017: "
          + "'begeleiding'",
        "3 months of 2017 lie after 2017-09, the last month that is known",
      ])
  }

  @Test("a year partly covered, one that has passed, and one that is to come")
  func years() throws {
    var town = Self.town
    town.place(client: 5, "B1", cents: 7_00, on: day(2015, 11, 2))
    town.budget = [2015, 2016, 2018].map { Self.line("b", 100_00, year: $0) }
    #expect(
      Analysis.budgetMonitor.drawn(town).split(separator: "\n").filter { $0.contains("regel") } == [
        "2015 | regel | b | - | 10000 | - | - | 700 | 0 | 0 | 700 | -9300 | V | 70000 | - | 1 | driehoek | overleg",
        "2016 | regel | b | - | 10000 | - | - | 0 | 0 | 0 | 0 | -10000 | V | 0 | - | 0 | driehoek | overleg",
        "2018 | regel | b | - | 10000 | - | - | 0 | 0 | 120000 | 120000 | 110000 | N | 0 | 24217 | 0 | patroon | overleg",
      ])
    #expect(
      Analysis.budgetMonitor.notes(on: town.ledger).map { $0.dropFirst(26) } == [
        "lines without a placement with use or a subsidy in 2016: 'b'",
        "accepted lines begin in 2015-11, so 2015 lacks earlier months",
        "12 months of 2018 lie after 2017-09, the last month that is known",
      ])
    try town.reconcile()
  }

  @Test("a year is closed when every month is as good as complete")
  func closed() {
    func method(_ months: ClosedRange<Int>) -> Bool {
      var town = Town()
      for month in months { town.place(client: 0, "B1", cents: 1_00, on: day(2016, month, 1)) }
      town.place(client: 0, "B1", cents: 1_00, on: day(2017, 1, 31))
      town.budget = [Self.line("b", 1, year: 2016)]
      return Analysis.budgetMonitor.drawn(town).contains("| gesloten |")
    }
    #expect(method(1...12))
    #expect(!method(2...12))
    #expect(!method(1...11))
  }

  @Test("subsidies belong to a line without keys, settled before granted, in every month")
  func subsidies() {
    let lines = [Self.line("alles", 1000_00, .current, .init())]
    #expect(
      Self.drawn(lines) { town in
        town.subsidies = [
          Subsidy(recipient: "W", year: 2017, granted: 900_00, settled: 950_00),
          Subsidy(recipient: "W", year: 2016, granted: 1),
        ]
      }.hasPrefix(
        "2017 | regel | alles | - | 100000 | - | - | 185000 | 0 | 30000 | 215000 | 115000 | N | "
          + "1850000 | 24204 | 2 | patroon | overleg"))
  }

  @Test("without accepted lines there is no last month, and nothing is expected")
  func noLines() throws {
    var town = Town()
    town.budget = [Self.line("b", 10_00)]
    #expect(
      Analysis.budgetMonitor.drawn(town).hasPrefix(
        "2017 | regel | b | - | 1000 | - | - | 0 | 0 | 0 | 0 | -1000 | V | 0 | - | 0 | patroon | "))
    town.budget = []
    #expect(Analysis.budgetMonitor.drawn(town).isEmpty)
    town.budget = nil
    #expect(
      Analysis.budgetMonitor.notes(on: town.ledger) == [
        "table begroting-bewaking is a header only: begroting.csv is not there"
      ])
    try town.reconcile()
  }

  @Test("where the triangle is configured to end before the data, the last basis month is known")
  func noTriangle() {
    #expect(
      Self.drawn([Self.line("b", 1200_00)]) {
        $0.parameters.course.lastMonth = Month(year: 2010, month: 1)
      }.hasPrefix("2017 | regel | b | - | 120000 | - | - | 90000 | 0 | 0 | 90000 | -30000 | V |"))
  }
}
