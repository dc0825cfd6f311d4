/// One file of the municipality with all its parts, read row by row.
struct RegisterFile {
  let kind: FileKind
  let parts: [PreparedPart]
  let configuration: Configuration
  let account: RegisterCounts
  let workers: Int
  /// Bytes that are parsed at once.
  let chunkSize: Int

  /// Whether the input has the file.
  var isGiven: Bool { !parts.isEmpty }

  /// About how many rows there are, and rather more, to make room for them beforehand.
  var expectedRowCount: Int {
    let count = parts.reduce(0) { $0 + $1.expectedLineCount }
    return count + count / 16
  }

  /// The file with untouched parts once more, to read its rows again.
  func again() -> RegisterFile {
    RegisterFile(
      kind: kind, parts: parts.map { $0.again() }, configuration: configuration,
      account: RegisterCounts(), workers: workers, chunkSize: chunkSize)
  }

  /// Throws 74 where a second reading has met other rows than the first, which were sound.
  func refuseChanges(in again: RegisterFile) throws {
    let counts = account.counts.filter { $0.kind == kind }
    guard again.account.problems.count == 0, again.account.counts == counts else {
      throw RunFailure.changedInput(kind.name)
    }
  }

  /// Calls `body` with every sound row, in the order of the file.
  func forEachRow(_ body: (RegisterRow) -> Void) throws {
    try forEachChunk(decode: { $0 }, take: { $0.forEach(body) })
  }

  /// Calls `decode` with the sound rows of every chunk, on all workers at once, and `take` with
  /// what it gave, in the order of the file and never twice at once.
  ///
  /// Counts all rows and checks what the contract wants of rows in general: width, quoting, citizen
  /// service numbers. Sound rows are as wide as their header, and neither blank nor totals. What is
  /// decoded may hold values of its rows: they are valid until it was taken.
  func forEachChunk<Decoded>(
    decode: @escaping @Sendable (RegisterRows) -> Decoded, take: (Decoded) -> Void
  ) throws {
    var numbers = CitizenNumberColumns(parts)
    try withoutActuallyEscaping(take) { take in
      let turns = InOrderConsumer(self, take: take)
      let team = (0..<max(1, workers)).map { _ in
        RegisterWorker(self, numbers, turns, decode: decode)
      }
      try ChunkReader(parts, chunkSize: chunkSize).distribute(among: team)
      turns.settle()
      for worker in team { numbers.merge(worker.numbers) }
    }
    account.citizenNumbers += numbers.suspects.map { (file(with: $0), $0) }
  }

  /// The first part with a column; `column` is a header as it stands there.
  private func file(with column: String) -> String {
    parts.first { $0.header.names.contains(column) }?.name ?? kind.name
  }
}

/// What reading the registers brings to light besides their data.
final class RegisterCounts {
  var problems = RegisterProblems()
  var counts: [RegisterCount] = []
  var remarks = InputRemarks()
  /// Columns that seem to hold citizen service numbers, in the order of reading.
  var citizenNumbers: [(file: String, column: String)] = []

  /// Throws 65 when a column must not be delivered or rows cannot be used.
  func check() throws(RunFailure) {
    guard citizenNumbers.isEmpty else { throw .citizenNumbers(citizenNumbers) }
    guard problems.count == 0 else { throw .unusableRows(problems) }
  }
}

/// The rows of one part of a register file, for the manifest.
public struct RegisterCount: Sendable, Equatable {
  public let kind: FileKind
  /// The part's name.
  public var part: String { lines.name }
  public internal(set) var lines: PartLines
  /// Rows after the header that are neither blank nor skipped as totals.
  public var rows = 0
  /// Total rows that were skipped.
  public var totals = 0
}

/// The sound rows of a chunk of a register file.
struct RegisterRows {
  let block: RecordBlock
  /// Their indices in the block, rising.
  let indices: [UInt32]
  let columns: RegisterColumns
  /// Whether some value may have a ``ValueFlaw``.
  let mayHoldFlaws: Bool

  @inline(__always)
  func forEach(_ body: (RegisterRow) -> Void) {
    for index in indices {
      let index = Int(index)
      let row = RegisterRow(block[index], lineOfBlock: block.line(index), columns: columns)
      columns.beginRow(mayHoldFlaws: mayHoldFlaws && row.mayHoldFlaws)
      body(row)
    }
  }
}
