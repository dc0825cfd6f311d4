import Foundation
import Ingest

extension ColumnName {
  public static let monthsBack = ColumnName("maanden_terug")
  public static let lastMonth = ColumnName("tot_en_met")
  public static let arrived = ColumnName("gekomen")
  public static let difference = ColumnName("verschil")
  public static let withinTwo = ColumnName("binnen_twee")
}

extension Analysis {
  private static let whole = RowSet.all.and(.productGroup, .total)

  /// What would have been expected some months ago, beside what has come since.
  public static let lookBack = Analysis(
    name: "terugblik",
    title: "Wat eerder verwacht zou zijn, en wat er kwam",
    columns: [
      .key(.monthsBack, .count), .key(.lastMonth, .month), .key(.productGroup),
      .derived(.expected, .amount, from: .arrived), .amount(.arrived),
      .derived(.difference, .amount, from: .expected, .arrived),
      .derived(.standardError, .amount, from: .arrived), .text(.withinTwo),
    ],
    coverage: .triangle,
    countingRules: { parameters in
      [
        CountingRule.courseMonths, parameters.triangleRule, parameters.factorRule, CountingRule.net,
        CountingRule.group,
        """
        Verwacht is wat met de regels tot en met die maand nu binnen zou moeten zijn gekomen over \
        prestatiemaanden tot en met die maand, met factoren die alleen uit die regels zijn gemaakt. \
        Gekomen is wat sindsdien tot en met de laatste maand van de driehoek over die prestatiemaanden \
        is gedeclareerd. Verschil is gekomen min verwacht.
        """,
        "Binnen twee: het verschil is hoogstens twee standaardfouten.",
      ]
    },
    datedRules: { $0.triangleFacts },
    balances: [ColumnName.expected, .arrived, .difference].map { column in
      Balance(nil, [.toTotal(in: .productGroup, by: [.monthsBack])], of: column)
    },
    laws: [
      TableLaw("gekomen is what declaratie-driehoek has after tot_en_met") { table, tables in
        guard let triangle = tables.first(where: { $0.name == declarationTriangle.name }) else {
          return true
        }
        return whole.rows(of: table).allSatisfy { row in
          table.number(row, .arrived) == triangle.arrived(after: table.number(row, .lastMonth) ?? 0)
        }
      }
    ],
    rows: { ledger in
      guard let last = ledger.lastCourseMonth else { return [] }
      return [3, 6, 12].flatMap { delays -> [[Cell]] in
        let then = Month(number: last.number - Int32(delays))
        guard
          let courses = CourseForecast(
            ledger.course, last: then, ledger.parameters.course, delays: delays)
        else { return [] }
        var arrived: [Int: Int64] = [:]
        for increment in ledger.course where increment.service <= then && increment.course <= last {
          arrived[increment.group, default: 0] += increment.course > then ? increment.cents : 0
        }
        let expected = Dictionary(
          uniqueKeysWithValues: courses.groups.map { ($0.group, ExpectedSum($0.forecast)) })
        var total = ExpectedSum()
        let key: [Cell] = [.count(delays), .number(Int64(then.number))]
        let rows = arrived.sorted { $0.key < $1.key }.map { group, cents in
          let sum = expected[group] ?? .unknown
          total.add(sum)
          return key + [ledger.groupCell(group)] + sum.cells(arrived: cents)
        }
        let all = arrived.values.reduce(0, +)
        return rows + [key + [.level(.total)] + total.cells(arrived: all)]
      }
    })
}

extension ExpectedSum {
  /// The cells behind the keys.
  fileprivate func cells(arrived: Int64) -> [Cell] {
    let difference = arrived - toCome
    let isWithin = standardError.map { abs(difference) <= 2 * $0 }
    return [
      .number(toCome), .number(arrived), .number(difference),
      standardError.map(Cell.number) ?? .empty,
      isWithin.map { .text($0 ? "ja" : "nee") } ?? .empty,
    ]
  }
}

extension Table {
  /// What came after a month for service months up to it, of all groups.
  fileprivate func arrived(after month: Int64) -> Int64 {
    rows(.productGroup, Level.total.rawValue).reduce(0) { sum, row in
      guard let service = number(row, .serviceMonth), let delay = number(row, .delay),
        let cents = number(row, .amount), service <= month, service + delay > month
      else { return sum }
      return sum + cents
    }
  }
}
