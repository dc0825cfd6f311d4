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
