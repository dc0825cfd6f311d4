import Analytics
import Ingest

extension AnnexBuilder {
  /// Use and amount over time.
  mutating func monthSection() -> AnnexPage.Section {
    var section = AnnexPage.Section(
      sectionID: "maanden",
      heading: text(.months),
      paragraphs: [text(.monthsNote)]
    )
    guard let months = report.table("maandverloop"), !months.rows.isEmpty else { return section }
    let table = block(
      AnnexTable(
        id: "maanden",
        caption: text(.monthTable),
        source: months,
        columns: [
          "maand", "indicaties", "clienten", "aanwezig", "instroom", "uitstroom", "bedrag",
        ],
        rows: months.rows
      )
    )
    let (notation, count) = (notation, notation)
    section.blocks.append(
      figure(
        "bedrag",
        line(.amountFigure, "bedrag", of: months) { notation.euros($0) },
        table: "maanden"
      )
    )
    section.blocks.append(
      figure(
        "clienten",
        line(.clientFigure, "clienten", of: months) { count.count($0) },
        table: "maanden"
      )
    )
    if months.rows.count > 2 {
      section.blocks.append(
        figure("stroom", flow(in: months), table: "maanden", note: text(.firstMonthLeftOut))
      )
    }
    section.blocks.append(table)
    return section
  }

  private func line(
    _ title: AnnexPhrase,
    _ column: String,
    of months: Table,
    figure: @escaping @Sendable (Int64) -> String
  ) -> LineChart {
    let values = months.rows.map { months.number($0, column) ?? 0 }
    let labels = labels(of: months.rows, in: months)
    return LineChart(
      title: text(title),
      description: text(
        .lineDescription,
        [
          "first": figure(values.first ?? 0), "firstMonth": labels.first ?? "",
          "last": figure(values.last ?? 0), "lastMonth": labels.last ?? "",
        ]
      ),
      labels: labels,
      series: [.init(label: text(title), values: values)],
      figure: figure
    )
  }

  private func flow(in months: Table) -> LineChart {
    let rows = months.rows.dropFirst()
    let inflow = rows.map { months.number($0, "instroom") ?? 0 }
    let outflow = rows.map { months.number($0, "uitstroom") ?? 0 }
    let labels = labels(of: Array(rows), in: months)
    let notation = notation
    return LineChart(
      title: text(.flowFigure),
      description: text(
        .flowDescription,
        [
          "firstIn": notation.count(inflow.first ?? 0), "firstMonth": labels.first ?? "",
          "lastIn": notation.count(inflow.last ?? 0), "lastMonth": labels.last ?? "",
          "firstOut": notation.count(outflow.first ?? 0),
          "lastOut": notation.count(outflow.last ?? 0),
        ]
      ),
      labels: labels,
      series: [
        .init(label: text(.inflow), values: inflow), .init(label: text(.outflow), values: outflow),
      ],
      figure: { notation.count($0) }
    )
  }

  private func labels(of rows: [[Cell]], in months: Table) -> [String] {
    rows.map { row in
      notation.shortMonth(Month(number: Int32(months.number(row, "maand") ?? 0)))
    }
  }
}
