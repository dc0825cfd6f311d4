import Ingest

extension ColumnName {
  public static let withoutAge = ColumnName("zonder_leeftijd")
  public static let crudeRate = ColumnName("ruw_per_1000")
  public static let directRate = ColumnName("direct_per_1000")
  public static let directFrom = ColumnName("direct_van")
  public static let directTo = ColumnName("direct_tot")
  public static let expectedClients = ColumnName("verwacht")
  public static let indirectRate = ColumnName("indirect_per_1000")
  public static let indirectFrom = ColumnName("indirect_van")
  public static let indirectTo = ColumnName("indirect_tot")
}

extension Analysis {
  /// Use per district, as if all had the inhabitants' ages of the municipality.
  public static let standardizedDistricts = Analysis(
    name: "wijken-gestandaardiseerd",
    title: "Gebruik per gebied, gestandaardiseerd naar leeftijd",
    columns: [
      .key(.district), .count(.clients), .count(.withoutAge), .count(.inhabitants),
      .derived(.crudeRate, .ratio(decimals: 4), from: .clients, .inhabitants),
      .derived(.directRate, .ratio(decimals: 4), from: .clients, .inhabitants),
      .derived(.directFrom, .ratio(decimals: 4), from: .directRate, .clients),
      .derived(.directTo, .ratio(decimals: 4), from: .directRate, .clients),
      .derived(.expectedClients, .ratio(decimals: 4), from: .clients, .inhabitants),
      .derived(.indirectRate, .ratio(decimals: 4), from: .clients, .expectedClients),
      .derived(.indirectFrom, .ratio(decimals: 4), from: .indirectRate, .clients),
      .derived(.indirectTo, .ratio(decimals: 4), from: .indirectRate, .clients),
    ],
    needs: [.clients, .districts],
    countingRules: { parameters in
      [
        parameters.basisRule, parameters.windowRule, CountingRule.net, CountingRule.placement,
        CountingRule.client, CountingRule.district,
        """
        Cliënten zonder wijk, met een wijk die niet in gebieden.csv staat, of die zelf niet in \
        clienten.csv staan, zijn onbekend.
        """, CountingRule.age,
        """
        De leeftijdsgroepen zijn 0-14, 15-24, 25-44, 45-64 en 65+, die van de inwoners in \
        gebieden.csv. Cliënten zonder bekende leeftijd staan apart en tellen niet in de verhoudingen.
        """,
        """
        Inwoners zijn die van de leeftijdsgroepen samen. Ontbreekt er een in een wijk van een gebied, \
        dan heeft het gebied geen verhoudingen; ook met minder dan tien cliënten zijn er geen. Het \
        totaal heeft de inwoners en de verhoudingen van de gebieden die wel volledig zijn.
        """,
        """
        Direct: de cijfers per leeftijdsgroep van het gebied, gewogen met de inwoners van alle \
        volledige gebieden samen. De grenzen zijn die van 95 % (Byar, Dobson). Heeft het gebied geen \
        inwoners in een leeftijdsgroep die de gemeente wel heeft, dan blijven zij leeg.
        """,
        """
        Verwacht is het aantal cliënten als het gebied in elke leeftijdsgroep het cijfer van alle \
        volledige gebieden had. Indirect: cliënten gedeeld door verwacht, maal het cijfer van alle \
        volledige gebieden, met de grenzen van Byar van 95 %.
        """, CountingRule.estimate,
      ]
    },
    datedRules: { ledger in
      ledger.registers.clients == nil ? [] : DistrictAssignment(ledger).map { [$0.yearRule] } ?? []
    },
    balances: [ColumnName.clients, .withoutAge].map { column in
      Balance(nil, [.toTotal(in: .district)], of: column)
    },
    laws: [
      TableLaw("clienten and zonder_leeftijd are clienten of wijken") { table, tables in
        guard !table.rows.isEmpty, let use = tables.first(where: { $0.name == districtUse.name })
        else { return true }
        return table.rows.map { row in
          [
            table.cell(row, .district),
            .number((table.number(row, .clients) ?? 0) + (table.number(row, .withoutAge) ?? 0)),
          ]
        } == use.rows(at: .total).map { [use.cell($0, .district), use.cell($0, .clients)] }
      },
      TableLaw("the total's rates are its crude rate where all its clients are expected") {
        table, _ in
        var clients: Int64 = 0
        for row in table.rows where !table.holds(row, .total, in: .district) {
          if table.number(row, .inhabitants) != nil { clients += table.number(row, .clients) ?? 0 }
        }
        return table.rows.filter { table.holds($0, .total, in: .district) }.allSatisfy { row in
          guard let crude = table.number(row, .crudeRate),
            table.number(row, .expectedClients) == clients * 10_000
          else { return true }
          return [ColumnName.directRate, .indirectRate].allSatisfy { column in
            // Each is rounded from a double of its own.
            table.number(row, column).map { abs($0 - crude) <= 1 } ?? false
          }
        }
      },
    ],
    rows: { ledger in
      guard let clients = ledger.registers.clients, let assignment = DistrictAssignment(ledger),
        assignment.hasAgeBands
      else { return [] }
      let unknown = assignment.names.count
      let counts = ledger.clientsPerBand(districtCount: unknown + 1) {
        assignment.district(of: clients[$0]) ?? unknown
      }
      let districts = zip(counts, assignment.ageBands).map { counts, population in
        population.map { zip(counts, $0).map(Stratum.init) }
      }
      let complete = districts.compactMap(\.self)
      let standard = Districts.Row.ageBands.indices.map { band in
        complete.map { $0[band] }.total
      }
      let rates = StandardizedRates(standard: standard)
      var rows = zip(assignment.names, zip(counts, districts)).map { name, district in
        rates.row(.text(name), district.0, district.1)
      }
      if counts[unknown].contains(where: { $0 > 0 }) {
        rows.append(rates.row(.level(.unknown), counts[unknown], nil))
      }
      let all = counts[0].indices.map { index in counts.reduce(0) { $0 + $1[index] } }
      rows.append(rates.row(.level(.total), all, complete.isEmpty ? nil : standard))
      return rows
    })
}

extension StandardizedRates {
  /// - Parameters:
  ///   - counts: Clients per age band, and of unknown age last.
  ///   - strata: Nil where the inhabitants of a band are not known.
  fileprivate func row(_ name: Cell, _ counts: [Int], _ strata: [Stratum]?) -> [Cell] {
    let withoutAge = counts[counts.count - 1]
    let total = strata?.total
    let keys: [Cell] = [
      name, .count(counts.reduce(0, +) - withoutAge), .count(withoutAge),
      total.map { .count($0.population) } ?? .empty,
    ]
    guard let strata, let total, total.cases >= 10, total.population > 0 else {
      return keys + Array(repeating: .empty, count: 8)
    }
    func perThousand(_ rate: Double?) -> Cell { .rounded(rate.map { $0 * 1000 }, decimals: 4) }
    let (direct, indirect) = (direct(strata), indirect(strata))
    return keys + [
      .quotient(Int64(total.cases) * 1000, Int64(total.population), decimals: 4),
      perThousand(direct?.rate), perThousand(direct?.lower), perThousand(direct?.upper),
      .rounded(expected(strata), decimals: 4),
      perThousand(indirect?.rate), perThousand(indirect?.lower), perThousand(indirect?.upper),
    ]
  }
}

extension Ledger {
  /// Clients invoiced in the window per district and age band, and of unknown age last.
  fileprivate func clientsPerBand(
    districtCount: Int, districtOfClient: (Int) -> Int
  ) -> [[Int]] {
    let classes = AgeClasses(lowerBounds: Districts.Row.ageBands)
    let row = [Int](repeating: 0, count: classes.labels.count)
    var counts = [[Int]](repeating: row, count: districtCount)
    guard let clients = registers.clients, let window else { return counts }
    forEachClient { placements in
      guard let first = placements.first, placements.contains(where: \.isInvoiced) else { return }
      let client = Int(first.client)
      let band = classes.index(of: clients[client].birth, on: window.upperBound)
      counts[districtOfClient(client)][band] += 1
    }
    return counts
  }
}
