@testable import Ingest

extension RecordBlock {
  /// Whether these records are those of `whole` from its record `first` on, when the text of this
  /// block stands at an offset and on a line of that one's. Blanks around values count only if
  /// `isExact`.
  func continues(
    _ whole: RecordBlock, at first: Int, offset: Int, line: Int, isExact: Bool
  ) -> Bool {
    guard first + count <= whole.count else { return false }
    return (0..<count).allSatisfy {
      record($0, equals: first + $0, of: whole, isExact)
        && self.offset($0) + offset == whole.offset(first + $0)
        && self.line($0) + line == whole.line(first + $0)
    }
  }

  private func record(
    _ index: Int, equals other: Int, of block: RecordBlock, _ isExact: Bool
  ) -> Bool {
    let (mine, theirs) = (self[index], block[other])
    let isBroken = isBroken(index)
    guard isBroken == block.isBroken(other) else { return false }
    // A blank line is a record without fields or with an empty one.
    if !isBroken, mine.isBlank, mine.fieldCount < 2 {
      return theirs.isBlank && theirs.fieldCount < 2
    }
    guard mine.fieldCount == theirs.fieldCount else { return false }
    return (0..<mine.fieldCount).allSatisfy {
      let (a, b) = (mine[$0], theirs[$0])
      return isExact ? a.equals(b) : a.trimmed().equals(b.trimmed())
    }
  }

  /// Whether `index` is among ``broken``, which rises: some texts have thousands of them.
  private func isBroken(_ index: Int) -> Bool {
    var (lower, upper) = (0, broken.count)
    while lower < upper {
      let middle = (lower + upper) / 2
      if broken[middle] < UInt32(index) { lower = middle + 1 } else { upper = middle }
    }
    return lower < broken.count && broken[lower] == UInt32(index)
  }
}
