import Ingest

/// A line of a suspect allocation.
struct SuspectLine: CollectedLine {
  var mention: LineMention
  let allocation: Int32
  let start: Int32
  let end: Int32
  let declared: Int32
  /// In sixtieths of hundredths of the allocation's unit; credits negative.
  let sixtieths: Int64
  let isCredit: Bool
  /// Whether the unit fits an allocation whose volume is a limit.
  let hasLimit: Bool

  init(_ line: DeclarationLine, _ mention: LineMention, _ rules: LineRules) {
    let facts = rules.allocations[Int(line.allocation)]
    self.mention = mention
    allocation = line.allocation
    start = line.start
    end = line.end
    declared = line.declared
    sixtieths = facts.sixtieths(line)
    isCredit = line.isCredit
    hasLimit = facts.hasLimit && facts.fits(line)
  }

  fileprivate var date: CanonicalDate {
    CanonicalDate(declared: declared, start: start, end: end, isCredit: isCredit)
  }
}

extension CollectedLines<SuspectLine> {
  /// Calls `body` with the accepted lines of each allocation in canonical order.
  func forEachAllocation(_ tally: PartTallies, _ body: ([SuspectLine]) -> Void) {
    var own = lines.indices.filter { !tally.isRejected(lines[$0].mention.place) }
    own.sort { a, b in
      let (left, right) = (lines[a], lines[b])
      if left.allocation != right.allocation { return left.allocation < right.allocation }
      if left.date != right.date { return left.date < right.date }
      return precedes(left.mention, right.mention)
    }
    var first = 0
    while first < own.count {
      var end = first + 1
      while end < own.count, lines[own[end]].allocation == lines[own[first]].allocation { end += 1 }
      body(own[first..<end].map { lines[$0] })
      first = end
    }
  }
}
