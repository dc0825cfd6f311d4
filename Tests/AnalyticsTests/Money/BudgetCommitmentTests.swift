import Ingest
import Testing

@testable import Analytics

@Suite("begroting-bewaking: what running allocations cost")
struct BudgetCommitmentTests {
  /// September is the last known month; October to December lie ahead.
  private static func town(_ add: (inout Town) -> Void) -> Town {
    var town = Town()
    town.place(client: 9, "A9", cents: 1_00, on: day(2017, 9, 30))
    town.rates = [rate("B1", 60_0000, .hour)]
    town.budget = [BudgetLine(year: 2017, selection: .init(group: "begeleiding"), cents: 1)]
    add(&town)
    return town
  }

  /// `tenThousandths` of a euro.
  private static func rate(
    _ product: String, _ tenThousandths: Int64, _ unit: Unit?, provider: Int? = nil,
    from: Day = day(2017, 1, 1), to: Day? = nil
  ) -> Rate {
    Rate(
      product: ["B1": 0, "B2": 1][product] ?? 2, provider: provider, unit: unit,
      tenThousandths: tenThousandths, validFrom: from, validTo: to)
  }

  private static func committed(_ town: Town) -> String {
    let table = Analysis.budgetMonitor.table(from: town.ledger)
    let row = table.rows[0]
    return "\(table.number(row, .committed) ?? 0) \(table.text(row, .wayOfWorking))"
  }

  private static func committed(
    from: Day = day(2017, 1, 1), to end: Day? = nil, volume: Int64 = 1_00, unit: Unit = .hour,
    frequency: UInt8 = 4, by provider: String? = "00000001",
    _ change: (inout Town) -> Void = { _ in }
  ) -> String {
    committed(
      town { town in
        town.allocate(
          client: 0, "B1", by: provider, from: from, to: end, volume: volume, unit: unit,
          frequency: frequency)
        change(&town)
      })
  }

  @Test("allowance times rate, in every month in which an allocation is in force")
  func allowance() throws {
    #expect(Self.committed() == "18000 toewijzingen")
    // In force in October and November alone.
    #expect(Self.committed(to: day(2017, 11, 1)) == "12000 toewijzingen")
    // The months of the year alone, and only those that come.
    #expect(Self.committed(from: day(2017, 9, 30), to: day(2018, 6, 1)) == "18000 toewijzingen")
    // Weeks that a month touches: 6, 5 and 5; of household help always 6.
    #expect(Self.committed(frequency: 2) { $0.categories["B1"] = 2 } == "96000 toewijzingen")
    #expect(Self.committed(frequency: 2) == "108000 toewijzingen")
    // Days: 31, 30 and ten.
    #expect(Self.committed(to: day(2017, 12, 10), frequency: 1) == "426000 toewijzingen")
    // Of the whole the part of its days: 92 of 365, 60.00 × 92 / 365.
    #expect(Self.committed(to: day(2017, 12, 31), frequency: 6) == "1512 toewijzingen")
    // Of the whole without an end there is none.
    #expect(Self.committed(frequency: 6) == "0 patroon")
    #expect(Self.committed(unit: .euro) == "0 patroon")
  }

  @Test("a stop ends it, but for a while; in kind, neither deleted nor void")
  func grants() {
    func with(_ add: (inout Town) -> Void) -> String { Self.committed(Self.town(add)) }
    let from = day(2017, 1, 1)
    #expect(
      with {
        $0.allocate(
          client: 0, "B1", from: from, stop: day(2017, 10, 31), volume: 1_00, unit: .hour,
          frequency: 4)
      } == "6000 toewijzingen")
    #expect(
      with {
        $0.allocate(
          client: 0, "B1", from: from, stop: day(2017, 10, 31), endReason: 20, volume: 1_00,
          unit: .hour, frequency: 4)
      } == "18000 toewijzingen")
    #expect(
      with {
        $0.allocate(
          client: 0, "B1", from: from, form: .personalBudget, volume: 1_00, unit: .hour,
          frequency: 4)
        $0.allocate(
          client: 0, "B1", from: from, isDeleted: true, volume: 1_00, unit: .hour, frequency: 4)
        $0.allocate(
          client: 0, "B1", from: day(2018, 1, 1), to: day(2017, 10, 1), volume: 1_00, unit: .hour,
          frequency: 4)
      } == "0 patroon")
  }

  @Test("the rate of the provider before that of all, then the latest, with a unit, the greater")
  func rates() {
    func with(_ rates: [Rate]) -> String { Self.committed { $0.rates = rates } }
    #expect(with([]) == "0 patroon")
    #expect(
      with([Self.rate("B1", 99_0000, nil), Self.rate("B1", 50_0000, nil, provider: 0)])
        == "15000 toewijzingen")
    #expect(
      with([Self.rate("B1", 50_0000, nil), Self.rate("B1", 70_0000, nil, provider: 1)])
        == "15000 toewijzingen")
    #expect(
      with([Self.rate("B1", 99_0000, nil), Self.rate("B1", 40_0000, nil, from: day(2017, 11, 1))])
        == "17900 toewijzingen")
    #expect(
      with([Self.rate("B1", 99_0000, nil), Self.rate("B1", 40_0000, .hour)]) == "12000 toewijzingen"
    )
    // A minute costs what makes 60.00 an hour, and that is the greater.
    #expect(
      with([Self.rate("B1", 59_0000, .hour), Self.rate("B1", 1_0000, .minute)])
        == "18000 toewijzingen")
    #expect(
      with([Self.rate("B1", 61_0000, .hour), Self.rate("B1", 1_0000, .minute)])
        == "18300 toewijzingen")
    #expect(
      with([Self.rate("B1", 61_0000, .day), Self.rate("B1", 1_0000, .effortPiece)]) == "0 patroon")
    #expect(with([Self.rate("B1", 61_0000, .hour, to: day(2017, 9, 30))]) == "0 patroon")
    // Ten minutes at 1.00 an hour: 3 × 10 / 60, rounded once.
    #expect(
      Self.committed(volume: 10_00, unit: .minute) { $0.rates = [Self.rate("B1", 1_0000, .hour)] }
        == "50 toewijzingen")
    #expect(Self.committed(by: nil) == "18000 toewijzingen")
  }

  @Test("the share that is expected to be declared, less what is declared already")
  func uptake() {
    #expect(
      Self.committed { $0.parameters.money.budget.uptakeBillionths = 850_000_000 }
        == "15300 toewijzingen")
    #expect(
      Self.committed {
        $0.parameters.course.lastMonth = Month(year: 2017, month: 9)
        $0.declare(1, cents: 20_00, on: day(2017, 10, 5))
        $0.declare(1, cents: 70_00, on: day(2017, 11, 5))
        $0.declare(1, cents: -5_00, on: day(2017, 12, 5))
      } == "10500 toewijzingen")
  }

  @Test("at least half of what runs can be counted, and a note counts what cannot")
  func method() throws {
    func with(_ others: Int) -> Town {
      Self.town { town in
        for client in 0..<2 {
          town.allocate(
            client: Int32(client), "B1", from: day(2017, 1, 1), volume: 1_00, unit: .hour,
            frequency: 4)
        }
        for client in 0..<others {
          town.allocate(client: Int32(client), "B2", from: day(2017, 10, 1))
        }
        // Begins later, so it is not asked.
        town.allocate(client: 0, "B2", from: day(2017, 10, 2))
      }
    }
    #expect(Self.committed(with(2)) == "36000 toewijzingen")
    #expect(Self.committed(with(3)) == "0 patroon")
    #expect(
      Analysis.budgetMonitor.notes(on: with(2).ledger).last
        == "table begroting-bewaking: 3 allocations add nothing to 'verplicht', for want of volume, "
        + "unit and frequency, or of a rate of tarieven.csv")
    #expect(
      !Analysis.budgetMonitor.notes(on: with(3).ledger).contains { $0.contains("allocation") })
    try with(2).reconcile()
  }

  @Test("the month in which the budget is reached counts what is committed month by month")
  func reached() {
    func month(_ budget: Int64) -> Int64? {
      var town = Self.town {
        $0.allocate(
          client: 0, "B1", from: day(2017, 1, 1), volume: 1_00, unit: .hour, frequency: 4)
      }
      town.budget = [BudgetLine(year: 2017, selection: .init(group: "begeleiding"), cents: budget)]
      let table = Analysis.budgetMonitor.table(from: town.ledger)
      return table.number(table.rows[0], .monthReached).map { $0 - 2017 * 12 + 1 }
    }
    #expect(month(59_99) == 10 && month(60_00) == 11 && month(120_00) == 12)
    #expect(month(180_00) == nil)
  }

  @Test("sums of the greatest volumes and rates do not overflow")
  func extremes() {
    let greatest: Int64 = 99_999_999_999_99
    let town = Self.town { town in
      town.rates = [Self.rate("B1", greatest * 100, .minute)]
      for client in 0..<200 {
        town.allocate(
          client: Int32(client % 100), "B1", from: day(2017, 1, 1), to: day(2017, 12, 31),
          volume: greatest, unit: .hour, frequency: client % 2 == 0 ? 1 : 6)
      }
    }
    #expect(Self.committed(town) == "0 toewijzingen")
  }
}
