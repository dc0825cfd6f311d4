import Dispatch
import Ingest
import Synchronization

/// Puts findings together: the lines that the first pass hit, and what the second look decides.
struct FindingAssembly {
  private let state: FindingState
  private let places: PartTallies
  private let losers: Set<LinePlace>
  private var tally: FindingTally
  private var hits: [Findings.Hit] = []
  /// Lines to which R213 and R214 could be applied.
  private var creditCounts = (naming: 0, matched: 0)

  init(_ state: FindingState, _ places: PartTallies, losers: Set<LinePlace>) {
    self.state = state
    self.places = places
    self.losers = losers
    tally = state.tally
    for hit in state.hits.hits { add(hit, of: state.hits) }
  }

  /// What the order rules find in one share of the lines.
  private struct Share {
    var found: [(rule: Int, mention: FindingLook.Mention)] = []
    var naming = 0
    var matched = 0
  }

  /// Decides the order rules.
  mutating func decide(_ look: FindingLook, workers: Int) {
    let ordered = OrderedLines(look, places, losers: losers)
    let rules = state.rules
    let shares = Mutex([Share](repeating: Share(), count: workers))
    DispatchQueue.concurrentPerform(iterations: workers) { worker in
      var share = Share()
      var account = R214.Account()
      ordered.forEachCredit(share: worker, of: workers) { credit, debit in
        share.naming += 1
        guard let debit else { return share.found.append((R213.bit, credit.mention)) }
        share.matched += 1
        if account.isHit(credit.mention, naming: debit.mention) {
          share.found.append((R214.bit, credit.mention))
        }
      }
      shares.withLock { $0[worker] = share }
    }
    var all = shares.withLock { $0 }
    all.append(Share())
    ordered.forEachAllocation { lines in
      let last = all.count - 1
      R208.judge(lines, rules) { all[last].found.append((R208.bit, $0.mention)) }
      R209.judge(lines, rules) { all[last].found.append((R209.bit, $0.mention)) }
      R212.judge(lines, rules) { all[last].found.append((R212.bit, $0.mention)) }
    }
    for share in all {
      creditCounts.naming += share.naming
      creditCounts.matched += share.matched
      for (rule, line) in share.found {
        tally.hit(rule, provider: line.provider, cents: line.cents)
        let reference = look.text(line).prefix { $0 != 0 }
        add(
          rule,
          line.place,
          line.provider,
          line.cents,
          reference: String(decoding: reference, as: UTF8.self)
        )
      }
    }
  }

  /// R219: of the lines that were looked at, those of concerns that are below zero in the end.
  mutating func addConcerns(_ look: FindingLook, below: ConcernsBelowZero) {
    for (hit, product) in zip(look.concernHits.hits, look.concernProducts)
    where below.contains(provider: hit.provider, product: product) {
      if add(hit, of: look.concernHits) {
        tally.hit(R219.bit, provider: hit.provider, cents: hit.cents)
      }
    }
  }

  /// False where R104 rejects the line.
  @discardableResult
  private mutating func add(
    _ hit: FindingHits.Hit,
    of hits: FindingHits
  ) -> Bool {
    if losers.contains(hit.place) { return false }
    let reference = hits.reference(hit)
    hit.rules.forEach { rule in
      add(rule, hit.place, hit.provider, hit.cents, reference: reference)
    }
    return true
  }

  private mutating func add(
    _ rule: Int,
    _ place: LinePlace,
    _ provider: Int32,
    _ cents: Int64,
    reference: String
  ) {
    let (part, line) = places.position(of: place)
    hits.append(
      Findings.Hit(
        file: places.parts[part].name,
        line: line,
        byte: place.byte,
        rule: FindingRules.all[rule].rule,
        provider: Int(provider),
        reference: reference,
        cents: cents
      )
    )
  }

  /// The figures of a rule; nil where it is not assessed.
  func figures(
    _ rule: Int,
    linesInWindow: Int,
    _ reference: ReferenceData
  ) -> Findings.Figures? {
    let denominator: Int
    switch FindingRules.all[rule].rule {
    case .rate where state.rules.context.rates == nil: return nil
    case .afterDeath where !state.rules.context.hasClients: return nil
    case .unknownClient where !state.rules.context.hasClients: return nil
    case .creditWithoutDebit: denominator = creditCounts.naming
    case .creditedTwice: denominator = creditCounts.matched
    case .concernBelowZero: denominator = linesInWindow
    case .beforeAllocation, .otherProvider, .olderThanFiveYears, .declaredBeforeDelivery,
      .unknownClient:
      denominator = tally.lineCount
    default: denominator = tally.appliedLines(rule)
    }
    let providers = tally.counts(of: rule).sorted {
      precedesByteWise(reference.providers[$0.provider].agb, reference.providers[$1.provider].agb)
    }
    return Findings.Figures(
      denominator: denominator,
      providers: providers.map {
        Findings.ProviderFigures(
          provider: $0.provider,
          lines: $0.count.lines,
          cents: $0.count.cents
        )
      }
    )
  }

  var sortedHits: [Findings.Hit] {
    hits.sorted { a, b in
      if a.file != b.file { return precedesByteWise(a.file, b.file) }
      return (a.byte, a.rule.code) < (b.byte, b.rule.code)
    }
  }
}
