import Ingest
import Synchronization

/// What a recheck keeps of a line.
protocol CollectedLine: Sendable {
  var mention: LineMention { get set }
}

extension AllocationLine: CollectedLine {}
extension NamedLine: CollectedLine {}

/// The lines that a recheck keeps until all are there.
struct CollectedLines<Line: CollectedLine>: Sendable {
  private(set) var lines: [Line] = []
  private var texts: [UInt8] = []

  var isEmpty: Bool { lines.isEmpty }

  /// Of lines and texts; while arrays grow they may take up to three times that.
  var byteCount: Int { lines.count * MemoryLayout<Line>.stride + texts.count }

  func text(_ mention: LineMention) -> ArraySlice<UInt8> {
    texts[mention.text..<mention.text + Int(mention.textCount)]
  }

  /// The reference number of a line.
  func reference(_ mention: LineMention) -> ArraySlice<UInt8> {
    text(mention).prefix { $0 != 0 }
  }

  /// Keeps the text of a line of the batch, to be told of what is appended then.
  mutating func mention(
    _ batch: LineBatch, _ index: Int, _ extent: CanonicalText.Extent
  ) -> LineMention {
    let start = texts.count
    batch.appendText(of: index, extent, to: &texts)
    let line = batch.lines[index]
    return LineMention(
      place: batch.place(of: index), provider: line.provider, cents: line.cents, text: start,
      textCount: Int32(texts.count - start), product: line.product)
  }

  mutating func append(_ line: Line) { lines.append(line) }

  mutating func append(_ other: CollectedLines) {
    let shift = texts.count
    let own = lines.count
    texts += other.texts
    lines += other.lines
    for index in own..<lines.count { lines[index].mention.text += shift }
  }

  mutating func removeAll() {
    lines.removeAll(keepingCapacity: true)
    texts.removeAll(keepingCapacity: true)
  }

  /// The canonical order of lines of one date; file and line part lines that are equal in all
  /// columns.
  func precedes(_ a: LineMention, _ b: LineMention) -> Bool {
    let (left, right) = (text(a), text(b))
    if left != right { return left.lexicographicallyPrecedes(right) }
    return a.place < b.place
  }
}

/// What all workers of a pass add to, until it is taken or given up.
final class SharedCollector<Value: Sendable>: Sendable {
  private let collected: Mutex<Value?>
  private let bytes: Atomic<Int>

  /// `byteCount`: what the value takes, or will.
  init(_ value: Value, byteCount: Int = 0) {
    collected = Mutex(value)
    bytes = Atomic(byteCount)
  }

  /// Of the value; the greatest number once it was given up.
  var byteCount: Int { bytes.load(ordering: .relaxed) }

  /// Lets `add` change the value and tell how many bytes it takes then; does nothing where it is
  /// not there any more.
  func add(_ add: (inout Value) -> Int) {
    collected.withLock { collected in
      guard var value = collected.take() else { return }
      bytes.store(max(byteCount, add(&value)), ordering: .relaxed)
      collected = value
    }
  }

  /// Lets go of the value, and of all that is still to come.
  func giveUp() {
    collected.withLock { $0 = nil }
    bytes.store(.max, ordering: .relaxed)
  }

  /// The value, of which it lets go; nil where it was given up.
  func take() -> Value? {
    collected.withLock { $0.take() }
  }
}

extension SharedCollector {
  /// Takes over the lines of a worker, which has none then.
  func take<Line: CollectedLine>(_ lines: inout CollectedLines<Line>)
  where Value == CollectedLines<Line> {
    if lines.isEmpty { return }
    add { kept in
      kept.append(lines)
      return kept.byteCount
    }
    lines.removeAll()
  }
}

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
