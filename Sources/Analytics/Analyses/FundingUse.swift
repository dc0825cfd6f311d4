import Ingest

/// How care can be paid for, in the order of the table.
enum FundingForm: String, CaseIterable {
  /// Price × quantity: what was delivered.
  case effort = "inspanning"
  /// A sum per inhabitant of a district.
  case districtTask = "taak-gebied"
  /// A sum per client of a group.
  case groupTask = "taak-groep"
  /// A sum per spell that begins.
  case trajectory = "traject"
  /// A sum, whatever is delivered.
  case availability = "beschikbaarheid"
}

/// The use of a product group in the window and in the period that it is compared with.
private struct GroupFunding {
  /// Of the comparison, then of the window.
  struct Period {
    var cents: Int64 = 0
    var clients = 0
    /// That begin in it.
    var spells = 0
    /// Net by district, that of the unknown last.
    var districts: [Int64]
  }

  var before: Period
  var now: Period
  /// Net of each whole month of the window.
  var months: [Int64]

  var hasUse: Bool { before.clients > 0 || now.clients > 0 }
}

/// What `bekostiging-vergelijking` is made of.
struct FundingUse {
  private let names: [String]
  private let districts: FundingDistricts?
  private let index: FundingIndex
  /// By product group; the last is all of them.
  private var groups: [GroupFunding]

  init(_ ledger: Ledger) {
    names = ledger.registers.productGroups
    districts = FundingDistricts(ledger)
    index = ledger.fundingIndex
    let (before, now) = (districts?.before.names.count ?? 0, districts?.now.names.count ?? 0)
    let none = GroupFunding(
      before: .init(districts: Array(repeating: 0, count: before + 1)),
      now: .init(districts: Array(repeating: 0, count: now + 1)),
      months: Array(
        repeating: 0,
        count: ledger.wholeMonths.map { Int($0.upperBound.number - $0.lowerBound.number) + 1 } ?? 0)
    )
    groups = Array(repeating: none, count: names.count + 1)
    addNets(ledger)
    addSpells(ledger)
  }

  private mutating func addNets(_ ledger: Ledger) {
    // Of its own, or the whole would be copied for every placement.
    var groups = groups
    self.groups = []
    let groupOfProduct = ledger.registers.products.map(\.group)
    let whole = names.count
    let wholeMonths = ledger.wholeMonths
    var latest = [(before: Int32, now: Int32)](repeating: (-1, -1), count: groups.count)
    for placement in ledger.placements {
      var before: Int64 = 0
      let rows = [groupOfProduct[Int(placement.product)], whole]
      ledger.store.forEachNet(of: placement) { cell, cents in
        if ledger.grid.isInComparison[cell] { before += cents }
        let month = ledger.grid.months[cell]
        guard let wholeMonths, wholeMonths.contains(month) else { return }
        let offset = Int(month.number - wholeMonths.lowerBound.number)
        for row in rows { groups[row].months[offset] += cents }
      }
      let now = placement.windowNet
      if before == 0, now == 0 { continue }
      let place = districts?.districts(of: placement.client) ?? (before: 0, now: 0)
      for row in rows {
        groups[row].before.cents += before
        groups[row].before.districts[place.before] += before
        groups[row].now.cents += now
        groups[row].now.districts[place.now] += now
        if before != 0, latest[row].before != placement.client {
          latest[row].before = placement.client
          groups[row].before.clients += 1
        }
        if now != 0, latest[row].now != placement.client {
          latest[row].now = placement.client
          groups[row].now.clients += 1
        }
      }
    }
    self.groups = groups
  }

  private mutating func addSpells(_ ledger: Ledger) {
    guard let first = ledger.months?.lowerBound else { return }
    func months(_ period: ClosedRange<Day>?) -> Range<Int> {
      guard let period else { return 0..<0 }
      let lower = Int(period.lowerBound.month.number - first.number)
      return lower..<Int(period.upperBound.month.number - first.number) + 1
    }
    let (before, now) = (months(ledger.parameters.comparison), months(ledger.window))
    var starts = [(before: Int, now: Int)](repeating: (0, 0), count: names.count)
    ledger.forEachClientMonths(in: .all, setsOfProduct: ledger.groupSetOfProduct) { sets, _ in
      for group in sets.used {
        sets[group].forEachSpell(gapMonths: ledger.parameters.gapMonths) { spell in
          if before.contains(spell.lowerBound) { starts[group].before += 1 }
          if now.contains(spell.lowerBound) { starts[group].now += 1 }
        }
      }
    }
    for (group, count) in starts.enumerated() {
      (groups[group].before.spells, groups[group].now.spells) = (count.before, count.now)
    }
  }

  private var usedGroups: [Int] { names.indices.filter { groups[$0].hasUse } }

  private var forms: [FundingForm] {
    FundingForm.allCases.filter {
      $0 != .districtTask || districts?.pairs.isEmpty == false
    }
  }

  var rows: [[Cell]] {
    forms.flatMap { form -> [[Cell]] in
      var sum = Amounts()
      let rows = usedGroups.map { group -> [Cell] in
        let amounts = self.amounts(of: groups[group], form)
        sum.add(amounts)
        return [.text(form.rawValue), .level(.productGroup), .text(names[group])] + amounts.cells
          + spreads(of: groups[group])
      }
      return rows
        + [
          [.text(form.rawValue), .level(.total), .empty] + sum.cells
            + spreads(of: groups[names.count])
        ]
    }
  }

  /// In English, for the manifest.
  var remarks: [String] {
    var remarks: [String] = []
    if !forms.contains(.districtTask) {
      remarks.append(
        "the form taak-gebied is left out: no district has inhabitants in the reference years of both "
          + "periods")
    }
    func tell(_ form: FundingForm, _ lack: String, _ isZero: (GroupFunding) -> Bool) {
      let lacking = usedGroups.filter { isZero(groups[$0]) }.map { names[$0] }
      if lacking.isEmpty { return }
      remarks.append(
        "the amounts of \(form.rawValue) are what was declared for groups \(lack) in the comparison: "
          + lacking.joined(separator: ", "))
    }
    tell(.groupTask, "without clients") { $0.before.clients == 0 }
    tell(.trajectory, "without spells that begin") { $0.before.spells == 0 }
    return remarks
  }

  /// In cents.
  private struct Amounts {
    var amount: Int64 = 0
    var now: Int64 = 0
    /// Of the comparison, indexed.
    var before: Int64 = 0

    mutating func add(_ other: Amounts) {
      amount += other.amount
      now += other.now
      before += other.before
    }

    var cells: [Cell] {
      [
        .number(amount), .number(amount - now), .number(amount - before), .number(now - amount),
      ]
    }
  }

  private func amounts(of group: GroupFunding, _ form: FundingForm) -> Amounts {
    let (before, now) = (group.before, group.now)
    func scaled(_ part: Int, over whole: Int) -> Int64 {
      index.cents(before.cents, times: part, over: whole) ?? now.cents
    }
    let amount =
      switch form {
      case .effort: now.cents
      case .districtTask: districtAmount(before.districts, now.districts)
      case .groupTask: scaled(now.clients, over: before.clients)
      case .trajectory: scaled(now.spells, over: before.spells)
      case .availability: scaled(1, over: 1)
      }
    return Amounts(amount: amount, now: now.cents, before: scaled(1, over: 1))
  }

  private func districtAmount(_ before: [Int64], _ now: [Int64]) -> Int64 {
    var (amount, isOpen) = (Int64(0), Array(repeating: true, count: now.count))
    for pair in districts?.pairs ?? [] {
      isOpen[pair.now] = false
      amount +=
        index.cents(before[pair.before], times: pair.inhabitants, over: pair.inhabitantsBefore)
        ?? now[pair.now]
    }
    return amount + zip(now, isOpen).reduce(0) { $0 + ($1.1 ? $1.0 : 0) }
  }

  private func spreads(of group: GroupFunding) -> [Cell] {
    let sum = group.months.reduce(Int128(0)) { $0 + Int128($1) }
    let largest = Int128(group.months.max() ?? 0)
    return [
      .quotient(largest * Int128(group.months.count), sum, decimals: 2),
      districts?.spread(of: group.now.districts) ?? .empty,
    ]
  }
}
