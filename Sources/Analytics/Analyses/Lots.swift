import Ingest

extension ColumnName {
  public static let lot = ColumnName("perceel")
  public static let contractForm = ColumnName("contractvorm")
  public static let funding = ColumnName("bekostiging")
  public static let contracts = ColumnName("contracten")
  public static let mainContractors = ColumnName("hoofdaannemers")
  public static let subcontractors = ColumnName("onderaannemers")
  public static let members = ColumnName("leden")
  public static let ceiling = ColumnName("plafond")
  public static let activeParties = ColumnName("actief")
  public static let shareOfLargest = ColumnName("aandeel_grootste")
  public static let amountWithoutContract = ColumnName("zonder_contract")
}

extension Analysis {
  /// Who is contracted for each lot, and who delivers.
  public static let lots = Analysis(
    name: "percelen",
    title: "Percelen met hun contracten en gebruik",
    columns: [
      .key(.level), .key(.lot), .text(.contractForm), .text(.funding), .count(.contracts),
      .count(.providers), .count(.mainContractors), .count(.subcontractors), .count(.members),
      .amount(.ceiling), .count(.activeParties), .count(.clients), .amount(.amount),
      .derived(.shareOfLargest, .share, from: .amount), .amount(.amountWithoutContract),
    ],
    needs: [.window, .contracts],
    countingRules: { parameters in
      [
        parameters.basisRule, parameters.windowRule, CountingRule.net, CountingRule.placement,
        CountingRule.client,
        """
        Contracten tellen mee als zij op minstens één dag van de periode gelden. Een contract is een \
        paar van perceel en partij.
        """, CountingRule.party,
        """
        De contractvorm en de bekostiging zijn die van de contracten van de rij, of verschillend als \
        er meer zijn. Het plafond is de som van de contracten die er een noemen.
        """,
        """
        Het perceel van gebruik is dat van het product. Gebruik van producten zonder perceel is \
        onbekend. Heeft geen enkel product een perceel, dan is er alleen in het totaal gebruik.
        """,
        """
        Actief zijn de partijen met gebruik in de rij. aandeel_grootste is cr1 van de tabel \
        concentratie: het aandeel van het grootste concern in het bedrag van de concerns boven nul. \
        zonder_contract is het netto bedrag van concerns zonder contract in de rij.
        """, CountingRule.recounted, CountingRule.rounding,
      ]
    },
    datedRules: { [$0.registers.lotRule] },
    balances: [
      Balance(.netInWindow, [RowSum(.level(.lot), to: .level(.total))]) { $0.registers.hasLots },
      // The total, to itself.
      Balance(.netInWindow, [RowSum(.level(.total), to: .level(.total))]) { !$0.registers.hasLots },
      Balance(nil, [RowSum(.level(.lot), to: .level(.total))], of: .contracts),
    ],
    remarks: { $0.registers.lotRemarks },
    rows: { ledger in
      let registers = ledger.registers
      // None is in force in a window without a day.
      let contracts =
        ledger.window.map { window in
          (registers.contracts ?? []).filter { $0.isInForce(in: window) }
        } ?? []
      let contractsOfLot = Dictionary(grouping: contracts) { ByteWise($0.lot) }
      let lots = Set(contractsOfLot.keys)
        .union(registers.products.compactMap { $0.lot.map(ByteWise.init) }).sorted()
      let indices = Dictionary(uniqueKeysWithValues: lots.enumerated().map { ($1, $0) })
      let unknown = lots.count
      let lotOfProduct = registers.products.map { product in
        product.lot.flatMap { indices[ByteWise($0)] } ?? unknown
      }
      let byLot = ledger.invoicedPlacements(into: unknown + 1) { lotOfProduct[Int($0.product)] }
      let whole = ledger.invoicedPlacements(into: 1) { _ in 0 }

      var counter = ConcernCounter(ledger)
      func cells(_ contracts: [Contract], _ positions: ArraySlice<Int32>?) -> [Cell] {
        let use = positions.map { counter.shares(of: $0) }
        return LotFigures(contracts, use, concerns: registers.concerns).cells
      }
      var rows = lots.indices.compactMap { lot -> [Cell]? in
        let (contracts, positions) = (contractsOfLot[lots[lot]] ?? [], byLot[lot])
        if contracts.isEmpty, positions.isEmpty { return nil }
        return [.level(.lot), .text(lots[lot].text)]
          + cells(contracts, registers.hasLots ? positions : nil)
      }
      if registers.hasLots, !byLot[unknown].isEmpty {
        rows.append([.level(.lot), .level(.unknown)] + cells([], byLot[unknown]))
      }
      return rows + [[.level(.total), .empty] + cells(contracts, whole[0])]
    })
}

extension Registers {
  /// Whether use can be told by lot.
  fileprivate var hasLots: Bool { products.contains { $0.lot != nil } }

  /// What does not meet between contracts, products and providers.
  fileprivate var lotRemarks: [String] {
    let contracts = contracts ?? []
    let contracted = Set(contracts.map { ByteWise($0.lot) })
    let ofProducts = Set(products.compactMap { $0.lot.map(ByteWise.init) })
    let known = Set(concerns.map(ByteWise.init))
    let strangers = Set(contracts.map { ByteWise($0.party) }).subtracting(known)
    let unused = hasLots ? contracted.subtracting(ofProducts) : []
    return [
      Self.remark("no product of producten.csv is of lot", unused),
      Self.remark("no row of contracten.csv is of lot", ofProducts.subtracting(contracted)),
      Self.remark("no provider of aanbieders.csv is party", strangers),
    ].compactMap(\.self)
  }

  /// Nil of no names; the first five of many.
  private static func remark(_ text: String, _ names: Set<ByteWise>) -> String? {
    guard !names.isEmpty else { return nil }
    let named = names.sorted().prefix(5).map { "'\($0.text)'" }.joined(separator: ", ")
    return "\(text) \(named)" + (names.count > 5 ? " and \(names.count - 5) more" : "")
  }

  /// Which products have no lot.
  fileprivate var lotRule: String {
    if !hasLots { return "Geen enkel product heeft een perceel." }
    let codes = products.filter { $0.lot == nil }.map(\.code).sorted(by: precedesByteWise)
    if codes.isEmpty { return "Elk product heeft een perceel." }
    return "Producten zonder perceel: \(codes.joined(separator: ", "))."
  }
}

/// What a row tells of some contracts, and of the use under them.
private struct LotFigures {
  private let contracts: [Contract]
  /// Nil where it is not known.
  private let use: ConcernShares?
  private let concerns: [String]

  init(_ contracts: [Contract], _ use: ConcernShares?, concerns: [String]) {
    self.contracts = contracts
    self.use = use
    self.concerns = concerns
  }

  /// All but the keys.
  var cells: [Cell] {
    let parties = ContractParties(contracts)
    let pairs = Set(contracts.map { [ByteWise($0.lot), ByteWise($0.party)] })
    let ceilings = contracts.compactMap(\.ceiling)
    return [word(\.form), word(\.funding), .count(pairs.count)] + parties.counts.map(Cell.count)
      + [ceilings.isEmpty ? .empty : .number(ceilings.reduce(0, +))] + cellsOfUse(parties)
  }

  /// The one text of the contracts that give any.
  private func word(_ text: (Contract) -> String?) -> Cell {
    let texts = Set(contracts.compactMap(text).filter { !$0.isEmpty }.map(ByteWise.init))
    guard let first = texts.first else { return .empty }
    return .text(texts.count == 1 ? first.text : "verschillend")
  }

  private func cellsOfUse(_ parties: ContractParties) -> [Cell] {
    guard let use else { return Array(repeating: .empty, count: 5) }
    let others = use.shares.filter { !parties.all.contains(ByteWise(concerns[$0.concern])) }
    return [
      .count(use.shares.count - others.count), .count(use.clients), .number(use.cents),
      use.concentration.share(ofLargest: 1), .number(others.reduce(0) { $0 + $1.cents }),
    ]
  }
}
