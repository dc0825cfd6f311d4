/// The sound rows of a chunk of a reference file.
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
