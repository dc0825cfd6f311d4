import Analytics
import Ingest
import Reporting

/// A report with figures in chosen rows that no others are like, and the edition that hides them.
///
/// Totals hold them, too: what is computed by taking shown rows from a total would be found.
struct PlantedEdition {
  /// The report as it stays inside.
  let whole: Report
  let edition: Report
  /// The figures that the edition hides: counts, and amounts in cents.
  private(set) var planted: [Int64] = []
  /// Of lines and bytes, which an edition does not tell of.
  static let ofLines = [40_404_041, 40_404_043, 40_404_047]
  static let warning = "Een waarschuwing."

  init(_ report: Report) {
    var planter = Planter()
    let names = [
      "product-gebruik", "subsidies", "uitgaven-verhouding", "maandverloop", "combinaties",
      "aantal-voorzieningen", "opvolging", "concentratie", "aanbieders", "wijken", "leeftijd",
    ]
    let pairs = report.tables.filter { names.contains($0.name) }.map { planter.plant(in: $0) }
    var ladder = report.account.ladder
    ladder.diskBytes = Self.ofLines[0]
    ladder.rejected["R105"] = Self.ofLines[1]
    ladder.outsideWindow.lines = Self.ofLines[2]
    whole = Report(
      version: report.version, municipality: report.municipality, period: report.period,
      basis: report.basis, tables: pairs.map(\.whole), findings: report.findings,
      account: RunAccount(
        hash: report.account.hash, warnings: [Self.warning], dutchWarnings: [Self.warning],
        ladder: ladder))
    edition = whole.edition(
      of: "20171115T020000Z-3f2a91c0", tables: pairs.map(\.shown),
      parameters: PublicationParameters(),
      account: PublicationAccount(
        tables: pairs.map { .init(table: $0.shown.name, cells: 12, hidden: 3) }, hiddenPercent: 2,
        hasDominance: true, formerEditions: ["20171015T020000Z-00c0ffee"]))
    planted = planter.planted
  }
}

private struct Planter {
  var planted: [Int64] = []

  mutating func plant(in table: Table) -> (whole: Table, shown: Table) {
    func total(_ row: [Cell]) -> Bool {
      table.columns.contains { $0.name == .level } && !table.holds(row, .product)
    }
    let totals = table.rows.indices.filter { total(table.rows[$0]) }
    switch table.name {
    case "product-gebruik", "concentratie": return hide([1, 4], in: table, totals: totals)
    case "maandverloop": return hide([0, 3, 7, 8], in: table, totals: [])
    case "aantal-voorzieningen": return hide([3], in: table, totals: [])
    case "opvolging": return hide([0, 1], in: table, totals: [])
    case "wijken":
      // A district with its kinds; the last four rows are those of the municipality.
      return hide([4, 5, 6, 7], in: table, totals: Array(table.rows.indices.suffix(4)))
    case "leeftijd": return hide([1, 2, 9], in: table, totals: [table.rows.count - 2])
    case "combinaties":
      let remainder: [Cell] = [
        .text("overige combinaties"), .empty, .hidden, .hidden, .empty, .hidden,
      ]
      return leaveOut([0, 3], of: table, for: remainder, at: table.rows.count)
    case "aanbieders":
      // The second of the largest market, and of one that has three.
      let remainder =
        Array(table.rows[0].prefix(3)) + [.text("overige aanbieders"), .empty]
        + [Cell](repeating: .hidden, count: 4)
      let end = table.rows.firstIndex { $0[2] != table.rows[0][2] } ?? table.rows.count
      return leaveOut([0, 1], of: table, for: remainder, at: end)
    default: return (table, table)
    }
  }

  /// Gives the figures of rows values of their own, and hides them with what follows from them.
  private mutating func hide(
    _ rows: [Int], in table: Table, totals: [Int]
  ) -> (whole: Table, shown: Table) {
    var (whole, shown) = (table.rows, table.rows)
    for row in rows {
      for (position, column) in table.columns.enumerated() where column.name != .inhabitants {
        guard case .number = table.rows[row][position] else { continue }
        switch column.role {
        case .key, .description: continue
        case .derived: shown[row][position] = .hidden
        case .count, .amount:
          let number = 97_310_021 + 17_713 * Int64(planted.count)
          planted.append(number)
          whole[row][position] = .number(number)
          shown[row][position] = .hidden
          for total in totals where !rows.contains(total) {
            guard case .number(let sum) = whole[total][position] else { continue }
            whole[total][position] = .number(sum + number)
            shown[total][position] = .number(sum + number)
          }
        }
      }
    }
    return (table.with(whole), table.with(shown))
  }

  /// The same, and one row stands for those that were hidden.
  private mutating func leaveOut(
    _ rows: [Int], of table: Table, for remainder: [Cell], at position: Int
  ) -> (whole: Table, shown: Table) {
    let (whole, hidden) = hide(rows, in: table, totals: [])
    var shown = hidden.rows
    shown.insert(remainder, at: position)
    for row in rows.reversed() { shown.remove(at: row) }
    return (whole, table.with(shown))
  }
}

extension Table {
  fileprivate func with(_ rows: [[Cell]]) -> Table {
    Table(name: name, title: title, countingRules: countingRules, columns: columns, rows: rows)
  }
}
