import Ingest

/// The active months of one client at a time, in numbered sets: of each product group, say.
struct MonthSets {
  private var sets: [MonthSet]
  private var isUsed: [Bool]
  /// The sets that hold a month, in rising order.
  private(set) var used: [Int] = []

  init(_ count: Int, within range: ClosedRange<Month>) {
    sets = Array(repeating: MonthSet(within: range), count: count)
    isUsed = Array(repeating: false, count: count)
  }

  subscript(index: Int) -> MonthSet { sets[index] }

  fileprivate mutating func insert(_ months: MonthSet, into index: Int) {
    if !isUsed[index] {
      isUsed[index] = true
      used.insertSorted(index)
    }
    sets[index].formUnion(months)
  }

  fileprivate mutating func removeAll() {
    for index in used {
      sets[index].removeAll()
      isUsed[index] = false
    }
    used.removeAll(keepingCapacity: true)
  }
}

extension Ledger {
  /// Calls `body` with the active months of each client that has any, in the sets that each product
  /// belongs to, and with the client's placements.
  ///
  /// - Parameters:
  ///   - setsOfProduct: Set indices by product index.
  ///   - last: Later months are left out.
  func forEachClientMonths(
    in scope: Scope, through last: Month? = nil, setsOfProduct: [[Int]],
    _ body: (MonthSets, ArraySlice<Placement>) -> Void
  ) {
    guard let months else { return }
    let last = last ?? months.upperBound
    let count = setsOfProduct.reduce(0) { max($0, ($1.max() ?? -1) + 1) }
    var sets = MonthSets(count, within: months)
    var active = MonthSet(within: months)
    forEachClient { placements in
      sets.removeAll()
      for placement in placements {
        active.removeAll()
        forEachActiveMonth(of: placement, in: scope) { month, _ in
          if month <= last { active.insert(month) }
        }
        if active.isEmpty { continue }
        for index in setsOfProduct[Int(placement.product)] { sets.insert(active, into: index) }
      }
      if !sets.used.isEmpty { body(sets, placements) }
    }
  }

  /// For ``forEachClientMonths(in:through:setsOfProduct:_:)``: a set per product group.
  var groupSetOfProduct: [[Int]] { registers.products.map { [$0.group] } }
}
