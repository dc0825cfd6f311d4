import Ingest

/// How many lines each rule could be applied to and hit, per provider; it adds up and merges.
struct FindingTally: Sendable {
  struct Count: Sendable {
    var lines = 0
    /// Net, credits negative.
    var cents: Int64 = 0
  }

  private let providerCount: Int
  /// Per rule × provider.
  private var counts: [Count]
  private var applied = RuleSetCounts()

  init(providerCount: Int) {
    self.providerCount = providerCount
    counts = Array(repeating: Count(), count: RuleSet.count * providerCount)
  }

  /// `sign` -1 takes the line out again.
  @inline(__always)
  mutating func count(_ verdict: LineVerdict, sign: Int) {
    applied.add(verdict.applied, sign)
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
    for index in counts.indices {
      counts[index].lines += other.counts[index].lines
      counts[index].cents += other.counts[index].cents
    }
    applied.merge(other.applied)
  }

  /// All lines.
  var lineCount: Int { applied.count(where: { _ in true }) }

  /// The lines to which a rule could be applied.
  func appliedLines(_ rule: Int) -> Int { applied.count(where: { $0.contains(rule) }) }

  /// Per provider with a line that the rule hits.
  func counts(of rule: Int) -> [(provider: Int, count: Count)] {
    (0..<providerCount).compactMap { provider in
      let count = counts[rule * providerCount + provider]
      return count.lines == 0 ? nil : (provider, count)
    }
  }
}

/// How many lines there are of each set of rules.
///
/// A run has a few dozen sets, so nearly every line finds its own in a small table. A set that
/// shares its place there with another moves out when that one comes.
private struct RuleSetCounts: Sendable {
  private struct Entry {
    var set = RuleSet()
    var lines = 0
  }

  private var latest = [Entry](repeating: Entry(), count: 256)
  /// Of the sets that moved out, and may be in the table again.
  private var others: [RuleSet: Int] = [:]

  @inline(__always)
  mutating func add(_ set: RuleSet, _ lines: Int) {
    let place = Int(truncatingIfNeeded: (set.bits &* 0x9E37_79B9) >> 24)
    if latest[place].set != set { moveOut(place, for: set) }
    latest[place].lines &+= lines
  }

  @inline(never)
  private mutating func moveOut(_ place: Int, for set: RuleSet) {
    others[latest[place].set, default: 0] += latest[place].lines
    latest[place] = Entry(set: set)
  }

  mutating func merge(_ other: RuleSetCounts) {
    for entry in other.latest { others[entry.set, default: 0] += entry.lines }
    others.merge(other.others, uniquingKeysWith: +)
  }

  /// The lines of the sets that are right.
  func count(where isRight: (RuleSet) -> Bool) -> Int {
    latest.reduce(0) { $0 + (isRight($1.set) ? $1.lines : 0) }
      + others.reduce(0) { $0 + (isRight($1.key) ? $1.value : 0) }
  }
}
