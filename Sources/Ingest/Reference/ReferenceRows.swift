/// The sound rows of a chunk of a reference file.
struct ReferenceRows {
  let block: RecordBlock
  /// Their indices in the block, rising.
  let indices: [UInt32]
  let columns: ReferenceColumns
  /// Whether some value may have a ``ValueFlaw``.
  let mayHoldFlaws: Bool

  @inline(__always)
  func forEach(_ body: (ReferenceRow) -> Void) {
    for index in indices {
      let index = Int(index)
      let row = ReferenceRow(block[index], lineOfBlock: block.line(index), columns: columns)
      columns.beginRow(mayHoldFlaws: mayHoldFlaws && row.mayHoldFlaws)
      body(row)
    }
  }
}
