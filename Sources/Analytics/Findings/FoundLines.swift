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
  private var sources: [FindingHits] = []
  private var rows: [Row] = []

  init(_ tally: PartTallies) {
    self.tally = tally
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
      rule: FindingRules.all[Int(row.rule)].rule, provider: Int(hit.provider),
      reference: source.reference(hit), cents: hit.cents)
  }
}
