import Analytics
import Ingest

extension SheetChart {
  /// The charts of what was granted and of who delivers it.
  static func supply(in report: Report) -> [SheetChart] {
    [
      inForce(in: report), started(in: report), uptake(in: report), lots(in: report),
      turnover(in: report),
    ].compactMap { $0 }
  }

  private static func inForce(in report: Report) -> SheetChart? {
    guard let table = report.table(.allocationCourse) else { return nil }
    return SheetChart(
      "Lopende toewijzingen per maand", .line, table, .month, .inForce,
      rows: table.indices { table.holds($0, .total) })
  }

  private static func started(in report: Report) -> SheetChart? {
    guard let table = report.table(.allocationCourse) else { return nil }
    return SheetChart(
      "Gestarte en beëindigde toewijzingen per maand", .columns, table, .month, .started, .ended,
      rows: table.indices { table.holds($0, .total) })
  }

  /// Product groups with a unit, those with most allocations.
  private static func uptake(in report: Report) -> SheetChart? {
    guard let table = report.table(.allocationUptake) else { return nil }
    let rows = table.rows(at: .productGroup).filter { table.number($0, .share) != nil }
    return SheetChart(
      "Deel van het toegewezen volume dat is gedeclareerd", .bars, beside: table,
      made: [.key(.productGroup), .derived(.share, .share, from: .declared)],
      rows: rows.largest(15) { table.number($0, .allocations) ?? 0 }.map { row in
        let code = table.text(row, .unit)
        let unit = Unit.phrase(ofCode: code)?.dutch ?? code
        return [
          .text(lines("\(table.text(row, .productGroup)) (\(unit))")), table.cell(row, .share),
        ]
      })
  }

  /// Those contracted, and beside them those of them with use where it is known.
  private static func lots(in report: Report) -> SheetChart? {
    guard let table = report.table(.lots) else { return nil }
    let rows = table.rows(at: .lot).filter { !table.holds($0, .unknown, in: .lot) }
      .largest(15) { table.number($0, .providers) ?? 0 }
    let hasUse = rows.contains { table.number($0, .activeParties) != nil }
    let values: [ColumnName] = hasUse ? [.providers, .activeParties] : [.providers]
    return SheetChart(
      hasUse ? "Aanbieders per perceel, en van hen met gebruik" : "Aanbieders per perceel", .bars,
      beside: table, made: [.key(.lot)] + values.map { .count($0) },
      rows: rows.map { row in
        [.text(lines(table.text(row, .lot)))] + values.map { table.cell(row, $0) }
      })
  }

  /// From the second year on: the first has nothing to be compared with.
  private static func turnover(in report: Report) -> SheetChart? {
    guard let table = report.table(.providerTurnover) else { return nil }
    let years = table.rows(at: .total).filter { table.number($0, .entrants) != nil }
    return SheetChart(
      "Toetreders en uittreders per jaar", .bars, beside: table,
      made: [.key(.year), .count(.entrants), .count(.leavers)],
      rows: years.map { row in
        let year = String(table.number(row, .year) ?? 0)
        let name = table.text(row, .isWhole) == "ja" ? year : "\(year) (niet volledig)"
        return [.text(name), table.cell(row, .entrants), table.cell(row, .leavers)]
      })
  }
}
