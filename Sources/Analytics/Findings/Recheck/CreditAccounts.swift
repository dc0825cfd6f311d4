import Ingest

/// Credits and the debits that they name, added up per reference number, without keeping a line.
///
/// A number is settled when it is one debit's and its credits do not exceed that, whatever their
/// order: then R213 and R214 find nothing. The others stay open for the ``FinalRecheck``, which keeps
/// their lines. A hash stands for a number only as long as all its lines have one text.
///
/// All workers of a pass add to one.
final class CreditAccounts: Sendable {
  /// Hashes of the numbers that credits name.
  private let named: HashKeySet
  private let sums: SharedCollector<CreditSums>

  /// `names`: hashes of the numbers that credits name; one may come more than once.
  convenience init(_ names: [UInt64]) {
    var named = HashKeySet(capacity: names.count)
    for name in names { named.insert(name) }
    self.init(named)
  }

  private init(_ named: HashKeySet) {
    self.named = named
    sums = SharedCollector(CreditSums(), byteCount: CreditSums.byteCount(of: named))
  }

  /// One of several that together are these, which have seen nothing yet.
  func share(_ index: Int, of count: Int) -> CreditAccounts {
    CreditAccounts(named.share(index, of: count))
  }

  var isEmpty: Bool { named.isEmpty }

  var names: [UInt64] { named.hashes }

  /// What they take, or will.
  var byteCount: Int { sums.byteCount }

  @inline(__always)
  func contains(_ name: UInt64) -> Bool { named.contains(name) }

  /// Reads the slot of a name, so that it is on its way to the cache; what it returns says nothing.
  @inline(__always)
  func prefetch(_ name: UInt64) -> UInt64 { named.prefetch(name) }

  /// Takes over the entries of a worker, which has none then.
  func take(_ entries: inout CreditEntries) {
    if entries.isEmpty { return }
    sums.add { sums in
      sums.add(entries, named)
      return sums.byteCount
    }
    entries.removeAll()
  }

  /// Lets go of all sums, and of what is still to come.
  func giveUp() { sums.giveUp() }

  /// Once all lines were taken; lets go of the sums.
  func settle(_ tally: PartTallies) -> CreditSettlement {
    var sums = sums.take()
    return sums?.settle(named, tally) ?? CreditSettlement()
  }
}
