extension OracleReport {
  /// A row of `jaarverloop`, year after year.
  private struct YearSection {
    let level: String
    let kind: Text
    let group: Text
    /// Whether the subsidies are of it.
    let takesSubsidies: Bool

    func holds(_ product: Product) -> Bool {
      (kind.isEmpty || product.kind == kind) && (group.isEmpty || product.group == group)
    }
  }

  /// Calendar years, from the first to the last of lines or subsidies; nil without any.
  private var years: ClosedRange<Int>? {
    let years = lines.map { basisDay($0).year } + input.subsidies.map(\.year)
    guard let first = years.min(), let last = years.max() else { return nil }
    return first...last
  }

  /// Whether January and December lie between the first and the last month of lines.
  private func isComplete(_ year: Int, _ months: [Month]) -> Bool {
    guard let first = months.first?.number, let last = months.last?.number else { return false }
    return first <= year * 12 && year * 12 + 11 <= last
  }

  /// The configured year, else the first complete one.
  private var baseYear: Int? {
    let months = allMonths
    return settings.money.baseYear ?? years?.first { isComplete($0, months) }
  }

  private func lines(of year: Int) -> [Line] { lines.filter { basisDay($0).year == year } }

  private var yearSections: [YearSection] {
    var sections: [YearSection] = []
    for kind in Product.kinds {
      let groups = (years.map { Array($0) } ?? []).flatMap { year in
        self.uses(of: lines(of: year)).filter { $0.product.kind == kind }.map(\.product.group)
      }
      sections += Set(groups).sorted().map {
        YearSection(level: "product_groep", kind: kind, group: $0, takesSubsidies: false)
      }
    }
    sections += Product.kinds.map {
      YearSection(
        level: "voorzieningsoort", kind: $0, group: "", takesSubsidies: $0 == "algemeen")
    }
    return sections + [YearSection(level: "totaal", kind: "", group: "", takesSubsidies: true)]
  }

  /// `jaarverloop`
  var yearCourse: String {
    var rows = [
      [
        "niveau", "voorzieningsoort", "product_groep", "jaar", "volledig", "indicaties",
        "clienten", "aanbieders", "declaraties", "subsidies", "bedrag", "aandeel", "eenheid",
        "volume", "bedrag_per_client", "prijs_per_eenheid", "index_bedrag", "index_clienten",
        "bedrag_vast", "index_vast",
      ]
    ]
    guard let years else { return Format.csv(rows) }
    let months = allMonths
    let linesByYear = Dictionary(grouping: lines) { basisDay($0).year }
    let usesByYear = linesByYear.mapValues { self.uses(of: $0) }
    let base = baseYear
    let factors = base.map { base in
      Dictionary(uniqueKeysWithValues: years.map { ($0, priceFactor($0, base)) })
    }
    func subsidies(_ year: Int, _ section: YearSection) -> [Subsidy] {
      section.takesSubsidies ? input.subsidies.filter { $0.year == year } : []
    }
    func uses(_ year: Int, _ section: YearSection) -> [Use] {
      (usesByYear[year] ?? []).filter { section.holds($0.product) }
    }
    func amount(_ year: Int, _ section: YearSection) -> Int {
      uses(year, section).net + subsidies(year, section).map(\.cents).reduce(0, +)
    }
    let sections = yearSections
    for section in sections {
      for year in years {
        let own = uses(year, section)
        let given = subsidies(year, section)
        let total = sections.last.map { amount(year, $0) } ?? 0
        let isWhole = isComplete(year, months) || (own.isEmpty && !given.isEmpty)
        let ownLines = (linesByYear[year] ?? []).filter { line in
          input.products[line.product].map(section.holds) ?? false
        }
        let volume = volume(ofPlacementsIn: ownLines)
        let hasBase = base.map(years.contains) ?? false
        let baseAmount = hasBase ? base.map { amount($0, section) } : nil
        let baseClients = hasBase ? base.map { uses($0, section).clientCount } : nil
        let fixed = (factors?[year] ?? nil).map { Exact(amount(year, section)) * $0 }
        rows.append([
          section.level, section.kind.description, section.group.description, String(year),
          isWhole ? "ja" : "nee", String(own.indicationCount), String(own.clientCount),
          String(own.providerCount), Format.money(own.net),
          Format.money(given.map(\.cents).reduce(0, +)), Format.money(amount(year, section)),
          Format.share(amount(year, section), of: total), volume?.unit.description ?? "",
          volume.map { Format.quotient(Int128($0.sixtieths), 6000, decimals: 2) } ?? "",
          Format.money(own.net, per: own.clientCount),
          volume.map {
            Format.quotient(Int128(own.net) * 60, Int128($0.sixtieths), decimals: 4)
          } ?? "",
          Self.index(amount(year, section), baseAmount), Self.index(own.clientCount, baseClients),
          fixed.flatMap { $0 / Exact(100) }?.text(decimals: 2) ?? "",
          fixed.flatMap { fixed in
            baseAmount.flatMap { (Exact(100) * fixed / Exact($0))?.text(decimals: 1) }
          } ?? "",
        ])
      }
    }
    return Format.csv(rows)
  }

  /// 100 in the base year.
  private static func index(_ value: Int, _ base: Int?) -> String {
    base.map { Format.quotient(100 * Int128(value), Int128($0), decimals: 1) } ?? ""
  }

  /// What an amount of a year is multiplied by to be in prices of another; nil where an index
  /// between them is not known.
  private func priceFactor(_ year: Int, _ base: Int) -> Exact? {
    var product = Exact(1)
    for between in min(year, base)..<max(year, base) {
      guard let applied = applied(between + 1) else { return nil }
      product = product * (Exact(1) + applied * Exact(1, over: 100))
    }
    return year < base ? product : Exact(1) / product
  }

  /// The volume of the placements that have a net, in sixtieths of hundredths; nil where there are
  /// none, they are in several units, or in euros.
  private func volume(ofPlacementsIn lines: [Line]) -> (unit: Text, sixtieths: Int)? {
    let placements = Dictionary(grouping: lines) { [$0.allocation, $0.product, $0.agb] }.values
    let used = placements.filter { $0.map(\.amount).reduce(0, +) != 0 }.flatMap { $0 }
    let units = Set(used.map { $0.unit == "01" ? "04" : $0.unit })
    guard units.count == 1, let unit = units.first, unit != "83" else { return nil }
    let sixtieths = used.map { $0.unit == "01" ? $0.volume : 60 * $0.volume }
    return (unit, sixtieths.reduce(0, +))
  }
}
