import Testing

@testable import Ingest

/// R104, through the whole reader.
@Suite("Double reference numbers")
struct DuplicateTests {
  /// Adds up what is accepted.
  private struct Sum: Accumulator {
    /// Decides how many bytes of a hash are kept.
    var expectsRecheck = false
    var lines = 0
    var cents: Int64 = 0

    func forWorker() -> Sum { self }

    mutating func update(_ batch: LineBatch) { add(batch.lines, sign: 1) }

    mutating func retract(_ lines: UnsafeBufferPointer<DeclarationLine>) { add(lines, sign: -1) }

    mutating func merge(_ other: Sum) {
      lines += other.lines
      cents += other.cents
    }

    private mutating func add(_ batch: UnsafeBufferPointer<DeclarationLine>, sign: Int) {
      lines += sign * batch.count
      for line in batch { cents += Int64(sign) * line.cents }
    }
  }

  private static let header =
    "referentie_nummer,declaratie_dagtekening,aanbieder_agb,client_id,toewijzing_nummer,"
    + "product_code,product_periode_begindatum,product_periode_einddatum,geleverd_volume,eenheid,"
    + "ingediend_bedrag\n"

  private static func line(_ number: String, date: String = "2017-02-01", _ amount: Int) -> String {
    "\(number),\(date),41000001,K1,T1,02A01,2017-01-01,2017-01-31,1,04,\(amount).00\n"
  }

  private func read(
    _ parts: [[String]], workers: Int, chunkSize: Int, _ limit: MemoryBudget = .standard,
    expectsRecheck: Bool = false
  ) throws -> (fold: Sum, tally: PartTallies) {
    var input = RegisterFolder()
    input.files["declaraties.csv"] = nil
    for (index, lines) in parts.enumerated() {
      input.files["declaraties-\(index + 1).csv"] = Self.header + lines.joined()
    }
    let outcome = try input.withDeclarations { reader in
      reader.memoryBudget = limit
      return try reader.read(
        into: Sum(expectsRecheck: expectsRecheck), workers: workers, chunkSize: chunkSize)
    }
    return (outcome.accumulator, outcome.tally)
  }

  @Test("of very many lines with one number the first in canonical order keeps it")
  func oneNumber() throws {
    var parts = [1...7000, 7001...12_000].map { $0.map { Self.line("R1", $0) } }
    parts[1][3456] = Self.line("R1", date: "2017-01-31", 77)
    var first: [Reject]?
    for (workers, chunkSize) in [(1, 1 << 20), (2, 5000), (8, 300)] {
      let (fold, tally) = try read(parts, workers: workers, chunkSize: chunkSize)
      #expect(fold.lines == 1 && fold.cents == 7700, "\(workers) workers")
      #expect(tally.acceptedCount == 1)
      let rejects = Array(tally.rejects)
      #expect(rejects.count == 11_999)
      #expect(rejects.allSatisfy { $0.rule == .duplicateReference })
      #expect(!rejects.contains { $0.file == "declaraties-2.csv" && $0.line == 3456 + 2 })
      #expect(rejects == first ?? rejects, "\(workers) workers")
      first = rejects
    }
  }

  @Test("what comes twice is rejected once, also when it is searched for in shares")
  func twice() throws {
    let lines = (1...3000).map { Self.line("R\($0)", $0) }
    let parts = [lines, lines.reversed()]
    let whole = try read(parts, workers: 2, chunkSize: 5000)
    #expect(whole.fold.lines == 3000 && whole.fold.cents == 3000 * 3001 / 2 * 100)
    // Of two equal lines that in the later part is named.
    #expect(whole.tally.rejects.allSatisfy { $0.file == "declaraties-2.csv" })
    for (workers, chunkSize) in [(1, 1 << 20), (8, 700)] {
      // 3,000 numbers at 256 bytes each are eight shares.
      let shares = try read(
        parts, workers: workers, chunkSize: chunkSize, MemoryBudget(perLine: 0, atLeast: 100_000),
        expectsRecheck: workers == 8)
      #expect(shares.fold.lines == 3000 && shares.fold.cents == whole.fold.cents)
      #expect(shares.tally.rejects.elementsEqual(whole.tally.rejects))
    }
  }

  @Test("a hash that comes twice is found, and the chunks of both", arguments: [3, 4])
  func buckets(byteCount: Int) {
    let truncatedHash = TruncatedHash(byteCount: byteCount)
    let bucket = 5
    // Several blocks of one bucket, each chunk ten hashes.
    let hashes = (0..<400).map { UInt64(bucket) << UInt64(8 * byteCount) | UInt64(40_503 * $0 + 1) }
    let (first, second) = (DuplicateFilter(truncatedHash), DuplicateFilter(truncatedHash))
    for (index, hash) in hashes.enumerated() { first.add(hash, chunk: index / 10) }
    for (chunk, hash) in [~0, hashes[300], ~1].enumerated() { second.add(hash, chunk: chunk) }
    var expected = HashKeySet()
    #expect(DuplicateFilter.repeated(bucket, in: [first]).isEmpty)
    expected.insert(hashes[300])
    let found = DuplicateFilter.repeated(bucket, in: [first, second])
    #expect(found.count == 1 && found.contains(hashes[300]))
    let chunks = first.chunks(of: expected)
    #expect(chunks.count == 1 && chunks.allSatisfy { $0.contains(30) && !$0.contains(10) })
    #expect(second.chunks(of: expected).allSatisfy { $0.contains(1) })
  }

  @Test("numbers whose kept hashes agree by chance keep their lines, and lose their doubles")
  func chance() throws {
    let (one, other) = try #require(Self.numbersOfOneKeptHash())
    let lines = [(one, 1), (other, 2), ("R1", 3), (other, 4), (one, 5)].map {
      Self.line($0.0, $0.1)
    }
    for (workers, chunkSize) in [(1, 1 << 20), (2, 64)] {
      let sound = try read(
        [Array(lines[..<3])], workers: workers, chunkSize: chunkSize, expectsRecheck: true)
      #expect(sound.fold.lines == 3 && sound.tally.rejects.isEmpty)
      let double = try read(
        [lines], workers: workers, chunkSize: chunkSize, expectsRecheck: true)
      #expect(double.fold.lines == 3 && double.fold.cents == 6_00)
      #expect(double.tally.rejects.map(\.line) == [5, 6])
    }
  }

  /// Of 36 bits two agree among half a million numbers or so.
  private static func numbersOfOneKeptHash() -> (String, String)? {
    let seed = withBytes(of: "41000001") { ReferenceKey.seed(provider: $0) }
    var numberOfHash: [UInt64: Int] = [:]
    for number in 1_000_000..<4_000_000 {
      let hash = withBytes(of: "\(number)") { ReferenceKey.hash($0, seed: seed) }
      if let known = numberOfHash.updateValue(number, forKey: TruncatedHash.threeBytes(hash)) {
        return ("\(known)", "\(number)")
      }
    }
    return nil
  }
}
