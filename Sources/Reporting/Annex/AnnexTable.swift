import Analytics
import Ingest

/// The name of a table of the annex, for links to it; each stands beside its section.
struct AnnexTableID: Hashable, Sendable {
  let text: String

  init(_ text: String) { self.text = text }

  var anchor: String { "tabel-\(text)" }
}

/// A table of the annex before it has its number: which rows and columns of which table.
struct AnnexTable {
  let id: AnnexTableID
  let caption: String
  let source: Table
  /// Of the source; the first heads the rows.
  let columns: [ColumnName]
  let rows: [[Cell]]
  /// Headings other than those of the language.
  var headings: [ColumnName: String] = [:]
  /// Columns of amounts that are shown with cents.
  var columnsInCents: Set<ColumnName> = []
  /// The heading of a total's row; nil for other rows.
  var totalHeading: ([Cell]) -> String? = { _ in nil }
  /// The heading of another row; nil for the text of its first column, or that it is not known.
  var rowHeading: ([Cell]) -> String? = { _ in nil }
  var shown = ShownRows.all
  var note: String?
  /// Whether all its figures are of contracts, whatever else its source has.
  var isOfContracts = false
}

extension AnnexBuilder {
  /// The table with its number and counting card.
  mutating func block(_ table: AnnexTable) -> AnnexPage.Block {
    let positions = table.columns.map(table.source.position)
    let columns = positions.map { table.source.columns[$0] }
    let headings = columns.map {
      AnnexPage.Heading(
        label: table.headings[$0.name] ?? language.column($0.name),
        isNumeric: $0.type.isFigure)
    }
    let shown = shownRows(of: table)
    let rows = shown.rows.map { row -> AnnexPage.Row in
      let texts = zip(positions, columns).map { position, column -> AnnexPage.Value in
        value(row[position], column, inCents: table.columnsInCents.contains(column.name))
      }
      let total = table.totalHeading(row)
      return .init(
        rowHeading: total ?? table.rowHeading(row) ?? named(texts.first?.value ?? ""),
        isTotal: total != nil, values: Array(texts.dropFirst()))
    }
    let notes = [table.note, shown.note].compactMap { $0 }
    return .init(
      table: view(
        id: table.id, caption: table.caption, headings: headings, rows: rows,
        note: notes.isEmpty ? nil : notes.joined(separator: " "), source: table.source,
        isOfContracts: table.isOfContracts))
  }

  /// A table of texts that are ready, from a table of the report or, without `source`, its account.
  /// Its note says what an `x` is where it has one.
  mutating func view(
    id: AnnexTableID, caption: String, headings: [AnnexPage.Heading], rows: [AnnexPage.Row],
    note: String? = nil, source: Table?, isOfContracts: Bool = false
  ) -> AnnexPage.TableView {
    let hides = rows.contains { $0.values.contains(where: \.isHidden) }
    let notes = [note, hides ? legend : nil].compactMap { $0 }
    return .init(
      tableID: id.anchor, tableName: numberTable(id, of: source), caption: caption,
      columns: headings, rows: rows, note: notes.isEmpty ? nil : notes.joined(separator: " "),
      cardLabel: text(.card),
      card: source.flatMap { isOfContracts ? contractCard(of: $0) : nil } ?? card(of: source))
  }

  /// A cell as readers see it.
  func value(_ cell: Cell, _ column: Column, inCents: Bool = false) -> AnnexPage.Value {
    let text: String
    if inCents, case .number(let cents) = cell {
      text = notation.cents(cents)
    } else {
      text = notation.text(cell, column.type)
    }
    return .init(value: text, isNumber: column.type.isFigure, isHidden: cell == .hidden)
  }

  /// The name of a kind of provision (voorzieningsoort), as readers know it.
  func kind(_ code: String) -> String {
    switch ProvisionKind.allCases.first(where: { $0.code == code }) {
    case .general: text(.general)
    case .tailored: text(.tailored)
    case .freelyDeployable: text(.free)
    case nil: named(code)
    }
  }

  /// The share in a row, for a chart.
  func share(of row: [Cell], in table: Table, label: String) -> ChartValue {
    ChartValue(
      label: label, value: table.number(row, .share) ?? 0,
      figure: notation.text(table.cell(row, .share), .share),
      isHidden: !table.shows(row, .share))
  }

  /// `Limor 25,0%, Impegno 20,1%`, for the description of a chart.
  func listed(_ values: [ChartValue]) -> String {
    values.map { "\($0.label) \($0.figure)" }.joined(separator: "; ")
  }
}

extension ColumnType {
  /// Whether it stands to the right.
  var isFigure: Bool {
    switch self {
    case .text, .year, .month: false
    case .count, .amount, .share, .ratio: true
    }
  }
}

extension Table {
  /// Rows with the largest numbers in a column first, equal ones in their order; hidden ones last.
  func sorted(_ rows: [[Cell]], by column: ColumnName) -> [[Cell]] {
    rows.map { (row: $0, number: weight($0, column)) }.enumerated().sorted {
      ($1.element.number, $0.offset) < ($0.element.number, $1.offset)
    }.map(\.element.row)
  }
}
