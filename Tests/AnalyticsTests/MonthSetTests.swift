import Ingest
import Testing

@testable import Analytics

@Suite("the active months of a client")
struct MonthSetTests {
  /// A month per character, `x` for active.
  private func months(_ drawn: String) -> MonthSet {
    let first = Month(year: 2016, month: 11)
    var months = MonthSet(
      within: first...Month(number: first.number + Int32(drawn.count) - 1)
    )
    for (offset, character) in drawn.enumerated() where character == "x" {
      months.insert(Month(number: first.number + Int32(offset)))
    }
    return months
  }

  @Test(
    "spells join months over gaps of at most so many months",
    arguments: [
      ("x", 2, [0...0]),
      (".xx.", 2, [1...2]),
      ("x..x", 2, [0...3]),
      ("x...x", 2, [0...0, 4...4]),
      ("x.x...x", 0, [0...0, 2...2, 6...6]),
      ("xx", 0, [0...1]),
      ("....", 2, []),
      ("x.x..x...x", 2, [0...5, 9...9]),
    ]
  )
  func joinsSpells(_ drawn: String, _ gapMonths: Int, _ expected: [ClosedRange<Int>]) {
    var spells: [ClosedRange<Int>] = []
    months(drawn).forEachSpell(gapMonths: gapMonths) { spells.append($0) }
    #expect(spells == expected)
  }

  @Test("months past the 64th are months like the others")
  func crossesWords() {
    let long = String(repeating: ".", count: 63) + "xx" + String(repeating: ".", count: 70) + "x"
    var offsets: [Int] = []
    months(long).forEachOffset { offsets.append($0) }
    #expect(offsets == [63, 64, 135])
    var spells: [ClosedRange<Int>] = []
    months(long).forEachSpell(gapMonths: 2) { spells.append($0) }
    #expect(spells == [63...64, 135...135])
  }

  @Test("the first month from one on")
  func findsFirst() {
    let long = String(repeating: ".", count: 63) + "xx" + String(repeating: ".", count: 70) + "x"
    let found = [-5, 0, 63, 64, 65, 127, 128, 135, 136, 500].map { months(long).first(from: $0) }
    #expect(found == [63, 63, 63, 64, 135, 135, 135, 135, nil, nil])
    #expect(months("...").first(from: 0) == nil)
  }

  @Test("months in common")
  func countsCommonMonths() {
    #expect(months("xx.x").commonCount(with: months(".xxx")) == 2)
    #expect(months("x...").commonCount(with: months(".xxx")) == 0)
  }

  @Test("an emptied set is empty")
  func empties() {
    var set = months("xx.x")
    set.removeAll()
    set.forEachOffset { _ in Issue.record("no month is left") }
  }
}
