import Ingest

/// Every line that a rule hits, in the order of `bevindingen-regels.csv`: twenty bytes for each
/// line and rule, beside the hits; a row is made when it is asked for.
struct FoundLines: Sendable {
  private struct Row {
    let place: LinePlace
    let hit: UInt32
    let source: UInt8
    let rule: UInt8
  }

  let tally: PartTallies
  private let rules: [Rule]
  private var sources: [FindingHits] = []
  private var rows: [Row] = []

  init(_ tally: PartTallies, of rules: [Rule]) {
    self.tally = tally
    self.rules = rules
  }

  /// Adds the hits of accepted lines, of those that `isWanted`, and tells of each.
  mutating func add(
    _ hits: FindingHits, where isWanted: (FindingHits.Hit) -> Bool = { _ in true },
    each: (_ rule: Int, FindingHits.Hit) -> Void = { _, _ in }
  ) {
    for (index, hit) in hits.hits.enumerated()
    where isWanted(hit) && !tally.isRejected(hit.place) {
      hit.rules.forEach { rule in
        rows.append(
          Row(
            place: hit.place, hit: UInt32(index), source: UInt8(sources.count), rule: UInt8(rule)))
        each(rule, hit)
      }
    }
    sources.append(hits)
  }

  mutating func sort() {
    rows.sort { $0.place != $1.place ? $0.place < $1.place : $0.rule < $1.rule }
  }

  var count: Int { rows.count }

  /// Of a sorted list: those of one line stand together.
  var lineCount: Int {
    rows.indices.count { $0 == 0 || rows[$0].place != rows[$0 - 1].place }
  }

  subscript(index: Int) -> Findings.Hit {
    let row = rows[index]
    let source = sources[Int(row.source)]
    let hit = source.hits[Int(row.hit)]
    let position = tally.position(of: row.place)
    return Findings.Hit(
      file: position.file, line: position.line, byte: position.byte,
      rule: rules[Int(row.rule)], provider: Int(hit.provider),
      reference: source.reference(hit), cents: hit.cents)
  }
}

/// The lines that rules hit, as they come: where they stand and what is told of them.
struct FindingHits: Sendable {
  struct Hit: Sendable {
    let place: LinePlace
    let provider: Int32
    /// Net, credits negative.
    let cents: Int64
    /// Where the reference number begins in ``texts``; it ends with a zero byte.
    var text: Int
    let product: Int32
    let rules: RuleSet
  }

  private(set) var hits: [Hit] = []
  private(set) var texts: [UInt8] = []

  mutating func add(_ batch: LineBatch, _ index: Int, _ rules: RuleSet) {
    let line = batch.lines[index]
    hits.append(
      Hit(
        place: batch.place(of: index), provider: line.provider, cents: line.cents,
        text: texts.count, product: line.product, rules: rules))
    batch.appendText(of: index, .reference, to: &texts)
  }

  /// A line that was kept.
  mutating func add<Line>(_ mention: LineMention, _ rule: Int, of lines: CollectedLines<Line>) {
    hits.append(
      Hit(
        place: mention.place, provider: mention.provider, cents: mention.cents,
        text: texts.count, product: mention.product, rules: RuleSet(rule)))
    texts += lines.reference(mention)
    texts.append(0)
  }

  mutating func merge(_ other: FindingHits) {
    let shift = texts.count
    texts += other.texts
    let own = hits.count
    hits += other.hits
    for index in own..<hits.count { hits[index].text += shift }
  }

  /// The reference number of a hit; empty where the line has none.
  func reference(_ hit: Hit) -> String {
    String(decoding: texts[hit.text...].prefix { $0 != 0 }, as: UTF8.self)
  }
}

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
