/// Hides bundles until every cell at risk may be what the condition asks, and shows again what is not
/// needed for it. Counts its steps, never the time, so that a slow machine comes to the same edition.
struct SuppressionSearch {
  let system: CellSystem
  private(set) var evidence: Evidence
  private(set) var isHidden: [Bool]
  private let prices: BundlePrices
  private let programs: [CheapestTable]
  private let progress: (@Sendable (_ done: Int, _ all: Int) -> Void)?

  /// - Parameters:
  ///   - formerly: Bundles that stay hidden, as an edition of the same window hid them.
  ///   - warm: Whether programs begin where others ended; the result is the same.
  init(
    _ system: CellSystem, formerly: [Int], warm: Bool = true,
    progress: (@Sendable (Int, Int) -> Void)? = nil
  ) {
    self.system = system
    self.progress = progress
    evidence = Evidence(system)
    isHidden = Array(repeating: false, count: system.bundles.count)
    prices = BundlePrices(system)
    // No relation joins people and money.
    let (prices, cells) = (prices, system.cells.indices)
    programs = [
      cells.filter { system.cells[$0].measure != .amount },
      cells.filter { system.cells[$0].measure == .amount },
    ].map { CheapestTable(system, prices, cells: $0, warm: warm) }
    for (index, bundle) in system.bundles.enumerated()
    where bundle.formerly.map({ $0 == .hidden }) ?? bundle.isAtRisk { hide(index) }
    for index in formerly { hide(index) }
    kept = isHidden
  }

  /// What is hidden before any search, and stays so.
  private var kept: [Bool] = []

  /// Hides what protects the cells at risk, then shows again what does not. Returns the
  /// cells and the figures at risk that nothing protects.
  mutating func run() -> (cells: [Int], confidences: [Int]) {
    // A total goes only where nothing else will do.
    for program in programs { program.keepsTotals = true }
    complete(mayHide: true, reporting: true)
    for program in programs { program.keepsTotals = false }
    complete(mayHide: true)
    if !isComplete {
      // The cheapest way was none in whole numbers: with more room around them there may be one.
      for cell in unsafeCells { hideNeighbours(of: cell) }
      complete(mayHide: true)
    }
    if !isComplete {
      for bundle in system.bundles.indices where !isFormer(bundle) { hide(bundle) }
      complete(mayHide: true)
    }
    let unsafe = (unsafeCells, unkept)
    tidy(leaving: unsafe)
    return unsafe
  }

  private var atRisk: [Int] {
    system.cells.indices.filter { system.cells[$0].protection != nil }
  }

  private var unsafeCells: [Int] { atRisk.filter { !evidence.isSafe($0) } }
  private var unkept: [Int] { system.confidences.indices.filter { !evidence.isKept($0) } }
  private var isComplete: Bool { unsafeCells.isEmpty && unkept.isEmpty }

  private func isFormer(_ bundle: Int) -> Bool { system.bundles[bundle].formerly != nil }
}

// Hiding and showing.
extension SuppressionSearch {
  private mutating func hide(_ bundle: Int) {
    guard !isHidden[bundle] else { return }
    set(bundle, hidden: true)
    for companion in system.bundles[bundle].companions { hide(companion) }
  }

  private mutating func set(_ bundle: Int, hidden: Bool) {
    isHidden[bundle] = hidden
    for cell in system.bundles[bundle].cells {
      for program in programs { program.set(cell, hidden: hidden) }
    }
  }

  /// Hides all that stands in one sum with a cell.
  private mutating func hideNeighbours(of cell: Int) {
    for relation in system.relations where relation.terms.contains(where: { $0.cell == cell }) {
      for term in relation.terms {
        if let bundle = system.cells[term.cell].bundle, !isFormer(bundle) { hide(bundle) }
      }
    }
  }

  /// Takes a table for possible, and hides what it needs hidden.
  private mutating func accept(_ table: PossibleTable) {
    for change in table.changes {
      let cell = system.cells[change.cell]
      if let bundle = cell.bundle, !cell.shown.contains(cell.value + change.difference) {
        hide(bundle)
      }
    }
    evidence.add(table)
  }
}

// Searching.
extension SuppressionSearch {
  /// Looks for the tables that are missing. Without leave to hide it stops at the first that it does
  /// not find.
  @discardableResult
  private mutating func complete(
    mayHide: Bool, except unsafe: (cells: [Int], confidences: [Int]) = ([], []),
    reporting: Bool = false
  ) -> Bool {
    let cells = unsafeCells
    for (done, cell) in cells.enumerated() where !evidence.isSafe(cell) {
      if reporting { progress?(done, cells.count) }
      guard !unsafe.cells.contains(cell) else { continue }
      protect(cell, mayHide: mayHide)
      if !mayHide && !evidence.isSafe(cell) { return false }
    }
    for confidence in unkept where !unsafe.confidences.contains(confidence) {
      keep(confidence, mayHide: mayHide)
      if !mayHide && !evidence.isKept(confidence) { return false }
    }
    return true
  }

  private mutating func protect(_ cell: Int, mayHide: Bool) {
    for way in SearchGoals.ways(to: cell, in: system) {
      for step in way where !evidence.isSafe(cell) {
        let goal = CheapestTable.Goal(
          cell: cell,
          value: step(evidence.least(cell).value, evidence.greatest(cell).value))
        guard let table = search(goal, mayHide: mayHide) else { break }
        accept(table)
      }
      if evidence.isSafe(cell) { return }
    }
  }

  private mutating func keep(_ confidence: Int, mayHide: Bool) {
    let pair = system.confidences[confidence]
    for value in SearchGoals.uncertain(pair.other, in: system) where !evidence.isKept(confidence) {
      let goal = CheapestTable.Goal(cell: pair.other, value: value, fixed: pair.known)
      if let table = search(goal, mayHide: mayHide) { accept(table) }
    }
  }

  private func search(_ goal: CheapestTable.Goal, mayHide: Bool) -> PossibleTable? {
    programs.first { $0.contains(goal.cell) }?.table(for: goal, mayHide: mayHide)
  }

  /// Shows again, the dearest first, every bundle without which the tables still can be found.
  private mutating func tidy(leaving unsafe: (cells: [Int], confidences: [Int])) {
    let candidates = system.bundles.indices.filter { isHidden[$0] && !kept[$0] }
      .sorted { prices[$0] > prices[$1] }
    for bundle in candidates where !isHiddenWithAnother(bundle) {
      let before = evidence
      set(bundle, hidden: false)
      evidence.withdraw(shown: system.bundles[bundle].cells)
      guard !complete(mayHide: false, except: unsafe) else { continue }
      evidence = before
      set(bundle, hidden: true)
    }
  }

  private func isHiddenWithAnother(_ bundle: Int) -> Bool {
    system.bundles.indices.contains {
      isHidden[$0] && system.bundles[$0].companions.contains(bundle)
    }
  }
}
