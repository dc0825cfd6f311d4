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

/// What the lines of a batch put on account.
struct CreditEntries: Sendable {
  struct Entry {
    /// Hash of the number that a debit has or a credit names.
    let name: UInt64
    let place: LinePlace
    /// Net, credits negative.
    let cents: Int64
    let isCredit: Bool
    let mayBeDouble: Bool
    fileprivate let key: Range<Int>
  }

  private(set) var entries: [Entry] = []
  private var keys: [UInt8] = []
  private var text: [UInt8] = []

  var isEmpty: Bool { entries.isEmpty }

  /// Provider and number, ended by a zero byte.
  func key(_ entry: Entry) -> ArraySlice<UInt8> { keys[entry.key] }

  /// `name`: the hash of the number that a debit has or a credit names.
  mutating func append(_ batch: LineBatch, _ index: Int, name: UInt64, mayBeDouble: Bool) {
    let line = batch.lines[index]
    text.removeAll(keepingCapacity: true)
    batch.appendText(of: index, line.isCredit ? .references : .reference, to: &text)
    append(
      name: name, number: line.isCredit ? text.drop { $0 != 0 }.dropFirst() : text[...], line,
      batch.place(of: index), mayBeDouble: mayBeDouble)
  }

  /// `number`: the text behind `name`, ended by a zero byte.
  mutating func append(
    name: UInt64, number: ArraySlice<UInt8>, _ line: DeclarationLine, _ place: LinePlace,
    mayBeDouble: Bool
  ) {
    let start = keys.count
    withUnsafeBytes(of: line.provider) { keys += $0 }
    keys += number
    entries.append(
      Entry(
        name: name, place: place, cents: line.cents, isCredit: line.isCredit,
        mayBeDouble: mayBeDouble, key: start..<keys.count))
  }

  mutating func removeAll() {
    entries.removeAll(keepingCapacity: true)
    keys.removeAll(keepingCapacity: true)
  }
}
