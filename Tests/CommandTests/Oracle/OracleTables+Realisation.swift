extension OracleReport {
  /// `verzilvering`
  var realisation: String {
    var rows = [
      [
        "niveau", "product_groep", "concern", "eenheid", "toewijzingen", "met_declaratie",
        "zonder_declaratie", "toegewezen", "gedeclareerd", "aandeel",
      ]
    ]
    guard let (from, to) = windowEnds else { return Format.csv(rows) }
    let declared = lines.filter { window.contains($0.start) }
    let uses = windowGrants.filter(\.isInKind).map { grant in
      GrantUse(
        grant: grant,
        lines: declared.filter { $0.allocation == grant.allocation.number },
        from: max(from, grant.start), to: min(to, grant.end ?? to)
      )
    }
    func add(_ level: String, group: Text, concern: Text, _ own: [GrantUse]) {
      let keys = [level, group.description, concern.description]
      rows.append(keys + [""] + counts(own) + ["", "", ""])
      let measured = own.filter(isMeasured)
      for unit in Set(measured.map(\.grant.allocation.unit)).sorted() {
        let ofUnit = measured.filter { $0.grant.allocation.unit == unit }
        let allowed = ofUnit.map(allowance).sum
        let volume = ofUnit.map(declaredVolume).sum
        rows.append(
          keys + [unit.description] + counts(ofUnit) + [
            allowed.text(decimals: 2), volume.text(decimals: 2),
            (volume / allowed)?.text(decimals: 6) ?? "",
          ])
      }
    }

    for group in Set(uses.map(\.grant.group)).sorted() {
      add("product_groep", group: group, concern: "", uses.filter { $0.grant.group == group })
    }
    for concern in Set(uses.map(\.grant.concern)).sorted() {
      add("concern", group: "", concern: concern, uses.filter { $0.grant.concern == concern })
    }
    add("totaal", group: "", concern: "", uses)
    return Format.csv(rows)
  }

  /// What became of an allocation in the window.
  private struct GrantUse {
    let grant: Grant
    /// Those that begin in the window.
    let lines: [Line]
    /// The days of the window on which it is in force.
    let from: Day
    let to: Day

    /// Whether one of its placements has a net.
    var isDeclared: Bool {
      Dictionary(grouping: lines) { [$0.product, $0.agb] }.values
        .contains { $0.map(\.amount).reduce(0, +) != 0 }
    }
  }

  private func counts(_ uses: [GrantUse]) -> [String] {
    let declared = uses.filter(\.isDeclared).count
    return [uses.count, declared, uses.count - declared].map(String.init)
  }

  /// Whether its volume can be compared.
  private func isMeasured(_ use: GrantUse) -> Bool {
    let allocation = use.grant.allocation
    return allocation.volume != nil && !allocation.unit.isEmpty && allocation.unit != "83"
      && !allocation.frequency.isEmpty && (allocation.frequency != "6" || use.grant.end != nil)
  }

  /// What it allows on its days in the window.
  private func allowance(_ use: GrantUse) -> Exact {
    let grant = use.grant
    var allocation = grant.allocation
    let volume = allocation.volume ?? 0
    if allocation.frequency == "6", let end = grant.end {
      let days = use.to.number - use.from.number + 1
      return Exact(volume * days, over: 100 * (end.number - grant.start.number + 1))
    }
    allocation.end = grant.end
    let ofProduct = input.products[allocation.product]?.category
    let category = allocation.category.isEmpty ? ofProduct : allocation.category
    let limit = Limit(allocation: allocation, volume: volume, isHouseholdHelp: category == "01")
    return Exact(limit.allowance(Day.days(from: use.from, to: use.to)), over: 100)
  }

  /// In the allocation's unit; lines in another are left out.
  private func declaredVolume(_ use: GrantUse) -> Exact {
    let allocation = use.grant.allocation
    let sixtieths = use.lines.filter { unitFits($0, allocation) }.map { line in
      isMinutesOnHours(line, allocation) ? line.volume : 60 * line.volume
    }
    return Exact(sixtieths.reduce(0, +), over: 6000)
  }
}
