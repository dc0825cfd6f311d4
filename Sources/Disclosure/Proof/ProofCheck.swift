/// Checks a proof against a system, in whole numbers and without any search: nothing is published that
/// does not pass. It shares no code with the suppression but the cells and what holds between them.
struct ProofCheck {
  private let system: CellSystem
  private let isHidden: (Int) -> Bool
  private let cells: [String: Int]

  private let acceptsPublic: Bool

  /// - Parameters:
  ///   - acceptsPublic: Whether figures may be public already through former editions.
  ///   - isHidden: Whether the edition hides a bundle of the system.
  init(_ system: CellSystem, acceptsPublic: Bool, isHidden: @escaping (Int) -> Bool) {
    self.system = system
    self.acceptsPublic = acceptsPublic
    self.isHidden = isHidden
    cells = Dictionary(
      system.cells.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The first thing that a proof does not prove; nil for a whole one. Names no cell.
  func flaw(in proof: Proof) -> String? {
    guard cells.count == system.cells.count else { return "two cells have one name" }
    var tables: [[Int: Int64]] = []
    for (number, named) in proof.tabellen.enumerated() {
      var table: [Int: Int64] = [:]
      for (name, value) in named {
        guard let cell = cells[name] else { return "table \(number) has an unknown cell" }
        table[cell] = value
      }
      if let flaw = flaw(in: table) { return "table \(number) \(flaw)" }
      tables.append(table)
    }
    return unproven(proof, tables)
  }

  /// Why a table is none that the attacker must think possible.
  private func flaw(in table: [Int: Int64]) -> String? {
    for (cell, value) in table {
      let cell = system.cells[cell]
      let known = system.known(cell, isHidden: cell.bundle.map(isHidden) ?? true)
      guard known.contains(value) else { return "leaves what is known of a cell" }
    }
    for relation in system.relations {
      let sum = relation.terms.reduce(Int128(0)) { sum, term in
        sum + Int128(term.coefficient)
          * Int128(table[term.cell] ?? system.cells[term.cell].value)
      }
      guard relation.isEquality ? sum == 0 : sum >= 0 else { return "breaks a sum" }
    }
    return nil
  }

  private func unproven(_ proof: Proof, _ tables: [[Int: Int64]]) -> String? {
    func value(_ cell: Int, in table: Int?) -> Int64? {
      guard let table else { return system.cells[cell].value }
      guard tables.indices.contains(table) else { return nil }
      return tables[table][cell] ?? system.cells[cell].value
    }
    var safe: Set<Int> = []
    for witness in proof.cellen {
      guard let cell = cells[witness.cel], let least = value(cell, in: witness.laagste),
        let greatest = value(cell, in: witness.hoogste),
        let protection = system.cells[cell].protection,
        protection.holds(least: least, greatest: greatest)
      else { return "a cell at risk is not shown to be safe" }
      safe.insert(cell)
    }
    var kept: Set<CellSystem.Confidence> = []
    for confidence in proof.alleen {
      guard let known = cells[confidence.bekend], let other = cells[confidence.cel],
        value(known, in: confidence.tabel) == system.cells[known].value,
        let moved = value(other, in: confidence.tabel), system.isUncertain(other, at: moved)
      else { return "a client alone could compute another figure" }
      kept.insert(.init(known: known, other: other))
    }
    let isPublic = Set(proof.openbaar.compactMap { cells[$0] })
    guard isPublic.isEmpty || acceptsPublic else { return "a figure at risk is public" }
    let atRisk = system.cells.indices.filter { system.cells[$0].protection != nil }
    guard atRisk.allSatisfy({ safe.contains($0) || isPublic.contains($0) }),
      system.confidences.allSatisfy({ kept.contains($0) || isPublic.contains($0.other) })
    else { return "something at risk is not in it" }
    // What is at risk is hidden, whatever else holds.
    let isBare = system.bundles.indices.contains { bundle in
      system.bundles[bundle].isAtRisk && !isHidden(bundle)
        && system.bundles[bundle].formerly == nil
    }
    return isBare ? "a figure at risk is shown" : nil
  }
}
