import Ingest

extension ColumnName {
  public static let lowestRate = ColumnName("laagste")
  public static let weightedRate = ColumnName("gewogen")
  public static let highestRate = ColumnName("hoogste")
  public static let contractRate = ColumnName("contract")
  public static let aboveContract = ColumnName("boven_contract")
}

extension Analysis {
  /// What providers are paid per unit of a product, beside each other and the contract.
  public static let rateComparison = Analysis(
    name: "tariefvergelijking",
    title: "Tarieven van aanbieders per product",
    columns: [
      .key(.productCode), .text(.description), .key(.unit), .count(.providers),
      .derived(.lowestRate, .ratio(decimals: 4), from: .providers),
      .derived(.median, .ratio(decimals: 4), from: .providers),
      .derived(.weightedRate, .ratio(decimals: 4), from: .providers),
      .derived(.highestRate, .ratio(decimals: 4), from: .providers),
      .derived(.contractRate, .ratio(decimals: 4), from: .productCode),
      .derived(.aboveContract, .amount, from: .contractRate),
    ],
    countingRules: { parameters in
      [
        parameters.basisRule, parameters.windowRule, CountingRule.net,
        """
        Een rij is een product in één eenheid (minuten en uren zijn samen uren, 04) met een netto \
        volume boven nul in de periode. Euro's als eenheid (83) staan er niet in.
        """,
        "Aanbieders zijn hier concerns, met een netto bedrag en volume boven nul. \(CountingRule.concern)",
        """
        Het tarief van een concern is zijn netto bedrag gedeeld door zijn netto volume. De mediaan is \
        het tarief waarbij, van laag naar hoog, de helft van het volume van deze concerns is bereikt. \
        gewogen is hun bedrag gedeeld door hun volume.
        """,
        """
        contract is het contracttarief van de regels met een product_tarief waarvoor tarieven.csv op de \
        eerste dag van de productperiode een tarief heeft (regel R210), gewogen met hun volume. \
        boven_contract is wat die regels boven volume maal contracttarief kosten, per regel afgerond op \
        centen; van credits gaat het eraf.
        """, CountingRule.personalBudgets, CountingRule.rounding,
      ]
    },
    laws: [
      TableLaw("laagste, mediaan and gewogen are not above hoogste, nor below laagste") {
        table, _ in
        table.rows.allSatisfy { row in
          guard let lowest = table.number(row, .lowestRate),
            let highest = table.number(row, .highestRate)
          else { return table.number(row, .providers) == 0 }
          return [ColumnName.median, .weightedRate].allSatisfy {
            (lowest...highest).contains(table.number(row, $0) ?? lowest)
          }
        }
      }
    ],
    rows: { ledger in
      let (products, use) = (ledger.registers.products, ledger.ratesOfConcerns())
      let order = products.indices.sorted {
        precedesByteWise(products[$0].code, products[$1].code)
      }
      return order.flatMap { product in
        VolumeUnit.allCases.filter { $0 != .euro }.compactMap { unit -> [Cell]? in
          guard ledger.volumes[product, unit, .window] > 0 else { return nil }
          let rates = ConcernRates(use[product * VolumeUnit.count + unit.rawValue] ?? [], unit)
          let contract = ledger.contractUse?[product, unit] ?? ContractUse.Sum()
          return [
            .text(products[product].code), .text(products[product].description),
            .text(unit.code),
          ] + rates.cells + [
            .quotient(contract.value * unit.parts, contract.volume, decimals: 0),
            .number(Int64(clamping: contract.centsAbove)),
          ]
        }
      }
    })
}

/// What a concern delivered of a product in one unit.
private struct ConcernRate {
  let name: String
  var cents: Int64 = 0
  /// In hundredths, of minutes where it is a time.
  var volume: Int128 = 0

  /// Whether it comes before another, by rate and then by name; of both net and volume are above 0.
  func precedes(_ other: ConcernRate) -> Bool {
    let (own, others) = (
      cents.magnitude128.multipliedFullWidth(by: other.volume.magnitude),
      other.cents.magnitude128.multipliedFullWidth(by: volume.magnitude)
    )
    if (own.high, own.low) != (others.high, others.low) {
      return (own.high, own.low) < (others.high, others.low)
    }
    return precedesByteWise(name, other.name)
  }
}

extension Int64 {
  fileprivate var magnitude128: UInt128 { UInt128(magnitude) }
}

/// The rates of the concerns with a net and a volume above 0.
private struct ConcernRates {
  /// From the lowest rate to the highest.
  private let concerns: [ConcernRate]
  private let unit: VolumeUnit

  init(_ concerns: [ConcernRate], _ unit: VolumeUnit) {
    self.concerns = concerns.filter { $0.cents > 0 && $0.volume > 0 }
      .sorted { $0.precedes($1) }
    self.unit = unit
  }

  /// How many there are; the lowest, the median, the weighted and the highest rate.
  var cells: [Cell] {
    let cents = concerns.reduce(0) { $0 + $1.cents }
    let volume = concerns.reduce(Int128(0)) { $0 + $1.volume }
    var reached: Int128 = 0
    let median = concerns.first { concern in
      reached += concern.volume
      return 2 * reached >= volume
    }
    return [
      .count(concerns.count), cell(concerns.first), cell(median),
      cell(ConcernRate(name: "", cents: cents, volume: volume)), cell(concerns.last),
    ]
  }

  private func cell(_ concern: ConcernRate?) -> Cell {
    guard let concern else { return .empty }
    return .quotient(Int128(concern.cents) * unit.parts, concern.volume, decimals: 4)
  }
}

extension Ledger {
  /// What each concern delivered in the reporting window, by product × ``VolumeUnit``.
  fileprivate func ratesOfConcerns() -> [Int: [ConcernRate]] {
    let concernOfProvider = registers.providers.map(\.concern)
    let concernCount = registers.concerns.count
    var sums: [Int: (cents: Int64, volume: Int128)] = [:]
    for placement in placements {
      let concern = concernOfProvider[Int(placement.provider)]
      forEachWindowPage(of: placement) { page, cents, volume in
        let row = Int(placement.product) * VolumeUnit.count + page.unit
        let sum = sums[row * concernCount + concern] ?? (0, 0)
        sums[row * concernCount + concern] = (sum.cents + cents, sum.volume + volume)
      }
    }
    var rates: [Int: [ConcernRate]] = [:]
    for (key, sum) in sums {
      let name = registers.concerns[key % concernCount]
      rates[key / concernCount, default: []].append(
        ConcernRate(name: name, cents: sum.cents, volume: sum.volume))
    }
    return rates
  }

  /// Calls `body` with each page of a placement that lies in the reporting window, its net in cents and
  /// its volume.
  private func forEachWindowPage(
    of placement: Placement, _ body: (NetPage, Int64, Int128) -> Void
  ) {
    var index = Int(placement.firstPage)
    repeat {
      let page = store.page(index)
      guard page.belongs(to: placement) else { return }
      if grid.isInWindow[page.firstCell] {
        var cents: Int64 = 0
        store.forEachNet(of: index) { cents += $1 }
        body(page, cents, store.volume(of: index))
      }
      index = Int(page.next)
    } while index != 0
  }
}
