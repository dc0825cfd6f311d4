import Analytics

@testable import Disclosure

/// A small table of counts whose rows and columns add up to shown totals, as a system.
///
/// Figures below 10 are at risk; the totals are exact and never hidden.
struct Grid {
  private(set) var system = CellSystem()
  private let columns: Int

  init(_ rows: [[Int64]]) {
    columns = rows[0].count
    for (row, values) in rows.enumerated() {
      for (column, value) in values.enumerated() {
        add("r\(row)k\(column)", value, shown: value...value)
      }
    }
    for (row, values) in rows.enumerated() {
      let total = add("r\(row)", values.reduce(0, +), isTotal: true)
      relate(rows[0].indices.map { cell(row, $0) }, to: total)
    }
    for column in rows[0].indices {
      let total = add("k\(column)", rows.reduce(0) { $0 + $1[column] }, isTotal: true)
      relate(rows.indices.map { cell($0, column) }, to: total)
    }
  }

  func cell(_ row: Int, _ column: Int) -> Int { row * columns + column }

  @discardableResult
  private mutating func add(
    _ name: String, _ value: Int64, shown: ClosedRange<Int64>? = nil, isTotal: Bool = false
  ) -> Int {
    let cell = system.cells.count
    let isAtRisk = !isTotal && value < 10
    system.cells.append(
      SystemCell(
        bundle: system.bundles.count, name: name, measure: .clients, value: value,
        shown: value...value, hidden: 1...CellSystem.unbounded,
        protection: isAtRisk ? .count(threshold: 10, room: 5, mayBeNone: false) : nil))
    system.bundles.append(
      SystemBundle(
        name: BundleName(name), cells: [cell], isAtRisk: isAtRisk,
        formerly: isTotal ? .shown : nil))
    return cell
  }

  private mutating func relate(_ parts: [Int], to whole: Int) {
    system.relations.append(
      Relation(
        terms: parts.map { .init(cell: $0, coefficient: 1) }
          + [.init(cell: whole, coefficient: -1)], isEquality: true, parts: parts, excess: 0))
  }

  /// What remains possible for a cell where so many are hidden. Such tables are networks: their
  /// extremes are whole numbers.
  func possible(_ asked: Int, hidden: Set<Int>) -> ClosedRange<Int64> {
    let open = hidden.sorted()
    let program = LinearProgram(
      columns: open.count,
      rows: system.relations.map { relation in
        let terms = relation.terms.compactMap { term in
          open.firstIndex(of: term.cell).map { (column: $0, coefficient: Double(term.coefficient)) }
        }
        return LinearProgram.Row(terms: terms, least: 0, isEquality: true)
      }, warm: true)
    for (column, cell) in open.enumerated() {
      program.setBounds(column, Double(1 - system.cells[cell].value)...1e6)
    }
    func extreme(_ sign: Double) -> Int64 {
      guard let column = open.firstIndex(of: asked) else { return system.cells[asked].value }
      program.setPrice(column, sign)
      defer { program.setPrice(column, 0) }
      return system.cells[asked].value + Int64((program.solve()?[column] ?? 0).rounded())
    }
    return extreme(1)...extreme(-1)
  }
}
