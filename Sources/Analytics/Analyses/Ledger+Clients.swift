import Ingest

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
  fileprivate mutating func insertSorted(_ number: Int) {
    var position = count
    while position > 0, self[position - 1] > number { position -= 1 }
    if position > 0, self[position - 1] == number { return }
    insert(number, at: position)
  }
}
