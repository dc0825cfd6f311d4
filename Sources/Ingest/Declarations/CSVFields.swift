/// A record of a CSV file as a declaration line.
struct CSVFields: DeclarationFields {
  let record: Record
  // A counted reference would be counted for every record.
  unowned(unsafe) let layout: DeclarationLayout

  @inline(__always)
  init(_ record: Record, _ layout: DeclarationLayout) {
    self.record = record
    self.layout = layout
  }

  @inline(__always)
  func has(_ column: DeclarationColumn) -> Bool { layout[column] >= 0 }

  @inline(__always)
  subscript(column: DeclarationColumn) -> Bytes { record[layout[column]] }
}

/// Where one part of declaraties has its columns.
///
/// Two runs of fields are those of a ``LineHead``. Where their bytes are those of another record, so
/// is the head. What other columns stand in between makes this rarer, never wrong.
final class DeclarationLayout: Sendable {
  let fieldCount: Int
  /// By ``DeclarationColumn``; -1 where the part has none.
  private let positions: SIMD16<Int32>
  private let neededPositions: [Int]
  private let identity: ClosedRange<Int>
  private let price: ClosedRange<Int>

  init(_ header: Header) {
    var positions = SIMD16<Int32>(repeating: -1)
    for (column, position) in header.positions.enumerated() {
      positions[column] = Int32(position ?? -1)
    }
    func range(_ columns: [DeclarationColumn]) -> ClosedRange<Int> {
      let places = columns.map { Int(positions[$0.rawValue]) }.filter { $0 >= 0 }
      return (places.min() ?? 0)...(places.max() ?? 0)
    }
    fieldCount = header.fieldCount
    neededPositions = header.neededPositions
    // The number of the declaration is no part of a head, but as a rule it stands beside one and
    // changes with it.
    identity = range([
      .declarationNumber, .declared, .provider, .client, .allocation, .category, .product,
    ])
    price = range([.unit, .rate])
    self.positions = positions
  }

  /// The position of a column; -1 where the part has none.
  @inline(__always)
  subscript(column: DeclarationColumn) -> Int { Int(positions[column.rawValue]) }

  /// Whether records with one head have one value at a position.
  func isInHead(_ position: Int) -> Bool {
    identity.contains(position) || price.contains(position)
  }

  /// Whether two records, wide enough both, have one head; only in a block that holds no
  /// delimiters, where equal bytes are equal fields.
  @inline(__always)
  func haveSameHead(_ a: Record, _ b: Record) -> Bool {
    a.fields(identity.lowerBound, identity.upperBound)
      .equals(b.fields(identity.lowerBound, identity.upperBound))
      && a.fields(price.lowerBound, price.upperBound)
        .equals(b.fields(price.lowerBound, price.upperBound))
  }

  /// Whether a record is a total and no line.
  @inline(never)
  func isTotal(_ record: Record, _ missing: MissingValues) -> Bool {
    record.isTotal(width: fieldCount, needed: neededPositions, isMissing: missing.contains)
  }
}

/// A parsed chunk: its records, and how to read them.
final class ChunkRecords: LineOrigin {
  let chunk: Chunk
  let part: PreparedPart
  let layout: DeclarationLayout
  let decoder: LineDecoder
  let block: RecordBlock
  /// Whether a record may hold a value that is none whatever its column.
  let mayHoldFlaws: Bool
  private let text: Bytes
  /// Nil where the text is the bytes of the file as they stand.
  private let cursor: ByteCursor?

  /// `text`: of the chunk, in UTF-8; `bytes`: as they were read.
  init(
    _ chunk: Chunk, of part: PreparedPart, _ reading: PartReading, block: RecordBlock, text: Bytes,
    bytes: Bytes, mayHoldFlaws: Bool
  ) {
    self.chunk = chunk
    self.part = part
    layout = reading.layout
    decoder = reading.decoder
    self.block = block
    self.text = text
    cursor = part.decoding.isAsRead(text, bytes) ? nil : ByteCursor()
    self.mayHoldFlaws = mayHoldFlaws
  }

  var chunkIndex: Int { chunk.index }

  func place(of record: Int) -> LinePlace {
    let offset = block.offset(record)
    let byte = cursor?.originalOffset(offset, of: text, part.decoding) ?? offset
    return LinePlace(
      chunk: Int32(chunk.index), lineInChunk: Int32(block.line(record)), byteInChunk: Int32(byte))
  }

  func appendText(of record: Int, _ extent: CanonicalText.Extent, to text: inout [UInt8]) {
    CanonicalText.append(CSVFields(block[record], layout), decoder, extent, to: &text)
  }
}

/// How the lines of one part are read.
struct PartReading {
  let layout: DeclarationLayout
  let decoder: LineDecoder

  init(_ part: PreparedPart, configuration: Configuration) {
    layout = DeclarationLayout(part.header)
    decoder = LineDecoder(
      part.dialect, signs: DebitCreditSigns(part.header), configuration: configuration)
  }
}

/// Finds offsets of a file in text that was made UTF-8, going on from the last answer: records are
/// asked for in rising order, nearly always.
private final class ByteCursor {
  private var offset = 0
  private var original = 0

  func originalOffset(_ wanted: Int, of text: Bytes, _ decoding: TextDecoding) -> Int {
    if wanted < offset { (offset, original) = (0, 0) }
    original += decoding.originalLength(text.slice(offset, wanted))
    offset = wanted
    return original
  }
}
