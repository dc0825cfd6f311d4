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
    /// Whole euros, tenths of a percent, and at most two decimals of a quotient or three of a
    /// factor: `1.139.331`, `43,1%`, `15,95`. What was rounded already is rounded again; the other
    /// formats keep every digit.
    case rounded
  }

  private let precision: Precision

  public init(precision: Precision = .rounded) {
    self.precision = precision
  }

  /// One table: its title, a header, a rule and a line per row.
  public func text(of table: Table) -> String {
    let header = table.columns.map(\.name.text)
    let rows = table.rows.map { row in zip(row, table.columns).map { text(of: $0, $1) } }
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

  /// One figure or text, in one line.
  public func text(of cell: Cell, _ column: Column) -> String {
    switch cell {
    case .empty: return ""
    case .hidden: return Cell.hiddenText
    case .text(let text): return CleanText.line(text)
    case .number(let number):
      switch column.type {
      case .text, .count: return digits(number, decimals: 0, rounded: 0)
      case .year: return String(number)
      case .month: return Month(number: Int32(number)).iso
      case .amount: return digits(number, decimals: 2, rounded: 0)
      // A millionth is a ten-thousandth of a percent.
      case .share where column.isPercentage: return digits(number, decimals: 4, rounded: 1) + "%"
      case .share: return digits(number, decimals: 6, rounded: 3)
      case .ratio(let decimals):
        return digits(number, decimals: decimals, rounded: min(decimals, 2))
      }
    }
  }

  /// `number × 10^-decimals` in Dutch notation, with all decimals or as many as rounding leaves.
  private func digits(_ number: Int64, decimals: Int, rounded: Int) -> String {
    guard precision == .rounded else {
      return FigureNotation.dutch.digits(number, decimals: decimals)
    }
    let steps = (rounded..<decimals).reduce(Int64(1)) { power, _ in power * 10 }
    guard case .number(let shown) = Cell.quotient(number, steps, decimals: 0) else { return "" }
    return FigureNotation.dutch.digits(shown, decimals: rounded)
  }
}

extension String {
  fileprivate var trimmingTrailingSpaces: Substring {
    self[..<(lastIndex { $0 != " " }.map(index(after:)) ?? startIndex)]
  }
}
