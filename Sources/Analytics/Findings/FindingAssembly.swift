import Ingest

/// Puts findings together: the lines that the first pass hit, and what the second look decides.
struct FindingAssembly {
  private let state: FindingState
  private let places: PartTallies
  private var tally: FindingTally
  private var hits: [Findings.Hit] = []
  /// Lines to which R213 and R214 could be applied.
  private var creditCounts = (naming: 0, matched: 0)

  init(_ state: FindingState, _ places: PartTallies) {
    self.state = state
    self.places = places
    tally = state.tally
    for hit in state.hits.hits { add(hit, of: state.hits) }
  }

  /// Adds what the order rules hit.
  mutating func addOrderHits(_ look: FindingLook) {
    creditCounts = look.creditCounts
    for hit in look.orderHits.hits {
      hit.rules.forEach { tally.hit($0, provider: hit.provider, cents: hit.cents) }
      add(hit, of: look.orderHits)
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
    if places.isRejected(hit.place) { return false }
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
    let position = places.position(of: place)
    hits.append(
      Findings.Hit(
        file: position.file,
        line: position.line,
        byte: position.byte,
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
