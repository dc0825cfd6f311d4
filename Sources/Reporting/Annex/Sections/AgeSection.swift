import Analytics

extension AnnexBuilder {
  /// The ages of clients per product group: a row per group and a column per class.
  mutating func ageSection() -> AnnexPage.Section {
    var section = AnnexPage.Section(sectionID: "leeftijd", heading: text(.ages))
    guard let ages = report.table("leeftijd"), !ages.rows.isEmpty else { return section }
    let groups = groups(in: ages)
    let classes = (groups.last?.rows ?? []).map { ages.text($0, "leeftijdsklasse") }
    let headings =
      [AnnexPage.Heading(label: language.column("product_groep"), isNumeric: false)]
      + classes.map { .init(label: $0 == "onbekend" ? text(.unknown) : $0, isNumeric: true) }
    let rows = groups.map { group in
      AnnexPage.Row(
        rowHeading: group.label,
        isTotal: group.isTotal,
        values: group.rows.map {
          .init(value: notation.text(ages.cell($0, "clienten"), .count), isNumber: true)
        }
      )
    }
    let table = AnnexPage.Block(
      table: view(
        id: "leeftijd",
        caption: text(.ageTable),
        headings: headings,
        rows: rows,
        note: nil,
        card: card(of: "leeftijd")
      )
    )
    let shares = groups.map { group in
      ShareChart.Row(
        label: group.label,
        parts: group.rows.map {
          ChartValue(
            label: ages.text($0, "leeftijdsklasse"),
            value: ages.number($0, "aandeel") ?? 0,
            figure: notation.text(ages.cell($0, "aandeel"), .share)
          )
        }
      )
    }
    let chart = ShareChart(
      title: text(.ageFigure),
      description: text(.ageDescription, ["parts": listed(shares.last?.parts ?? [])]),
      rows: shares,
      legend: headings.dropFirst().map(\.label),
      endsWithOther: true
    )
    section.blocks = [figure("leeftijd", chart, table: "leeftijd"), table]
    return section
  }

  private struct Group {
    let label: String
    let isTotal: Bool
    var rows: [[Cell]]
  }

  /// The rows of each group, in the order of the table; the last is for all clients.
  private func groups(in ages: Table) -> [Group] {
    var groups: [Group] = []
    var last: String?
    for row in ages.rows {
      let name = ages.text(row, "product_groep")
      if name == last {
        groups[groups.count - 1].rows.append(row)
      } else {
        let isTotal = name == "totaal"
        groups.append(
          Group(label: isTotal ? text(.tableTotal) : name, isTotal: isTotal, rows: [row])
        )
      }
      last = name
    }
    return groups
  }
}
