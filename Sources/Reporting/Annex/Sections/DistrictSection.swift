import Analytics

extension AnnexTableID {
  static let districts = AnnexTableID("wijken")
}

extension AnnexBuilder {
  /// Clients and amount per district, for all kinds of provisions together.
  mutating func districtSection() -> AnnexPage.Section {
    var section = begin(.districts)
    guard let districts = report.table(.districtUse) else { return section }
    let rows = districts.rows(at: .total)
    guard rows.count > 1 else { return section }
    let total = text(.total)
    let table = block(
      AnnexTable(
        id: .districts,
        caption: text(.districtTable),
        source: districts,
        columns: [
          .district, .inhabitants, .clients, .clientsPerThousand, .indications, .amount,
          .amountPerClient, .amountPerInhabitant,
        ],
        rows: rows,
        columnsInCents: [.amountPerInhabitant],
        totalHeading: { districts.holds($0, .total, in: .district) ? total : nil },
        shown: .largest(40, by: .clients)))
    let notation = notation
    let rates = shownFigure(
      "wijken",
      bars(.districtRateFigure, .clientsPerThousand, of: rows, in: districts) {
        notation.text($0, .ratio(decimals: 4))
      },
      table: .districts)
    let costs = shownFigure(
      "inwoners",
      bars(.districtCostFigure, .amountPerInhabitant, of: rows, in: districts) {
        if case .number(let cents) = $0 { notation.cents(cents) } else { AnnexNotation.none }
      },
      table: .districts)
    section.blocks = rates + costs + [table]
    return section
  }

  /// Districts with the figure, the highest first and hidden ones last, and the municipality to
  /// compare with.
  private func bars(
    _ title: AnnexPhrase, _ column: ColumnName, of rows: [[Cell]], in districts: Table,
    figure: (Cell) -> String
  ) -> BarChart {
    let values = rows.compactMap { row -> ChartValue? in
      let label =
        districts.holds(row, .total, in: .district)
        ? text(.wholeMunicipality) : districts.text(row, .district)
      let cell = districts.cell(row, column)
      return switch cell {
      case .number(let number): ChartValue(label: label, value: number, figure: figure(cell))
      case .hidden: .hidden(label)
      case .empty, .text: nil
      }
    }
    let whole = values.last { $0.label == text(.wholeMunicipality) }
    let bars = values.filter { $0 != whole }.enumerated()
      .sorted { ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset) }.map(\.element)
    return BarChart(
      title: text(title),
      description: text(.barDescription, ["parts": listed(bars + (whole.map { [$0] } ?? []))]),
      bars: bars, reference: whole)
  }
}

extension ChartValue {
  fileprivate var weight: Int64 { isHidden ? .min : value }
}

extension AnnexPhrase {
  static let districts = AnnexPhrase("Wijken", "Districts")
  static let districtTable = AnnexPhrase(
    "Cliënten en bedrag per gebied", "Clients and amount per district")
  static let districtRateFigure = AnnexPhrase(
    "Cliënten per 1.000 inwoners, per gebied", "Clients per 1,000 inhabitants, by district")
  static let districtCostFigure = AnnexPhrase(
    "Gefactureerd bedrag per inwoner, per gebied", "Amount invoiced per inhabitant, by district")
  static let barDescription = AnnexPhrase("Balken: {parts}.", "Bars: {parts}.")
}
