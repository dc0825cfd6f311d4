import Ingest

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
