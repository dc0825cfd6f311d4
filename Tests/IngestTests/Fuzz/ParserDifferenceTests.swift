import Foundation
import Testing

@testable import Ingest

/// Hostile bytes: the fast lane, in vectors of every width, against libcsv, and pieces against the
/// whole.
///
/// `WMO_ETL_FUZZ` is the number of inputs, `WMO_ETL_FUZZ_SEED` the first one's seed; the next ones
/// have the numbers that follow, so that a failing input can be had alone.
@Suite("Parsing random bytes")
struct ParserDifferenceTests {
  private static func setting(_ name: String) throws -> UInt64? {
    guard let text = ProcessInfo.processInfo.environment[name] else { return nil }
    let number: UInt64 = try #require(UInt64(text), "\(name) is not a number")
    return number
  }

  @Test("libcsv, the fast lane and pieces give the same records")
  func hostileBytes() throws {
    let count = try Self.setting("WMO_ETL_FUZZ") ?? 20_000
    let firstSeed = try Self.setting("WMO_ETL_FUZZ_SEED") ?? 20_171_015
    print("\(count) inputs from seed \(firstSeed)")
    let marks = [(",", "\""), (";", "'"), ("\t", "\""), (" ", "\"")]
    let contests = try marks.flatMap { separator, quote in
      var dialect = Dialect.iso
      dialect.separator = separator.utf8.first ?? 0
      dialect.quote = quote.utf8.first ?? 0
      return try [false, true].map { try ParserContest(dialect: dialect, keepsSpaces: $0) }
    }
    var text = HostileText()
    for index in 0..<count {
      let seed = firstSeed &+ index
      var dice = Dice(seed: seed)
      let contest = contests[dice.below(contests.count)]
      text.draw(&dice, contest.dialect)
      // Memory of just this length: AddressSanitizer sees whoever reads behind it.
      let memory = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: text.bytes.count)
      defer { memory.deallocate() }
      _ = memory.initialize(from: text.bytes)
      let start = try #require(UnsafePointer(memory.baseAddress))
      let bytes = Bytes(start: start, count: memory.count)
      if let difference = try contest.difference(bytes, &dice) {
        Issue.record("WMO_ETL_FUZZ=1 WMO_ETL_FUZZ_SEED=\(seed): \(difference): \(text)")
        return
      }
    }
  }
}
