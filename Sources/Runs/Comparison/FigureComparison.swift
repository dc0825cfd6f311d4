import Analytics

/// A figure, or a text, that differs between two runs.
struct FigureComparison {
  let column: Column
  /// Empty, too, where a run lacks the row.
  let was: Cell
  let now: Cell
  /// NEW − OLD, in the unit of ``differenceType``; nil where there is none.
  ///
  /// Of amounts and counts, and of shares in percentage points. A row that a run lacks counts as
  /// nothing, so that differences add up; a cell that is empty in a row that both have has no figure,
  /// and no difference either.
  let difference: Int64?

  /// Nil where nothing differs; a side is nil where the run lacks the row.
  init?(_ column: Column, was: Cell?, now: Cell?) {
    self.column = column
    self.was = was ?? .empty
    self.now = now ?? .empty
    guard self.was != self.now else { return nil }
    let (before, after) = (Self.number(was), Self.number(now))
    if column.type.hasDifference, let before, let after {
      difference = after - before
    } else {
      difference = nil
    }
  }

  /// How ``difference`` is written: a millionth of a share is a ten-thousandth of a point.
  var differenceType: ColumnType {
    column.type == .share ? .ratio(decimals: 4) : column.type
  }

  private static func number(_ cell: Cell?) -> Int64? {
    switch cell {
    case nil: 0
    case .number(let number): number
    case .empty, .text, .hidden: nil
    }
  }
}

extension ColumnType {
  fileprivate var hasDifference: Bool {
    switch self {
    case .count, .amount, .share: true
    case .text, .year, .ratio, .month: false
    }
  }

  /// By what numbers of another type are multiplied to be of this one: columns of one kind may differ
  /// in decimals.
  func factor(from other: ColumnType) -> Int64 {
    guard case .ratio(let decimals) = self, case .ratio(let less) = other, less < decimals else {
      return 1
    }
    return (less..<decimals).reduce(1) { power, _ in power * 10 }
  }

  /// The one of two with more decimals.
  fileprivate func finer(than other: ColumnType) -> ColumnType {
    other.factor(from: self) > 1 ? other : self
  }
}

extension Cell {
  func scaled(by factor: Int64) -> Cell {
    guard case .number(let number) = self, factor != 1 else { return self }
    return .number(number * factor)
  }
}

extension Column {
  /// Whether it is the same column in a table of another run.
  func isSame(as other: Column) -> Bool { name == other.name && type.name == other.type.name }
}

extension [Column] {
  /// The names of those that another table lacks.
  func lacking(in others: [Column]) -> [ColumnName] {
    filter { column in !others.contains { $0.isSame(as: column) } }.map(\.name)
  }

  /// These, and then those that only the other table has.
  func united(with others: [Column]) -> [Column] {
    let shared = map { column in
      others.first { $0.isSame(as: column) }.map {
        Column(name: column.name, type: column.type.finer(than: $0.type), role: column.role)
      } ?? column
    }
    return shared + others.filter { other in !contains { $0.isSame(as: other) } }
  }
}
