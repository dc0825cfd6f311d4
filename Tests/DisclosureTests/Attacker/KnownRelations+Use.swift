import Analytics
import Ingest

extension KnownRelations {
  mutating func combinations() {
    let table = run.table("combinaties")
    let counts = run.table("aantal-voorzieningen")
    let rows = table.rows.map { row in
      let name = table.text(row, "combinatie")
      let size = Int(table.number(row, "aantal_groepen") ?? 0)
      let groups = Self.split(name, into: size, of: run.groups) ?? []
      return (bundle: BundleName.combination(name), name: name, size: size, groups: groups)
    }
    // Combinations of k groups → aantal/k (`6+`: six and more): amounts and clients.
    var labels: [BundleName] = []
    for row in counts.rows {
      let label = counts.text(row, "aantal_groepen")
      let parts = rows.filter { ($0.size >= 6 ? "6+" : String($0.size)) == label }
      labels.append(.groupCount(label))
      sum(parts.map { $0.bundle.amount() }, BundleName.groupCount(label).amount())
      sum(parts.map { $0.bundle.clients() }, BundleName.groupCount(label).clients())
    }
    // `aantal` → total, amounts (and clients, which follows); combinations → total, clients.
    sum(labels.map { $0.amount() }, BundleName.all.amount())
    sum(labels.map { $0.clients() }, BundleName.all.clients())
    sum(rows.map { $0.bundle.clients() }, BundleName.all.clients())
    for (place, group) in run.groups.enumerated() {
      let parts = rows.filter { $0.groups.contains(group) }
      let whole = BundleName.group(group)
      // All that hold G → groep/G: clients.
      sum(parts.map { $0.bundle.clients() }, whole.clients())
      // The amount of a group ≤ amounts of the combinations with it; groep/G ≤ van/G.
      order([whole.amount()], parts.map { $0.bundle.amount() })
      if run.values[BundleName.from(group).clients()] != nil {
        order([whole.clients()], [BundleName.from(group).clients()])
      }
      // Combinations with A and B ≤ both groups.
      for other in run.groups[(place + 1)...] {
        let common = parts.filter { $0.groups.contains(other) }
        let both = Self.both(group, other)
        guard both.allSatisfy({ run.values[$0] != nil }) else { continue }
        order(common.map { $0.bundle.clients() }, both)
      }
    }
    // gelijktijdig ≤ c; those who did not use it at the same time.
    for row in rows {
      let simultaneous = BundleName.simultaneous(row.name).clients()
      guard run.values[simultaneous] != nil else { continue }
      implicit("rest \(row.bundle.text)", Terms([row.bundle.clients()], minus: [simultaneous]))
    }
  }

  /// The groups of a combination's name; a group's own name may hold the plus sign.
  static func split(_ name: String, into size: Int, of groups: [String]) -> [String]? {
    if size == 1 {
      let whole = groups.first { BundleName($0) == BundleName(name) }
      return whole.map { [$0] }
    }
    for group in groups where size > 1 && name.hasPrefix(group + " + ") {
      let rest = String(name.dropFirst(group.count + 3))
      if let others = split(rest, into: size - 1, of: groups) { return [group] + others }
    }
    return nil
  }

  /// Clients of both groups, in whatever order.
  static func both(_ a: String, _ b: String) -> [Figure] {
    [
      BundleName.follows(a, b).clients(), BundleName.follows(b, a).clients(),
      BundleName.together(a, b).clients(),
    ]
  }

  mutating func sequences() {
    let table = run.table("opvolging")
    for row in table.rows {
      let (from, to) = (table.text(row, "van"), table.text(row, "naar"))
      let started = BundleName.from(from).clients()
      // volgt + samen ≤ van: the rest is an implicit cell.
      implicit(
        "rest volgt/\(from)/\(to)",
        Terms(
          [started],
          minus: [
            BundleName.follows(from, to).clients(), BundleName.together(from, to).clients(),
          ]))
      // Both groups ≤ van of each; both groups is an implicit cell, once for both orders.
      let both = Self.both(from, to)
      order(both, [started])
      if precedesByteWise(from, to) {
        implicit("beide \(from)/\(to)", Terms(both))
      }
    }
  }

  mutating func months(_ window: ClosedRange<Day>?) {
    let table = run.table("maandverloop")
    let months = table.rows.map { row in
      (
        month: Month(number: Int32(table.number(row, "maand") ?? 0)),
        name: table.month(row)
      )
    }
    for (place, month) in months.enumerated() {
      let present = BundleName.present(month.name).clients()
      let inflow = BundleName.inflow(month.name).clients()
      let outflow = BundleName.outflow(month.name).clients()
      // instroom(m), c(m) ≤ aanwezig(m).
      order([inflow], [present])
      order([BundleName.month(month.name).clients()], [present])
      guard place > 0 else { continue }
      let before = BundleName.present(months[place - 1].name).clients()
      // aanwezig(m) = aanwezig(m−1) + instroom(m) − uitstroom(m); uitstroom(m) ≤ aanwezig(m−1).
      equal(Terms([before, inflow], minus: [present, outflow]))
      order([outflow], [before])
    }
    guard let window else { return }
    let within = months.filter {
      window.contains($0.month.firstDay) && window.contains($0.month.lastDay)
    }
    let touched = months.filter {
      $0.month.firstDay <= window.upperBound && $0.month.lastDay >= window.lowerBound
    }
    let total = BundleName.all
    let areWhole =
      window.lowerBound.month.firstDay == window.lowerBound
      && window.upperBound.month.lastDay == window.upperBound
    // Months → total, if the window is whole months; else months within ≤ total ≤ months touched.
    if areWhole {
      sum(within.map { BundleName.month($0.name).amount() }, total.amount())
    } else {
      order(within.map { BundleName.month($0.name).amount() }, [total.amount()])
      order([total.amount()], touched.map { BundleName.month($0.name).amount() })
    }
    // Whole months inside the window ≤ total ≤ aanwezig of the first month + later instroom.
    for month in within { order([BundleName.month(month.name).clients()], [total.clients()]) }
    if let first = touched.first {
      order(
        [total.clients()],
        [BundleName.present(first.name).clients()]
          + touched.dropFirst().map { BundleName.inflow($0.name).clients() })
    }
  }
}
