import Ingest
import Testing

@testable import Disclosure

@Suite("the condition of a cell at risk")
struct ProtectionTests {
  private let parameters = PublicationParameters()

  @Test("a count may be a safe one, and is half the threshold wide")
  func count() {
    let protection = Protection.count(parameters, mayBeNone: false)
    #expect(protection.holds(least: 3, greatest: 10))
    #expect(!protection.holds(least: 3, greatest: 9))
    #expect(!protection.holds(least: 9, greatest: 13))
    #expect(protection.holds(least: 9, greatest: 14))
    #expect(!protection.holds(least: 0, greatest: 9), "only nobody, and no safe count")
  }

  @Test("half an odd threshold is rounded up")
  func oddThreshold() {
    var parameters = parameters
    parameters.threshold = 7
    let protection = Protection.count(parameters, mayBeNone: false)
    #expect(!protection.holds(least: 6, greatest: 9) && protection.holds(least: 5, greatest: 9))
  }

  @Test("of an implicit count nobody need be there")
  func implicit() {
    let protection = Protection.count(parameters, mayBeNone: true)
    #expect(protection.holds(least: 0, greatest: 5))
    #expect(!protection.holds(least: 0, greatest: 4) && !protection.holds(least: 1, greatest: 9))
  }

  @Test(
    "an amount may be p percent less, and more by p percent, or as many as make it safe, at most twice",
    arguments: [
      (value: 1000, clients: 1, down: 800, up: 2000),
      (value: 1000, clients: 5, down: 800, up: 2000),
      (value: 1000, clients: 6, down: 800, up: 1667),
      (value: 1000, clients: 9, down: 800, up: 1200),
      (value: 1001, clients: 12, down: 800, up: 1202),
      (value: -1000, clients: 2, down: -2000, up: -800),
    ] as [(value: Int64, clients: Int64, down: Int64, up: Int64)])
  func amount(_ row: (value: Int64, clients: Int64, down: Int64, up: Int64)) {
    let protection = Protection.amount(row.value, clients: row.clients, parameters)
    #expect(protection == .amount(down: row.down, up: row.up))
    #expect(protection.holds(least: row.down, greatest: row.up))
    #expect(!protection.holds(least: row.down + 1, greatest: row.up))
    #expect(!protection.holds(least: row.down, greatest: row.up - 1))
  }

  @Test("an amount of nothing may be a rounding base")
  func nothing() {
    #expect(
      Protection.amount(0, clients: 3, parameters) == .amount(down: nil, up: 100_00))
    var exact = parameters
    exact.amountBaseEuros = 0
    #expect(Protection.amount(0, clients: 3, exact) == .amount(down: nil, up: 1))
  }

  @Test("a client dominates who could be computed by the second within p percent")
  func dominance() {
    func isDominated(_ largest: Int64, _ second: Int64, _ sum: Int64) -> Bool {
      Protection.isDominated(largest: largest, second: second, sum: sum, percent: 20)
    }
    #expect(isDominated(100, 10, 129) && !isDominated(100, 10, 130) && !isDominated(0, 0, 0))
  }

  @Test("a change is none, or a large one, and half as wide")
  func change() {
    let protection = Protection.change(room: 10)
    #expect(protection.holds(least: 0, greatest: 5) && protection.holds(least: 5, greatest: 10))
    #expect(protection.holds(least: -10, greatest: -5))
    #expect(!protection.holds(least: 1, greatest: 9) && !protection.holds(least: 0, greatest: 4))
  }
}
