import Analytics
import Ingest
import Testing

@testable import Runs

/// Rows are matched by their keys, and what differs in them is told, exactly.
@Suite("Tables compared") struct TableComparisonTests {
  private static let columns: [Column] = [
    .key(.level), .key(.month, .month), .text(.description), .count(.clients), .amount(.amount),
    .derived(.share, .share, from: .amount),
    .derived(ColumnName("index"), .ratio(decimals: 1), from: .amount),
  ]

  private func table(_ columns: [Column] = columns, _ rows: [Cell]...) -> Table {
    Table(name: "proef", title: "Proef", countingRules: [], columns: columns, rows: rows)
  }

  private func row(
    _ level: String, _ month: Int64?, _ text: String, _ numbers: Int64?...
  ) -> [Cell] {
    let month: Cell = month.map(Cell.number) ?? .empty
    return [.text(level), month, .text(text)] + numbers.map { $0.map(Cell.number) ?? .empty }
  }

  /// A line for each figure: key, column, was, is, difference.
  private func lines(_ comparison: TableComparison) -> [String] {
    func word(_ cell: Cell) -> String {
      switch cell {
      case .text(let text): text
      case .number(let number): String(number)
      case .empty, .hidden: "-"
      }
    }
    var lines: [String] = []
    for row in comparison.rows {
      let key = row.key.map(word).joined(separator: "/")
      for figure in row.figures {
        let difference = figure.difference.map { String($0) } ?? "-"
        let values = "\(word(figure.was)) \(word(figure.now)) \(difference)"
        lines.append("\(row.presence) \(key) \(figure.column.name.text) \(values)")
      }
    }
    return lines
  }

  @Test func `equal tables do not differ, in whatever order their rows are`() {
    let (a, b) = (row("a", 1, "x", 1, 100, 500_000, 7), row("a", nil, "x", 1, 100, nil, 7))
    #expect(!TableComparison(table(Self.columns, a, b), table(Self.columns, b, a)).differs)
  }

  @Test func `figures that differ are listed with what they were and are`() {
    let comparison = TableComparison(
      table(Self.columns, row("a", 1, "x", 1, 100, 500_000, 10), row("b", 1, "x", 1, 100, nil, 10)),
      table(Self.columns, row("b", 1, "x", 1, 100, nil, 10), row("a", 1, "y", 3, 50, 400_000, 25)))
    #expect(
      lines(comparison) == [
        "both a/1 omschrijving x y -", "both a/1 clienten 1 3 2", "both a/1 bedrag 100 50 -50",
        "both a/1 aandeel 500000 400000 -100000", "both a/1 index 10 25 -",
      ])
    #expect(comparison.rows[0].figures[3].differenceType == .ratio(decimals: 4))
  }

  @Test func `rows of one run come in its order, and differ by all they have`() {
    let comparison = TableComparison(
      table(Self.columns, row("old", nil, "x", 2, 7, nil, nil), row("both", 1, "x", 1, 1, 1, 1)),
      table(Self.columns, row("new", 5, "y", 3, -8, 250_000, 4), row("both", 1, "x", 1, 1, 1, 1)))
    #expect(
      lines(comparison) == [
        "onlyNew new/5 omschrijving - y -", "onlyNew new/5 clienten - 3 3",
        "onlyNew new/5 bedrag - -8 -8", "onlyNew new/5 aandeel - 250000 250000",
        "onlyNew new/5 index - 4 -", "onlyOld old/- omschrijving x - -",
        "onlyOld old/- clienten 2 - -2", "onlyOld old/- bedrag 7 - -7",
      ])
  }

  @Test func `an empty cell has no difference in a row that both have`() {
    let comparison = TableComparison(
      table(Self.columns, row("a", 1, "x", nil, 5, 0, 0)),
      table(Self.columns, row("a", 1, "x", 0, nil, nil, 0)))
    #expect(
      lines(comparison) == [
        "both a/1 clienten - 0 -", "both a/1 bedrag 5 - -", "both a/1 aandeel 0 - -",
      ])
  }

  @Test func `keys are compared by their bytes`() {
    let comparison = TableComparison(
      table(Self.columns, row("é", 1, "x", 1, 1, 1, 1)),
      table(Self.columns, row("e\u{301}", 1, "x", 1, 1, 1, 1)))
    #expect(comparison.rows.map(\.presence) == [.onlyNew, .onlyOld])
  }

  @Test func `keys that come twice are matched in their order`() {
    let comparison = TableComparison(
      table(Self.columns, row("a", 1, "x", 1, 1, 1, 1), row("a", 1, "x", 2, 1, 1, 1)),
      table(Self.columns, row("a", 1, "x", 1, 1, 1, 1), row("a", 1, "x", 5, 1, 1, 1)))
    #expect(lines(comparison) == ["both a/1 clienten 2 5 3"])
  }

  @Test func `a table of one run is told, with its rows`() {
    let only = table(Self.columns, row("a", 1, "x", 1, 2, nil, nil))
    let new = TableComparison(nil, only)
    #expect(new.differs && new.presence == .onlyNew && new.newColumns.isEmpty)
    #expect(new.rows.map(\.presence) == [.onlyNew] && new.rows[0].figures.count == 3)
    let old = TableComparison(only, nil)
    #expect(old.differs && old.presence == .onlyOld && old.name == "proef")
    #expect(TableComparison(nil, table()).differs)
  }

  @Test func `columns of one run are told, and have nothing on the other side`() {
    let fewer = Array(Self.columns.dropLast(2)) + [.count(.indications)]
    let comparison = TableComparison(
      table(fewer, row("a", 1, "x", 1, 2, 9)), table(Self.columns, row("a", 1, "x", 1, 2, 3, 4)))
    #expect(comparison.goneColumns == [.indications])
    #expect(comparison.newColumns.map(\.text) == ["aandeel", "index"])
    #expect(
      lines(comparison) == [
        "both a/1 aandeel - 3 -", "both a/1 index - 4 -", "both a/1 indicaties 9 - -",
      ])
    #expect(TableComparison(table(fewer), table()).differs)
  }

  @Test func `other decimals are no difference, and figures are compared in the finer ones`() {
    let finer =
      Self.columns.dropLast() + [
        .derived(ColumnName("index"), .ratio(decimals: 3), from: .amount)
      ]
    let old = table(
      Self.columns, row("a", 1, "x", 1, 1, 1, 25), row("b", 1, "x", 1, 1, 1, 25))
    let new = table(
      Array(finer), row("a", 1, "x", 1, 1, 1, 2_500), row("b", 1, "x", 1, 1, 1, 2_501))
    #expect(lines(TableComparison(old, new)) == ["both b/1 index 2500 2501 -"])
    #expect(lines(TableComparison(new, old)) == ["both b/1 index 2501 2500 -"])
  }
}
