import Analytics
import Ingest

/// Builds the system of one edition: cells from the tables of its run, and between them every sum and
/// bound of the contract's section on what the attacker knows.
struct SystemBuilder {
  let figures: BaseFigures
  let risks: DisclosureRisks?
  let parameters: PublicationParameters
  let window: ClosedRange<Day>?
  private let rounding: Rounding
  /// Nil for the edition at hand.
  private let former: FormerEdition?
  private(set) var system: CellSystem
  /// The cells of every bundle; a figure of nobody is known, and so no cell.
  private(set) var cells: [BundleName: [Measure: Int]] = [:]

  /// Adds an edition to a system.
  init(
    _ source: EditionSource, _ parameters: PublicationParameters, former: FormerEdition? = nil,
    to system: CellSystem = CellSystem()
  ) {
    figures = BaseFigures(source.tables)
    risks = source.risks
    window = source.window
    self.parameters = parameters
    rounding = Rounding(parameters)
    self.former = former
    self.system = system
    addCells()
    let relationCount = self.system.relations.count
    addSums()
    addDistinctCounts()
    addOrder()
    addImplicitCells()
    addConfidences(after: relationCount)
  }

  /// The name of a cell in proofs: that of a former edition begins with the edition's.
  private func cellName(_ name: String) -> String { former.map { "\($0.name)/" + name } ?? name }
}

// Cells and bundles.
extension SystemBuilder {
  private mutating func addCells() {
    let first = system.bundles.count
    for name in figures.bundles.keys.sorted() {
      guard let bundle = figures[name], figures.clients(name) != 0 || isCompanion(name) else {
        continue
      }
      var added: [Int] = []
      for measure in Measure.allCases {
        guard let value = bundle[measure] else { continue }
        added.append(system.cells.count)
        cells[name, default: [:]][measure] = system.cells.count
        system.cells.append(cell(name, measure, value, bundle: system.bundles.count))
      }
      system.bundles.append(
        SystemBundle(
          name: name, cells: added,
          isAtRisk: added.contains { system.cells[$0].protection != nil },
          formerly: former.map { $0.hidden.contains(name) ? .hidden : .shown }))
    }
    addCompanions(from: first)
  }

  /// Whether a count is hidden with another one, also where it is 0.
  private func isCompanion(_ name: BundleName) -> Bool {
    figures.host(of: name).map { figures.clients($0) != 0 } ?? false
  }

  private mutating func addCompanions(from first: Int) {
    var index: [BundleName: Int] = [:]
    for position in first..<system.bundles.count { index[system.bundles[position].name] = position }
    for position in first..<system.bundles.count {
      let bundle = system.bundles[position]
      guard let host = figures.host(of: bundle.name).flatMap({ index[$0] }) else { continue }
      system.bundles[host].companions.append(position)
    }
  }

  private func cell(
    _ name: BundleName, _ measure: Measure, _ value: Int64, bundle index: Int
  ) -> SystemCell {
    let clients = figures.clients(name)
    let isAtRisk = Protection.isNeeded(
      for: value, measure, clients: clients, largest: risks?.amounts[name], parameters)
    if measure == .amount {
      let least = value < 0 ? 2 * value : 0
      var shown = rounding.known(value, .amount)
      if let more = figures.publicAmounts[name] {
        // The same amount with what is public stands beside it, rounded by itself.
        let second = rounding.known(value + more, .amount)
        shown =
          max(
            shown.lowerBound, second.lowerBound - more)...min(
            shown.upperBound, second.upperBound - more)
      }
      return SystemCell(
        bundle: index, name: cellName("\(name.text)#a"), measure: measure, value: value,
        shown: max(shown.lowerBound, least)...shown.upperBound,
        hidden: least...CellSystem.unbounded,
        protection: isAtRisk ? .amount(value, clients: clients, parameters) : nil)
    }
    let least: Int64 = figures.host(of: name) == nil ? 1 : 0
    return SystemCell(
      bundle: index, name: cellName("\(name.text)#\(measure.rawValue)"), measure: measure,
      value: value,
      shown: rounding.known(value, measure),
      hidden: min(least, value)...CellSystem.unbounded,
      protection: isAtRisk ? .count(parameters, mayBeNone: false) : nil)
  }
}

// What the relations are made of.
extension SystemBuilder {
  func cell(_ name: BundleName, _ measure: Measure) -> Int? { cells[name]?[measure] }

  private mutating func add(
    _ terms: [(Int?, Int64)], isEquality: Bool, parts: [Int?] = []
  ) {
    var coefficients: [Int: Int64] = [:]
    for case (let cell?, let coefficient) in terms { coefficients[cell, default: 0] += coefficient }
    let kept = coefficients.filter { $0.value != 0 }.sorted { $0.key < $1.key }
    guard kept.count > 0 else { return }
    let excess = kept.reduce(Int64(0)) { $0 + $1.value * system.cells[$1.key].value }
    // What is not true of the run cannot be known of it.
    guard isEquality ? excess == 0 : excess >= 0 else { return }
    system.relations.append(
      Relation(
        terms: kept.map { Relation.Term(cell: $0.key, coefficient: $0.value) },
        isEquality: isEquality, parts: parts.compactMap(\.self), excess: excess))
  }

  /// Parts add up to a whole.
  mutating func add(sum parts: [BundleName], to whole: BundleName, _ measure: Measure) {
    // A table that is not there adds up to nothing.
    guard !parts.isEmpty, figures[whole] != nil else { return }
    let cells = parts.map { cell($0, measure) }
    add(
      cells.map { ($0, 1) } + [(cell(whole, measure), -1)], isEquality: true, parts: cells)
  }

  /// A whole that is counted anew is no less than any part and no more than all together.
  mutating func add(distinct parts: [BundleName], in whole: BundleName, _ measure: Measure) {
    guard !parts.isEmpty, figures[whole] != nil else { return }
    let cells = parts.map { cell($0, measure) }
    for part in cells where part != nil { add(part, isAtMost: cell(whole, measure)) }
    add(cells.map { ($0, 1) } + [(cell(whole, measure), -1)], isEquality: false)
  }

  mutating func add(_ least: Int?, isAtMost greatest: Int?) {
    add([(greatest, 1), (least, -1)], isEquality: false)
  }

  mutating func add(_ one: Int?, equals other: Int?) {
    add([(one, 1), (other, -1)], isEquality: true)
  }

  /// Who is present was present, or came, and did not go.
  mutating func add(presence month: Month, after previous: Month) {
    let parts = [
      cell(.present(previous.iso), .clients), cell(.inflow(month.iso), .clients),
    ]
    add(
      parts.map { ($0, 1) }
        + [(cell(.outflow(month.iso), .clients), -1), (cell(.present(month.iso), .clients), -1)],
      isEquality: true, parts: parts)
  }

  mutating func add(_ terms: [(Int?, Int64)], isAtMost greatest: [(Int?, Int64)]) {
    add(greatest + terms.map { ($0.0, -$0.1) }, isEquality: false)
  }

  /// A figure that stands in no table but follows from others; nobody may be told by it either.
  mutating func addImplicit(_ name: String, _ terms: [(Int?, Int64)]) {
    let value = terms.reduce(Int64(0)) { sum, term in
      sum + (term.0.map { system.cells[$0].value } ?? 0) * term.1
    }
    // A negative one is no count of clients; it can come of windows and of credits.
    guard value >= 0, terms.contains(where: { $0.0 != nil }) else { return }
    let isAtRisk = (1..<parameters.threshold).contains(value)
    let cell = system.cells.count
    system.cells.append(
      SystemCell(
        bundle: nil, name: cellName(name), measure: .clients, value: value,
        shown: 0...CellSystem.unbounded,
        hidden: 0...CellSystem.unbounded,
        protection: isAtRisk ? .count(parameters, mayBeNone: true) : nil))
    add(terms + [(cell, -1)], isEquality: true)
  }

  private mutating func addConfidences(after count: Int) {
    var found: Set<CellSystem.Confidence> = []
    for relation in system.relations[count...] where relation.isEquality {
      let atRisk = relation.parts.filter { system.cells[$0].protection != nil }
      for known in atRisk {
        guard let bundle = system.cells[known].bundle,
          figures.clients(system.bundles[bundle].name) == 1
        else { continue }
        for other in atRisk where other != known {
          let pair = CellSystem.Confidence(known: known, other: other)
          if found.insert(pair).inserted { system.confidences.append(pair) }
        }
      }
    }
  }
}

extension Rounding {
  /// What an edition that shows a figure tells of it. A count below the threshold is never shown.
  fileprivate func known(_ value: Int64, _ measure: Measure) -> ClosedRange<Int64> {
    let interval = interval(ofShown: shown(value, measure), measure)
    return interval.flatMap { $0.contains(value) ? $0 : nil } ?? value...value
  }
}
