import Ingest

extension DisclosureRisks {
  /// What a run knows, from its ledger alone; made on at most `workers` threads.
  ///
  /// Every row with an amount of a table in publication editions has an entry, counted from the
  /// lines of its table. Where two rows have one name, its clients are those of both.
  public init(of ledger: Ledger, workers: Int) {
    let parts: [@Sendable (Ledger) -> [Figure]] = [
      { $0.marketRisks() }, { $0.monthRisks() }, { $0.combinationRisks() }, { $0.ageRisks() },
      { $0.districtRisks() },
    ]
    let figures = results(parts.count, workers: workers) { parts[$0](ledger) }
    var amounts: [BundleName: LargestClients] = [:]
    for figure in figures.joined() {
      amounts[figure.bundle, default: LargestClients()].add(figure.clients)
    }
    self.init(productGroups: ledger.productGroups(), amounts: amounts)
  }

  fileprivate typealias Figure = (bundle: BundleName, clients: LargestClients)
}

extension Ledger {
  /// The product group of every product with an invoiced placement.
  fileprivate func productGroups() -> [DisclosureRisks.ProductGroup] {
    var isInvoiced = [Bool](repeating: false, count: registers.products.count)
    for placement in placements where placement.isInvoiced {
      isInvoiced[Int(placement.product)] = true
    }
    return registers.products.indices.filter { isInvoiced[$0] }.map { index in
      let product = registers.products[index]
      return DisclosureRisks.ProductGroup(
        code: product.code, group: registers.productGroups[product.group])
    }.sorted { precedesByteWise($0.code, $1.code) }
  }

  /// Every market, and every concern in it.
  fileprivate func marketRisks() -> [DisclosureRisks.Figure] {
    let concerns = registers.concerns
    let concernOfProvider = registers.providers.map(\.concern)
    var whole = LargestClientsTally(count: 1)
    var parts = LargestClientsTally(count: concerns.count)
    return markets().flatMap { market -> [DisclosureRisks.Figure] in
      var present: [Int] = []
      for position in market.positions {
        let placement = placements[Int(position)]
        let concern = concernOfProvider[Int(placement.provider)]
        if parts.isEmpty(concern) { present.append(concern) }
        parts.add(placement.windowNet, of: placement.client, to: concern)
        whole.add(placement.windowNet, of: placement.client, to: 0)
      }
      let (kind, code) = (market.kind?.code ?? "", market.product?.code ?? "")
      return [(BundleName.market(kind, code), whole.take(0))]
        + present.map { (BundleName.care(kind, code, concerns[$0]), parts.take($0)) }
    }
  }

  /// Every month of the accepted lines, whatever the window.
  fileprivate func monthRisks() -> [DisclosureRisks.Figure] {
    guard let months else { return [] }
    var tally = LargestClientsTally(count: netPerMonth.count)
    for placement in placements {
      forEachActiveMonth(of: placement, in: .all) { month, cents in
        let offset = Int(month.number - months.lowerBound.number)
        tally.add(cents, of: placement.client, to: offset)
      }
    }
    return netPerMonth.indices.map { offset in
      let month = Month(number: months.lowerBound.number + Int32(offset))
      return (.month(month.iso), tally.take(offset))
    }
  }

  /// Every combination of product groups, and every number of them.
  fileprivate func combinationRisks() -> [DisclosureRisks.Figure] {
    var combinations: [[Int]: DisclosureRisks.LargestClients] = [:]
    forEachClientInWindow { groups, cents, _ in
      combinations[groups, default: DisclosureRisks.LargestClients()].add(cents)
    }
    let labels = Analysis.groupCountLabels
    let counts = labels.map { (BundleName.groupCount($0), DisclosureRisks.LargestClients()) }
    return counts
      + combinations.flatMap { groups, clients -> [DisclosureRisks.Figure] in
        [
          (.combination(combinationName(of: groups)), clients),
          (.groupCount(labels[min(groups.count, labels.count) - 1]), clients),
        ]
      }
  }

  /// Every product group, its age classes, and those of all groups.
  fileprivate func ageRisks() -> [DisclosureRisks.Figure] {
    guard let clients = registers.clients else { return [] }
    let classes = AgeClasses(lowerBounds: parameters.ageClasses)
    let classOfClient = classes.indices(of: clients, in: window)
    let groupOfProduct = registers.products.map(\.group)
    let (groups, labels) = (registers.productGroups, classes.labels)
    var wholes = LargestClientsTally(count: groups.count)
    var parts = LargestClientsTally(count: (groups.count + 1) * labels.count)
    for placement in placements where placement.isInvoiced {
      let group = groupOfProduct[Int(placement.product)]
      let ageClass = classOfClient[Int(placement.client)]
      wholes.add(placement.windowNet, of: placement.client, to: group)
      for block in [group, groups.count] {
        parts.add(
          placement.windowNet, of: placement.client, to: block * labels.count + ageClass)
      }
    }
    func ages(_ name: String, _ block: Int) -> [DisclosureRisks.Figure] {
      labels.enumerated().map { index, label in
        (.age(name, label), parts.take(block * labels.count + index))
      }
    }
    let used = groups.indices.filter { !wholes.isEmpty($0) }
    return used.flatMap { ages(groups[$0], $0) + [(BundleName.group(groups[$0]), wholes.take($0))] }
      + ages(Level.total.rawValue, groups.count)
  }

  /// Every district, and the kinds in it. The municipality's own are markets.
  fileprivate func districtRisks() -> [DisclosureRisks.Figure] {
    guard let clients = registers.clients, let assignment = DistrictAssignment(self) else {
      return []
    }
    let districtOfClient = assignment.districts(of: clients)
    let kindOfProduct = registers.products.map(\.kind.rawValue)
    let names = assignment.names + [Level.unknown.rawValue]
    let kinds = ProvisionKind.allCases
    var wholes = LargestClientsTally(count: names.count)
    var parts = LargestClientsTally(count: names.count * kinds.count)
    for placement in placements where placement.isInvoiced {
      let district = districtOfClient[Int(placement.client)]
      let kind = kindOfProduct[Int(placement.product)]
      wholes.add(placement.windowNet, of: placement.client, to: district)
      parts.add(
        placement.windowNet, of: placement.client, to: district * kinds.count + kind)
    }
    let shown = names.indices.filter { $0 < assignment.names.count || !wholes.isEmpty($0) }
    return shown.flatMap { district -> [DisclosureRisks.Figure] in
      let name = names[district]
      return [(BundleName.district(name, ""), wholes.take(district))]
        + kinds.map { kind in
          (BundleName.district(name, kind.code), parts.take(district * kinds.count + kind.rawValue))
        }
    }
  }
}
