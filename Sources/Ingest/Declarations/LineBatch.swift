/// A few accepted lines of one chunk, in the order of the file; valid during the call only.
struct LineBatch {
  let lines: UnsafeBufferPointer<DeclarationLine>
  /// Hash of provider and reference number per line; 0 where the line has no reference number.
  let referenceHashes: UnsafePointer<UInt64>
  /// Index of each line's record in the chunk's block.
  let records: UnsafePointer<Int32>
  let context: ChunkContext
}

/// Where lines stand: their chunk, its records and how to read them.
struct ChunkContext {
  let chunk: Chunk
  let part: PreparedPart
  let decoder: LineDecoder
  let text: Bytes
  let block: RecordBlock

  /// Offset in the (decompressed) part of a record; `known` is an earlier answer to go on from.
  func byte(_ record: Int, from known: (offset: Int, byte: Int)) -> Int {
    known.byte + part.decoding.originalLength(text.slice(known.offset, block.offset(record)))
  }
}

/// What is done with the accepted lines of a worker.
protocol LineSink: SendableMetatype {
  mutating func take(_ batch: LineBatch)
}
