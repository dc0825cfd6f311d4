import Testing

@testable import Analytics
@testable import Ingest

@Suite("credits against the debits that they name")
struct CreditAccountsTests {
  /// A line that counts for a number: a debit above 0, a credit below.
  struct Line {
    var number = "R1"
    /// Of the number; two may have one by chance.
    var hash: UInt64 = 7
    var provider: Int32 = 0
    let cents: Int64
    var isRejected = false
  }

  @Test(
    "what may be wrong stays open, the rest is settled, in whatever order",
    arguments: [
      ("a debit and its credit", [Line(cents: 100), Line(cents: -100)], settled: 1, open: []),
      ("two credits of a part", [Line(cents: 100), Line(cents: -40), Line(cents: -60)], 2, []),
      ("one cent too much", [Line(cents: 100), Line(cents: -40), Line(cents: -61)], 0, [7]),
      ("no debit", [Line(cents: -100)], 0, [7]),
      ("a debit of nothing", [Line(cents: 0), Line(cents: -1)], 0, [7]),
      ("two debits", [Line(cents: 100), Line(cents: 100), Line(cents: -1)], 0, [7]),
      (
        "a debit that R104 rejects",
        [Line(cents: 100, isRejected: true), Line(cents: -100)], 0, [7]
      ),
      (
        "a credit that R104 rejects",
        [Line(cents: 100), Line(cents: -40), Line(cents: -40, isRejected: true)], 0, [7]
      ),
      (
        "two numbers with one hash",
        [Line(cents: 100), Line(number: "R2", cents: -100)], 0, [7]
      ),
      (
        "a number that another begins with",
        [Line(number: "R10", cents: 100), Line(number: "R1", cents: -100)], 0, [7]
      ),
      (
        "one number of two providers with one hash",
        [Line(cents: 100), Line(provider: 1, cents: -100)], 0, [7]
      ),
      (
        "sums beyond all numbers",
        [Line(cents: .max - 1), Line(cents: -.max), Line(cents: -.max)], 0, [7]
      ),
      (
        "one of two numbers",
        [Line(cents: 9), Line(cents: -9), Line(number: "R2", hash: 8, cents: -9)], 1, [8]
      ),
    ] as [(String, [Line], settled: Int, open: [UInt64])])
  func settles(why: String, lines: [Line], settled: Int, open: [UInt64]) {
    for lines in [lines, lines.reversed()] {
      let names = lines.filter { $0.cents < 0 }.map(\.hash)
      let accounts = CreditAccounts(names)
      var entries = CreditEntries()
      var losers: [LinePlace] = []
      for (index, drawn) in lines.enumerated() {
        var line = DeclarationLine()
        line.provider = drawn.provider
        line.cents = drawn.cents
        line.isCredit = drawn.cents < 0
        let place = LinePlace(chunk: 0, lineInChunk: Int32(index), byteInChunk: Int32(index))
        entries.append(
          name: drawn.hash, number: Array(drawn.number.utf8 + [0])[...], line, place,
          mayBeDouble: drawn.isRejected)
        if drawn.isRejected { losers.append(place) }
      }
      accounts.take(&entries)
      var tally = PartTallies([], [])
      tally.moveToRejects(losers)
      let settlement = accounts.settle(tally)
      #expect(settlement.creditCount == settled, "\(why)")
      #expect(settlement.open.map(\.hash).sorted() == open, "\(why)")
    }
  }

  @Test("what was given up stays given up, and shares hold all names together")
  func sharesAndGivingUp() {
    let accounts = CreditAccounts((1...1000).map { UInt64($0) << 28 })
    let shares = (0..<7).map { accounts.share($0, of: 7).names }
    #expect(shares.joined().sorted() == accounts.names.sorted())
    #expect(accounts.byteCount > 1000 * 24 && accounts.byteCount < 1000 * 100)
    accounts.giveUp()
    #expect(accounts.byteCount == .max)
    #expect(accounts.settle(PartTallies([], [])).open.isEmpty)
  }
}
