import Ingest
import Synchronization

/// The lines that a second look keeps until all are there.
struct KeptLines {
  private(set) var lines: [Line] = []
  private(set) var namedLines: [NamedLine] = []
  private var texts: [UInt8] = []

  /// Where a line stands, and what is told of it.
  struct Mention {
    let place: LinePlace
    let provider: Int32
    /// Net, credits negative.
    let cents: Int64
    /// Where its ``CanonicalText`` begins in ``texts``.
    fileprivate(set) var text: Int
    let textCount: Int32
    let product: Int32
  }

  /// A line of a suspect allocation.
  struct Line {
    fileprivate(set) var mention: Mention
    let allocation: Int32
    let start: Int32
    let end: Int32
    let declared: Int32
    /// In sixtieths of hundredths of the allocation's unit; credits negative.
    let sixtieths: Int64
    let isCredit: Bool
    /// Whether the unit fits an allocation whose volume is a limit.
    let hasLimit: Bool
  }

  /// A credit that names a debit, or a debit that credits may name.
  struct NamedLine {
    fileprivate(set) var mention: Mention
    /// Hash of the debit's reference number.
    let reference: UInt64
    let date: CanonicalDate

    var isCredit: Bool { date.isCredit }
  }

  var isEmpty: Bool { lines.isEmpty && namedLines.isEmpty }

  var byteCount: Int {
    lines.count * MemoryLayout<Line>.stride + namedLines.count * MemoryLayout<NamedLine>.stride
      + texts.count
  }

  func text(_ mention: Mention) -> ArraySlice<UInt8> {
    texts[mention.text..<mention.text + Int(mention.textCount)]
  }

  /// Keeps the text of a line of the batch, to be told of what is appended then.
  mutating func mention(
    _ batch: LineBatch, _ index: Int, _ extent: CanonicalText.Extent
  ) -> Mention {
    let start = texts.count
    batch.appendText(of: index, extent, to: &texts)
    let line = batch.lines[index]
    return Mention(
      place: batch.place(of: index), provider: line.provider, cents: line.cents, text: start,
      textCount: Int32(texts.count - start), product: line.product)
  }

  mutating func append(_ line: Line) { lines.append(line) }

  mutating func append(_ line: NamedLine) { namedLines.append(line) }

  mutating func append(_ other: KeptLines) {
    let shift = texts.count
    let (ownLines, ownNamed) = (lines.count, namedLines.count)
    texts += other.texts
    lines += other.lines
    namedLines += other.namedLines
    for index in ownLines..<lines.count { lines[index].mention.text += shift }
    for index in ownNamed..<namedLines.count { namedLines[index].mention.text += shift }
  }

  /// Room for so many named lines. Growing arrays would have the workers interrupt each other as
  /// pages of memory come and go; room that is not used costs nothing.
  mutating func reserve(namedLines count: Int) {
    namedLines.reserveCapacity(count + count / 16)
    texts.reserveCapacity(24 * count)
  }

  mutating func removeAll() {
    lines.removeAll(keepingCapacity: true)
    namedLines.removeAll(keepingCapacity: true)
    texts.removeAll(keepingCapacity: true)
  }
}

/// Kept lines to which all workers of a pass add.
final class KeptLineStore: Sendable {
  private let kept: Mutex<KeptLines?>
  /// Of what is kept; the greatest number once it was given up.
  private let bytes = Atomic(0)

  init(expectedNamedLines: Int) {
    var lines = KeptLines()
    lines.reserve(namedLines: expectedNamedLines)
    kept = Mutex(lines)
  }

  var byteCount: Int { bytes.load(ordering: .relaxed) }

  func append(_ lines: KeptLines) {
    kept.withLock { kept in
      guard kept != nil else { return }
      kept?.append(lines)
      bytes.store(kept?.byteCount ?? 0, ordering: .relaxed)
    }
  }

  /// Lets go of the lines, and of all that are still to come.
  func giveUp() {
    kept.withLock { $0 = nil }
    bytes.store(.max, ordering: .relaxed)
  }

  /// The lines, of which it lets go.
  func take() -> KeptLines {
    kept.withLock { kept in
      defer { kept = KeptLines() }
      return kept ?? KeptLines()
    }
  }
}
