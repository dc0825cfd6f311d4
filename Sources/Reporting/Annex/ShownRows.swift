import Analytics

/// Which rows of a long table the annex shows, besides its totals and what an edition takes
/// together, which always stay.
enum ShownRows {
  case all
  /// At most so many, those with the largest numbers in a column, in the order of the table.
  case largest(Int, by: ColumnName)
  /// At most so many, the last.
  case last(Int)
  /// At most so many, the first.
  case first(Int)
}

extension AnnexBuilder {
  /// The rows of a table that are shown, and a note on the others.
  func shownRows(of table: AnnexTable) -> (rows: [[Cell]], note: String?) {
    let rows = table.rows
    let parts = rows.indices.filter {
      table.totalHeading(rows[$0]) == nil && !table.source.isRemainder(rows[$0])
    }
    let kept: [Int]
    let choice: AnnexPhrase
    switch table.shown {
    case .all: return (rows, nil)
    case .largest(let limit, let column):
      kept = table.source.largest(limit, of: parts, in: rows, by: column)
      let comparesAll =
        parts.allSatisfy { table.source.shows(rows[$0], column) }
        && !table.source.hasRemainder(rows)
      choice = comparesAll ? .shownLargest : .shownLargestOfShown
    case .last(let limit):
      kept = parts.suffix(limit)
      choice = .shownLast
    case .first(let limit):
      kept = Array(parts.prefix(limit))
      choice = .shownFirst
    }
    let left = Set(parts).subtracting(kept)
    return (
      rows.indices.filter { !left.contains($0) }.map { rows[$0] },
      note(on: choice, shown: kept.count, left: left.count, of: table.source)
    )
  }

  /// What is shown and where the other rows are; nil when there are none.
  func note(
    on choice: AnnexPhrase, shown: Int, left: Int, of source: Table
  ) -> String? {
    guard left > 0 else { return nil }
    let rest = text(
      left == 1 ? .otherRow : .otherRows,
      ["left": notation.count(Int64(left)), "file": file(of: source)])
    return text(choice, ["shown": notation.count(Int64(shown))]) + " " + rest
  }
}

extension AnnexPhrase {
  static let shownLargest = AnnexPhrase(
    "De {shown} grootste zijn getoond.", "The {shown} largest are shown.")
  static let shownLargestOfShown = AnnexPhrase(
    "De {shown} grootste van de getoonde cijfers staan hier.",
    "The {shown} largest of the figures shown stand here.")
  static let shownLast = AnnexPhrase(
    "De laatste {shown} zijn getoond.", "The last {shown} are shown.")
  static let shownFirst = AnnexPhrase(
    "De eerste {shown} zijn getoond.", "The first {shown} are shown.")
  static let otherRows = AnnexPhrase(
    "De overige {left} rijen staan in {file} en in de werkmap.",
    "The other {left} rows are in {file} and in the workbook.")
  static let otherRow = AnnexPhrase(
    "De overige rij staat in {file} en in de werkmap.",
    "The other row is in {file} and in the workbook.")
}
