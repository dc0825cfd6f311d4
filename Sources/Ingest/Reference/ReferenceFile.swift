/// One file of the municipality with all its parts, read row by row.
struct ReferenceFile {
  let kind: FileKind
  let parts: [PreparedPart]
  let configuration: Configuration
  let account: ReferenceAccount
  /// Bytes that are parsed at once.
  var chunkSize = 1 << 20

  /// Whether the input has the file.
  var isGiven: Bool { !parts.isEmpty }

  /// Calls `body` with every row that is neither blank nor a total, and counts and checks what the
  /// contract wants of rows in general: width, quoting, citizen service numbers.
  ///
  /// `ahead` gets groups of rows before `body` does, whatever they are, to fetch what they need.
  func forEachRow(
    ahead: (ReferenceRowGroup) -> Void = { _ in },
    _ body: (ReferenceRow) throws -> Void
  ) throws {
    var numbers = CitizenNumberColumns()
    for columns in columns(of: parts) {
      let part = columns.part
      var count = ReferenceCount(kind: kind, part: part.name)
      var totalLines: [Int] = []
      numbers.enter(columns)
      try forEachRecord(columns, ahead: ahead) { row, isBroken in
        if !isBroken, row.record.isBlank { return }
        if row.isTotal {
          count.totals += 1
          if totalLines.count < 20 { totalLines.append(row.line) }
        } else {
          count.rows += 1
          guard row.hasWidth(part.header.fieldCount, isBroken: isBroken) else { return }
          numbers.add(row)
          try body(row)
        }
      }
      account.counts.append(count)
      noteTotals(count, lines: totalLines)
    }
    account.citizenNumbers += numbers.suspects.map { (file(with: $0), $0) }
  }

  /// Calls `body` with the rows of a second look at the file; nothing is counted again.
  ///
  /// Only for a file of which every row is sound.
  func forEachRowAgain(_ body: (ReferenceRow) throws -> Void) throws {
    for columns in columns(of: parts.map { $0.again() }) {
      try forEachRecord(columns, ahead: { _ in }) { row, _ in
        if !row.record.isBlank, !row.isTotal { try body(row) }
      }
    }
  }

  private func columns(of parts: [PreparedPart]) -> [ReferenceColumns] {
    parts.enumerated().map { index, part in
      ReferenceColumns(
        part,
        index: index,
        kind: kind,
        configuration: configuration,
        problems: account.problems
      )
    }
  }

  /// Calls `body` with each record of a part and whether it is broken.
  private func forEachRecord(
    _ columns: ReferenceColumns,
    ahead: (ReferenceRowGroup) -> Void,
    _ body: (ReferenceRow, Bool) throws -> Void
  ) throws {
    let part = columns.part
    let reader = ChunkReader([part], chunkSize: chunkSize)
    let parser = try RecordParser(dialect: part.dialect)
    let buffer = ChunkBuffer()
    var line = part.bodyLine
    while let chunk = try reader.next(into: buffer) {
      let block = try parser.parse(try Self.text(of: chunk, part, buffer))
      var broken = block.broken[...]
      for first in stride(from: 0, to: block.count, by: ReferenceRowGroup.size) {
        let indices = first..<min(first + ReferenceRowGroup.size, block.count)
        let group = ReferenceRowGroup(
          block: block,
          indices: indices,
          line: line,
          columns: columns
        )
        ahead(group)
        for index in indices {
          let isBroken = broken.first == UInt32(index)
          if isBroken { broken.removeFirst() }
          columns.beginRow()
          try body(group[index], isBroken)
        }
      }
      line += block.lineCount
    }
  }

  private static func text(
    of chunk: Chunk,
    _ part: PreparedPart,
    _ buffer: ChunkBuffer
  ) throws -> Bytes {
    do {
      return try buffer.text(part.decoding)
    } catch {
      throw try part.undecodable(atByte: chunk.offset + error.offset)
    }
  }

  private func noteTotals(_ count: ReferenceCount, lines: [Int]) {
    guard count.totals > 0 else { return }
    let places = lines.map(String.init).joined(separator: ", ")
    let more = count.totals > lines.count ? " and \(count.totals - lines.count) more" : ""
    account.notes.append(
      "\(count.part): total rows are skipped: \(lines.count == 1 ? "line" : "lines") \(places)\(more)"
    )
  }

  /// The first part with a column; `column` is a header as it stands there.
  private func file(with column: String) -> String {
    parts.first { $0.header.names.contains(column) }?.name ?? kind.name
  }
}

/// Rows that are looked at ahead: enough for their loads from memory to run side by side.
struct ReferenceRowGroup {
  static let size = 32

  let block: RecordBlock
  let indices: Range<Int>
  /// Physical line on which the block begins.
  let line: Int
  let columns: ReferenceColumns

  @inline(__always)
  subscript(index: Int) -> ReferenceRow {
    ReferenceRow(block[index], line: line + block.line(index), columns: columns)
  }
}

extension ReferenceRow {
  /// Whether the record is whole and has as many fields as the header; a problem where not.
  fileprivate func hasWidth(_ width: Int, isBroken: Bool) -> Bool {
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
