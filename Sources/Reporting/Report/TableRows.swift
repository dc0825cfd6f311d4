import Analytics
import Ingest

extension Table {
  /// The month in a column; nil where there is none.
  func month(_ row: [Cell], _ column: ColumnName) -> Month? {
    number(row, column).map { Month(number: Int32($0)) }
  }

  /// Positions of the rows of which this holds.
  func indices(where holds: ([Cell]) -> Bool) -> [Int] {
    rows.indices.filter { holds(rows[$0]) }
  }

  /// Rows that follow each other and agree in some columns.
  func runs(of columns: [ColumnName]) -> [[[Cell]]] {
    let positions = columns.map(position)
    var runs: [[[Cell]]] = []
    for row in rows {
      if let last = runs.last?.last, positions.allSatisfy({ last[$0] == row[$0] }) {
        runs[runs.count - 1].append(row)
      } else {
        runs.append([row])
      }
    }
    return runs
  }
}

extension Collection {
  /// At most so many elements, those that weigh most and of equal ones the first, in their order.
  func largest(_ limit: Int, by weight: (Element) -> Int64) -> [Element] {
    let weighed = enumerated().map { (position: $0, element: $1, weight: weight($1)) }
    return weighed.sorted { ($1.weight, $0.position) < ($0.weight, $1.position) }
      .prefix(limit).sorted { $0.position < $1.position }.map(\.element)
  }
}

/// Which service months are not declared in full yet.
extension Report {
  /// From this share on, in millionths, a month is shown without a mark.
  private static let declaredShare: Int64 = 950_000

  /// The first service month since which none is declared for 95 %; nil without the table
  /// `nog-te-verwachten` or its rows.
  var firstIncompleteMonth: Month? {
    guard let table = table(.stillToCome) else { return nil }
    let rows = table.serviceMonths.map { table.rows[$0] }
    let declared = rows.last { (table.number($0, .developed) ?? 0) >= Self.declaredShare }
    guard let declared else { return rows.first.flatMap { table.month($0, .serviceMonth) } }
    return table.month(declared, .serviceMonth).map { Month(number: $0.number + 1) }
  }
}

extension Table {
  /// Of `nog-te-verwachten`: positions of its rows of a month and all product groups.
  var serviceMonths: [Int] {
    indices { holds($0, .month) && holds($0, .total, in: .productGroup) }
  }
}
