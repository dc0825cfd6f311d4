/// The sound rows of a chunk of a reference file.
struct ReferenceRows {
  let block: RecordBlock
  /// Their indices in the block, rising.
  let indices: [UInt32]
  let columns: ReferenceColumns

  @inline(__always)
  func forEach(_ body: (ReferenceRow) -> Void) {
    for index in indices {
      let index = Int(index)
      columns.beginRow()
      body(ReferenceRow(block[index], lineOfBlock: block.line(index), columns: columns))
    }
  }
}
