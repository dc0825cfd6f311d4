import Ingest

/// A credit that names a debit, or a debit that credits may name.
struct NamedLine: CollectedLine {
  var mention: LineMention
  /// Hash of the debit's reference number.
  let reference: UInt64
  let date: CanonicalDate

  var isCredit: Bool { date.isCredit }
}

extension CollectedLines<NamedLine> {
  /// Calls `body` with each accepted credit and the debit that it names, or nil; the credits of one
  /// debit follow each other in canonical order.
  ///
  /// All of a reference number are in one of the `shares` into which the work may be divided.
  func forEachCredit(
    _ tally: PartTallies, share: Int, of shares: Int, _ body: (NamedLine, NamedLine?) -> Void
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
        forEachCredit(of: keys[first..<end].map { lines[index($0)] }, body)
        first = end
      }
    }
  }

  /// `group`: the lines of one half of a hash.
  private func forEachCredit(of group: [NamedLine], _ body: (NamedLine, NamedLine?) -> Void) {
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

  private func isNamed(_ debit: NamedLine, by credit: NamedLine) -> Bool {
    let named = text(credit.mention).drop { $0 != 0 }.dropFirst().prefix { $0 != 0 }
    return debit.mention.provider == credit.mention.provider
      && reference(debit.mention) == named
  }
}
