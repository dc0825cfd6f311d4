import Analytics

/// What differs between the tables of one name of two runs.
struct TableComparison {
  let name: String
  let title: String
  let presence: Presence
  /// Those of NEW, then those that only OLD has.
  let columns: [Column]
  /// Columns that another version of the program gives the table: of NEW alone, and of OLD alone.
  let newColumns: [ColumnName]
  let goneColumns: [ColumnName]
  /// In the order of NEW; then what only OLD has, in its order.
  let rows: [RowComparison]

  var differs: Bool {
    presence != .both || !newColumns.isEmpty || !goneColumns.isEmpty || !rows.isEmpty
  }

  /// Where something stands.
  enum Presence: String {
    case both
    case onlyOld = "old"
    case onlyNew = "new"
  }

  /// Rows with the same keys are one row; should keys come twice, the first is the first's, and so on.
  init(_ old: Table?, _ new: Table?) {
    let (former, latter) = (old ?? Table(lacking: new), new ?? Table(lacking: old))
    (name, title) = (latter.name, latter.title)
    presence = old == nil ? .onlyNew : new == nil ? .onlyOld : .both
    newColumns = presence == .both ? latter.columns.lacking(in: former.columns) : []
    goneColumns = presence == .both ? former.columns.lacking(in: latter.columns) : []
    let columns = latter.columns.united(with: former.columns)
    let oldRows = KeyedRows(of: former, in: columns)
    let newRows = KeyedRows(of: latter, in: columns)
    let figures = columns.indices.filter { columns[$0].role != .key }
    var rows: [RowComparison] = []
    for (key, row) in newRows.rows {
      let former = oldRows.indexOfKey[key].map { oldRows.rows[$0].cells }
      let differences = figures.compactMap { figure in
        FigureComparison(columns[figure], was: former?[figure], now: row[figure])
      }
      if former != nil, differences.isEmpty { continue }
      rows.append(
        RowComparison(
          key: key.cells, presence: former == nil ? .onlyNew : .both, figures: differences,
          isBlank: figures.allSatisfy { row[$0] == .empty }))
    }
    for (key, row) in oldRows.rows where newRows.indexOfKey[key] == nil {
      let differences = figures.compactMap { figure in
        FigureComparison(columns[figure], was: row[figure], now: nil)
      }
      rows.append(
        RowComparison(
          key: key.cells, presence: .onlyOld, figures: differences, isBlank: differences.isEmpty))
    }
    (self.columns, self.rows) = (columns, rows)
  }

  /// The columns that name a row, in the order of ``RowComparison/key``.
  var keyColumns: [Column] { columns.filter { $0.role == .key } }
}

/// A row whose figures differ, or that only one run has.
struct RowComparison {
  let key: [Cell]
  let presence: TableComparison.Presence
  let figures: [FigureComparison]
  /// Whether the row of NEW, or of OLD where it is gone, holds no figure at all.
  let isBlank: Bool
}

/// The rows of a table in columns that it may lack, by their keys.
private struct KeyedRows {
  let rows: [(key: RowKey, cells: [Cell])]
  let indexOfKey: [RowKey: Int]

  init(of table: Table, in columns: [Column]) {
    let sources = columns.map { column in
      table.columns.firstIndex { $0.isSame(as: column) }.map {
        (index: $0, factor: column.type.factor(from: table.columns[$0].type))
      }
    }
    let keys = columns.indices.filter { columns[$0].role == .key }
    var counts: [[Cell]: Int] = [:]
    rows = table.rows.map { row in
      let cells = sources.map { source in
        source.map { row[$0.index].scaled(by: $0.factor) } ?? .empty
      }
      let key = keys.map { cells[$0] }
      counts[key, default: 0] += 1
      return (RowKey(cells: key, occurrence: counts[key] ?? 1), cells)
    }
    indexOfKey = Dictionary(uniqueKeysWithValues: zip(rows.map(\.key), rows.indices))
  }
}

/// The keys of a row, and whether it is the first one that has them.
private struct RowKey: Hashable {
  let cells: [Cell]
  let occurrence: Int
}

extension Table {
  /// A table without rows in the place of one that is not there.
  fileprivate init(lacking other: Table?) {
    self.init(
      name: other?.name ?? "", title: other?.title ?? "", countingRules: [],
      columns: other?.columns ?? [], rows: [])
  }
}
