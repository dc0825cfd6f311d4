/// One worker of a register file: sorts the rows of a chunk, decodes the sound ones and hands them
/// over when it is its turn.
final class RegisterWorker<Decoded>: ChunkWorker {
  let buffer = ChunkBuffer()
  private(set) var numbers: CitizenNumberColumns

  private let file: RegisterFile
  private let decode: @Sendable (RegisterRows) -> Decoded
  private let turns: InOrderConsumer<Decoded>
  private var parsers = RecordParsers()
  /// Those of the part that was read last.
  private var columns: RegisterColumns?

  /// `numbers` has seen no rows.
  init(
    _ file: RegisterFile, _ numbers: CitizenNumberColumns, _ turns: InOrderConsumer<Decoded>,
    decode: @escaping @Sendable (RegisterRows) -> Decoded
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
      let block = try parsers.parse(text, signs, of: chunk, part)
      let (rows, count) = sort(block, columns, signs, buffer.bytes)
      turns.take(decode(rows), of: columns, count, chunk)
    } catch {
      turns.end()
      throw error
    }
  }

  private func columns(ofPart index: Int) -> RegisterColumns {
    if let columns, columns.partIndex == index { return columns }
    let made = RegisterColumns(
      file.parts[index], index: index, kind: file.kind, configuration: file.configuration)
    columns = made
    return made
  }

  /// The sound rows, and how many there are of every kind.
  private func sort(
    _ block: RecordBlock, _ columns: RegisterColumns, _ signs: FlawSigns, _ bytes: Bytes
  ) -> (RegisterRows, RegisterChunkCount) {
    var (rowCount, blankCount) = (0, 0)
    var totals: [Int] = []
    var sound: [UInt32] = []
    sound.reserveCapacity(block.count)
    var broken = block.broken[...]
    for index in 0..<block.count {
      let isBroken = broken.first == UInt32(index)
      if isBroken { broken.removeFirst() }
      let row = RegisterRow(block[index], lineOfBlock: block.line(index), columns: columns)
      if !isBroken, row.record.isBlank {
        blankCount += 1
        continue
      }
      if row.isTotal {
        totals.append(row.lineOfBlock)
        continue
      }
      rowCount += 1
      guard row.hasWidth(isBroken: isBroken) else { continue }
      numbers.add(row.record, part: columns.partIndex, columns.missing)
      sound.append(UInt32(index))
    }
    let count = RegisterChunkCount(
      lines: ChunkLines(block, blankCount: blankCount, bytes: bytes), rows: rowCount, totals: totals
    )
    let rows = RegisterRows(
      block: block, indices: sound, columns: columns, mayHoldFlaws: signs.contains(.flaw))
    return (rows, count)
  }
}

/// The rows of a chunk that are not blank.
struct RegisterChunkCount {
  let lines: ChunkLines
  let rows: Int
  /// Where total rows stand, counted from the chunk's first line.
  let totals: [Int]

  /// With rows that turned out to be totals.
  func moving(_ found: [Int]) -> Self {
    found.isEmpty
      ? self : Self(lines: lines, rows: rows - found.count, totals: (totals + found).sorted())
  }
}

extension RegisterRow {
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
