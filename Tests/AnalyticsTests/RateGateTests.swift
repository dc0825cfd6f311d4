import Ingest
import Testing

@testable import Analytics

/// R301: an amount about a hundred times, or a hundredth of, volume times rate.
@Suite struct RateGateTests {
  private func line(_ cents: Int64, volume: Int64, rate: Int64?) -> DeclarationLine {
    var line = DeclarationLine()
    line.cents = cents
    line.volume = volume
    line.rate = rate ?? DeclarationLine.noRate
    line.isCredit = cents < 0
    return line
  }

  private func gate(_ lines: [DeclarationLine]) -> RateGate {
    var gate = RateGate()
    for line in lines { gate.add(line, sign: 1) }
    return gate
  }

  // One unit of 10.00: 1000 cents are as they should be.
  @Test(arguments: [
    (90_000, true), (89_999, false), (110_000, true), (110_001, false), (1000, false),
    (-100_000, true), (0, false),
  ])
  func `about a hundred times, bounds included`(cents: Int64, isHit: Bool) {
    let volume: Int64 = cents < 0 ? -100 : 100
    #expect(gate([line(cents, volume: volume, rate: 100_000)]).tooLarge == (isHit ? 1 : 0))
  }

  // 99 units of 10.00 are 99,000 cents: 1/110 of that is 900, 1/90 is 1100.
  @Test(arguments: [(900, true), (899, false), (1100, true), (1101, false)])
  func `about a hundredth, bounds included`(cents: Int64, isHit: Bool) {
    #expect(gate([line(cents, volume: 9900, rate: 100_000)]).tooSmall == (isHit ? 1 : 0))
  }

  @Test func `a hundred lines and more than half of them close the gate`() {
    let wrong = line(100_000, volume: 100, rate: 100_000)
    let right = line(1000, volume: 100, rate: 100_000)
    let free = line(1000, volume: 0, rate: 100_000)
    let unrated = line(1000, volume: 100, rate: nil)
    func lines(_ wrongs: Int, _ rights: Int) -> [DeclarationLine] {
      Array(repeating: wrong, count: wrongs) + Array(repeating: right, count: rights)
    }
    #expect(!gate(lines(99, 0) + [unrated]).isClosed)
    #expect(gate(lines(99, 0) + [free]).isClosed)
    #expect(!gate(lines(50, 50)).isClosed)
    #expect(gate(lines(51, 50)).isClosed)
  }
}
