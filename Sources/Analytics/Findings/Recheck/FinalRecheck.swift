public import Ingest

/// The recheck of what the ``FindingRecheck`` left open, when R104 has rejected what it rejects: lines of
/// reference numbers whose credits may be wrong (R213, R214), and lines of concerns that are below
/// zero only now (R219). Sound deliveries need none.
public struct FinalRecheck: LineRecheck {
  public let wanted: WantedLines
  private let named: HashKeySet
  /// Named by more than one credit, so that their order counts.
  private let contested: HashKeySet

  private let store = SharedCollector(CollectedLines<NamedLine>())
  /// Those of a batch.
  private var collected = CollectedLines<NamedLine>()

  private(set) var concerns: ConcernLines
  /// What R213 and R214 hit, once concluded.
  private(set) var creditHits = FindingHits()
  /// Credits to which R213 and R214 could be applied, once concluded.
  private(set) var creditCounts = (naming: 0, matched: 0)

  init(_ numbers: [OpenNumber], _ concerns: ConcernLines) {
    var (named, contested) = (HashKeySet(capacity: numbers.count), HashKeySet())
    for number in numbers {
      named.insert(number.hash)
      if number.isContested { contested.insert(number.hash) }
    }
    self.init(named: named, contested: contested, concerns)
  }

  private init(named: HashKeySet, contested: HashKeySet, _ concerns: ConcernLines) {
    var wanted = WantedLines()
    wanted.references = named.hashes
    wanted.isAll = !concerns.isEmpty
    self.wanted = wanted
    self.named = named
    self.contested = contested
    self.concerns = concerns
  }

  var isNeeded: Bool { !named.isEmpty || !concerns.isEmpty }

  public var byteCount: Int { store.byteCount }

  public func share(_ index: Int, of count: Int) -> FinalRecheck {
    if count == 1 { return self }
    return FinalRecheck(
      named: named.share(index, of: count), contested: contested,
      index == 0 ? concerns : concerns.none)
  }

  public mutating func take(_ batch: LineBatch) {
    for index in batch.lines.indices {
      concerns.take(batch, index)
      let name = batch.creditName(of: index)
      guard name != 0, named.contains(name) else { continue }
      let line = batch.lines[index]
      let hasRivals = line.isCredit && contested.contains(name)
      let mention = collected.mention(batch, index, hasRivals ? .accepted : .references)
      collected.append(NamedLine(mention: mention, reference: name, date: CanonicalDate(line)))
    }
    store.take(&collected)
  }

  public mutating func giveUp() { store.giveUp() }

  public mutating func merge(_ other: FinalRecheck) {
    concerns.merge(other.concerns)
    creditHits.merge(other.creditHits)
    creditCounts.naming += other.creditCounts.naming
    creditCounts.matched += other.creditCounts.matched
  }

  public mutating func conclude(_ tally: PartTallies, workers: Int) {
    let lines = store.take() ?? CollectedLines()
    let verdicts = results(workers, workers: workers) { share in
      Verdict(lines, tally, share: share, of: workers)
    }
    for verdict in verdicts {
      creditCounts.naming += verdict.naming
      creditCounts.matched += verdict.matched
      for (mention, rule) in verdict.hits { creditHits.add(mention, rule, of: lines) }
    }
  }

  /// What the rules say of some of the credits.
  private struct Verdict: Sendable {
    var hits: [(mention: LineMention, rule: Int)] = []
    var naming = 0
    var matched = 0

    init(_ lines: CollectedLines<NamedLine>, _ tally: PartTallies, share: Int, of shares: Int) {
      lines.forEachDebit(tally, share: share, of: shares) { credits, debit in
        naming += credits.count
        if debit != nil { matched += credits.count }
        for (place, rule) in FindingRules.ofCredits {
          rule.judge(credits, of: debit) { hits.append(($0.mention, place)) }
        }
      }
    }
  }
}
