import Ingest

/// How many lines each rule could be applied to and hit, per provider; it adds up and merges.
struct FindingTally: Sendable, Equatable {
  struct Count: Sendable, Equatable {
    var lines = 0
    /// Net, credits negative.
    var cents: Int64 = 0
  }

  private(set) var lineCount = 0
  private let providerCount: Int
  /// Per rule × provider.
  private var counts: [Count]
  /// Lines per set of applied rules, of ``shift`` and above; most sets never occur.
  private var applied = [Int32](repeating: 0, count: 1 << 15)

  /// R202 is the lowest rule to which not every line is subject, R216 the highest.
  private static let shift = UInt32(1)

  init(providerCount: Int) {
    self.providerCount = providerCount
    counts = Array(repeating: Count(), count: RuleSet.count * providerCount)
  }

  /// `sign` -1 takes the line out again.
  @inline(__always)
  mutating func count(_ verdict: LineVerdict, sign: Int) {
    lineCount += sign
    applied[Int(verdict.applied.bits >> Self.shift & 0x7FFF)] &+= Int32(truncatingIfNeeded: sign)
  }

  mutating func hit(_ rule: Int, _ line: DeclarationLine, sign: Int) {
    let index = rule * providerCount + Int(line.provider)
    counts[index].lines += sign
    counts[index].cents += Int64(sign) * line.cents
  }

  mutating func hit(_ rule: Int, _ hit: FindingHits.Hit) {
    let index = rule * providerCount + Int(hit.provider)
    counts[index].lines += 1
    counts[index].cents += hit.cents
  }

  mutating func merge(_ other: FindingTally) {
    lineCount += other.lineCount
    for index in counts.indices {
      counts[index].lines += other.counts[index].lines
      counts[index].cents += other.counts[index].cents
    }
    for index in applied.indices { applied[index] &+= other.applied[index] }
  }

  /// The lines that some rules of R202–R216 could be applied to, and not others.
  func appliedLines(_ rule: Int) -> Int {
    let bit = rule - Int(Self.shift)
    return applied.indices.reduce(0) { sum, set in
      set >> bit & 1 == 1 ? sum + Int(UInt32(bitPattern: applied[set])) : sum
    }
  }

  /// Per provider with a line that the rule hits.
  func counts(of rule: Int) -> [(provider: Int, count: Count)] {
    (0..<providerCount).compactMap { provider in
      let count = counts[rule * providerCount + provider]
      return count.lines == 0 ? nil : (provider, count)
    }
  }
}
