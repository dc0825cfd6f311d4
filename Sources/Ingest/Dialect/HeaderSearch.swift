/// Looks for the header among the first records of a part.
struct HeaderSearch {
  /// Records that are looked at below the first one.
  static let recordLimit = 50

  /// Indices of records with broken quoting.
  let broken: Set<UInt32>
  /// Index of the first record that is not blank; their number where all are.
  let first: Int
  /// That of the first record.
  let header: Header
  /// A record further down that has most of the file's columns, clearly more than the first, which
  /// does not have all that are needed.
  let seeming: (index: Int, header: Header)?

  init(_ block: RecordBlock, kind: FileKind, columnMap: [String: String]) {
    let broken = Set(block.broken)
    let first =
      (0..<block.count).first { !block[$0].isBlank || broken.contains(UInt32($0)) } ?? block.count
    let header = Header(
      first < block.count ? block[first].headerNames() : [], kind: kind, columnMap: columnMap)
    self.broken = broken
    self.first = first
    self.header = header
    let known = Set(kind.columnNames.flatMap(\.all) + columnMap.values.map { HeaderName($0) })
    var best: (index: Int, header: Header)?
    if header.lacksNeeded, first + 1 < block.count {
      for index in first + 1..<min(block.count, first + 1 + Self.recordLimit)
      where !broken.contains(UInt32(index)) {
        let names = block[index].headerNames()
        // Nearly all are rows, and a look at their values tells.
        guard names.count(where: { known.contains(HeaderName($0)) }) >= 2 else { continue }
        let other = Header(names, kind: kind, columnMap: columnMap)
        if other.matchedCount > best?.header.matchedCount ?? 1 { best = (index, other) }
      }
    }
    seeming = best.flatMap { best in
      let (found, had) = (best.header.matchedCount, header.matchedCount)
      let isClear = found >= had + 2 || (found > had && !best.header.lacksNeeded)
      return isClear ? best : nil
    }
  }
}
