extension RegisterReader {
  /// Tells of files that hardly match each other, and of a decision that nearly all allocations share.
  func tellJoins(_ data: Registers, remarks: inout InputRemarks) {
    tellAllocations(data, &remarks)
    tellDistricts(data, &remarks)
    tellBudget(data, &remarks)
    Dominance(indicationsOf: data.allocations, count: data.indicationCount)?
      .tell(.allocations, "beschikking_nummer", &remarks)
  }

  private func tellBudget(_ data: Registers, _ remarks: inout InputRemarks) {
    let known = Set(data.productGroups.lazy.map { Array($0.utf8) })
    var groups = JoinCount(.budget, "product_groep", .products)
    for group in data.budget.compactMap(\.group) {
      groups.add(isMatched: known.contains(Array(group.utf8)))
    }
    groups.tell(&remarks)
  }

  private func tellAllocations(_ data: Registers, _ remarks: inout InputRemarks) {
    var clients = JoinCount(.allocations, "client_id", .clients)
    var products = JoinCount(.allocations, "product_code", .products)
    var providers = JoinCount(.allocations, "aanbieder_agb", .providers)
    for allocation in data.allocations {
      if data.clients != nil { clients.add(isMatched: !allocation.hasUnlistedClient) }
      if allocation.product != -1 { products.add(isMatched: allocation.product >= 0) }
      providers.add(isMatched: allocation.provider >= 0)
    }
    for count in [clients, products, providers] { count.tell(&remarks) }
  }

  /// Nine in ten clients without district: their codes are written in two ways.
  private func tellDistricts(_ data: Registers, _ remarks: inout InputRemarks) {
    guard let clients = data.clients, let districts = data.districts else { return }
    let known = Set(districts.rows.lazy.map { Array($0.wijk.utf8) })
    let isKnown = data.wijken.map { known.contains(Array($0.utf8)) }
    let coded = clients.compactMap(\.wijk)
    let unmatched = coded.count { !isKnown[Int($0)] }
    guard !coded.isEmpty, unmatched * 10 >= coded.count * 9 else { return }
    remarks.warn(
      .districtsUnmatched(
        clients: unmatched, of: coded.count,
        widths: Set(data.wijken.map(\.unicodeScalars.count)).sorted(),
        districtWidths: Set(districts.rows.map(\.wijk.unicodeScalars.count)).sorted()))
  }
}
