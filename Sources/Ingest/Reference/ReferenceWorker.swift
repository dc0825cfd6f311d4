/// One worker of a reference file: sorts the rows of a chunk, decodes the sound ones and hands them
/// over when it is its turn.
final class ReferenceWorker<Decoded>: ChunkWorker {
  let buffer = ChunkBuffer()
  private(set) var numbers: CitizenNumberColumns

  private let file: ReferenceFile
  private let decode: @Sendable (ReferenceRows) -> Decoded
  private let turns: ReferenceTurns<Decoded>
  private var parsers = RecordParsers()
  /// Those of the part that was read last.
  private var columns: ReferenceColumns?

  /// `numbers` has seen no rows.
  init(
    _ file: ReferenceFile, _ numbers: CitizenNumberColumns, _ turns: ReferenceTurns<Decoded>,
    decode: @escaping @Sendable (ReferenceRows) -> Decoded
  ) {
    self.file = file
    self.numbers = numbers
    self.turns = turns
    self.decode = decode
  }

  func process(_ chunk: Chunk) throws {
    do {
      let part = file.parts[chunk.partIndex]
      let columns = columns(ofPart: chunk.partIndex)
      let text = try part.text(of: chunk, in: buffer)
      let signs = FlawSigns(in: text)
      let parser = try parsers.parser(part.dialect)
      let block =
        try signs.contains(.protectedText) ? parser.parseRevealing(text) : parser.parse(text)
      let (rows, count) = sort(block, columns, mayHoldFlaws: signs.contains(.flaw))
      turns.take(decode(rows), of: columns, count, chunk)
    } catch {
      turns.end()
      throw error
    }
  }

  private func columns(ofPart index: Int) -> ReferenceColumns {
    if let columns, columns.partIndex == index { return columns }
    let made = ReferenceColumns(
      file.parts[index], index: index, kind: file.kind, configuration: file.configuration)
    columns = made
    return made
  }

  /// The sound rows, and how many there are of every kind.
  private func sort(
    _ block: RecordBlock, _ columns: ReferenceColumns, mayHoldFlaws: Bool
  ) -> (ReferenceRows, ReferenceChunkCount) {
    var count = ReferenceChunkCount(lines: block.lineCount)
    var sound: [UInt32] = []
    sound.reserveCapacity(block.count)
    var broken = block.broken[...]
    for index in 0..<block.count {
      let isBroken = broken.first == UInt32(index)
      if isBroken { broken.removeFirst() }
      let row = ReferenceRow(block[index], lineOfBlock: block.line(index), columns: columns)
      if !isBroken, row.record.isBlank { continue }
      if row.isTotal {
        count.totals.append(row.lineOfBlock)
        continue
      }
      count.rows += 1
      guard row.hasWidth(isBroken: isBroken) else { continue }
      numbers.add(row)
      sound.append(UInt32(index))
    }
    let rows = ReferenceRows(
      block: block, indices: sound, columns: columns, mayHoldFlaws: mayHoldFlaws)
    return (rows, count)
  }
}

/// The rows of a chunk that are not blank.
struct ReferenceChunkCount {
  /// Physical lines.
  let lines: Int
  var rows = 0
  /// Where total rows stand, counted from the chunk's first line.
  var totals: [Int] = []
}

extension ReferenceRow {
  /// Whether the record is whole and has as many fields as the header; a problem where not.
  fileprivate func hasWidth(isBroken: Bool) -> Bool {
    let width = columns.part.header.fieldCount
    if !isBroken, record.fieldCount == width { return true }
    note(isBroken ? .broken : .width(found: record.fieldCount, expected: width), at: nil)
    return false
  }

  /// Whether the row is a total at the end of an export: its first field says so, and another
  /// column that it needs is empty, missing or not there. Without the second it is a row that
  /// happens to be named so.
  fileprivate var isTotal: Bool {
    guard record.beginsTotal else { return false }
    return columns.needed.contains { columns.positions[$0] != 0 && value($0).isEmpty }
  }
}
