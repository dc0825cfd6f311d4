extension OracleReport {
  /// What the lines of a budget select by: products, clients and concerns of placements and
  /// allocations.
  struct Selected {
    let product: Product?
    let client: Text
    let concern: Text
  }

  /// The district of every client who has one.
  var areasByClient: [Text: Text] {
    guard let clients = input.clients, let districts = input.districts else { return [:] }
    let areas = areasByWijk(districts, referenceYear(of: districts))
    return clients.compactMapValues { $0.wijk.flatMap { areas[$0] } }
  }

  /// Whether it agrees with all keys that the line has.
  func selects(_ line: BudgetLine, _ selected: Selected, _ areas: [Text: Text]) -> Bool {
    func agrees(_ key: Text, _ value: Text?) -> Bool { key.isEmpty || value == key }
    return agrees(line.kind, selected.product?.kind)
      && agrees(line.group, selected.product?.group)
      && agrees(line.lot, selected.product?.lot)
      && agrees(line.area, areas[selected.client])
      && agrees(line.concern, selected.concern)
  }

  /// The accepted lines of the placements that a budget line selects.
  func lines(of line: BudgetLine, _ areas: [Text: Text]) -> [Line] {
    lines.filter { declared in
      let selected = Selected(
        product: input.products[declared.product], client: declared.client,
        concern: input.providers[declared.agb]?.concern ?? "")
      return selects(line, selected, areas)
    }
  }

  /// The allocations in kind that it selects, neither deleted nor void.
  func grants(of line: BudgetLine, _ areas: [Text: Text]) -> [Grant] {
    grants.filter { grant in
      let selected = Selected(
        product: input.products[grant.allocation.product], client: grant.client,
        concern: grant.concern)
      return grant.isLive && grant.isInKind && selects(line, selected, areas)
    }
  }
}
