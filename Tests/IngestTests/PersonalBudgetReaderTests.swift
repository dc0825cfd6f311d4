import Testing

@testable import Ingest

@Suite("Personal budgets")
struct PersonalBudgetReaderTests {
  private static let header = "client_id,jaar,product_categorie,product_groep,toegekend,besteed\n"

  private func folder(_ rows: String) -> RegisterFolder {
    RegisterFolder(["pgb.csv": Self.header + rows])
  }

  @Test("a row is one budget of one year; its client need not be known otherwise")
  func rows() throws {
    let rows = "K1,2017,Begeleiding,,1000.00,900.5\nK2,2018,,Dagbesteding,200,\n"
    let registers = try folder(rows).read().data
    #expect(
      registers.personalBudgets == [
        PersonalBudget(
          client: 0, year: 2017, group: nil, category: 2, granted: 100_000, spent: 90_050),
        PersonalBudget(
          client: 1, year: 2018, group: "Dagbesteding", category: nil, granted: 20_000, spent: nil),
      ])
    #expect(registers.clientCount == 2)
    #expect(try RegisterFolder().read().data.personalBudgets == nil)
  }

  @Test("equal rows are one; a label and its code are one key")
  func keys() throws {
    let row = "K1,2017,02,,10,\n"
    #expect(try folder(row + row).read().data.personalBudgets?.count == 1)
    #expect(
      try folder(row + "K1,2017,begeleiding,,11,\n").refusal()
        == "pgb.csv:3: column 'toegekend' differs from pgb.csv:2, which has the same key; leave one "
        + "of the rows")
  }

  @Test(
    "a row that says too little or what cannot be is refused",
    arguments: [
      (
        "K1,2017,,,1,",
        "column 'product_groep' is empty, and so is 'product_categorie'; every row needs a value in "
          + "one of the two"
      ),
      ("K1,17,02,,1,", "column 'jaar' has a value that is not a year of four digits"),
      ("K1,2017,02,,,", "column 'toegekend' is empty; every row needs a value here"),
      (
        "K1,2017,99,,1,",
        "column 'product_categorie' has a code that is not in its iWmo code list; use a code or label "
          + "of the list"
      ),
      (
        "K1,2017,,A + B,1,",
        "column 'product_groep' gives a name with ' + ', which joins the names of combinations; give "
          + "another name in column 'product_groep'"
      ),
      (
        "K1,2017,,totaal,1,",
        "column 'product_groep' gives the name 'totaal' or 'onbekend', which the tables use "
          + "themselves; give another name in column 'product_groep'"
      ),
    ])
  func refusals(row: String, wording: String) throws {
    #expect(try folder(row + "\n").refusal() == "pgb.csv:2: " + wording)
  }

  @Test("a column of citizen service numbers is refused")
  func citizenNumbers() throws {
    let numbers = (0...).lazy.map { 100_000_000 + $0 }.filter { number in
      let digits = String(number).compactMap(\.wholeNumberValue)
      let sum = zip(digits, [9, 8, 7, 6, 5, 4, 3, 2, -1]).reduce(0) { $0 + $1.0 * $1.1 }
      return sum % 11 == 0
    }
    let rows = numbers.prefix(25).map { "\($0),2017,02,,1,\n" }.joined()
    #expect(try folder(rows).refusal()?.contains("pgb.csv") == true)
  }
}
