import Ingest

/// The lines of a second look that R104 leaves, in the hands of the order rules.
struct OrderedLines {
  let look: FindingLook
  let rules: LineRules
  private let tally: PartTallies
  /// Place of each part among the parts, byte-wise by name.
  private let ranks: [Int]
  /// Indices of the lines that count.
  private let accepted: [Int]

  init(_ outcome: LookOutcome<FindingLook>, rules: LineRules, losers: Set<LineIdentity>) {
    look = outcome.look
    self.rules = rules
    tally = outcome.tally
    let names = tally.parts.map(\.name)
    let order = names.indices.sorted { precedesByteWise(names[$0], names[$1]) }
    var ranks = Array(repeating: 0, count: names.count)
    for (rank, part) in order.enumerated() { ranks[part] = rank }
    self.ranks = ranks
    let tally = outcome.tally
    let lines = look.lines
    accepted = lines.indices.filter { index in
      let place = lines[index].place
      return losers.isEmpty
        || !losers.contains(
          LineIdentity(part: tally.position(of: place).part, byte: place.byte)
        )
    }
  }

  /// The lines of each suspect allocation in canonical order.
  func forEachAllocation(_ body: ([FindingLook.Line]) -> Void) {
    let lines = look.lines
    var own = accepted.filter { look.isSuspect(lines[$0].allocation) }
    own.sort { a, b in
      let (left, right) = (lines[a], lines[b])
      if left.allocation != right.allocation { return left.allocation < right.allocation }
      return precedes(left, right)
    }
    var first = 0
    while first < own.count {
      var end = first + 1
      while end < own.count, lines[own[end]].allocation == lines[own[first]].allocation { end += 1 }
      body(own[first..<end].map { lines[$0] })
      first = end
    }
  }

  /// Each credit that names a reference number with the debit that has it, or nil; the credits of
  /// one debit follow each other in canonical order.
  func forEachCredit(_ body: (FindingLook.Line, FindingLook.Line?) -> Void) {
    let lines = look.lines
    var own = accepted.filter { lines[$0].reference != 0 }
    own.sort { a, b in
      let (left, right) = (lines[a], lines[b])
      if left.reference != right.reference { return left.reference < right.reference }
      if left.isCredit != right.isCredit { return right.isCredit }
      return left.isCredit && precedes(left, right)
    }
    var first = 0
    while first < own.count {
      let reference = lines[own[first]].reference
      var end = first + 1
      while end < own.count, lines[own[end]].reference == reference { end += 1 }
      // One debit as a rule; more where two references have one hash.
      let debits = own[first..<end].prefix { !lines[$0].isCredit }
      let credits = own[debits.endIndex..<end].map { credit in
        (credit, debits.first { isNamed(lines[$0], by: lines[credit]) })
      }
      let groups = debits.map { debit in credits.filter { $0.1 == debit } }
      for (credit, debit) in groups.joined() + credits.filter({ $0.1 == nil }) {
        body(lines[credit], debit.map { lines[$0] })
      }
      first = end
    }
  }

  private func isNamed(_ debit: FindingLook.Line, by credit: FindingLook.Line) -> Bool {
    let named = look.texts[credit.text].drop { $0 != 0 }.dropFirst().prefix { $0 != 0 }
    return debit.provider == credit.provider
      && look.texts[debit.text].prefix { $0 != 0 } == named
  }

  /// The canonical order; file and line part lines that are equal in all columns.
  private func precedes(_ a: FindingLook.Line, _ b: FindingLook.Line) -> Bool {
    if a.date != b.date { return a.date < b.date }
    let (left, right) = (look.texts[a.text], look.texts[b.text])
    if left != right { return left.lexicographicallyPrecedes(right) }
    let (partA, partB) = (
      ranks[tally.position(of: a.place).part], ranks[tally.position(of: b.place).part]
    )
    return (partA, a.place.byte) < (partB, b.place.byte)
  }
}
