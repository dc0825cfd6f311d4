import Analytics
import Ingest

/// What the attacker found wrong in an edition.
struct Violation: CustomStringConvertible {
  enum Kind: String {
    /// The edition's tables are not what follows from the figures that they show.
    case writing
    /// A base cell at risk stands in the edition.
    case shown
    /// A zero is hidden.
    case zero
    /// A cell at risk can be computed, or nearly.
    case range
    /// A client who is alone in a cell can compute another cell at risk.
    case alone
    /// The solver gave no answer.
    case solver
  }

  let kind: Kind
  /// The cell by its bundle; a table's place for writing.
  let cell: String
  let details: String

  var description: String { "\(kind.rawValue): \(cell): \(details)" }
}

/// Attacks one edition with all that the publication contract says an attacker knows. It is written
/// from that contract alone and shares nothing with the code that makes editions.
struct Attacker {
  /// The run's own tables.
  let `internal`: [Table]
  let edition: [Table]
  let risks: DisclosureRisks?
  let parameters: PublicationParameters
  let window: ClosedRange<Day>?

  /// Everything found; the least and greatest value are over the real numbers, which can only be
  /// further apart than over whole ones, so that each violation is one.
  func violations() -> [Violation] {
    let run = RunFigures(`internal`)
    let shown = SeenFigures(run, edition: edition, parameters)
    let relations = KnownRelations(run, risks: risks, window: window)
    let targets = Target.all(run, relations, risks, parameters)
    var violations = writing(shown)
    for figure in run.figures where shown.isHidden(figure) {
      let isFree = shown.bounds(figure).least == 0
      if !figure.isAmount, !isFree, run.value(figure) == 0, run.clients(of: figure.bundle) == 0 {
        violations.append(
          Violation(kind: .zero, cell: figure.text, details: "a zero hides nothing"))
      }
    }
    for target in targets {
      guard let figure = target.figure, !shown.isHidden(figure) else { continue }
      violations.append(
        Violation(kind: .shown, cell: target.name, details: "\(target.value) is at risk"))
    }
    for component in AttackedComponent.components(shown, relations, targets) {
      violations += component.ranges() + component.alone(relations.sums)
    }
    return violations
  }

  /// Compares the edition's tables with those that its shown figures make.
  private func writing(_ shown: SeenFigures) -> [Violation] {
    let expected = ExpectedTables(shown).tables
    var violations: [Violation] = []
    func complain(_ cell: String, _ details: String) {
      violations.append(Violation(kind: .writing, cell: cell, details: details))
    }
    if edition.map(\.name) != ExpectedTables.names {
      complain("tables", edition.map(\.name).joined(separator: ", "))
    }
    for table in expected {
      guard let written = edition.first(where: { $0.name == table.name }) else { continue }
      if written.rows.count != table.rows.count {
        complain(table.name, "\(written.rows.count) rows, not \(table.rows.count)")
      }
      for (place, rows) in zip(written.rows, table.rows).enumerated() {
        for (column, cells) in zip(table.columns, zip(rows.0, rows.1))
        where !isSame(cells.0, cells.1, column) {
          complain(
            "\(table.name) row \(place + 1) \(column.name.text)",
            "\(cells.0), not \(cells.1): \(rows.0)")
        }
      }
    }
    return violations
  }

  /// `hhi` and its inverse are compared with approximate ones: one step is no difference.
  private func isSame(_ written: Cell, _ expected: Cell, _ column: Column) -> Bool {
    if case .number(let written) = written, case .number(let expected) = expected,
      ["hhi", "effectief_aantal"].contains(column.name.text)
    {
      return (written - expected).magnitude <= 1
    }
    return written == expected
  }
}
