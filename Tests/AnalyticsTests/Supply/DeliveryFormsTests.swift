import Ingest
import Testing

@testable import Analytics

@Suite("leveringsvorm")
struct DeliveryFormsTests {
  private var town: Town {
    var town = Town()
    town.hasDeliveryForms = true
    town.parameters.windowFrom = day(2016, 12, 1)
    town.allocate(client: 0, "B1", from: day(2016, 1, 1), to: day(2016, 12, 1), form: .inKind)
    town.allocate(client: 0, "D1", from: day(2017, 10, 15))
    town.allocate(client: 1, "D1", from: day(2017, 1, 1), form: .personalBudget)
    town.allocate(client: 1, "D1", from: day(2017, 10, 16), form: .inKind)
    town.allocate(client: 3, "B1", from: day(2017, 1, 1))
    town.allocate(client: 3, "B2", from: day(2017, 1, 1), form: .inKind)
    town.allocate(client: 4, "B2", from: day(2017, 1, 1), isDeleted: true)
    return town
  }

  private func budget(
    _ client: Int32, _ year: Int, group: String? = nil, category: UInt8? = nil, granted: Int64,
    spent: Int64?
  ) -> PersonalBudget {
    PersonalBudget(
      client: client, year: year, group: group, category: category, granted: granted, spent: spent)
  }

  private var budgets: [PersonalBudget] {
    [
      budget(0, 2017, group: "begeleiding", category: 7, granted: 1000_00, spent: 800_00),
      budget(1, 2016, category: 7, granted: 500_00, spent: nil),
      budget(1, 2015, group: "begeleiding", granted: 7_00, spent: nil),
      budget(2, 2017, group: "begeleiding", granted: 10_00, spent: 0),
    ]
  }

  @Test("allocations and rows of pgb.csv decide together, per group and over all")
  func rows() {
    var town = town
    town.personalBudgets = budgets
    #expect(
      Analysis.deliveryForms.drawn(town) == """
        product_groep | Dagbesteding | uitsluitend zin | 0 | 0 | 0 | 0 | 0
        product_groep | Dagbesteding | uitsluitend pgb | 1 | 1000000 | 0 | 50000 | 0
        product_groep | Dagbesteding | beide | 0 | 0 | 0 | 0 | 0
        product_groep | begeleiding | uitsluitend zin | 1 | 333333 | 2 | 0 | 0
        product_groep | begeleiding | uitsluitend pgb | 1 | 333333 | 0 | 1000 | 0
        product_groep | begeleiding | beide | 1 | 333333 | 1 | 100000 | 80000
        product_groep | dagbesteding | uitsluitend zin | 1 | 500000 | 1 | 0 | 0
        product_groep | dagbesteding | uitsluitend pgb | 1 | 500000 | 1 | 0 | 0
        product_groep | dagbesteding | beide | 0 | 0 | 0 | 0 | 0
        totaal | - | uitsluitend zin | 1 | 250000 | 2 | 0 | 0
        totaal | - | uitsluitend pgb | 2 | 500000 | 1 | 51000 | 0
        totaal | - | beide | 1 | 250000 | 2 | 100000 | 80000
        """)
    #expect(
      Analysis.deliveryForms.notes(on: town.ledger) == [
        "table leveringsvorm: 2 allocations in force in the window without 'leveringsvorm' are "
          + "taken as zin",
        "table leveringsvorm: 1 row of pgb.csv without 'besteed' counts as 0.00 spent",
        "table leveringsvorm: 1 row of pgb.csv of other years than the window's is left out",
      ])
  }

  @Test("without pgb.csv amounts are empty")
  func withoutBudgets() {
    #expect(
      Analysis.deliveryForms.drawn(town).hasSuffix(
        """
        totaal | - | uitsluitend zin | 2 | 666667 | 4 | - | -
        totaal | - | uitsluitend pgb | 1 | 333333 | 1 | - | -
        totaal | - | beide | 0 | 0 | 0 | - | -
        """))
  }

  @Test("an empty pgb.csv is enough, and without clients the total is all")
  func nothing() {
    var town = Town()
    town.personalBudgets = []
    #expect(
      Analysis.deliveryForms.drawn(town) == """
        totaal | - | uitsluitend zin | 0 | - | 0 | 0 | 0
        totaal | - | uitsluitend pgb | 0 | - | 0 | 0 | 0
        totaal | - | beide | 0 | - | 0 | 0 | 0
        """)
  }

  @Test("without the column and without pgb.csv a header only, and a note that says why")
  func noForms() {
    var town = town
    town.hasDeliveryForms = false
    #expect(Analysis.deliveryForms.drawn(town).isEmpty)
    #expect(
      Analysis.deliveryForms.notes(on: town.ledger) == [
        "table leveringsvorm is a header only: toewijzingen.csv has no column 'leveringsvorm', "
          + "and pgb.csv is not there"
      ])
  }
}
