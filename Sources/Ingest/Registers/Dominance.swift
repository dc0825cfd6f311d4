/// Whether one value stands in more than half of many rows, where nearly all others differ: it may be
/// a placeholder that was taken for a name.
struct Dominance {
  private let rowCount: Int
  private let largest: Int
  /// Distinct values of the other rows.
  private let otherValues: Int

  /// Fewer rows tell nothing.
  private static let fewest = 20

  /// `values`: per row, what it counts under; `isGiven`: whether the column itself says so. What another
  /// column gives by default may be equal, but is no placeholder.
  init(_ values: [Int], isGiven: [Bool]) {
    var counts: [Int: Int] = [:]
    for (value, isGiven) in zip(values, isGiven) where isGiven { counts[value, default: 0] += 1 }
    let most = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
    rowCount = values.count
    largest = most?.value ?? 0
    otherValues = Set(zip(values, isGiven).lazy.filter { $0 != most?.key || !$1 }.map(\.0)).count
  }

  /// The same for the decisions of allocations, without memory for each; nil where the number of
  /// indications tells that none covers most of them.
  init?(indicationsOf allocations: [Allocation], count: Int) {
    guard allocations.count >= Self.fewest, count <= allocations.count / 2 + 1 else { return nil }
    // The majority vote of Boyer and Moore leaves the only one that may cover more than half.
    var candidate: Int32 = -1
    var votes = 0
    for allocation in allocations {
      if votes == 0 { candidate = allocation.indication }
      votes += allocation.indication == candidate ? 1 : -1
    }
    rowCount = allocations.count
    largest = allocations.count { $0.indication == candidate }
    otherValues = count - 1
  }

  func tell(_ file: FileKind, _ column: String, _ remarks: inout InputRemarks) {
    let others = rowCount - largest
    // One value in all rows may be meant; of the others one in ten may come again, or just one.
    guard rowCount >= Self.fewest, largest * 2 > rowCount, others > 0,
      otherValues >= others - max(1, others / 10)
    else { return }
    remarks.warn(.dominantValue(file: file, column: column, rows: largest, of: rowCount))
  }
}
