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
