import Testing

@testable import Analytics
@testable import Ingest

/// Towns whose clients use groups at concerns and in months drawn at random.
@Suite("what holds of tables of supply and region in any town")
struct SupplyLawTests {
  private func town(_ seed: UInt64) -> Town {
    var dice = Dice(seed: seed)
    let codes: [String?] = dice.among([nil], ["0637", "1903", "0994", nil])
    let clients = (0..<30).map { _ in
      var client = Client(
        isListed: dice.among(true, true, false), wijk: dice.among(nil, 0, 1, 2))
      let code = codes[Int(dice.next() % UInt64(codes.count))]
      if client.isListed, let code {
        _ = Array(code.utf8).withBytes { client.place.setMunicipality($0, restoringZeros: false) }
      }
      return client
    }
    var town = Town(clients: clients)
    town.wijken = ["063701", "190301", "063702"]
    town.districts = Districts(rows: [
      .init(wijk: "063701", year: 2017, area: "Dorp", inhabitants: dice.among(90, nil)),
      .init(wijk: "190301", year: 2017, area: "Veld", inhabitants: 70),
    ])
    town.parameters = CountingParameters(
      windowFrom: dice.among(nil, day(2016, 3, 4)), windowTo: dice.among(nil, day(2017, 8, 15)),
      basis: dice.among(.service, .declaration))
    town.parameters.municipalityCode = "0637"
    town.parameters.supply.landscapeDay = dice.among(nil, nil, day(2016, 9, 12))
    town.parameters.supply.overlapGroups = ["begeleiding"]
    town.parameters.supply.function = dice.among(.productGroup, .category)
    if town.parameters.supply.function == .category {
      town.categories = ["A9": 2, "D1": 7]
      town.parameters.supply.overlapGroups = ["Begeleiding"]
    }
    town.lots = dice.among([:], ["B1": "P", "D1": "Q"])
    town.contracts = ["P", "R"].map { lot in
      Contract(
        lot: lot, party: dice.among("Anker", "Dok"),
        role: dice.among(.mainContractor, .member),
        from: dice.among(day(2016, 1, 1), day(2019, 1, 1)))
    }
    for client in clients.indices {
      for product in ["B1", "B2", "A9", "D1"] where dice.among(true, false) {
        for month in 0..<24 where dice.among(true, false, false, false) {
          town.place(
            client: Int32(client), product,
            by: dice.among("00000001", "00000002", "00000003", "00000004"),
            cents: dice.among(1_00, 7_00, -3_00, 0), on: day(2016 + month / 12, month % 12 + 1, 9))
        }
      }
    }
    return town
  }

  @Test("every balance and every law", arguments: 1...20 as ClosedRange<UInt64>)
  func balances(_ seed: UInt64) throws {
    let ledger = town(seed).ledger
    let tables = Analysis.tables(from: ledger, workers: 1)
    #expect(throws: Never.self, "seed \(seed)") { try Reconciliation(of: tables, with: ledger) }
    let supply: [Analysis] = [
      .lots, .providerTurnover, .landscape, .concernExits, .switches, .region, .overlap,
    ]
    for analysis in supply {
      #expect(!analysis.table(from: ledger).rows.isEmpty, "seed \(seed)")
    }
  }

  @Test(
    "a figure that is changed breaks a law",
    arguments: [
      (Analysis.lots, ColumnName.contracts), (.lots, .amount), (.providerTurnover, .providers),
      (.providerTurnover, .entrants), (.providerTurnover, .leavers), (.providerTurnover, .stayers),
      (.providerTurnover, .amount), (.landscape, .amount), (.concernExits, .clients),
      (.concernExits, .withOther), (.concernExits, .withoutOther), (.concernExits, .amount),
      (.region, .clients), (.region, .amount), (.overlap, .clients), (.overlap, .also),
    ] as [(Analysis, ColumnName)], [1, 2, 3, 4] as [UInt64])
  func brokenLaws(_ changed: (Analysis, ColumnName), _ seed: UInt64) throws {
    let ledger = town(seed).ledger
    let (analysis, column) = changed
    let table = analysis.table(from: ledger)
    let position = table.position(of: column)
    let row = try #require(table.rows.lastIndex { $0[position] != .empty })
    #expect(throws: Imbalance.self, "seed \(seed)") {
      try Reconciliation(of: [table.raised(in: row, column)], with: ledger)
    }
  }

  @Test("more switchers than pairs, or than clients in both months, breaks a law")
  func brokenSwitches() throws {
    let ledger = town(1).ledger
    let table = Analysis.switches.table(from: ledger)
    let row = try #require(table.rows.firstIndex { table.holds($0, .productGroup) })
    #expect(throws: Imbalance.self) {
      try Reconciliation(of: [table.raised(in: row, .clients)], with: ledger)
    }
  }
}

extension Table {
  /// The table with one figure made larger by a million.
  fileprivate func raised(in row: Int, _ column: ColumnName) -> Table {
    var rows = rows
    rows[row][position(of: column)] = .number((number(rows[row], column) ?? 0) + 1_000_000)
    return Table(name: name, title: title, countingRules: [], columns: columns, rows: rows)
  }
}
