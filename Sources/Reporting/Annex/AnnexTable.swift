import Analytics

/// A table of the annex before it has its number: which rows and columns of which table.
struct AnnexTable {
  /// Without `tabel-`.
  let id: String
  let caption: String
  let source: Table
  /// Names of the source's columns; the first heads the rows.
  let columns: [String]
  let rows: [[Cell]]
  /// Headings other than those of the language.
  var headings: [String: String] = [:]
  /// Columns of amounts that are shown with cents.
  var columnsInCents: Set<String> = []
  /// The heading of a total's row; nil for other rows.
  var totalHeading: ([Cell]) -> String? = { _ in nil }
  /// The heading of another row; nil for the text of its first column.
  var rowHeading: ([Cell]) -> String? = { _ in nil }
  var note: String?
}

extension AnnexBuilder {
  /// The table with its number and counting card.
  mutating func block(_ table: AnnexTable) -> AnnexPage.Block {
    let positions = table.columns.compactMap { table.source.column($0) }
    let columns = positions.map { table.source.columns[$0] }
    let headings = columns.map {
      AnnexPage.Heading(
        label: table.headings[$0.name] ?? language.column($0.name),
        isNumeric: $0.type.isFigure
      )
    }
    let rows = table.rows.map { row -> AnnexPage.Row in
      let texts = zip(positions, columns).map { position, column -> AnnexPage.Value in
        .init(
          value: text(row[position], column, inCents: table.columnsInCents.contains(column.name)),
          isNumber: column.type.isFigure
        )
      }
      let total = table.totalHeading(row)
      return .init(
        rowHeading: total ?? table.rowHeading(row) ?? texts.first?.value ?? "",
        isTotal: total != nil,
        values: Array(texts.dropFirst())
      )
    }
    return .init(
      table: view(
        id: table.id,
        caption: table.caption,
        headings: headings,
        rows: rows,
        note: table.note,
        card: card(of: table.source.name)
      )
    )
  }

  /// A table of texts that are ready.
  mutating func view(
    id: String,
    caption: String,
    headings: [AnnexPage.Heading],
    rows: [AnnexPage.Row],
    note: String?,
    card: [AnnexPage.Fact]
  ) -> AnnexPage.TableView {
    .init(
      tableID: "tabel-\(id)",
      tableName: numberTable(id),
      caption: caption,
      columns: headings,
      rows: rows,
      note: note,
      cardLabel: text(.card),
      card: card
    )
  }

  private func text(_ cell: Cell, _ column: Column, inCents: Bool) -> String {
    if inCents, case .number(let cents) = cell { return notation.cents(cents) }
    return notation.text(cell, column.type)
  }

  /// The name of a kind of provision (voorzieningsoort), as readers know it.
  func kind(_ code: String) -> String {
    switch code {
    case "algemeen": text(.general)
    case "maatwerk": text(.tailored)
    case "vrij_inzetbaar": text(.free)
    default: code
    }
  }

  /// The largest rows by a column of numbers, and a note when there are more.
  func largest(
    _ limit: Int,
    of table: Table,
    by column: String
  ) -> (rows: [[Cell]], note: String?) {
    let sorted = table.rows.enumerated().sorted { first, second in
      let values = [first, second].map { table.number($0.element, column) ?? 0 }
      return values[0] == values[1] ? first.offset < second.offset : values[0] > values[1]
    }.map(\.element)
    guard sorted.count > limit else { return (sorted, nil) }
    let note = text(
      .firstOf,
      [
        "shown": String(limit), "all": notation.count(Int64(sorted.count)),
        "file": "tables/\(table.name).csv",
      ]
    )
    return (Array(sorted.prefix(limit)), note)
  }
}

extension ColumnType {
  /// Whether it stands to the right.
  var isFigure: Bool {
    switch self {
    case .text, .month: false
    case .count, .amount, .share, .ratio: true
    }
  }
}
