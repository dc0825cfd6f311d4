/// An unknown header that is probably a column which its part does not have.
struct ProbableColumn: Equatable {
  let header: String
  /// Index into ``FileKind/columns``.
  let column: Int
}

extension Header {
  /// The unknown headers that are one or two letters from a name or an alias of a column that the
  /// part does not have, or equal to one but for characters that nobody sees.
  ///
  /// The first of the nearest columns; a name under five letters only at one letter, and the name
  /// of a column of the file never.
  var probableColumns: [ProbableColumn] {
    let absent = zip(kind.columnNames.indices, kind.columnNames).filter { positions[$0.0] == nil }
    return unknown.compactMap { header in
      let name = HeaderName(header)
      guard !kind.knows(name) else { return nil }
      let letters = Array(name.visible.unicodeScalars)
      var best: (column: Int, distance: Int)?
      for (index, column) in absent {
        for candidate in column.all {
          let wanted = Array(candidate.normalised.unicodeScalars)
          let shorter = min(letters.count, wanted.count)
          let limit = min(shorter < 3 ? 0 : shorter < 5 ? 1 : 2, (best?.distance ?? 3) - 1)
          if limit < 0 { continue }
          if let distance = spellingDistance(letters, wanted, limit: limit) {
            best = (index, distance)
          }
        }
      }
      return best.map { ProbableColumn(header: header, column: $0.column) }
    }
  }
}

/// Insertions, deletions, replacements and swaps of neighbours that make one text of the other; nil
/// for more than `limit`.
///
/// - Complexity: O(*a* · *b*), and constant where the lengths differ by more than `limit`.
func spellingDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar], limit: Int) -> Int? {
  guard abs(a.count - b.count) <= limit else { return nil }
  var before = [Int](repeating: 0, count: b.count + 1)
  var last = Array(0...b.count)
  for i in a.indices {
    var row = [i + 1]
    for j in b.indices {
      var least = min(last[j] + (a[i] == b[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { least = min(least, before[j - 1] + 1) }
      row.append(least)
    }
    before = last
    last = row
  }
  return last[b.count] <= limit ? last[b.count] : nil
}
