/// Placements divided over numbered groups.
///
/// Within a group they keep the ledger's order, so the placements of one client stand together and
/// a client is new in a group when it differs from the one before.
///
/// - Complexity: Linear in placements and groups (a counting sort of positions).
struct Grouping {
  /// Where each group begins in ``positions``; one more than there are groups.
  private var starts: [Int]
  private var positions: [Int32]

  /// - Parameter group: The group of a placement, from 0; nil leaves it out.
  init(_ placements: [Placement], into groupCount: Int, by group: (Placement) -> Int?) {
    starts = Array(repeating: 0, count: groupCount + 1)
    for placement in placements {
      if let group = group(placement) { starts[group + 1] += 1 }
    }
    for group in 0..<groupCount { starts[group + 1] += starts[group] }
    positions = Array(repeating: 0, count: starts[groupCount])
    var next = starts
    for (position, placement) in placements.enumerated() {
      guard let group = group(placement) else { continue }
      positions[next[group]] = Int32(position)
      next[group] += 1
    }
  }

  /// How many groups there are.
  var count: Int { starts.count - 1 }

  /// The positions in the ledger's placements of one group, in rising order.
  subscript(group: Int) -> ArraySlice<Int32> {
    positions[starts[group]..<starts[group + 1]]
  }
}

extension Ledger {
  /// The placements invoiced in the window, divided over groups.
  func invoicedPlacements(
    into groupCount: Int,
    by group: (Placement) -> Int
  ) -> Grouping {
    Grouping(placements, into: groupCount) { $0.isInvoiced ? group($0) : nil }
  }
}
