import Analytics
import Ingest

/// The figures of a run as an edition shows them: rounded, or hidden.
struct ShownFigures {
  private let hidden: HiddenBundles
  private let rounding: Rounding
  private let figures: BaseFigures

  init(
    _ tables: [Table], hiding hidden: HiddenBundles, _ parameters: PublicationParameters
  ) {
    self.hidden = hidden.withCompanions(in: tables)
    rounding = Rounding(parameters)
    figures = BaseFigures(tables)
  }

  /// A base cell as it is shown; empty where the run has no such figure.
  func shown(_ bundle: BundleName, _ measure: Measure) -> Cell {
    guard let value = figures[bundle]?[measure] else { return .empty }
    return shown(value, of: bundle, measure)
  }

  func isHidden(_ bundle: BundleName) -> Bool { hidden.contains(bundle) }

  private func shown(_ value: Int64, of bundle: BundleName, _ measure: Measure?) -> Cell {
    if isHidden(bundle) { return .hidden }
    return .number(measure.map { rounding.shown(value, $0) } ?? value)
  }
}

// Rows.
extension ShownFigures {
  func rows(of table: Table) -> [[Cell]] {
    guard let declaration = Analysis.declaring(table)?.disclosure else { return [] }
    return table.rows.map { row in
      let figures = declaration.figures(in: row, of: table)
      // A table without any is public as it is.
      return figures.isEmpty ? row : self.row(row, figures, of: table)
    }
  }

  /// A row with its figures as they are shown, and what follows from these computed anew; what the
  /// columns do not tell how to compute is left empty.
  private func row(_ row: [Cell], _ figures: [DisclosedFigure], of table: Table) -> [Cell] {
    var cells = row
    var done: Set<Int> = []
    for figure in figures {
      let position = table.position(of: figure.column)
      switch figure.holding {
      case .value, .withSubsidies:
        done.insert(position)
        guard case .number(let value) = row[position] else { continue }
        cells[position] = shown(value, of: figure.bundle, figure.measure)
      case .substitute:
        done.insert(position)
        cells[position] = figure.measure.map { shown(figure.bundle, $0) } ?? .empty
      case .numerator, .denominator: continue
      }
    }
    for (position, column) in table.columns.enumerated() where !done.contains(position) {
      guard case .derived(let sources) = column.role, !table.areKeys(sources) else { continue }
      let quotient = Quotient(
        column, numerator: self.figure(.numerator, of: column, in: figures),
        denominator: self.figure(.denominator, of: column, in: figures),
        sources: sources.map { (name: $0, cell: cells[table.position(of: $0)]) })
      cells[position] = quotient?.cell ?? .empty
    }
    return cells
  }

  private func figure(
    _ holding: DisclosedFigure.Holding, of column: Column, in figures: [DisclosedFigure]
  ) -> Cell? {
    figures.first { $0.column == column.name && $0.holding == holding }
      .flatMap { figure in figure.measure.map { shown(figure.bundle, $0) } }
  }
}

extension Table {
  /// Whether these columns are keys alone, so that what follows from them tells of nobody.
  fileprivate func areKeys(_ names: [ColumnName]) -> Bool {
    !names.isEmpty && names.allSatisfy { columns[position(of: $0)].role == .key }
  }
}
