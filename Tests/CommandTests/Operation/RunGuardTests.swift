import Ingest
import Testing

@testable import Runs

@Suite("The guard")
struct RunGuardTests {
  private let last = Month(year: 2017, month: 12)

  private func figures(
    accepted: Int = 1000, _ months: [(Int, Int64)] = [], findings: Int? = 0
  ) -> RunGuard.Figures {
    RunGuard.Figures(
      accepted: accepted,
      months: Dictionary(
        uniqueKeysWithValues: months.map { (Month(number: last.number - Int32($0.0)), $0.1) }),
      lastDeclaredMonth: last, linesWithFinding: findings)
  }

  private func reasons(
    _ figures: RunGuard.Figures, after previous: RunGuard.Figures?,
    _ change: (inout GuardParameters) -> Void = { _ in }
  ) -> [GuardReason] {
    var parameters = GuardParameters()
    change(&parameters)
    return RunGuard(parameters: parameters)
      .reasons(against: figures, previous: previous, partNames: ["declaraties-2017-01.csv.gz"])
  }

  @Test("as many lines as the share allows pass, one fewer does not")
  func lines() {
    #expect(reasons(figures(accepted: 900), after: figures()).isEmpty)
    #expect(
      reasons(figures(accepted: 899), after: figures())
        == [.fewerLines(899, before: 1000, limit: .nineTenths)])
    #expect(reasons(figures(accepted: 5000), after: figures()).isEmpty)
  }

  @Test("a month that is three months old may change, one of four may within its limit")
  func openMonths() {
    #expect(reasons(figures([(3, 900)]), after: figures([(3, 100)])).isEmpty)
    #expect(reasons(figures([(4, 125)]), after: figures([(4, 100)])).isEmpty)
    #expect(
      reasons(figures([(4, 126)]), after: figures([(4, 100)])) == [
        .month(
          Month(year: 2017, month: 8), net: 126, before: 100, isClosed: false, limit: .quarter)
      ])
    #expect(reasons(figures([(4, 74)]), after: figures([(4, 100)])).count == 1)
    #expect(reasons(figures([(4, -100)]), after: figures([(4, -100)])).isEmpty)
    #expect(reasons(figures([(4, 1)]), after: figures([(4, 0)])).count == 1)
  }

  @Test("a month that only one of the runs has is compared when it is closed")
  func monthsOfOneRun() {
    #expect(reasons(figures([(5, 100)]), after: figures()).isEmpty)
    #expect(reasons(figures(), after: figures([(5, 100)])).isEmpty)
    #expect(reasons(figures(), after: figures([(13, 100)])).count == 1)
    #expect(reasons(figures([(13, 100)]), after: figures()).count == 1)
  }

  @Test("a closed month has a limit of its own, from the month after gesloten_na")
  func closedMonths() {
    #expect(reasons(figures([(12, 110)]), after: figures([(12, 100)])).isEmpty)
    #expect(reasons(figures([(13, 101)]), after: figures([(13, 100)])).isEmpty)
    #expect(
      reasons(figures([(13, 102)]), after: figures([(13, 100)])) == [
        .month(
          Month(year: 2016, month: 11), net: 102, before: 100, isClosed: true, limit: .hundredth)
      ])
    #expect(
      reasons(figures([(13, 102)]), after: figures([(13, 100)])) { $0.closedAfterMonths = 13 }
        .isEmpty)
  }

  @Test("a delivery that ends earlier is judged by the months of the run before")
  func endsEarlier() {
    let cut = RunGuard.Figures(
      accepted: 1000, months: [Month(year: 2017, month: 8): 50],
      lastDeclaredMonth: Month(year: 2017, month: 9), linesWithFinding: 0)
    #expect(reasons(cut, after: figures([(4, 100)])).count == 1)
  }

  @Test("findings may grow by so many points, and no line is lost to rounding")
  func findings() {
    #expect(reasons(figures(findings: 30), after: figures(findings: 10)).isEmpty)
    #expect(
      reasons(figures(findings: 31), after: figures(findings: 10)) == [
        .findings(
          .init(lines: 31, accepted: 1000), before: .init(lines: 10, accepted: 1000),
          limit: .twoHundredths)
      ])
    #expect(reasons(figures(findings: nil), after: figures(findings: 10)).isEmpty)
    #expect(
      reasons(figures(accepted: 0), after: figures(accepted: 0, findings: 0)).isEmpty)
  }

  @Test("patterns of parts are looked for without regard to case, in a first run too")
  func parts() {
    #expect(reasons(figures(), after: nil) { $0.expectedParts = ["Declaraties-2017-*"] }.isEmpty)
    #expect(
      reasons(figures(), after: nil) { $0.expectedParts = ["declaraties-2018-*", "*-01.csv*"] }
        == [.noPart(pattern: "declaraties-2018-*")])
  }

  @Test("a share is written as the configuration has it")
  func shares() {
    #expect(Share(0.9)?.text == "0.9")
    #expect(Share(1)?.text == "1")
    #expect(Share(0.000_000_001)?.text == "0.000000001")
  }
}
