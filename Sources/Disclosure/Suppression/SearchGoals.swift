/// Which tables to search for, so that a cell is safe.
enum SearchGoals {
  /// A value to search for, where tables are known with the cell as low and as high as given.
  typealias Step = (_ least: Int64, _ greatest: Int64) -> Int64

  /// Ways to a safe cell, the most promising first; each is followed until the cell is safe.
  static func ways(to cell: Int, in system: CellSystem) -> [[Step]] {
    let value = system.cells[cell].value
    switch system.cells[cell].protection {
    case .amount(let down, let up)?:
      return [[{ _, _ in up }] + (down.map { down in [{ _, _ in down }] } ?? [])]
    case .count(let threshold, let room, let mayBeNone)?:
      let large: [[Step]] = [
        [{ _, _ in threshold }, { _, greatest in greatest - room }],
        [{ least, _ in max(threshold, least + room) }],
      ]
      let none: [[Step]] = [[{ _, _ in 0 }, { least, _ in max(value + 1, least + room) }]]
      return !mayBeNone ? large : value <= threshold - value ? none + large : large + none
    case .change(let room)?:
      let half = (room + 1) / 2
      let away: Step =
        value > 0
        ? { least, _ in max(value + 1, least + half) }
        : { _, greatest in min(value - 1, greatest - half) }
      return [[{ _, _ in 0 }, away], [{ _, _ in value > 0 ? room : -room }, away]]
    case nil: return []
    }
  }

  /// Values at which nobody would say that he knew a cell.
  static func uncertain(_ cell: Int, in system: CellSystem) -> [Int64] {
    let value = system.cells[cell].value
    guard case .amount(let down, let up)? = system.cells[cell].protection else {
      return [value + 1, value - 1]
    }
    return [up] + (down.map { [$0] } ?? [])
  }
}
