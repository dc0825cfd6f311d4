/// One accepted declaration line (declaratieregel), decoded: identifiers as indices, money in
/// cents, dates as day numbers.
public struct DeclarationLine: Sendable {
  /// Allocation index.
  public var allocation: Int32 = 0
  /// Product index.
  public var product: Int32 = 0
  /// Provider index.
  public var provider: Int32 = 0
  /// `declaratie_dagtekening`, days since 1970-01-01.
  public var declared: Int32 = 0
  /// First day of the product period, days since 1970-01-01.
  public var start: Int32 = 0
  /// Last day of the product period, days since 1970-01-01.
  public var end: Int32 = 0
  /// Net amount in cents: credits are negative.
  public var cents: Int64 = 0
  /// Volume in hundredths of the unit: credits are negative.
  public var volume: Int64 = 0
  /// In ten-thousandths of a euro per unit; ``noRate`` where none is given.
  public var rate: Int64 = DeclarationLine.noRate
  /// iWmo code of the unit.
  public var unit: UInt8 = 0
  /// National category 1–18; 0 where none is given.
  public var category: UInt8 = 0
  public var isCredit = false

  public static let noRate = Int64.min

  public init() {}
}

/// The days that a date in declarations may have: 2000-01-01 up to and including 2099-12-30.
public enum DeclarationDays {
  /// Days since 1970-01-01.
  public static let first: Int32 = 10_957
  public static let last: Int32 = 47_480
  public static let count = Int(last - first) + 1
}

/// What the lines of one placement in one declaration have in common, with its identifiers still
/// as texts. It mostly stands in several records that follow each other, and is decoded and looked
/// up once for all of them.
struct LineHead {
  let allocation: Bytes
  let client: Bytes
  let product: Bytes
  let provider: Bytes
  /// `declaratie_dagtekening`, days since 1970-01-01.
  let declared: Int32
  /// National category 1–18; 0 where none is given.
  let category: UInt8
  /// iWmo code of the unit.
  let unit: UInt8
  /// ``DeclarationLine/rate``
  let rate: Int64
  /// ``ReferenceKey/seed(provider:)``
  let referenceSeed: UInt64
}

/// The identity of a line among those of its provider: AGB code and reference number.
enum ReferenceKey {
  /// The provider's share in the hashes of its lines.
  ///
  /// `provider`: the AGB code; zeros that a spreadsheet dropped make no difference.
  @inline(__always)
  static func seed(provider: Bytes) -> UInt64 {
    guard provider.count > 0, provider.count <= 8,
      let number = EightBytes(rightAligned: provider).number(digits: provider.count)
    else { return 0 }  // No AGB code; its line is rejected.
    return (UInt64(number) &+ 1) &* 0xD6E8_FEB8_6659_FD93
  }

  /// Never 0, which says that a line has no reference number; 56 bits.
  @inline(__always)
  static func hash(_ reference: Bytes, seed: UInt64) -> UInt64 {
    reference.isEmpty ? 0 : max(1, reference.hash(seed: seed) >> 8)
  }
}

/// A few accepted lines of one chunk, in the order of the file; valid during the call only.
public struct LineBatch {
  public let lines: UnsafeBufferPointer<DeclarationLine>
  /// Hash of provider and reference number per line; 0 where the line has no reference number.
  public let referenceHashes: UnsafePointer<UInt64>
  /// Hash of provider and `vorig_referentie_nummer` per line, to be found among the reference
  /// hashes; 0 on debits and where a credit names none.
  public let namedHashes: UnsafePointer<UInt64>
  /// Index of each line's record in its origin.
  let records: UnsafePointer<Int32>
  let origin: any LineOrigin
}

/// Where a line stands, before the number of its physical line is known. It is the same in every
/// pass, as all passes cut the parts into the same chunks.
///
/// Places come in the order of file, by name byte-wise, and byte.
public struct LinePlace: Sendable, Hashable, Comparable {
  /// Counts the chunks of all parts from 0.
  let chunk: Int32
  /// Line ends before it in its chunk.
  let lineInChunk: Int32
  /// Offset of the record from the chunk's first byte in the (decompressed) part.
  let byteInChunk: Int32

  @inline(__always)
  public static func < (a: LinePlace, b: LinePlace) -> Bool {
    a.chunk != b.chunk ? a.chunk < b.chunk : a.byteInChunk < b.byteInChunk
  }
}

extension LineBatch {
  /// Counts the chunks of all parts from 0.
  var chunkIndex: Int { origin.chunkIndex }

  /// Where the line with an index stands.
  public func place(of index: Int) -> LinePlace { origin.place(of: Int(records[index])) }

  /// Appends the beginning of the line's ``CanonicalText``.
  public func appendText(of index: Int, _ extent: CanonicalText.Extent, to text: inout [UInt8]) {
    origin.appendText(of: Int(records[index]), extent, to: &text)
  }
}
