import Analytics
import Ingest

extension AnnexTableID {
  static let groupFlows = AnnexTableID("stromen")
  static let districtFlows = AnnexTableID("stromen-gebied")
}

extension AnnexBuilder {
  /// Presence before and after the months of the window, and what came and went in between: per
  /// product group and kind, and per district.
  mutating func flowTheme() -> [AnnexPage.Block] {
    guard let table = report.table(.inflowOutflow), let months = flowMonths else { return [] }
    let flows = flows(in: table, months)
    guard let whole = flows.last, whole.level == Level.total.rawValue else { return [] }
    let groups = flowTable(
      .groupFlows, .groupFlowTable, table, months,
      flows.filter { [.productGroup, .kind].map(\Level.rawValue).contains($0.level) }, whole)
    let districts = flows.filter { $0.level == Level.district.rawValue }
    let sentence = text(
      .flowSentence,
      [
        "months": notation.months(months), "before": notation.count(whole.before),
        "inflow": notation.count(whole.inflow),
        "outflow": notation.count(whole.outflow), "present": notation.count(whole.present),
      ])
    return [theme(.flows, [sentence]), groups]
      + (districts.isEmpty
        ? [] : [flowTable(.districtFlows, .districtFlowTable, table, months, districts, whole)])
  }

  /// The months of the window that there are, without the first of the data: its inflow holds those
  /// who were clients before, too.
  private var flowMonths: ClosedRange<Month>? {
    guard let course = report.table(.monthlyCourse), let days = report.period?.days,
      let first = course.rows.first.flatMap({ course.month($0, .month) }), let last = lastMonth
    else { return nil }
    let from = max(days.lowerBound.month, Month(number: first.number + 1))
    let to = min(days.upperBound.month, last)
    return from <= to ? from...to : nil
  }

  /// What came and went of one product group, kind, district or the whole.
  private struct Flow {
    let level: String
    let name: String
    var before: Int64 = 0
    var inflow: Int64 = 0
    var outflow: Int64 = 0
    var present: Int64 = 0
  }

  /// In the order of the table; clients are counted once for each time that they come or go.
  private func flows(in table: Table, _ months: ClosedRange<Month>) -> [Flow] {
    table.runs(of: [.level, .name]).map { rows in
      var flow = Flow(level: table.text(rows[0], .level), name: table.text(rows[0], .name))
      for row in rows {
        guard let month = table.month(row, .month) else { continue }
        let present = table.number(row, .present) ?? 0
        if month < months.lowerBound { flow.before = present }
        guard months.contains(month) else { continue }
        flow.inflow += table.number(row, .inflow) ?? 0
        flow.outflow += table.number(row, .outflow) ?? 0
        flow.present = present
      }
      return flow
    }
  }

  private mutating func flowTable(
    _ id: AnnexTableID, _ caption: AnnexPhrase, _ table: Table, _ months: ClosedRange<Month>,
    _ flows: [Flow], _ whole: Flow
  ) -> AnnexPage.Block {
    let shown = flows.largest(36, by: \.present)
    let cut = note(
      on: .shownLargest, shown: shown.count, left: flows.count - shown.count, of: table)
    let note = text(.flowNote, ["file": file(of: table)])
    return .init(
      table: view(
        id: id, caption: text(caption, ["months": notation.months(months)]),
        headings: [.init(label: text(.flowName), isNumeric: false)]
          + [.presentBefore, .inflow, .outflow, .presentAfter].map {
            .init(label: text($0), isNumeric: true)
          },
        rows: (shown + [whole]).map { flow in
          .init(
            rowHeading: heading(of: flow), isTotal: flow.level == Level.total.rawValue,
            values: [flow.before, flow.inflow, flow.outflow, flow.present].map {
              .init(value: notation.count($0), isNumber: true)
            })
        },
        note: cut.map { "\(note) \($0)" } ?? note, source: table))
  }

  private func heading(of flow: Flow) -> String {
    switch Level(rawValue: flow.level) {
    case .total: text(.allClients)
    case .kind: kind(flow.name)
    default: named(flow.name)
    }
  }
}

extension AnnexPhrase {
  static let flows = AnnexPhrase("Wie er bij kwam en wie er ging", "Who came and who went")
  static let flowSentence = AnnexPhrase(
    "In {months} was de instroom {inflow} en de uitstroom {outflow}: het aantal cliënten dat "
      + "aanwezig is, ging van {before} naar {present}.",
    "In {months}, inflow was {inflow} and outflow {outflow}: the number of clients present went "
      + "from {before} to {present}.")
  static let groupFlowTable = AnnexPhrase(
    "Instroom en uitstroom per soort voorziening, {months}",
    "Inflow and outflow per kind of provision, {months}")
  static let districtFlowTable = AnnexPhrase(
    "Instroom en uitstroom per gebied, {months}", "Inflow and outflow by district, {months}")
  static let flowName = AnnexPhrase("Waarvan of waar", "Of what or where")
  static let presentBefore = AnnexPhrase("Aanwezig ervoor", "Present before")
  static let presentAfter = AnnexPhrase("Aanwezig erna", "Present after")
  static let allClients = AnnexPhrase("Alle cliënten", "All clients")
  static let flowNote = AnnexPhrase(
    "Ervoor plus instroom min uitstroom is erna. Wie van soort wisselt, telt bij de ene als "
      + "uitstroom en bij de andere als instroom, maar niet bij alle cliënten. Elke maand apart "
      + "staat in {file} en in de werkmap.",
    "Before plus inflow minus outflow is after. Those who change from one kind to another are "
      + "outflow of the one and inflow of the other, but neither among all clients. Each month is "
      + "in {file} and in the workbook.")
}
