extension OracleReport {
  var comparison: Window { settings.comparison }

  /// `kostenontwikkeling`
  var costChange: String {
    var rows = [
      [
        "niveau", "voorzieningsoort", "product_groep", "bedrag_vergelijking", "bedrag", "verschil",
        "clienten", "mix", "volume", "prijs", "nieuw", "beeindigd", "werkwijze",
      ]
    ]
    let before = partUses(of: lines(in: comparison)).filter { $0.value.clients > 0 }
    let after = partUses(of: lines(in: window)).filter { $0.value.clients > 0 }
    let parts = Set(before.keys).union(after.keys).sorted()
    func those(_ belongs: (Product) -> Bool) -> [CostPart] {
      parts.filter { part in input.products[part.product].map(belongs) ?? false }
    }
    let groups = Product.kinds.flatMap { kind in
      Set(those { $0.kind == kind }.compactMap { input.products[$0.product]?.group }).sorted().map {
        (kind: kind, group: $0)
      }
    }
    let sections =
      groups.map { kind, group in
        (
          ["product_groep", kind.description, group.description],
          those { $0.kind == kind && $0.group == group }
        )
      }
      + Product.kinds.map { kind in
        (["voorzieningsoort", kind.description, ""], those { $0.kind == kind })
      }
      + [(["totaal", "", ""], parts)]
    for (keys, parts) in sections {
      rows.append(keys + costChangeFigures(parts, before, after))
    }
    return Format.csv(rows)
  }

  /// From `bedrag_vergelijking` on.
  private func costChangeFigures(
    _ parts: [CostPart], _ before: [CostPart: PartUse], _ after: [CostPart: PartUse]
  ) -> [String] {
    let netBefore = parts.compactMap { before[$0]?.net }.reduce(0, +)
    let netAfter = parts.compactMap { after[$0]?.net }.reduce(0, +)
    let added = parts.filter { before[$0] == nil }.compactMap { after[$0]?.net }.reduce(0, +)
    let ended = parts.filter { after[$0] == nil }.compactMap { before[$0]?.net }.reduce(0, +)
    var effects = [0.0, 0, 0, 0]
    var methods: Set<String> = []
    let lasting = parts.filter { before[$0] != nil && after[$0] != nil }
    let clientsBefore = lasting.compactMap { before[$0]?.clients }.reduce(0, +)
    let clientsAfter = lasting.compactMap { after[$0]?.clients }.reduce(0, +)
    for part in lasting {
      guard let first = before[part], let second = after[part] else { continue }
      let change = CostChange(
        before: first, after: second, clientsBefore: clientsBefore, clientsAfter: clientsAfter,
        isVolumeOnly: part.unit == "83" || first.volume <= 0 || second.volume <= 0)
      for (place, effect) in change.effects.enumerated() { effects[place] += effect }
      methods.insert(change.isLogarithmic ? "LMDI" : "Shapley")
    }
    let cents = CostChange.rounded(effects, to: netAfter - added - (netBefore - ended))
    return [netBefore, netAfter, netAfter - netBefore].map(Format.money)
      + (cents + [added, -ended]).map(Format.money) + [methods.sorted().joined(separator: " en ")]
  }
}

extension OracleReport.Settings {
  /// The period that the window is compared with; without both ends nothing is in it.
  var comparison: OracleReport.Window {
    OracleReport.Window(
      from: comparisonFrom ?? from?.yearEarlierAsFirst,
      to: comparisonTo ?? to?.yearEarlierAsLast
    )
  }
}

extension OracleReport.Day {
  /// The same day a year earlier; 29 February becomes 1 March.
  fileprivate var yearEarlierAsFirst: Self? {
    let isLeapDay = month == 2 && day == 29
    return Self(year: year - 1, month: isLeapDay ? 3 : month, day: isLeapDay ? 1 : day)
  }

  /// The same day a year earlier; the last of a month stays the last.
  fileprivate var yearEarlierAsLast: Self? {
    let isLast = day == Self.length(ofMonth: month, year: year)
    let length = Self.length(ofMonth: month, year: year - 1)
    return Self(year: year - 1, month: month, day: isLast ? length : day)
  }
}
