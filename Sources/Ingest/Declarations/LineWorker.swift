/// One worker: takes chunks, and sorts their records into accepted lines for its sink, rejects and
/// blanks.
///
/// Records that follow each other mostly have the head of the one before (``LineHead``), so the
/// first question about a record is whether it has.
final class LineWorker<Sink: LineSink>: ChunkWorker {
  let buffer = ChunkBuffer()
  var sink: Sink
  private(set) var tally = LineTally()
  let citizenNumbers: [ColumnSketches]

  private let parts: [PreparedPart]
  private let decoders: [LineDecoder]
  private let resolver: LineResolver
  private let progress: ReadingProgress?
  private var parsers = RecordParsers()
  private let workspace = LineWorkspace()
  private var rejections: [(record: Int32, rejection: Rejection)] = []

  init(
    _ parts: [PreparedPart], decoders: [LineDecoder], resolver: LineResolver, sink: Sink,
    progress: ReadingProgress?
  ) {
    self.parts = parts
    self.progress = progress
    self.decoders = decoders
    self.resolver = resolver
    self.sink = sink
    citizenNumbers = zip(parts, decoders).map {
      ColumnSketches($0.header, $1.headColumns, missing: $1.missing)
    }
  }

  func process(_ chunk: Chunk) throws {
    let part = parts[chunk.partIndex]
    let text = try part.text(of: chunk, in: buffer, isChecked: sink.filter != nil)
    let signs = FlawSigns(in: text)
    let context = ChunkContext(
      chunk: chunk, part: part, decoder: decoders[chunk.partIndex], text: text,
      block: try parsers.parse(text, signs, of: chunk, part),
      cursor: part.decoding.isAsRead(text, buffer.bytes) ? nil : ByteCursor(),
      mayHoldFlaws: text.mayHoldFlaws(signs))
    var blankCount = 0
    if let filter = sink.filter {
      try recheck(context, filter)
    } else {
      blankCount = try sort(context)
    }
    tally.chunks.append(
      ChunkTally(
        index: chunk.index, partIndex: chunk.partIndex,
        lines: ChunkLines(context.block, blankCount: blankCount, bytes: buffer.bytes),
        bytes: chunk.offset..<chunk.offset + part.decoding.rawLength(buffer.bytes)))
    record(rejections, context)
    rejections.removeAll(keepingCapacity: true)
    progress?.add(bytes: chunk.length, lines: context.block.count)
  }

  /// Sends every record its way; the number of blank ones.
  private func sort(_ context: ChunkContext) throws -> Int {
    let (block, decoder) = (context.block, context.decoder)
    var nextBroken = 0
    var blankCount = 0
    var previous: Record?
    let sketches = citizenNumbers[context.chunk.partIndex]
    for index in 0..<block.count {
      let record = block[index]
      if nextBroken < block.broken.count, Int(block.broken[nextBroken]) == index {
        nextBroken += 1
        reject(index, record.beginsTotal ? .totalRow : .unreadable)
        continue
      }
      if record.mayBeNoLine {
        if record.isBlank {
          blankCount += 1
          continue
        }
        if record.beginsTotal, decoder.isTotal(record) {
          reject(index, .totalRow)
          continue
        }
      }
      guard record.fieldCount == decoder.fieldCount else {
        reject(index, .unreadable)
        continue
      }
      let hasSameHead = previous.map { decoder.headColumns.areEqual(record, $0) } ?? false
      if !block.holdsDelimiters { previous = record }
      sketches.add(record, hasSameHead: hasSameHead)
      if try !take(record, index, hasSameHead, context) {
        rejections.append((Int32(index), LineDiagnosis(decoder, record).rejection))
      }
    }
    try flush(context)
    return blankCount
  }

  /// Sends the records that the filter lets pass their way once more; nothing is counted.
  private func recheck(_ context: ChunkContext, _ filter: CandidateFilter) throws {
    let (block, decoder) = (context.block, context.decoder)
    var nextBroken = 0
    var previous: Record?
    var headWish = CandidateFilter.HeadWish()
    for index in 0..<block.count {
      let record = block[index]
      if nextBroken < block.broken.count, Int(block.broken[nextBroken]) == index {
        nextBroken += 1
        continue
      }
      guard record.fieldCount == decoder.fieldCount else { continue }
      let hasSameHead = previous.map { decoder.headColumns.areEqual(record, $0) } ?? false
      if !block.holdsDelimiters { previous = record }
      if !hasSameHead { headWish = filter.headWish(record, decoder) }
      guard filter.mayWant(record, decoder, headWish),
        !record.beginsTotal || !decoder.isTotal(record)
      else { continue }
      _ = try take(record, index, false, context)
    }
    try flush(context)
    rejections.removeAll(keepingCapacity: true)
  }

  /// Puts the line of a record into the batch; false when something about it is wrong.
  ///
  /// `hasSameHead`: whether the record that was taken last has the same head.
  @inline(__always)
  private func take(
    _ record: Record, _ index: Int, _ hasSameHead: Bool, _ context: ChunkContext
  ) throws -> Bool {
    if workspace.isFull { try flush(context) }
    if !hasSameHead || !workspace.hasHead {
      guard let head = context.decoder.head(record) else {
        workspace.forgetHead()
        return false
      }
      workspace.append(head)
    }
    guard context.decoder.decode(record, workspace.head, into: workspace.next),
      !context.mayHoldFlaws || isFlawless(record, context.decoder)
    else { return false }
    workspace.takeNext(record: index)
    return true
  }

  @inline(never)
  private func isFlawless(_ record: Record, _ decoder: LineDecoder) -> Bool {
    let text = record.fields(0, record.fieldCount - 1)
    return !text.mayHoldFlaws(FlawSigns(in: text))
      || LineDiagnosis(decoder, record).firstInvalid == nil
  }

  private func reject(_ record: Int, _ rule: RejectRule) {
    rejections.append((Int32(record), Rejection(rule: rule, column: nil)))
  }

  /// Looks up the identifiers of the batch and hands on what is accepted.
  private func flush(_ context: ChunkContext) throws {
    workspace.resolve(resolver) { record, rejection in
      rejections.append((Int32(record), rejection))
    }
    tally.acceptedCount += workspace.acceptedCount
    if workspace.acceptedCount > 0 { try sink.take(workspace.accepted(context)) }
    workspace.removeAll()
  }

  private func record(
    _ rejections: [(record: Int32, rejection: Rejection)], _ context: ChunkContext
  ) {
    guard !rejections.isEmpty else { return }
    for (record, rejection) in rejections.sorted(by: { $0.record < $1.record }) {
      tally.rejects.append(
        RejectedLine(place: context.place(Int(record)), rejection: rejection))
    }
  }
}

extension Bytes {
  /// Whether the text may hold a value that is none whatever its column: one with a ``ValueFlaw``, or
  /// of more than ``LineDiagnosis/valueLimit`` bytes. `signs`: those of the text.
  fileprivate func mayHoldFlaws(_ signs: FlawSigns) -> Bool {
    count > LineDiagnosis.valueLimit || signs.contains(.flaw)
  }
}
