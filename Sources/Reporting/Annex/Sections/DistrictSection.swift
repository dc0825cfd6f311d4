import Analytics

extension AnnexBuilder {
  /// Clients and amount per district, for all kinds of provisions together.
  mutating func districtSection() -> AnnexPage.Section {
    var section = AnnexPage.Section(sectionID: "wijken", heading: text(.districts))
    guard let districts = report.table("wijken") else { return section }
    let rows = districts.rows("niveau", "totaal")
    guard rows.count > 1 else { return section }
    let total = text(.total)
    let table = block(
      AnnexTable(
        id: "wijken",
        caption: text(.districtTable),
        source: districts,
        columns: [
          "gebied", "inwoners", "clienten", "clienten_per_1000", "indicaties", "bedrag",
          "bedrag_per_client", "bedrag_per_inwoner",
        ],
        rows: rows,
        columnsInCents: ["bedrag_per_inwoner"],
        totalHeading: { districts.text($0, "gebied") == "totaal" ? total : nil },
        rowHeading: { [self] in name(of: $0, in: districts) }
      )
    )
    let notation = notation
    section.blocks = [
      figure(
        "wijken",
        bars(.districtRateFigure, "clienten_per_1000", of: rows, in: districts) {
          notation.text($0, .ratio(decimals: 4))
        },
        table: "wijken"
      ),
      figure(
        "inwoners",
        bars(.districtCostFigure, "bedrag_per_inwoner", of: rows, in: districts) {
          if case .number(let cents) = $0 { notation.cents(cents) } else { AnnexNotation.none }
        },
        table: "wijken"
      ),
      table,
    ]
    return section
  }

  private func name(of row: [Cell], in districts: Table) -> String {
    let name = districts.text(row, "gebied")
    return name == "onbekend" ? text(.unknown) : name
  }

  /// Districts with the figure, the highest first, and the municipality to compare with.
  private func bars(
    _ title: AnnexPhrase,
    _ column: String,
    of rows: [[Cell]],
    in districts: Table,
    figure: (Cell) -> String
  ) -> BarChart {
    let values = rows.compactMap { row -> ChartValue? in
      guard let number = districts.number(row, column) else { return nil }
      let name = districts.text(row, "gebied")
      return ChartValue(
        label: name == "totaal" ? text(.wholeMunicipality) : name,
        value: number,
        figure: figure(districts.cell(row, column))
      )
    }
    let whole = values.last { $0.label == text(.wholeMunicipality) }
    let bars = values.filter { $0 != whole }.enumerated()
      .sorted { ($1.element.value, $0.offset) < ($0.element.value, $1.offset) }.map(\.element)
    return BarChart(
      title: text(title),
      description: text(.barDescription, ["parts": listed(bars + (whole.map { [$0] } ?? []))]),
      bars: bars,
      reference: whole
    )
  }
}
