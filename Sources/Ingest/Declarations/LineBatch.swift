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
