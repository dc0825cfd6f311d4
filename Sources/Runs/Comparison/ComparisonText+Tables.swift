import Analytics
import Reporting

extension RunComparison {
  /// Which tables differ, and a line for each figure of theirs that does.
  var tableText: String {
    let summary = "tables: \(tables.count) of \(comparedTableCount) differ\n"
    return ([summary] + tables.map(text)).joined(separator: "\n")
  }

  private func text(of table: TableComparison) -> String {
    let notes = notes(on: table).map { "  \($0)\n" }.joined()
    return "\(table.name): \(table.title)\n\(notes)" + figures(of: table)
  }

  private func notes(on table: TableComparison) -> [String] {
    func names(_ columns: [ColumnName]) -> String { columns.map(\.text).joined(separator: ", ") }
    func rows(_ presence: TableComparison.Presence) -> String {
      count(table.rows.filter { $0.presence == presence }.count)
    }
    switch table.presence {
    case .onlyOld: return ["only OLD has this table"]
    case .onlyNew: return ["only NEW has this table"]
    case .both:
      let columns = [
        table.goneColumns.isEmpty ? nil : "columns that only OLD has: \(names(table.goneColumns))",
        table.newColumns.isEmpty ? nil : "columns that only NEW has: \(names(table.newColumns))",
      ]
      return columns.compactMap { $0 } + [
        "rows that differ: \(rows(.both)), only in NEW: \(rows(.onlyNew)), only in OLD: "
          + rows(.onlyOld)
      ]
    }
  }

  /// The key stands at the first figure of its row.
  private func figures(of table: TableComparison) -> String {
    guard !table.rows.isEmpty else { return "" }
    let format = TextFormat(precision: .exact)
    var lines = AlignedText(isFigure: [false, false, true, true, true])
    lines.add(["sleutel", "kolom", "was", "is", "verschil"])
    for row in table.rows {
      var key = self.key(of: row, in: table)
      if row.figures.isEmpty { lines.add([key, "", "", "", ""]) }
      for figure in row.figures {
        lines.add([
          key, figure.column.name.text, format.text(of: figure.was, figure.column),
          format.text(of: figure.now, figure.column), difference(figure),
        ])
        key = ""
      }
    }
    return lines.text
  }

  private func key(of row: RowComparison, in table: TableComparison) -> String {
    let texts = zip(row.key, table.keyColumns).filter { $0.0 != .empty }.map { cell, column in
      "\(column.name.text)=\(CSVFormat().field(of: cell, column.type))"
    }
    let mark =
      switch row.presence {
      case .both: ""
      case .onlyNew: " (new)"
      case .onlyOld: " (gone)"
      }
    return texts.joined(separator: "; ") + mark
  }

  private func difference(_ figure: FigureComparison) -> String {
    guard let difference = figure.difference else { return "" }
    let column = Column(name: figure.column.name, type: figure.differenceType, role: .description)
    let digits = TextFormat(precision: .exact).text(of: .number(difference), column)
    let unit = figure.column.type == .share ? " pp" : ""
    return (difference > 0 ? "+" : "") + digits + unit
  }
}
