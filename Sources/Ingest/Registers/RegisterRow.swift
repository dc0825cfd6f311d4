/// One row of a register file; columns are indices into ``FileKind/columns``.
///
/// Values are trimmed, and valid until the next chunk. A decoder that finds something wrong notes
/// the problem and returns nil; ``isSound`` tells whether there was one.
struct RegisterRow {
  let record: Record
  /// Physical line, counted from that on which the block begins.
  let lineOfBlock: Int
  let columns: RegisterColumns

  init(_ record: Record, lineOfBlock: Int, columns: RegisterColumns) {
    self.record = record
    self.lineOfBlock = lineOfBlock
    self.columns = columns
  }

  /// Physical line, from 1, once the row is taken in its turn.
  var line: Int { columns.firstLine + lineOfBlock }

  /// A hash of the row as it stands, with the borders of its fields and the order of its columns:
  /// rows of equal fingerprints are equal, others may be.
  var fingerprint: UInt64 {
    var hash = record.fields(0, record.fieldCount - 1).hash(seed: columns.order)
    for index in 0..<record.fieldCount {
      hash = (hash ^ UInt64(record.end(index) - record.start(0))) &* 0x9E37_79B9_7F4A_7C15
    }
    return hash
  }

  /// Whether no decoder found a problem so far.
  var isSound: Bool { columns.rowProblems == 0 }

  func note(_ problem: RegisterProblem, at column: Int?) {
    columns.note(problem, line: line, column: column)
  }

  /// The value, empty where it is missing or the part or the row lacks the column.
  @inline(__always)
  func value(_ column: Int) -> Bytes {
    let position = columns.positions[column]
    // An empty view needs an address all the same.
    guard position >= 0, position < record.fieldCount else {
      return Bytes(start: columns.padded, count: 0)
    }
    let value = record[position].trimmed()
    if !columns.isName[column], columns.missing.contains(value) { return value.slice(0, 0) }
    return value
  }

  /// Nil where the value is missing; nil, and a problem, where it has a flaw.
  @inline(__always)
  func text(_ column: Int) -> Bytes? {
    let value = self.value(column)
    if value.isEmpty { return nil }
    return columns.mayHoldFlaws ? flawless(value, column) : value
  }

  @inline(never)
  private func flawless(_ value: Bytes, _ column: Int) -> Bytes? {
    guard let flaw = ValueFlaw(value, isIdentifier: columns.isIdentifier[column]) else {
      return value
    }
    columns.note(flaw, line: line, column: column)
    return nil
  }

  /// Whether some value may have a ``ValueFlaw``.
  var mayHoldFlaws: Bool {
    FlawSigns(in: record.fields(0, record.fieldCount - 1)).contains(.flaw)
  }

  /// Nil, and a problem, where the value is missing or has a flaw.
  @inline(__always)
  func requiredText(_ column: Int) -> Bytes? {
    if let text = text(column) { return text }
    if value(column).isEmpty { note(.missing, at: column) }
    return nil
  }

  /// The value with its zeros restored, where the configuration says so.
  ///
  /// Valid until the next call.
  func restored(_ value: Bytes, width: Int) -> Bytes {
    guard columns.restoresZeros, value.count < width, !value.isEmpty,
      value.buffer.allSatisfy({ $0 &- 0x30 <= 9 })
    else { return value }
    let zeros = width - value.count
    for index in 0..<width {
      columns.padded[index] = index < zeros ? 0x30 : value[index - zeros]
    }
    return Bytes(start: columns.padded, count: width)
  }

  /// The value as rows are compared by it: `3401` and `WK003401` may be one district.
  private func canonical(_ column: Int) -> Bytes {
    switch columns.areaWidths[column] {
    case 0: restored(value(column), width: columns.widths[column])
    case 6: wijk(column) ?? value(column)
    case let width: areaCode(column, width: width) ?? value(column)
    }
  }

  /// Appends the values of some of the contract's columns to `text`, each with an end mark, so that
  /// texts compare byte-wise as the rows do column by column.
  func appendCanonical(_ chosen: [Int], to text: inout [UInt8]) {
    for column in chosen {
      let value = canonical(column)
      if value.holdsNUL {
        // A NUL of the value must not pass for the mark, nor come after it in order.
        for byte in value.buffer { text += byte == 0 ? [0, 1] : [byte] }
      } else {
        text.append(contentsOf: value.buffer)
      }
      text.append(0)
      text.append(0)
    }
  }
}
