extension OracleReport {
  /// What was granted: an allocation, used or not.
  struct Grant {
    let allocation: Allocation
    /// The earlier of its two ends; nil where it has none.
    let end: Day?
    let group: Text
    /// Of its product; `onbekend` without one that is known.
    let kind: Text
    let concern: Text

    var client: Text { allocation.client }
    var start: Day { allocation.start }
    var isInKind: Bool { allocation.deliveryForm != "pgb" }

    /// Neither deleted nor void: it ends before it begins.
    var isLive: Bool {
      if let end, end < start { return false }
      return !allocation.isDeleted
    }

    /// On one of these days.
    func isInForce(from: Day, to: Day) -> Bool {
      from <= to && start <= to && from <= end ?? to
    }
  }

  /// Every allocation.
  var grants: [Grant] {
    input.allocations.values.map { allocation in
      let product = input.products[allocation.product]
      let category =
        allocation.category.isEmpty ? "onbekend" : Codes.categoryName(allocation.category)
      // A stop for a while ends nothing.
      let stop = allocation.endReason == "20" ? nil : allocation.stop
      return Grant(
        allocation: allocation,
        end: [allocation.end, stop].compactMap { $0 }.min(),
        group: product?.group ?? category,
        kind: product?.kind ?? "onbekend",
        concern: input.providers[allocation.agb]?.concern ?? "onbekend"
      )
    }
  }

  /// Those that count, in force on a day of the window.
  var windowGrants: [Grant] {
    guard let (from, to) = windowEnds else { return [] }
    return grants.filter { $0.isLive && $0.isInForce(from: from, to: to) }
  }

  /// A row's share of the grants: `product_groep`, then `totaal`.
  typealias GrantSection = (level: String, group: Text, grants: [Grant])

  func sections(_ grants: [Grant]) -> [GrantSection] {
    let groups = Set(grants.map(\.group)).sorted()
    return groups.map { group in ("product_groep", group, grants.filter { $0.group == group }) }
      + [("totaal", "", grants)]
  }
}

extension [OracleReport.Grant] {
  var clients: Set<OracleReport.Text> { Set(map(\.client)) }
}
