import Testing

@testable import Ingest

/// Quoted values of several lines: what is a value, what a stray quote has swallowed.
@Suite("Values that hold whole records")
struct SwallowedRecordsTests {
  enum Outcome: Equatable {
    case sound
    case doubtful(line: Int)
    case swallowed(line: Int, lastLine: Int)
  }

  /// What the clients' file of these lines comes to; it has three columns.
  private func outcome(
    _ lines: [String], chunkSize: Int, quote: Character = "\"", lineEnd: String = "\n"
  ) throws -> Outcome {
    let text = (["client_id,opmerking,wijk_code"] + lines).map { $0 + lineEnd }.joined()
    var folder = RegisterFolder(["clienten.csv": text])
    folder.configuration.commonDialect.quote = quote.asciiValue
    do {
      let registers = try folder.read(chunkSize: chunkSize)
      let count = registers.counts.first { $0.kind == .clients }
      for case .doubtfulValue(_, let line) in count?.lines.warnings ?? [] {
        return .doubtful(line: line)
      }
      return .sound
    } catch let failure as RunFailure where failure.message.contains("swallowed") {
      let numbers = failure.message.matches(of: /csv:([0-9]+)|line ([0-9]+)/)
        .compactMap { ($0.1 ?? $0.2).flatMap { Int($0) } }
      return .swallowed(line: numbers[0], lastLine: numbers[1])
    }
  }

  private static let cases: [([String], Outcome)] = [
    (["K1,1950,", "K2,1951,x"], .sound),
    (["K1,1950,\"a note", "of two lines\"", "K2,1951,"], .sound),
    (["K1,1950,\"a note, with commas", "of, two lines\"", "K2,1951,"], .doubtful(line: 2)),
    (["K1,1950,\"a", "b", "c, d", "e\"", "K2,1951,"], .sound),
    (["K1,1950,", "K2,1951,\"a", "b, c, d", "e\""], .swallowed(line: 3, lastLine: 5)),
    // A quote in the last column swallows up to the next one in it.
    (["K1,1950,\"bed", "K2,1951,bed\"", "K3,1952,"], .swallowed(line: 2, lastLine: 3)),
    (["K1,1950,\"bed", "K2,1951,", "K3,1952,bed\""], .swallowed(line: 2, lastLine: 4)),
    // In the first column it stands before the whole line.
    (["\"K1,1950,", "K2\",1951,", "K3,1952,"], .swallowed(line: 2, lastLine: 3)),
    // In the middle the two lines are mixed into one of the right width.
    (["K1,\"1950,a", "K2,1951\",", "K3,1952,"], .doubtful(line: 2)),
    (["K1,\"1950,a", "K3,1953,", "K2,1951\","], .swallowed(line: 2, lastLine: 4)),
    // Broken: text after the closing quote.
    (["K1,1950,\"a", "K2,1951,", "K3,\"b\",\"c\""], .swallowed(line: 2, lastLine: 4)),
    (["K1,1950,\"a\"\"b", "c\"\"d,e,\"\"f", "g\"", "K2,1951,"], .swallowed(line: 2, lastLine: 4)),
    // Two values of two lines each in one record.
    (["K1,\"19", "50\",\"a", "b\"", "K2,1951,"], .sound),
  ]

  @Test(
    "at every chunk size, with either quote and line end", arguments: cases.indices,
    [1, 2, 3, 64, 1 << 20])
  func values(index: Int, chunkSize: Int) throws {
    let (lines, expected) = Self.cases[index]
    for lineEnd in ["\n", "\r\n", "\r"] {
      #expect(try outcome(lines, chunkSize: chunkSize, lineEnd: lineEnd) == expected)
      let single = lines.map { $0.replacing("\"", with: "'") }
      #expect(
        try outcome(single, chunkSize: chunkSize, quote: "'", lineEnd: lineEnd) == expected)
    }
  }

  @Test("the header swallows lines, too")
  func header() throws {
    let text = "client_id,\"opmerking,wijk_code\nK1,1950,a\nK2,1951,b\",x\nK3,1950,\"\"\n"
    let folder = RegisterFolder(["clienten.csv": text])
    #expect(throws: RunFailure.self) { try folder.read() }
    let mixed = "client_id,\"opmerking,wijk_code\nK1,a\",WK1\nK2,b,WK2\n"
    #expect(throws: RunFailure.self) { try RegisterFolder(["clienten.csv": mixed]).read() }
    let legal = "client_id,\"opmer\nking\",wijk_code\nK1,a,WK1\n"
    #expect(try RegisterFolder(["clienten.csv": legal]).read().data.clients?.count == 1)
  }
}
