import Analytics
import Ingest

@testable import Reporting

/// A small report with the tables of supply and region: the window is January and February 2017.
struct SupplyFixture {
  /// The name of a product group, a concern, a lot and a function.
  var name = "begeleiding"
  /// Of the allocations in force in February.
  var withoutDeclaration: Int64 = 3
  /// The reasons of ends in the window: code and label, none of which was given where they are nil.
  var reasons: [(code: String, label: String)?] = [("19", "volgens plan"), nil]
  /// Allocations on the last day of the window by months from February on; -1 without an end.
  var ends: [Int32: Int64] = [0: 1, 2: 4, 20: 3, -1: 2]
  /// Clients in kind only, by budget only, by both.
  var forms: [Int64] = [6, 3, 1]
  /// In cents; nil without the file of personal budgets.
  var granted: Int64? = 8_000_00
  var hasLotsOfProducts = true
  var subcontractors = 1
  /// What went to concerns without a contract, in cents.
  var withoutContract: Int64 = 250_00
  /// The years of the turnover, with whether they are whole.
  var years: [(year: Int, isWhole: Bool)] = [(2015, true), (2016, true), (2017, false)]
  var entrants = 2
  var leavers = 1
  var hasEarlierPeriod = true
  /// With how many product groups, and pairs of district and group, the first concern is alone.
  var alone: (groups: Int, districts: Int?) = (1, 3)
  var switched = 1
  var inBoth = 8
  /// Codes and inhabitants of municipalities.
  var municipalities: [(code: String, inhabitants: Int?)] = [("9901", 1000), ("9902", 2000)]
  var hasOverlap = true
  /// Which tables are header only.
  var isEmpty: (Analysis) -> Bool = { _ in false }

  var report: Report {
    Report(
      version: "1", municipality: .init(name: "Stad"),
      period: .init(
        days: Month(year: 2017, month: 1).firstDay...Month(year: 2017, month: 2).lastDay,
        isFromData: false),
      basis: .service,
      tables: tables.map { analysis, rows in
        Table(
          name: analysis.name, title: analysis.title,
          countingRules: analysis.name == Analysis.switches.name
            ? ["De eerste maand is 2017-01, de laatste 2017-02."] : [],
          columns: analysis.columns, rows: isEmpty(analysis) ? [] : rows)
      }, account: RunAccount(hash: "0123abcd"))
  }

  private var tables: [(Analysis, [[Cell]])] {
    [
      (.monthlyCourse, (0...1).map { [month($0)] + (1...6).map { .number($0) } }),
      (.allocationCourse, course), (.allocationEndings, endings), (.allocationUptake, uptake),
      (.expiringAllocations, expiring), (.deliveryForms, deliveryForms), (.lots, lots),
      (.providerTurnover, turnover), (.landscape, landscape), (.concernExits, exits),
      (.switches, switches), (.region, region), (.overlap, overlap),
    ]
  }

  private var group: Cell { .text(name) }

  /// Months from January 2017 on.
  private func month(_ offset: Int32) -> Cell {
    .number(Int64(Month(year: 2017, month: 1).number + offset))
  }

  /// The rows of one product group and of the total.
  private func levels(_ rows: (_ keys: [Cell]) -> [[Cell]]) -> [[Cell]] {
    rows([.level(.productGroup), group]) + rows([.level(.total), .empty])
  }

  private var course: [[Cell]] {
    let kind = Cell.text(ProvisionKind.tailored.code)
    let keys: [[Cell]] = [
      [.level(.productGroup), .empty, group], [.level(.kind), kind, .empty],
      [.level(.total), .empty, .empty],
    ]
    return keys.flatMap { keys in
      [(0, [4, 1, 10, 9, 0]), (1, [3, 2, 12, 11, 1])].map { offset, counts in
        keys + [month(offset)] + counts.map { .number($0) }
      }
    }
  }

  private var endings: [[Cell]] {
    levels { keys in
      reasons.enumerated().map { index, reason -> [Cell] in
        keys + [
          reason.map { .text($0.code) } ?? .empty, .text(reason?.label ?? "niet opgegeven"),
          .count(index + 1), .count(1), .share(Int64(index + 1), of: 3),
        ]
      }
    }
  }

  private var uptake: [[Cell]] {
    let all = Cell.number(withoutDeclaration * 4)
    let counts = [all, .number(withoutDeclaration * 3), .number(withoutDeclaration)]
    let keys: [[Cell]] = [
      [.level(.productGroup), group, .empty], [.level(.concern), .empty, group],
      [.level(.total), .empty, .empty],
    ]
    return keys.flatMap { keys -> [[Cell]] in
      let whole = keys + [.empty] + counts + [.empty, .empty, .empty]
      let hours =
        keys + [.text("04")] + counts + [.number(200_00), .number(90_00), .number(450_000)]
      return withoutDeclaration == 0 ? [whole] : [whole, hours]
    }
  }

  private var expiring: [[Cell]] {
    // Those without an end are the last of their group.
    levels { keys in
      ends.sorted { ($0.key < 0 ? .max : $0.key) < ($1.key < 0 ? .max : $1.key) }.map { end in
        keys + [end.key < 0 ? .empty : month(end.key + 1), .number(end.value), .count(1)]
      }
    }
  }

  private var deliveryForms: [[Cell]] {
    levels { keys in
      zip(["uitsluitend zin", "uitsluitend pgb", "beide"], forms).map { form, clients in
        let budget = form == "uitsluitend zin" ? 0 : granted
        return keys + [
          .text(form), .number(clients), .share(clients, of: forms.reduce(0, +)), .number(clients),
          granted == nil ? .empty : .number(budget ?? 0),
          granted == nil ? .empty : .number((budget ?? 0) / 2),
        ]
      }
    }
  }

  private var lots: [[Cell]] {
    func use(_ active: Int, _ clients: Int) -> [Cell] {
      hasLotsOfProducts
        ? [
          .count(active), .count(clients), .number(500_00), .number(400_000),
          .number(withoutContract),
        ] : [.empty, .empty, .empty, .empty, .empty]
    }
    let roles: [Cell] = [.count(3), .count(subcontractors), .count(0)]
    let words: [Cell] = [.text("open house"), .text("verschillend"), .count(3), .count(3)]
    let other: [Cell] =
      [.text("open house"), .empty, .count(1), .count(1), .count(1), .count(0), .count(0), .empty]
    let total: [Cell] = [.count(2), .count(9), .number(1_000_00), .number(300_000)]
    let unknown = Array(repeating: Cell.count(0), count: 5)
    return [
      [.level(.lot), group] + words + roles + [.number(9_000_00)] + use(2, 7),
      [.level(.lot), .text("vervoer")] + other + use(0, 0),
    ]
      + (hasLotsOfProducts
        ? [[.level(.lot), .level(.unknown), .empty, .empty] + unknown + [.empty] + use(0, 2)] : [])
      + [
        [.level(.total), .empty] + words + roles + [.number(9_000_00)] + total
          + [.number(withoutContract)]
      ]
  }

  private var turnover: [[Cell]] {
    levels { keys in
      years.enumerated().map { index, year -> [Cell] in
        func change(_ cells: [Cell]) -> [Cell] { index == 0 ? cells.map { _ in .empty } : cells }
        return keys + [.count(year.year), .text(year.isWhole ? "ja" : "nee"), .count(5)]
          + change([.count(entrants), .count(leavers), .count(5 - entrants)]) + [.count(20)]
          + change([.count(4), .count(3)]) + [.number(900_00)]
          + change([.number(90_00), .number(70_00), .number(100_000)])
      }
    }
  }

  private var landscape: [[Cell]] {
    let moments: [(level: Level, year: Int, providers: Int)] = [
      (.before, 2016, hasEarlierPeriod ? 4 : 0), (.after, 2017, 5),
    ]
    return levels { keys in
      let isTotal = keys[0] == .level(.total)
      return moments.map { level, year, providers in
        keys + [
          .level(level), .text("\(year)-01-01"), .text("\(year)-02-28"), .count(providers),
          .count(1), .share(1, of: Int64(providers)), .count(providers * 4), .count(providers * 3),
          .number(750_000), .number(125), .number(900_00), .number(25_000),
        ] + (isTotal ? (0..<4).map { .count(9 - $0) } : [.empty, .empty, .empty, .empty])
      }
    }
  }

  private var exits: [[Cell]] {
    [(name, alone), ("Baken", (0, alone.districts.map { _ in 0 }))].map { name, alone in
      let pairs: [Cell] =
        alone.districts.map { [.count(6), .count($0), .count(1)] } ?? [.empty, .empty, .empty]
      return [
        .text(name), .count(9), .count(2), .count(7), .count(2), .count(alone.groups), .count(1),
      ] + pairs + [.number(500_00), .number(500_000)]
    }
  }

  private var switches: [[Cell]] {
    let figures: [Cell] = [
      .count(switched), .count(inBoth), .share(Int64(switched), of: Int64(inBoth)),
    ]
    let pair: [Cell] = [
      .level(.pair), group, .text("Anker"), .text("Baken"), .count(switched), .empty, .empty,
    ]
    return (switched > 0 ? [pair] : [])
      + [
        [.level(.productGroup), group, .empty, .empty] + figures,
        [.level(.total), .empty, .empty, .empty] + figures,
      ]
  }

  private var region: [[Cell]] {
    let parts = municipalities.enumerated().map { index, municipality in
      (Cell.text(municipality.code), municipality.inhabitants, 4 + index)
    }
    let inhabitants = municipalities.reduce(Int?(0)) { sum, municipality in
      sum.flatMap { sum in municipality.inhabitants.map { sum + $0 } }
    }
    let whole = (Cell.level(.total), inhabitants, parts.reduce(0) { $0 + $1.2 })
    return (parts + [whole]).flatMap { code, inhabitants, clients in
      [[Cell.level(.function), group], [.level(.total), .empty]].map { keys in
        [code] + keys + [
          inhabitants.map { .count($0) } ?? .empty, .count(clients),
          .quotient(Int64(clients) * 1000, Int64(inhabitants ?? 0), decimals: 4), .count(clients),
          .number(100_00),
        ]
      }
    }
  }

  private var overlap: [[Cell]] {
    guard hasOverlap else { return [] }
    return (municipalities.map { Cell.text($0.code) } + [.level(.total)]).map { code in
      [code, .count(4), .count(3), .number(750_000)]
    }
  }
}
