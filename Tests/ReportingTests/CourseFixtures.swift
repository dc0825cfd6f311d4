import Analytics
import Ingest

@testable import Reporting

/// A small report with the tables over time: January to March 2017, of which the window has the
/// first two, unless said otherwise.
struct CourseFixture {
  var basis = CountingParameters.Basis.service
  /// The name of a product group, of a district and in a path.
  var name = "begeleiding"
  var lastWindowMonth = 2
  /// In cents.
  var toCome: Int64 = 1_000_00
  var standardError: Int64? = 200_00
  /// The share of March that is declared, in millionths.
  var developed: Int64 = 500_000
  var costs: (before: Int64, after: Int64) = (3_000_000_00, 4_500_000_00)
  var clientEffect: Int64 = 1_300_000_00
  var comparison: ClosedRange<Day>? =
    Month(year: 2016, month: 1).firstDay...Month(year: 2016, month: 2).lastDay
  var median: Int64? = 4
  var spells: Int64 = 10
  var rate: Int64? = 200_000
  /// Which tables are header only.
  var isEmpty: (Analysis) -> Bool = { _ in false }

  var report: Report {
    var account = RunAccount(hash: "0123abcd")
    account.comparison = comparison
    return Report(
      version: "1", municipality: .init(name: "Stad"),
      period: .init(
        days: Month(year: 2017, month: 1)
          .firstDay...Month(year: 2017, month: lastWindowMonth).lastDay,
        isFromData: false),
      basis: basis,
      tables: tables.map { analysis, rows in
        Table(
          name: analysis.name, title: analysis.title, countingRules: [], columns: analysis.columns,
          rows: isEmpty(analysis) ? [] : rows)
      }, account: account)
  }

  private var months: [Cell] {
    (1...3).map { .number(Int64(Month(year: 2017, month: $0).number)) }
  }

  private var error: Cell { standardError.map(Cell.number) ?? .empty }

  private var tables: [(Analysis, [[Cell]])] {
    [
      (.monthlyCourse, months.map { [$0] + (1...6).map { .number($0) } }),
      (.declarationTriangle, triangle), (.declarationFactors, factors),
      (.stillToCome, stillToCome), (.lookBack, lookBack), (.costChange, costChange),
      (.lengthOfStay, stay), (.inflowOutflow, flows), (.sequencesOverTime, sequences),
      (.pathways, paths), (.standardizedDistricts, districts),
    ]
  }

  private var triangle: [[Cell]] {
    [Cell.text(name), .level(.total)].flatMap { group in
      [(0, 0, 70), (0, 2, 30), (1, 0, 80), (1, 1, 0), (2, 0, 50)].map { month, delay, cents in
        [group, months[month], .count(delay), .number(cents), .number(cents + 1)]
      }
    }
  }

  private var factors: [[Cell]] {
    [Cell.text(name), .level(.total)].flatMap { group in
      [(0, 600_000), (1, 900_000), (2, 1_000_000)].map { delay, share -> [Cell] in
        [group, .count(delay), .count(2), .number(1_100_000), .number(5), .number(share)]
      }
    }
  }

  private var stillToCome: [[Cell]] {
    let rows: [[Cell]] = zip(months, [1_000_000, 960_000, developed]).map { month, share in
      let cents: Int64 = share == developed ? toCome * 3 / 4 : share == 960_000 ? toCome / 4 : 0
      return [
        .level(.month), .level(.total), month, .number(2_000_00), .number(share), .empty,
        .number(2_000_00 + cents), .number(cents), .number(10_00),
      ]
    }
    let figures: [Cell] = [
      .number(6_000_00), .number(857_143), .empty, .number(6_000_00 + toCome), .number(toCome),
      error,
    ]
    return rows + [
      [.level(.productGroup), .text(name), .empty] + figures,
      [.level(.total), .empty, .empty] + figures, [.level(.check), .empty, .empty] + figures,
    ]
  }

  private var lookBack: [[Cell]] {
    [Cell.text(name), .level(.total)].map { group in
      [
        .count(3), months[0], group, .number(400_00), .number(500_00), .number(100_00), error,
        standardError == nil ? .empty : .text("nee"),
      ]
    }
  }

  private var costChange: [[Cell]] {
    let difference = costs.after - costs.before
    let volume = difference - clientEffect
    let amounts: [Int64] = [
      costs.before, costs.after, difference, clientEffect, 0, volume, 0, 0, 0,
    ]
    let figures = amounts.map(Cell.number)
    let kind = Cell.text(ProvisionKind.tailored.code)
    return [
      [.level(.productGroup), kind, .text(name)] + figures + [.text("LMDI")],
      [.level(.kind), kind, .empty] + figures + [.text("LMDI")],
      [.level(.total), .empty, .empty] + figures + [.text("LMDI")],
    ]
  }

  private var stay: [[Cell]] {
    let shares: [(months: Int, share: Int64?)] = [
      (3, 800_000), (6, 600_000), (12, 500_000), (24, nil),
    ]
    return [Cell.text(name), .level(.total)].flatMap { group in
      shares.map { months, share in
        let counts: [Int64?] = [spells, spells / 2, median, spells / 3]
        let limits: [Int64?] = [share, share.map { $0 - 100_000 }, share.map { $0 + 100_000 }]
        return [group, .count(months)] + (counts + limits).map { $0.map(Cell.number) ?? .empty }
      }
    }
  }

  private var flows: [[Cell]] {
    let names: [(Level, Cell)] = [
      (.productGroup, .text(name)), (.kind, .text(ProvisionKind.tailored.code)),
      (.district, .text(name)), (.district, .level(.unknown)), (.total, .empty),
    ]
    return names.flatMap { level, name -> [[Cell]] in
      zip(months, [(5, 5, 0), (8, 4, 1), (9, 1, 0)]).map { month, flow -> [Cell] in
        [.level(level), name, month, .count(flow.0), .count(flow.1), .count(flow.2)]
      }
    }
  }

  private var sequences: [[Cell]] {
    [("dagbesteding", name, 0), (name, "dagbesteding", 3)].flatMap { from, to, followed in
      [3, 6, 12].map { months -> [Cell] in
        [
          .text(from), .text(to), .count(months), .count(10), .count(9), .count(followed),
          months == 12 ? .empty : .number(Int64(followed) * 100_000),
        ]
      }
    }
  }

  private var paths: [[Cell]] {
    let path = Cell.text("\(name) > dagbesteding")
    return [
      [.level(.path), .text(name), .count(1), .count(6), .number(600_000), .count(2)],
      [.level(.path), path, .count(2), .count(3), .number(300_000), .count(0)],
      [.level(.other), .empty, .empty, .count(1), .number(100_000), .count(0)],
      [.level(.total), .empty, .empty, .count(10), .number(1_000_000), .count(2)],
    ]
  }

  private var districts: [[Cell]] {
    [(Cell.text(name), rate), (.text("Zuid"), nil), (.level(.total), 160_000)].map { name, rate in
      let rates = [0, 0, -20_000, 30_000, 0, 0, -20_000, 30_000].map { change -> Cell in
        rate.map { .number($0 + change) } ?? .empty
      }
      return [name, .count(20), .count(1), .count(1000)] + rates
    }
  }
}
