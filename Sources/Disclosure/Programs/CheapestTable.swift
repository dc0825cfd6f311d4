/// Searches the cheapest change of a run's figures that brings one cell to a goal: a shown cell may
/// move within what the edition tells of it, and beyond that at the price of its bundle.
///
/// Holds the cells of one program, which no relation joins with others. Not shared between threads.
final class CheapestTable {
  private let system: CellSystem
  private let prices: BundlePrices
  /// The cells of the program, in the order of their columns.
  private let members: [Int]
  private let position: [Int: Int]
  private let program: LinearProgram
  private var isHidden: [Bool]
  /// Whether the totals that a reader looks up first stay shown, whatever the price of the rest.
  var keepsTotals = false {
    didSet { for index in members.indices { release(index, mayLeave: true) } }
  }

  /// The columns of a cell: its moves within what is known of it, and beyond.
  private enum Move: Int, CaseIterable {
    case up, down, beyondUp, beyondDown

    var sign: Double { self == .up || self == .beyondUp ? 1 : -1 }
    var isUp: Bool { sign > 0 }
  }

  /// What a search is for.
  struct Goal: Equatable {
    let cell: Int
    /// To be reached or passed, away from the truth.
    let value: Int64
    /// A cell that stays as it is.
    var fixed: Int?
  }

  /// - Parameter warm: Whether a program begins where the last one ended.
  init(_ system: CellSystem, _ prices: BundlePrices, cells: [Int], warm: Bool) {
    self.system = system
    self.prices = prices
    members = cells
    let position = Dictionary(uniqueKeysWithValues: cells.enumerated().map { ($1, $0) })
    self.position = position
    let relations = system.relations.filter { position[$0.terms[0].cell] != nil }
    program = LinearProgram(
      columns: cells.count * Move.allCases.count,
      rows: relations.map { relation in
        LinearProgram.Row(
          terms: relation.terms.flatMap { term in
            Move.allCases.map { move in
              (
                Self.column(position[term.cell] ?? 0, move),
                move.sign * Double(term.coefficient)
              )
            }
          }, least: relation.isEquality ? 0 : -Double(relation.excess),
          isEquality: relation.isEquality)
      }, warm: warm)
    isHidden = Array(repeating: false, count: cells.count)
    for index in cells.indices { release(index, mayLeave: true) }
  }

  func contains(_ cell: Int) -> Bool { position[cell] != nil }

  /// From now on a cell is hidden, or shown again.
  func set(_ cell: Int, hidden: Bool) {
    guard let index = position[cell] else { return }
    isHidden[index] = hidden
    release(index, mayLeave: true)
  }

  /// The cheapest table in which a cell reaches a goal; nil where there is none in whole numbers.
  ///
  /// - Parameter mayHide: Whether shown cells may leave what the edition tells of them.
  func table(for goal: Goal, mayHide: Bool) -> PossibleTable? {
    guard let index = position[goal.cell] else { return nil }
    let cell = system.cells[goal.cell]
    guard goal.value >= cell.hidden.lowerBound else { return nil }
    if !mayHide { releaseShown(mayLeave: false) }
    defer { if !mayHide { releaseShown(mayLeave: true) } }
    var moved = [index]
    defer { for index in moved { release(index, mayLeave: true) } }
    hold(index, at: goal.value - cell.value, orBeyond: true)
    if let fixed = goal.fixed.flatMap({ position[$0] }) {
      hold(fixed, at: 0, orBeyond: false)
      moved.append(fixed)
    }
    // Nearly always the first solution is in whole numbers; else one cell after another is made so.
    for _ in 0..<Self.longestDive {
      guard let solution = program.solve() else { return nil }
      let (table, fractional) = read(solution)
      guard let fractional else { return table }
      hold(fractional.index, at: Int64(fractional.value.rounded()), orBeyond: false)
      moved.append(fractional.index)
    }
    return nil
  }

  private static let longestDive = 100

  /// The table of a solution, and the first cell that is not in whole numbers.
  private func read(
    _ solution: UnsafeBufferPointer<Double>
  ) -> (table: PossibleTable, fractional: (index: Int, value: Double)?) {
    var fractional: (index: Int, value: Double)?
    var changes: [PossibleTable.Change] = []
    for index in members.indices {
      let value = Move.allCases.reduce(0) { $0 + $1.sign * solution[Self.column(index, $1)] }
      let rounded = value.rounded()
      if fractional == nil, abs(value - rounded) > 1e-5 { fractional = (index, value) }
      if rounded != 0 {
        changes.append(.init(cell: members[index], difference: Int64(rounded)))
      }
    }
    return (PossibleTable(changes: changes), fractional)
  }

  private static func column(_ index: Int, _ move: Move) -> Int {
    index * Move.allCases.count + move.rawValue
  }
}

// What the columns may do.
extension CheapestTable {
  private func releaseShown(mayLeave: Bool) {
    for index in members.indices where !isHidden[index] { release(index, mayLeave: mayLeave) }
  }

  /// Lets a cell move as far as anything allows.
  private func release(_ index: Int, mayLeave: Bool) {
    let cell = system.cells[members[index]]
    let token = Self.token(members[index])
    let known = system.known(cell, isHidden: isHidden[index])
    let isOpen = mayLeave && known != cell.hidden && !staysShown(cell)
    let price = cell.bundle.map { Double(prices[$0]) } ?? token
    let room = (up: room(known.upperBound, cell), down: Double(cell.value - known.lowerBound))
    let furthest = Double(cell.value - cell.hidden.lowerBound)
    set(index, .up, 0...room.up, token)
    set(index, .down, 0...room.down, token)
    set(index, .beyondUp, 0...(isOpen ? Self.unbounded : 0), price)
    set(index, .beyondDown, 0...(isOpen ? furthest - room.down : 0), price)
  }

  private func staysShown(_ cell: SystemCell) -> Bool {
    guard let bundle = cell.bundle.map({ system.bundles[$0] }) else { return false }
    return bundle.formerly != nil || (keepsTotals && bundle.isTotal)
  }

  /// Brings a cell to a difference from the truth, or at least so far.
  private func hold(_ index: Int, at difference: Int64, orBeyond: Bool) {
    let cell = system.cells[members[index]]
    let known = system.known(cell, isHidden: isHidden[index])
    let room =
      difference < 0 ? Double(cell.value - known.lowerBound) : self.room(known.upperBound, cell)
    let size = Double(difference.magnitude)
    for move in Move.allCases {
      let isBeyond = move == .beyondUp || move == .beyondDown
      let column = Self.column(index, move)
      guard difference != 0, move.isUp == (difference > 0) else {
        program.setBounds(column, 0...0)
        continue
      }
      let least = isBeyond ? max(0, size - room) : min(size, room)
      // Where it stands in a table may be further off than asked.
      let greatest = max(least, orBeyond ? program.bounds(column).upperBound : 0)
      program.setBounds(column, least...greatest)
    }
  }

  private func room(_ greatest: Int64, _ cell: SystemCell) -> Double {
    greatest >= CellSystem.unbounded ? Self.unbounded : Double(greatest - cell.value)
  }

  private func set(
    _ index: Int, _ move: Move, _ bounds: ClosedRange<Double>, _ price: Double
  ) {
    program.setBounds(Self.column(index, move), bounds)
    program.setPrice(Self.column(index, move), price)
  }

  private static let unbounded = Double.greatestFiniteMagnitude

  /// The price of a move that costs no reader anything: small, and of its own for every cell, so that
  /// one solution is the cheapest. Mixed as in SplitMix64, as cells at the corners of a rectangle must
  /// not come to the same two by two.
  private static func token(_ cell: Int) -> Double {
    var mixed = (UInt64(cell) &+ 1) &* 0x9E37_79B9_7F4A_7C15
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return 0.25 + Double((mixed ^ (mixed >> 31)) >> 44) / Double(1 << 21)
  }
}
