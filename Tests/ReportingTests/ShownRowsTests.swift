import Analytics
import Ingest
import Testing

@testable import Reporting

@Suite("which rows of a long table the annex shows")
struct ShownRowsTests {
  /// Months from January 2017 on, with these amounts.
  private static func months(_ amounts: [Int64]) -> Table {
    let first = Int64(Month(year: 2017, month: 1).number)
    return Table(
      name: "maandverloop",
      title: "Verloop",
      countingRules: [],
      columns: Analysis.monthlyCourse.columns,
      rows: amounts.enumerated().map { offset, cents in
        [.number(first + Int64(offset))] + [Cell](repeating: .number(0), count: 5)
          + [.number(cents)]
      }
    )
  }

  /// The amounts that are shown, and the note; the row of `total` is the total.
  private static func shown(
    _ choice: ShownRows, of amounts: [Int64], total: Int64 = -1, language: AnnexLanguage = .dutch
  ) -> (amounts: [Int64], note: String?) {
    let table = months(amounts)
    let report = Report(
      version: "1", municipality: .init(), period: nil, basis: .service, tables: [table])
    let (rows, note) = AnnexBuilder(report, language: language).shownRows(
      of: AnnexTable(
        id: .months, caption: "", source: table, columns: [.month, .amount], rows: table.rows,
        totalHeading: { table.number($0, .amount) == total ? "Totaal" : nil }, shown: choice))
    return (rows.compactMap { table.number($0, .amount) }, note)
  }

  @Test("the largest stay in the order of the table, of equal ones the first, and totals always")
  func largest() {
    let cut = Self.shown(.largest(2, by: .amount), of: [5, 7, 1, 7, 7, 99], total: 99)
    #expect(cut.amounts == [7, 7, 99])
    #expect(
      cut.note == "De 2 grootste zijn getoond. De overige 3 rijen staan in "
        + "tables/maandverloop.csv en in de werkmap.")
  }

  @Test("the last")
  func last() {
    let cut = Self.shown(.last(2), of: [5, 7, 1], language: .english)
    #expect(cut.amounts == [7, 1])
    #expect(
      cut.note
        == "The last 2 are shown. The other row is in tables/maandverloop.csv and in the workbook."
    )
  }

  @Test("no note where all are shown", arguments: [3, 4])
  func all(limit: Int) {
    for choice in [ShownRows.all, .last(limit), .largest(limit, by: .amount)] {
      let whole = Self.shown(choice, of: [5, 7, 1])
      #expect(whole.amounts == [5, 7, 1] && whole.note == nil)
    }
  }
}
