import Ingest

/// Where a line stands, and what is told of it.
struct LineMention {
  let place: LinePlace
  let provider: Int32
  /// Net, credits negative.
  let cents: Int64
  /// Where its ``CanonicalText`` begins among the texts of ``CollectedLines``.
  fileprivate(set) var text: Int
  let textCount: Int32
  let product: Int32
}

/// What a recheck keeps of a line.
protocol CollectedLine: Sendable {
  var mention: LineMention { get set }
}

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
