import Ingest

extension CollectedLines<AllocationLine> {
  /// Calls `body` with the accepted lines of each allocation in canonical order.
  func forEachAllocation(_ tally: PartTallies, _ body: ([AllocationLine]) -> Void) {
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

extension CollectedLines<NamedLine> {
  /// Calls `body` with the accepted credits that name one debit, in canonical order, and that debit;
  /// also with those that name none.
  ///
  /// All of a reference number are in one of the `shares` into which the work may be divided.
  func forEachDebit(
    _ tally: PartTallies, share: Int, of shares: Int, _ body: ([NamedLine], NamedLine?) -> Void
  ) {
    func index(_ key: UInt64) -> Int { Int(UInt32(truncatingIfNeeded: key)) }
    // Half of a hash and the index of its line: small numbers sort fast. Those that share the half are
    // in one group, where their texts part them.
    var keys: [UInt64] = []
    lines.withUnsafeBufferPointer { lines in
      keys.reserveCapacity(lines.count / shares + lines.count / 16)
      for index in lines.indices
      where lines[index].reference % UInt64(shares) == share
        && !tally.isRejected(lines[index].mention.place)
      {
        keys.append((lines[index].reference >> 24) << 32 | UInt64(UInt32(index)))
      }
      keys.sort()
      var first = 0
      while first < keys.count {
        var end = first + 1
        while end < keys.count, keys[end] >> 32 == keys[first] >> 32 { end += 1 }
        forEachDebit(of: keys[first..<end].map { lines[index($0)] }, body)
        first = end
      }
    }
  }

  /// `group`: the lines of one half of a hash.
  private func forEachDebit(of group: [NamedLine], _ body: ([NamedLine], NamedLine?) -> Void) {
    // One debit as a rule; more where two references have one half.
    let debits = group.filter { !$0.isCredit }
    var credits = group.filter(\.isCredit)
    if credits.count > 1 {
      credits.sort { a, b in a.date != b.date ? a.date < b.date : precedes(a.mention, b.mention) }
    }
    for debit in debits { body(credits.filter { isNamed(debit, by: $0) }, debit) }
    body(credits.filter { credit in !debits.contains { isNamed($0, by: credit) } }, nil)
  }

  private func isNamed(_ debit: NamedLine, by credit: NamedLine) -> Bool {
    let named = text(credit.mention).drop { $0 != 0 }.dropFirst().prefix { $0 != 0 }
    return debit.mention.provider == credit.mention.provider
      && reference(debit.mention) == named
  }
}
