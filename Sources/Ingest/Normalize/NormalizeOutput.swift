/// Joins the header, checks the width of rows and writes records in RFC 4180.
struct NormalizeOutput {
  private let headerLines: Int
  private let isStrict: Bool
  private let separator: NormalizeSeparator
  private(set) var problems: NormalizeProblems
  private var header: [[[UInt8]]] = []
  /// Fields that a row should have; known with the header, or else with the first row.
  private(set) var width: Int?
  private var text: [UInt8] = []

  init(_ settings: NormalizeSettings, separator: NormalizeSeparator, problems: NormalizeProblems) {
    headerLines = settings.headerLines
    isStrict = settings.isStrict
    self.separator = separator
    self.problems = problems
  }

  /// A problem that is not one of a record's.
  mutating func note(_ problem: NormalizeProblems.Problem, line: Int) {
    problems.note(problem, line: line)
  }

  /// A record on a line. Throws 65 when one of its values holds whole records.
  mutating func add(_ fields: [[UInt8]], isBroken: Bool, line: Int) throws {
    let swallowed = SwallowedRecords.lines(
      in: fields, separator: separator.byte, width: width ?? fields.count)
    if let swallowed {
      throw RunFailure.swallowedRecords(
        problems.name, opens: line + swallowed.lowerBound, closes: line + swallowed.upperBound)
    }
    if isBroken { problems.note(.brokenQuoting, line: line) }
    if header.count < headerLines {
      header.append(fields)
      if header.count == headerLines { writeHeader() }
      return
    }
    let expected = width ?? fields.count
    width = expected
    if !isBroken, fields.count != expected {
      problems.note(.width(found: fields.count, expected: expected), line: line)
    }
    if isStrict, isBroken || fields.count != expected { return }
    write(fields)
  }

  /// After the last record: a file of less lines than its header has is all header.
  mutating func finish() {
    if !header.isEmpty, header.count < headerLines { writeHeader() }
  }

  /// What was written since the last call.
  mutating func take() -> [UInt8] {
    defer { text.removeAll(keepingCapacity: true) }
    return text
  }

  /// Per column the names of all header lines, joined by spaces; a single line stays as it is.
  private mutating func writeHeader() {
    let count = header.map(\.count).max() ?? 0
    width = count
    if header.count == 1 { return write(header[0]) }
    write(
      (0..<count).map { column in
        let names = header.filter { column < $0.count }.map { line in
          line[column].withBytes { Array($0.trimmed().buffer) }
        }
        return Array(names.filter { !$0.isEmpty }.joined(separator: [0x20]))
      })
  }

  private mutating func write(_ fields: [[UInt8]]) {
    for (index, field) in fields.enumerated() {
      if index > 0 { text.append(UInt8(ascii: ",")) }
      write(field)
    }
    text.append(0x0A)
  }

  private mutating func write(_ value: [UInt8]) {
    let field = separator.restored(value)
    let quote = UInt8(ascii: "\"")
    let needsQuotes = field.contains {
      $0 == UInt8(ascii: ",") || $0 == quote || $0 == 0x0A || $0 == 0x0D
    }
    guard needsQuotes else {
      text += field
      return
    }
    text.append(quote)
    for byte in field {
      if byte == quote { text.append(quote) }
      text.append(byte)
    }
    text.append(quote)
  }
}
