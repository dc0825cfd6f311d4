import Analytics

/// All cells of an edition, and of the former ones that it meets, with what is known to hold between
/// them.
struct CellSystem: Sendable {
  var cells: [SystemCell] = []
  var relations: [Relation] = []
  /// Those of an edition byte-wise by name.
  var bundles: [SystemBundle] = []
  var confidences: [Confidence] = []

  /// A figure of one client alone, and another at risk in the same sum, which that client must not be
  /// able to compute.
  struct Confidence: Sendable, Hashable {
    let known: Int
    let other: Int
  }

  /// What the attacker knows of a cell by itself.
  func known(_ cell: SystemCell, isHidden: Bool) -> ClosedRange<Int64> {
    isHidden || cell.bundle == nil ? cell.hidden : cell.shown
  }

  /// The end of an interval that has none; far from any overflow.
  static let unbounded = Int64.max / 4
}

/// A figure that nobody is to know too well: a base cell of the contract, or an implicit one.
struct SystemCell: Sendable {
  /// Nil for an implicit cell, which stands in no table.
  let bundle: Int?
  /// The bundle's name and the measure, `zorg/maatwerk/02A11/Anker#c`; of an implicit cell what it is.
  let name: String
  let measure: Measure
  /// The true value: a number of clients or indications, or cents.
  let value: Int64
  /// What an edition that shows the cell tells of it. Never beyond ``hidden``.
  let shown: ClosedRange<Int64>
  /// What is known of the cell where it is hidden.
  let hidden: ClosedRange<Int64>
  /// What must stay possible; nil where it is not at risk.
  let protection: Protection?
}

/// A sum that holds in every table that the attacker thinks possible: `Σ coefficient × value` is 0, or
/// at least 0.
struct Relation: Sendable {
  struct Term: Sendable {
    let cell: Int
    let coefficient: Int64
  }

  let terms: [Term]
  let isEquality: Bool
  /// The cells that add up, where it says that parts make a whole.
  let parts: [Int]
  /// The value of the sum in the run.
  let excess: Int64
}

/// Base cells that are hidden together.
struct SystemBundle: Sendable {
  let name: BundleName
  let cells: [Int]
  let isAtRisk: Bool
  /// Positions of bundles that are hidden with it.
  var companions: [Int] = []
  /// Of a former edition, which can hide or show nothing more: whether it hides the bundle.
  var formerly: Former?

  enum Former: Sendable { case shown, hidden }

  /// Whether it is about the municipality, a kind, a district or a month: hidden only where it is at risk
  /// or where no other choice is safe.
  var isTotal: Bool {
    let parts = name.text.split(separator: "/", omittingEmptySubsequences: false)
    return switch parts[0] {
    case "markt", "wijk": parts.last?.isEmpty ?? false
    case "maand": parts.count == 2
    default: false
    }
  }
}
