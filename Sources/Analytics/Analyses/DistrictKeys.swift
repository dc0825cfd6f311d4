import Ingest

/// The weights of districts in the budget that is divided over them (table `wijkbudget`).
struct DistrictKeys {
  let budget: DistrictBudgetParameters
  let assignment: DistrictAssignment
  /// By client index; the count of districts is unknown.
  let districtOfClient: [Int]
  /// By district.
  let weights: [Apportionment.Weight]
  /// What the weights add up to.
  let whole: LongNumber

  /// Why a budget cannot be divided, in English.
  struct Flaw: Error {
    let text: String
  }

  /// The weight of a district as a share.
  func share(of district: Int) -> Cell {
    let weight = weights[district]
    let fraction = Fraction(
      isNegative: weight.isNegative, numerator: weight.magnitude, denominator: whole)
    return fraction.rounded(over: Fraction(1), decimals: 6).map(Cell.number) ?? .empty
  }
}

extension Ledger {
  /// Fails for a district without a value of a key, and for a key whose sum is not above 0.
  func districtKeys() -> Result<DistrictKeys, DistrictKeys.Flaw> {
    guard let budget = parameters.money.districtBudget, let clients = registers.clients,
      let assignment = DistrictAssignment(self)
    else { return .failure(DistrictKeys.Flaw(text: "there is no budget to divide")) }
    let districtOfClient = assignment.districts(of: clients)
    var columns: [(share: Int64, values: [Int64], sum: Int128)] = []
    for key in budget.keys {
      var values: [Int64] = []
      let found = self.values(of: key.name, assignment, districtOfClient)
      for (name, value) in zip(assignment.names, found) {
        guard let value else {
          return .failure(
            DistrictKeys.Flaw(text: "district '\(name)' has no value of the key '\(key.name)'"))
        }
        values.append(value)
      }
      let sum = values.reduce(Int128(0)) { $0 + Int128($1) }
      guard sum > 0 else {
        return .failure(
          DistrictKeys.Flaw(text: "the key '\(key.name)' is not above 0 over all districts"))
      }
      columns.append((key.tenThousandths, values, sum))
    }
    // The common denominator of all shares.
    let sums = columns.map { LongNumber(UInt128($0.sum)) }
    let product = sums.reduce(LongNumber(1)) { $0.multiplied(by: $1) }
    let weights = assignment.names.indices.map { district in
      var weight = Apportionment.Weight()
      for (index, column) in columns.enumerated() {
        var part = LongNumber(UInt128(column.values[district].magnitude))
        part = part.multiplied(by: LongNumber(UInt128(column.share)))
        for (other, sum) in sums.enumerated() where other != index {
          part = part.multiplied(by: sum)
        }
        weight.add(part, isNegative: column.values[district] < 0)
      }
      return weight
    }
    let shares = columns.reduce(Int64(0)) { $0 + $1.share }
    return .success(
      DistrictKeys(
        budget: budget, assignment: assignment, districtOfClient: districtOfClient,
        weights: weights, whole: product.multiplied(by: LongNumber(UInt128(shares)))))
  }

  /// What keeps the budget from being divided, where there are a budget and districts; nil for nothing.
  var districtKeyFlaw: String? {
    guard parameters.money.districtBudget != nil, registers.clients != nil,
      registers.districts != nil, case .failure(let flaw) = districtKeys()
    else { return nil }
    return flaw.text
  }

  /// By district; nil where the file has no number.
  private func values(
    of key: String, _ assignment: DistrictAssignment, _ districtOfClient: [Int]
  ) -> [Int64?] {
    let ages = [
      "inwoners_0_14", "inwoners_15_24", "inwoners_25_44", "inwoners_45_64", "inwoners_65_plus",
    ]
    if key == "huishoudens" { return assignment.sums(of: \.households) }
    if let band = ages.firstIndex(of: key) { return assignment.sums { $0.ages[band] } }
    if key == "inwoners" { return assignment.sums(of: \.inhabitants) }
    let isInComparison = parameters.comparison != nil
    let count = assignment.names.count
    var clients = [Int64](repeating: 0, count: count)
    var cents = clients
    forEachClient { placements in
      guard let client = placements.first?.client, districtOfClient[Int(client)] < count else {
        return
      }
      var hasUse = false
      for placement in placements {
        let net = isInComparison ? netInComparison(of: placement) : placement.windowNet
        cents[districtOfClient[Int(client)]] += net
        if net != 0 { hasUse = true }
      }
      if hasUse { clients[districtOfClient[Int(client)]] += 1 }
    }
    return key == "clienten" ? clients : cents
  }

  /// Net in the window per district, without what is unknown.
  func nets(by districtOfClient: [Int], count: Int) -> [Int64] {
    var nets = [Int64](repeating: 0, count: count)
    for placement in placements {
      let district = districtOfClient[Int(placement.client)]
      if district < count { nets[district] += placement.windowNet }
    }
    return nets
  }

  /// Net of a placement in the period that the window is compared with, in cents.
  func netInComparison(of placement: Placement) -> Int64 {
    var net: Int64 = 0
    store.forEachNet(of: placement) { cell, cents in
      if grid.isInComparison[cell] { net += cents }
    }
    return net
  }
}
