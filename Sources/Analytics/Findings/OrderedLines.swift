import Ingest

/// The lines of a second look that R104 leaves, in the hands of the order rules.
struct OrderedLines {
  private let kept: KeptLines
  private let tally: PartTallies

  init(_ kept: KeptLines, _ tally: PartTallies) {
    self.kept = kept
    self.tally = tally
  }

  private func isAccepted(_ mention: KeptLines.Mention) -> Bool {
    !tally.isRejected(mention.place)
  }

  /// What the order rules say of some of the lines.
  struct Verdict {
    var hits: [(rule: Int, mention: KeptLines.Mention)] = []
    /// Credits that name a reference number, and those that name a debit that is there.
    var naming = 0
    var matched = 0
  }

  /// What the order rules say, in pieces.
  func verdicts(_ rules: LineRules, workers: Int) -> [Verdict] {
    // One share of the credits each, and the allocations.
    results(workers + 1, workers: workers) { share in
      share < workers ? credits(share: share, of: workers) : allocations(rules)
    }
  }

  private func credits(share: Int, of shares: Int) -> Verdict {
    var verdict = Verdict()
    var account = R214.Account()
    forEachCredit(share: share, of: shares) { credit, debit in
      verdict.naming += 1
      guard let debit else { return verdict.hits.append((R213.bit, credit.mention)) }
      verdict.matched += 1
      if account.isHit(credit.mention, naming: debit.mention) {
        verdict.hits.append((R214.bit, credit.mention))
      }
    }
    return verdict
  }

  private func allocations(_ rules: LineRules) -> Verdict {
    var verdict = Verdict()
    forEachAllocation { lines in
      R208.judge(lines, rules) { verdict.hits.append((R208.bit, $0.mention)) }
      R209.judge(lines, rules) { verdict.hits.append((R209.bit, $0.mention)) }
      R212.judge(lines, rules) { verdict.hits.append((R212.bit, $0.mention)) }
    }
    return verdict
  }

  /// The lines of each suspect allocation in canonical order.
  private func forEachAllocation(_ body: ([KeptLines.Line]) -> Void) {
    let lines = kept.lines
    var own = lines.indices.filter { isAccepted(lines[$0].mention) }
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

  /// Each credit that names a reference number with the debit that has it, or nil; the credits of
  /// one debit follow each other in canonical order.
  ///
  /// All of a reference number are in one of the `shares` into which the work may be divided.
  private func forEachCredit(
    share: Int, of shares: Int,
    _ body: (KeptLines.NamedLine, KeptLines.NamedLine?) -> Void
  ) {
    func index(_ key: UInt64) -> Int { Int(UInt32(truncatingIfNeeded: key)) }
    // Half of a hash and the index of its line: small numbers sort fast. Numbers that share the half
    // are in one group, where their texts part them.
    var keys: [UInt64] = []
    kept.namedLines.withUnsafeBufferPointer { lines in
      keys.reserveCapacity(lines.count / shares + lines.count / 16)
      for index in lines.indices
      where lines[index].reference % UInt64(shares) == share && isAccepted(lines[index].mention) {
        keys.append((lines[index].reference >> 24) << 32 | UInt64(UInt32(index)))
      }
      keys.sort()
      var first = 0
      while first < keys.count {
        var end = first + 1
        while end < keys.count, keys[end] >> 32 == keys[first] >> 32 { end += 1 }
        let (one, other) = (lines[index(keys[first])], lines[index(keys[end - 1])])
        if end - first == 2, one.isCredit != other.isCredit {
          // Nearly all are a debit and its credit.
          let (debit, credit) = one.isCredit ? (other, one) : (one, other)
          body(credit, isNamed(debit, by: credit) ? debit : nil)
        } else {
          forEachCredit(of: keys[first..<end].map { lines[index($0)] }, body)
        }
        first = end
      }
    }
  }

  /// `group`: the lines of one half of a hash.
  private func forEachCredit(
    of group: [KeptLines.NamedLine],
    _ body: (KeptLines.NamedLine, KeptLines.NamedLine?) -> Void
  ) {
    // One debit as a rule; more where two references have one half.
    let debits = group.filter { !$0.isCredit }
    var credits = group.filter(\.isCredit)
    if credits.count > 1 {
      credits.sort { a, b in a.date != b.date ? a.date < b.date : precedes(a.mention, b.mention) }
    }
    for debit in debits {
      for credit in credits where isNamed(debit, by: credit) { body(credit, debit) }
    }
    for credit in credits where !debits.contains(where: { isNamed($0, by: credit) }) {
      body(credit, nil)
    }
  }

  private func isNamed(
    _ debit: KeptLines.NamedLine, by credit: KeptLines.NamedLine
  ) -> Bool {
    let named = kept.text(credit.mention).drop { $0 != 0 }.dropFirst().prefix { $0 != 0 }
    return debit.mention.provider == credit.mention.provider
      && kept.text(debit.mention).prefix { $0 != 0 } == named
  }

  /// The canonical order of lines of one date; file and line part lines that are equal in all
  /// columns.
  private func precedes(_ a: KeptLines.Mention, _ b: KeptLines.Mention) -> Bool {
    let (left, right) = (kept.text(a), kept.text(b))
    if left != right { return left.lexicographicallyPrecedes(right) }
    return a.place < b.place
  }
}

extension KeptLines.Line {
  fileprivate var date: CanonicalDate {
    CanonicalDate(declared: declared, start: start, end: end, isCredit: isCredit)
  }
}
