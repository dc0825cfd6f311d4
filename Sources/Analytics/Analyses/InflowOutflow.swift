import Ingest

extension ColumnName {
  public static let name = ColumnName("naam")
}

extension Analysis {
  /// Presence, inflow and outflow per month of product groups, kinds and districts.
  public static let inflowOutflow = Analysis(
    name: "instroom-uitstroom",
    title: "Instroom en uitstroom per productgroep, voorzieningsoort en gebied",
    columns: [
      .key(.level), .key(.name), .key(.month, .month),
      .derived(.present, .count, from: .inflow, .outflow), .count(.inflow), .count(.outflow),
    ],
    coverage: .allMonths,
    countingRules: { parameters in
      [
        parameters.monthRule,
        """
        De tabel loopt van de eerste tot en met de laatste maand van alle goedgekeurde regels, \
        los van de periode van de andere tabellen.
        """, CountingRule.net, CountingRule.group, CountingRule.activeMonth,
        """
        Maanden met gebruik met hoogstens \(inMonths(parameters.gapMonths)) ertussen zijn één \
        aaneengesloten gebruik, apart voor elke productgroep, voorzieningsoort en cliënt. Wie van \
        productgroep wisselt, stroomt bij de ene uit en bij de andere in, maar niet in het totaal.
        """,
        """
        Instroom is gebruik dat in de maand begint; uitstroom is gebruik met de vorige maand als \
        laatste. Aanwezig is aanwezig in de vorige maand, plus instroom, min uitstroom.
        """, provisionalRule(parameters.gapMonths), CountingRule.district,
        """
        Elke cliënt heeft in alle maanden hetzelfde gebied, en is onbekend zonder wijk, met een wijk \
        die niet in gebieden.csv staat, of zonder regel in clienten.csv. Zonder clienten.csv of \
        gebieden.csv zijn er geen rijen per gebied.
        """,
      ]
    },
    datedRules: { ledger in
      guard ledger.registers.clients != nil, let assignment = DistrictAssignment(ledger) else {
        return []
      }
      return [assignment.yearRule]
    },
    laws: [
      TableLaw("aanwezig is that of the month before, plus instroom, minus uitstroom") { table, _ in
        let firstMonth = table.rows.first.map { table.cell($0, .month) }
        var present: Int64 = 0
        return table.rows.allSatisfy { row in
          if table.cell(row, .month) == firstMonth { present = 0 }
          present += (table.number(row, .inflow) ?? 0) - (table.number(row, .outflow) ?? 0)
          return table.number(row, .present) == present
        }
      },
      TableLaw("gebieden add up to the total in every month") { table, _ in
        var sums: [Cell: [Int64]] = [:]
        for row in table.rows(at: .district) {
          sums[table.cell(row, .month), default: [0, 0, 0]].add(table.flows(row))
        }
        return sums.isEmpty
          || table.rows(at: .total).allSatisfy {
            sums[table.cell($0, .month)] == table.flows($0)
          }
      },
      TableLaw("the total is that of maandverloop") { table, tables in
        guard let course = tables.first(where: { $0.name == monthlyCourse.name }) else {
          return true
        }
        let total = table.rows(at: .total)
        return total.map(table.flows) == course.rows.map(course.flows)
          && total.map { table.cell($0, .month) } == course.rows.map { course.cell($0, .month) }
      },
    ],
    rows: { ledger in
      guard let months = ledger.months else { return [] }
      return ledger.flows().flatMap { flow -> [[Cell]] in
        var present = 0
        return zip(flow.inflow, flow.outflow).enumerated().map { offset, change in
          let (inflow, outflow) = change
          present += inflow - outflow
          return [
            .level(flow.level), flow.name.map(Cell.text) ?? .empty,
            .number(Int64(months.lowerBound.number) + Int64(offset)), .count(present),
            .count(inflow), .count(outflow),
          ]
        }
      }
    })
}

extension Table {
  /// Presence, inflow and outflow of a row.
  fileprivate func flows(_ row: [Cell]) -> [Int64] {
    [ColumnName.present, .inflow, .outflow].map { number(row, $0) ?? 0 }
  }
}

extension [Int64] {
  fileprivate mutating func add(_ other: [Int64]) {
    for index in indices { self[index] += other[index] }
  }
}

/// Clients that begin and end per month.
private struct Flow {
  let level: Level
  let name: String?
  var inflow: [Int]
  /// Stands in the month after a spell's last.
  var outflow: [Int]

  init(_ level: Level, _ name: String?, monthCount: Int) {
    self.level = level
    self.name = name
    inflow = Array(repeating: 0, count: monthCount)
    outflow = inflow
  }

  mutating func add(_ spell: ClosedRange<Int>) {
    inflow[spell.lowerBound] += 1
    let next = spell.upperBound + 1
    if next < outflow.count { outflow[next] += 1 }
  }

  var isEmpty: Bool { inflow.allSatisfy { $0 == 0 } }
}

extension Ledger {
  /// Of the product groups, the kinds, the districts and the whole, in this order.
  fileprivate func flows() -> [Flow] {
    let (groups, kinds) = (registers.productGroups, ProvisionKind.allCases)
    let assignment = registers.clients == nil ? nil : DistrictAssignment(self)
    let districts = assignment.map { $0.names + [Level.unknown.rawValue] } ?? []
    let firstDistrict = groups.count + kinds.count
    let whole = firstDistrict + districts.count
    var flows =
      (groups.map { (Level.productGroup, $0) } + kinds.map { (.kind, $0.code) }
      + districts.map { (.district, $0) })
      .map { Flow($0, $1, monthCount: netPerMonth.count) }
    flows.append(Flow(.total, nil, monthCount: netPerMonth.count))

    forEachClientMonths(
      in: .all,
      setsOfProduct: registers.products.map {
        [$0.group, groups.count + $0.kind.rawValue, whole]
      }
    ) { sets, placements in
      for set in sets.used {
        sets[set].forEachSpell(gapMonths: parameters.gapMonths) { flows[set].add($0) }
      }
      guard let assignment, let clients = registers.clients, let first = placements.first else {
        return
      }
      let district = assignment.district(of: clients[Int(first.client)])
      let flow = firstDistrict + (district ?? assignment.names.count)
      sets[whole].forEachSpell(gapMonths: parameters.gapMonths) { flows[flow].add($0) }
    }

    let known = Set(course.map(\.group))
    return flows.enumerated().filter { index, flow in
      switch flow.level {
      case .productGroup: known.contains(index)
      case .district: index < whole - 1 || !flow.isEmpty
      default: true
      }
    }.map(\.element)
  }
}
