import Reporting

/// Cells in columns for a terminal: a line for each row, figures to the right.
struct AlignedText {
  private var rows: [[(text: String, width: Int)]] = []
  /// Of every column, whether it holds figures.
  private let isFigure: [Bool]

  init(isFigure: [Bool]) {
    self.isFigure = isFigure
  }

  /// A row with a cell for each column; what ends a line or steers a terminal becomes harmless.
  mutating func add(_ cells: [String]) {
    rows.append(
      cells.map { cell in
        let text = CleanText.line(cell)
        // Characters are counted only where bytes are not the same number.
        let isASCII = text.utf8.allSatisfy { $0 < 0x80 }
        return (text, isASCII ? text.utf8.count : text.count)
      })
  }

  /// Every line indented by two spaces and ended by LF.
  var text: String {
    let widths = isFigure.indices.map { column in
      rows.reduce(0) { max($0, $1[column].width) }
    }
    return rows.map { row in
      let last = row.lastIndex { !$0.text.isEmpty } ?? 0
      var line = ""
      for (column, cell) in row[...last].enumerated() {
        let padding = String(repeating: " ", count: widths[column] - cell.width)
        line += isFigure[column] ? "  \(padding)\(cell.text)" : "  \(cell.text)"
        if !isFigure[column], column < last { line += padding }
      }
      return line + "\n"
    }.joined()
  }
}
