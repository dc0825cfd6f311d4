extension OracleReport {
  /// `tariefvergelijking`
  var rateComparison: String {
    var rows = [
      [
        "product_code", "omschrijving", "eenheid", "aanbieders", "laagste", "mediaan", "gewogen",
        "hoogste", "contract", "boven_contract",
      ]
    ]
    // Minutes are hours.
    let parts = Dictionary(grouping: lines(in: window)) { line in
      [line.product, line.unit == "01" ? "04" : line.unit]
    }
    for (part, own) in parts.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) })
    where part[1] != "83" && own.sixtieths > 0 {
      let concerns = Dictionary(grouping: own) { input.providers[$0.agb]?.concern ?? "" }
      let priced = concerns.map { PricedConcern(name: $0.key, lines: $0.value) }
        .filter { $0.net > 0 && $0.sixtieths > 0 }.sorted { $0.comesBefore($1) }
      let volume = priced.map(\.sixtieths).reduce(0, +)
      let net = priced.map(\.net).reduce(0, +)
      var reached = 0
      let middle = priced.first { concern in
        reached += concern.sixtieths
        return 2 * reached >= volume
      }
      rows.append(
        [
          part[0].description, input.products[part[0]]?.description.description ?? "",
          part[1].description, String(priced.count), priced.first?.rate ?? "", middle?.rate ?? "",
          Self.rate(net, volume), priced.last?.rate ?? "",
        ] + contract(own))
    }
    return Format.csv(rows)
  }

  /// What a concern gets for a product in a unit.
  private struct PricedConcern {
    let name: Text
    /// In cents.
    let net: Int
    let sixtieths: Int

    init(name: Text, lines: [Line]) {
      self.name = name
      net = lines.map(\.amount).reduce(0, +)
      sixtieths = lines.sixtieths
    }

    var rate: String { OracleReport.rate(net, sixtieths) }

    /// By rate, then name.
    func comesBefore(_ other: PricedConcern) -> Bool {
      let (one, two) = (
        Int128(net) * Int128(other.sixtieths), Int128(other.net) * Int128(sixtieths)
      )
      return one != two ? one < two : name < other.name
    }
  }

  /// Cents over sixtieths of hundredths of a unit.
  private static func rate(_ net: Int, _ sixtieths: Int) -> String {
    Format.quotient(Int128(net) * 60, Int128(sixtieths), decimals: 4)
  }

  /// `contract` and `boven_contract`
  private func contract(_ lines: [Line]) -> [String] {
    let assessed = lines.compactMap { line in
      line.rate == nil ? nil : contractRate(line, unit: line.unit).map { (line: line, rate: $0) }
    }
    // Hundredths of a unit times ten-thousandths of a euro.
    let sum = assessed.map { Int128($0.line.volume) * Int128($0.rate) }.reduce(0, +)
    var above = 0
    for (line, rate) in assessed {
      let due = Exact(abs(line.volume) * rate, over: 10_000)
      let rest = Int((Exact(abs(line.amount)) - due).rounded)
      if rest > 0 { above += line.isCredit ? -rest : rest }
    }
    let volume = assessed.map(\.line).sixtieths
    return [
      Format.quotient(sum * 60, Int128(volume) * 10_000, decimals: 4), Format.money(above),
    ]
  }
}

extension [OracleReport.Line] {
  /// Net volume in sixtieths of hundredths of a unit, minutes as parts of hours.
  fileprivate var sixtieths: Int {
    map { $0.unit == "01" ? $0.volume : 60 * $0.volume }.reduce(0, +)
  }
}
