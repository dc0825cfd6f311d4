import Analytics
import Ingest

extension CellSystem {
  /// The system of an edition together with former ones: all that the attacker has.
  init(
    _ source: EditionSource, _ parameters: PublicationParameters, former: [FormerEdition]
  ) {
    var editions = [SystemBuilder(source, parameters)]
    for edition in former.sorted(by: { precedesByteWise($0.name, $1.name) }) {
      let system = editions[editions.count - 1].system
      editions.append(
        SystemBuilder(edition.source, edition.parameters, former: edition, to: system))
    }
    var links = EditionLinks(system: editions[editions.count - 1].system, editions: editions)
    for later in editions.indices.dropFirst() {
      links.compare(0, with: later)
      for earlier in 1..<later { links.compare(later, with: earlier) }
    }
    links.addWindows()
    self = links.system
  }
}

/// What holds between editions, and what their differences tell.
private struct EditionLinks {
  var system: CellSystem
  let editions: [SystemBuilder]

  /// A base cell that two editions have; nil in one where it is nobody's.
  private struct Common {
    let name: BundleName
    let measure: Measure
    let later: Int?
    let earlier: Int?
    let change: Int64
  }

  /// Adds the differences between two editions as cells of their own. Of two whose windows end together
  /// the first is the later one.
  mutating func compare(_ current: Int, with former: Int) {
    let isLater = Self.isLater(editions[current].window, than: editions[former].window)
    let (later, earlier) =
      isLater ? (editions[current], editions[former]) : (editions[former], editions[current])
    guard later.window != earlier.window || later.figures.bundles != earlier.figures.bundles else {
      return addSameFigures(later, earlier)
    }
    let meet = Self.meet(later.window, earlier.window)
    let common = self.common(later, earlier).filter { meet || !Self.isOfWindow($0.name) }
    let begins = later.window?.lowerBound == earlier.window?.lowerBound
    for measure in Measure.allCases {
      let cells = common.filter { $0.measure == measure }
      let hasGrown = begins && cells.allSatisfy { $0.change >= 0 }
      for cell in cells {
        addDifference(
          cell, of: later, earlier, named: "\(current)-\(former)", cannotShrink: hasGrown)
      }
    }
  }

  /// Whether a window ends later than another, or with it.
  private static func isLater(_ a: ClosedRange<Day>?, than b: ClosedRange<Day>?) -> Bool {
    guard let a, let b else { return true }
    return a.upperBound >= b.upperBound
  }

  /// Two editions of one run: whoever sees that knows every figure to be the same.
  private mutating func addSameFigures(_ later: SystemBuilder, _ earlier: SystemBuilder) {
    for cell in common(later, earlier) {
      guard let later = cell.later, let earlier = cell.earlier else { continue }
      add(
        [.init(cell: later, coefficient: 1), .init(cell: earlier, coefficient: -1)],
        isEquality: true)
    }
  }

  /// Windows apart have different care in them: what one has more than the other is nobody's.
  private static func meet(_ a: ClosedRange<Day>?, _ b: ClosedRange<Day>?) -> Bool {
    guard let a, let b else { return true }
    return a.overlaps(b)
  }

  /// Whether a bundle is about the window, and not about months or sequences, which have their own.
  private static func isOfWindow(_ name: BundleName) -> Bool {
    !["maand/", "van/", "volgt/", "samen/"].contains { name.text.hasPrefix($0) }
  }

  private func common(_ later: SystemBuilder, _ earlier: SystemBuilder) -> [Common] {
    later.figures.bundles.keys.sorted().flatMap { name -> [Common] in
      guard let new = later.figures[name], let old = earlier.figures[name] else { return [] }
      return Measure.allCases.compactMap { measure in
        guard let newValue = new[measure], let oldValue = old[measure] else { return nil }
        return Common(
          name: name, measure: measure, later: later.cell(name, measure),
          earlier: earlier.cell(name, measure), change: newValue - oldValue)
      }
    }
  }

  private mutating func addDifference(
    _ common: Common, of later: SystemBuilder, _ earlier: SystemBuilder, named: String,
    cannotShrink: Bool
  ) {
    guard common.later != nil || common.earlier != nil,
      let figures = later.figures[common.name]
    else { return }
    let threshold = later.parameters.threshold
    var room = threshold
    if common.measure == .amount {
      let clients = later.figures.clients(common.name)
      guard clients > 0, let value = figures[.amount] else { return }
      room =
        (Int64(clamping: value.magnitude) * threshold + clients - 1) / clients
    }
    let isAtRisk = common.change != 0 && Int64(clamping: common.change.magnitude) < room
    guard isAtRisk || cannotShrink else { return }
    let cell = system.cells.count
    let known = (cannotShrink ? 0 : -CellSystem.unbounded)...CellSystem.unbounded
    system.cells.append(
      SystemCell(
        bundle: nil,
        name: "verschil/\(named)/\(common.name.text)#\(common.measure.rawValue)",
        measure: common.measure, value: common.change, shown: known, hidden: known,
        protection: isAtRisk ? .change(room: room) : nil))
    var terms = [Relation.Term(cell: cell, coefficient: -1)]
    if let later = common.later { terms.append(.init(cell: later, coefficient: 1)) }
    if let earlier = common.earlier { terms.append(.init(cell: earlier, coefficient: -1)) }
    add(terms, isEquality: true)
  }

  /// What is not true of the runs cannot be known of them.
  private mutating func add(_ terms: [Relation.Term], isEquality: Bool) {
    let excess = terms.reduce(Int64(0)) { $0 + $1.coefficient * system.cells[$1.cell].value }
    guard !terms.isEmpty, isEquality ? excess == 0 : excess >= 0 else { return }
    system.relations.append(
      Relation(terms: terms, isEquality: isEquality, parts: [], excess: excess))
  }

  /// A window that others exactly fill: amounts are their sum, counts between the largest and the sum.
  mutating func addWindows() {
    for whole in editions.indices {
      guard let window = editions[whole].window else { continue }
      for parts in fillings(of: window, without: whole) { add(parts, fill: whole) }
    }
  }

  /// The ways in which editions other than one follow each other from its first day to its last.
  private func fillings(of window: ClosedRange<Day>, without whole: Int) -> [[Int]] {
    var found: [[Int]] = []
    func extend(_ parts: [Int], from day: Day) {
      guard found.count < 16 else { return }
      for part in editions.indices where part != whole && !parts.contains(part) {
        guard let next = editions[part].window, next.lowerBound == day,
          next.upperBound <= window.upperBound, next != window
        else { continue }
        if next.upperBound == window.upperBound {
          found.append(parts + [part])
        } else {
          extend(parts + [part], from: Day(number: next.upperBound.number + 1))
        }
      }
    }
    extend([], from: window.lowerBound)
    return found
  }

  private mutating func add(_ parts: [Int], fill whole: Int) {
    let names = Set(parts.flatMap { editions[$0].figures.bundles.keys })
    for name in names.sorted() where Self.isOfWindow(name) {
      for measure in Measure.allCases {
        guard editions[whole].figures[name]?[measure] != nil else { continue }
        let terms = parts.compactMap { editions[$0].cell(name, measure) }
          .map { Relation.Term(cell: $0, coefficient: 1) }
        let all =
          editions[whole].cell(name, measure)
          .map { [Relation.Term(cell: $0, coefficient: -1)] } ?? []
        add(terms + all, isEquality: measure == .amount)
        guard measure != .amount else { continue }
        for part in terms {
          add(
            all.map { .init(cell: $0.cell, coefficient: 1) }
              + [.init(cell: part.cell, coefficient: -1)], isEquality: false)
        }
      }
    }
  }
}
