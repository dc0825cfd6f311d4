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
  private let readings: [PartReading]
  private let resolver: LineResolver
  private let progress: ReadingProgress?
  private var parsers = RecordParsers()
  private let workspace = LineWorkspace()
  private var rejections: [(record: Int32, rejection: Rejection)] = []

  init(
    _ parts: [PreparedPart], readings: [PartReading], resolver: LineResolver, sink: Sink,
    progress: ReadingProgress?
  ) {
    self.parts = parts
    self.progress = progress
    self.readings = readings
    self.resolver = resolver
    self.sink = sink
    citizenNumbers = zip(parts, readings).map {
      ColumnSketches($0.header, $1.layout, missing: $1.decoder.missing)
    }
  }

  func process(_ chunk: Chunk) throws {
    let part = parts[chunk.partIndex]
    let text = try part.text(of: chunk, in: buffer, isChecked: sink.filter != nil)
    let signs = FlawSigns(in: text)
    let records = ChunkRecords(
      chunk, of: part, readings[chunk.partIndex],
      block: try parsers.parse(text, signs, of: chunk, part), text: text, bytes: buffer.bytes,
      mayHoldFlaws: text.mayHoldFlaws(signs))
    var blankCount = 0
    if let filter = sink.filter {
      try recheck(records, filter)
    } else {
      blankCount = try sort(records)
    }
    tally.chunks.append(
      ChunkTally(
        index: chunk.index, partIndex: chunk.partIndex,
        lines: ChunkLines(records.block, blankCount: blankCount, bytes: buffer.bytes),
        bytes: chunk.offset..<chunk.offset + part.decoding.rawLength(buffer.bytes)))
    record(rejections, records)
    rejections.removeAll(keepingCapacity: true)
    progress?.add(bytes: chunk.length, lines: records.block.count)
  }

  /// Sends every record its way; the number of blank ones.
  private func sort(_ records: ChunkRecords) throws -> Int {
    let (block, layout, decoder) = (records.block, records.layout, records.decoder)
    let head = layout.head
    var nextBroken = 0
    var blankCount = 0
    var previous: Record?
    let sketches = citizenNumbers[records.chunk.partIndex]
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
        if record.beginsTotal, layout.isTotal(record, decoder.missing) {
          reject(index, .totalRow)
          continue
        }
      }
      guard record.fieldCount == layout.fieldCount else {
        reject(index, .unreadable)
        continue
      }
      let hasSameHead = head.areEqual(record, previous)
      if !block.holdsDelimiters { previous = record }
      sketches.add(record, hasSameHead: hasSameHead)
      let fields = CSVFields(record, layout)
      if try !take(fields, index, hasSameHead, records) {
        rejections.append((Int32(index), LineDiagnosis(decoder, fields).rejection))
      }
    }
    try flush(records)
    return blankCount
  }

  /// Sends the records that the filter lets pass their way once more; nothing is counted.
  private func recheck(_ records: ChunkRecords, _ filter: CandidateFilter) throws {
    let (block, layout, decoder) = (records.block, records.layout, records.decoder)
    let head = layout.head
    var nextBroken = 0
    var previous: Record?
    var headWish = CandidateFilter.HeadWish()
    for index in 0..<block.count {
      let record = block[index]
      if nextBroken < block.broken.count, Int(block.broken[nextBroken]) == index {
        nextBroken += 1
        continue
      }
      guard record.fieldCount == layout.fieldCount else { continue }
      let hasSameHead = head.areEqual(record, previous)
      if !block.holdsDelimiters { previous = record }
      let fields = CSVFields(record, layout)
      if !hasSameHead { headWish = filter.headWish(fields) }
      guard filter.mayWant(fields, headWish),
        !record.beginsTotal || !layout.isTotal(record, decoder.missing)
      else { continue }
      _ = try take(fields, index, false, records)
    }
    try flush(records)
    rejections.removeAll(keepingCapacity: true)
  }

  /// Puts the line of a record into the batch; false when something about it is wrong.
  ///
  /// `hasSameHead`: whether the record that was taken last has the same head.
  @inline(__always)
  private func take(
    _ fields: CSVFields, _ index: Int, _ hasSameHead: Bool, _ records: ChunkRecords
  ) throws -> Bool {
    if workspace.isFull { try flush(records) }
    if !hasSameHead || !workspace.hasHead {
      guard let head = records.decoder.head(fields) else {
        workspace.forgetHead()
        return false
      }
      workspace.append(head)
    }
    guard records.decoder.decode(fields, workspace.head, into: workspace.next),
      !records.mayHoldFlaws || isFlawless(fields, records.decoder)
    else { return false }
    workspace.takeNext(record: index)
    return true
  }

  @inline(never)
  private func isFlawless(_ fields: CSVFields, _ decoder: LineDecoder) -> Bool {
    let text = fields.record.fields(0, fields.record.fieldCount - 1)
    return !text.mayHoldFlaws(FlawSigns(in: text))
      || LineDiagnosis(decoder, fields).firstInvalid == nil
  }

  private func reject(_ record: Int, _ rule: RejectRule) {
    rejections.append((Int32(record), Rejection(rule: rule, column: nil)))
  }

  /// Looks up the identifiers of the batch and hands on what is accepted.
  private func flush(_ records: ChunkRecords) throws {
    workspace.resolve(resolver) { record, rejection in
      rejections.append((Int32(record), rejection))
    }
    tally.acceptedCount += workspace.acceptedCount
    tally.later.add(workspace.later)
    if workspace.acceptedCount > 0 { try sink.take(workspace.accepted(records)) }
    workspace.removeAll()
  }

  private func record(
    _ rejections: [(record: Int32, rejection: Rejection)], _ records: ChunkRecords
  ) {
    guard !rejections.isEmpty else { return }
    for (record, rejection) in rejections.sorted(by: { $0.record < $1.record }) {
      tally.rejects.append(
        RejectedLine(place: records.place(of: Int(record)), rejection: rejection))
    }
  }
}

extension Bytes {
  /// Whether the text may hold a value that is none whatever its column: one with a ``ValueFlaw``, or
  /// of more than ``LineDecoder/valueLimit`` bytes. `signs`: those of the text.
  fileprivate func mayHoldFlaws(_ signs: FlawSigns) -> Bool {
    count > LineDecoder.valueLimit || signs.contains(.flaw)
  }
}

/// What is done with the accepted lines of a worker.
protocol LineSink: SendableMetatype {
  /// On a recheck of lines that another pass has checked and counted: which it may want, so
  /// that the others need not be decoded again.
  var filter: CandidateFilter? { get }
  mutating func take(_ batch: LineBatch) throws
}
