import Ingest

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
  func invoicedPlacements(into groupCount: Int, by group: (Placement) -> Int) -> Grouping {
    Grouping(placements, into: groupCount) { $0.isInvoiced ? group($0) : nil }
  }
}

extension Ledger {
  /// Calls `body` with the placements of each client, whether invoiced in the window or not.
  func forEachClient(_ body: (ArraySlice<Placement>) -> Void) {
    var start = 0
    while start < placements.count {
      let client = placements[start].client
      var end = start + 1
      while end < placements.count, placements[end].client == client { end += 1 }
      body(placements[start..<end])
      start = end
    }
  }

  /// Calls `body` for each client with an invoiced placement in the window: the product groups of
  /// those placements in rising order, their net in cents, and all placements of the client.
  func forEachClientInWindow(
    _ body: (_ groups: [Int], _ cents: Int64, _ placements: ArraySlice<Placement>) -> Void
  ) {
    let groupOfProduct = registers.products.map(\.group)
    var groups: [Int] = []
    forEachClient { placements in
      groups.removeAll(keepingCapacity: true)
      var cents: Int64 = 0
      for placement in placements where placement.isInvoiced {
        cents += placement.windowNet
        groups.insertSorted(groupOfProduct[Int(placement.product)])
      }
      if !groups.isEmpty { body(groups, cents, placements) }
    }
  }
}

extension Placement {
  /// Whether the placement counts in the reporting window: its net there is not 0, below 0 too.
  var isInvoiced: Bool { windowNet != 0 }
}

extension [Int] {
  /// Inserts a number at its place in a rising array, unless it is there already.
  ///
  /// Meant for a handful of numbers, where it beats a set.
  mutating func insertSorted(_ number: Int) {
    var position = count
    while position > 0, self[position - 1] > number { position -= 1 }
    if position > 0, self[position - 1] == number { return }
    insert(number, at: position)
  }
}
