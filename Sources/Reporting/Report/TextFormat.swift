public import Analytics
import Ingest

/// Aligned columns for people at a terminal, in Dutch notation: text to the left, numbers to the
/// right.
///
/// No ``ReportFormat``: it prints tables one by one, and nothing publishes it.
public struct TextFormat: Sendable {
  /// How many digits to show.
  public enum Precision: Sendable {
    /// Euros and cents; shares as percentages with all their digits.
    case exact
    /// Whole euros and tenths of a percent: `1.139.331`, `43,1%`. What was rounded already is
    /// rounded again; the other formats keep every digit.
    case rounded
  }

  private let precision: Precision

  public init(precision: Precision = .rounded) {
    self.precision = precision
  }

  /// One table: its title, a header, a rule and a line per row.
  public func text(of table: Table) -> String {
    let header = table.columns.map(\.name.text)
    let rows = table.rows.map { row in zip(row, table.columns).map { text(of: $0, $1.type) } }
    let widths = header.indices.map { column in
      rows.reduce(header[column].count) { max($0, $1[column].count) }
    }
    func line(_ fields: [String]) -> String {
      let padded = fields.enumerated().map { column, field in
        let padding = String(repeating: " ", count: widths[column] - field.count)
        return table.columns[column].type.isFigure ? padding + field : field + padding
      }
      let line = padded.joined(separator: "  ")
      return line.trimmingTrailingSpaces + "\n"
    }
    let rule = line(widths.map { String(repeating: "─", count: $0) })
    return "\(table.title)\n\n" + line(header) + rule + rows.map(line).joined()
  }

  private func text(of cell: Cell, _ type: ColumnType) -> String {
    switch cell {
    case .empty: return ""
    case .text(let text): return CleanText.line(text)
    case .number(let number):
      switch type {
      case .month: return Month(number: Int32(number)).iso
      case .amount where precision == .rounded:
        return dutch(.quotient(number, 100, decimals: 0), decimals: 0)
      case .share where precision == .rounded:
        return dutch(.quotient(number, 1000, decimals: 0), decimals: 1) + "%"
      case .share:
        return dutch(cell, decimals: 4) + "%"
      case .text, .count, .amount, .ratio:
        return dutch(cell, decimals: type.decimals)
      }
    }
  }

  private func dutch(_ cell: Cell, decimals: Int) -> String {
    guard case .number(let number) = cell else { return "" }
    return FigureNotation.dutch.digits(number, decimals: decimals)
  }
}

extension String {
  fileprivate var trimmingTrailingSpaces: Substring {
    self[..<(lastIndex { $0 != " " }.map(index(after:)) ?? startIndex)]
  }
}
