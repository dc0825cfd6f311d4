@testable import Analytics
@testable import Ingest

/// An accepted line as a test draws it.
struct DrawnLine {
  var line = DeclarationLine()
  /// A debit's reference number, and the one that a credit names; no two debits have one, and no
  /// two credits.
  var number = 0
  /// Whether the line says its number.
  var isNumbered = true

  /// The record that stands for it: a debit's, then that of the credit naming it.
  fileprivate var record: Int32 { Int32(2 * number + (line.isCredit ? 1 : 0)) }
  fileprivate var hash: UInt64 { isNumbered ? UInt64(number + 1) << 28 : 0 }
}

/// The records of drawn lines, in one chunk of a part in memory: only what findings tell of a line
/// is taken from there.
///
/// `@unchecked Sendable`: written by its initialiser only.
final class DrawnRecords: @unchecked Sendable {
  static let shared = DrawnRecords()
  static let count = 1000

  private let buffer = ChunkBuffer()
  private let origin: ChunkRecords

  private init() {
    let columns = FileKind.declarations.columns.map(\.name)
    let commas = String(repeating: ",", count: columns.count - 2)
    let rows = (0..<Self.count).map { "R\($0),\(commas)\nC\($0),R\($0)\(commas)\n" }
    buffer.load(Array(rows.joined().utf8), reserving: 0)
    do {
      let header = Array(columns.joined(separator: ",").utf8) + [0x0A]
      let open = try OpenPart(
        name: "declaraties.csv", headSize: header.count, opener: PartOpener { Memory(header) })
      let record = try HeaderRecord(of: open, dialect: .iso)
      let part = PreparedPart(
        open, dialect: .iso,
        header: Header(record.names, kind: .declarations, columnMap: [:]), record: record)
      origin = ChunkRecords(
        Chunk(partIndex: 0, index: 0, offset: 0, length: buffer.count), of: part,
        PartReading(part, configuration: Configuration()),
        block: try RecordParser(dialect: .iso).parse(buffer.bytes), text: buffer.bytes,
        bytes: buffer.bytes, mayHoldFlaws: false)
    } catch {
      preconditionFailure("the records cannot be parsed: \(error)")
    }
  }

  /// Calls `body` with a batch of the lines, if there are any.
  func withBatch(_ drawn: [DrawnLine], _ body: (LineBatch) -> Void) {
    guard !drawn.isEmpty else { return }
    let hashes =
      drawn.map { $0.line.isCredit ? 0 : $0.hash }
      + drawn.map { $0.line.isCredit ? $0.hash : 0 }
    drawn.map(\.line).withUnsafeBufferPointer { lines in
      drawn.map(\.record).withUnsafeBufferPointer { records in
        hashes.withUnsafeBufferPointer { hashes in
          guard let hash = hashes.baseAddress, let record = records.baseAddress else { return }
          body(
            LineBatch(
              lines: lines, referenceHashes: hash, namedHashes: hash + lines.count,
              records: record, origin: origin))
        }
      }
    }
  }

  /// The account of the part, in which R104 rejects some lines.
  func tally(rejecting drawn: [DrawnLine] = []) -> PartTallies {
    var tally = LineTally()
    tally.chunks = [
      ChunkTally(
        index: 0, partIndex: 0,
        lines: ChunkLines(origin.block, blankCount: 0, bytes: buffer.bytes),
        bytes: 0..<buffer.count)
    ]
    var tallies = PartTallies([origin.part], [tally])
    tallies.moveToRejects(
      drawn.map { origin.place(of: Int($0.record)) })
    tallies.sortRejects()
    return tallies
  }

  private final class Memory: ByteSource {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: [UInt8]) { rest = bytes[...] }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
      let count = min(buffer.count, rest.count)
      buffer.copyBytes(from: rest.prefix(count))
      rest = rest.dropFirst(count)
      return count
    }
  }
}

extension Accumulator {
  mutating func update(_ drawn: [DrawnLine]) {
    DrawnRecords.shared.withBatch(drawn) { update($0) }
  }

  mutating func retract(_ drawn: [DrawnLine]) {
    drawn.map(\.line).withUnsafeBufferPointer { retract($0) }
  }
}
