import Analytics
import Ingest

@testable import Reporting

/// A small report with the tables of money: the window is 2018, the base year 2016.
struct MoneyFixture {
  /// The name of a product group, a budget, a line and a recipient.
  var name = "begeleiding"
  /// The whole years; the last one that is there is in part.
  var wholeYears: [Int] = [2016, 2017, 2018]
  var hasPrices = true
  /// Of the first line and of the second, in cents; both have a budget of € 1.000.
  var outcomes: [Int64] = [1_200_00, 900_00]
  var hasTotal = true
  /// Above the maximum of the reserve, in cents.
  var aboveMaximum: Int64 = 50_00
  /// What providers carry where they are paid a fixed sum.
  var carried: Int64 = 150_00
  /// Which tables are header only.
  var isEmpty: (Analysis) -> Bool = { _ in false }

  var report: Report {
    Report(
      version: "1", municipality: .init(name: "Stad"),
      period: .init(
        days: Month(year: 2018, month: 1).firstDay...Month(year: 2018, month: 12).lastDay,
        isFromData: false),
      basis: .service,
      tables: tables.map { analysis, rows in
        Table(
          name: analysis.name, title: analysis.title,
          countingRules: analysis.name == Analysis.yearCourse.name
            ? ["Het basisjaar is 2016, het eerste jaar dat volledig is gedeclareerd."] : [],
          columns: analysis.columns, rows: isEmpty(analysis) ? [] : rows)
      }, account: RunAccount(hash: "0123abcd"))
  }

  private var tables: [(Analysis, [[Cell]])] {
    [
      (.yearCourse, years), (.indexation, indices), (.budgetBuildUp, buildUp),
      (.budgetMonitor, budget), (.lumpSums, lumpSums), (.fundingComparison, funding),
      (.districtBudget, districts), (.rateComparison, rates),
    ]
  }

  /// Costs of € 1.000, € 1.100 and € 1.320, prices that rise by 10 % each year.
  private var years: [[Cell]] {
    let amounts: [Int64] = [1_000_00, 1_100_00, 1_320_00]
    let constants: [Int64] = [1_000_00, 1_000_00, 1_090_91]
    let keys: [[Cell]] = [
      [.level(.productGroup), .text(ProvisionKind.tailored.code), .text(name)],
      [.level(.total), .empty, .empty],
    ]
    return keys.flatMap { keys in
      (0...2).map { index -> [Cell] in
        let year = 2016 + index
        let amount = amounts[index]
        let isKnown = hasPrices || index == 0
        return keys + [
          .count(year), .text(wholeYears.contains(year) ? "ja" : "nee"), .count(9), .count(5),
          .count(2), .number(amount), .number(0), .number(amount), .share(1, of: 1), .text("04"),
          .number(50_00), .cents(amount, per: 5), .number(25_0000),
          .quotient(amount * 100, amounts[0], decimals: 1), .number(1000),
          isKnown ? .number(constants[index]) : .empty,
          isKnown ? .quotient(constants[index] * 100, amounts[0], decimals: 1) : .empty,
        ]
      }
    }
  }

  private var indices: [[Cell]] {
    (2017...2018).map { year in
      [
        .count(year), .number(10_0000), .empty, .number(10_0000), .number(year == 2018 ? -5000 : 0),
        .number(10_000_000),
      ]
    }
  }

  private var buildUp: [[Cell]] {
    let blocks: [(sort: String, percent: Int64?, cents: Int64)] = [
      ("basis", nil, 800_00), ("index", 10_0000, 80_00), ("toevoeging", nil, 40_00),
      ("korting", 5_0000, -40_00),
    ]
    var sum: Int64 = 0
    let rows = blocks.enumerated().map { index, block -> [Cell] in
      sum += block.cents
      return [
        .text(name), .count(2018), .level(.block), .count(index + 1), .text(block.sort),
        .text("blok \(index + 1)"), block.percent.map { .number($0) } ?? .empty,
        .number(block.cents), .number(sum), .share(block.cents, of: 880_00),
      ]
    }
    let rest: [Cell] = [.empty, .empty, .empty, .empty]
    return rows + [
      [.text(name), .count(2018), .level(.total)] + rest
        + [.number(880_00), .number(880_00), .share(1, of: 1)],
      [.text(name), .count(2018), .level(.discrepancy)] + rest
        + [.number(120_00), .empty, .share(120_00, of: 880_00)],
    ]
  }

  private var budget: [[Cell]] {
    func row(_ keys: [Cell], _ outcome: Int64, _ budget: Int64) -> [Cell] {
      let deviation = outcome - budget
      return [.count(2018)] + keys + [
        .empty, .number(budget), .number(budget + 100_00), .empty, .number(outcome - 100_00),
        .number(60_00), .number(40_00), .number(outcome), .number(deviation),
        deviation == 0 ? .empty : .text(deviation > 0 ? "N" : "V"),
        .share(outcome - 100_00, of: budget),
        deviation > 0 ? .number(Int64(Month(year: 2018, month: 11).number)) : .empty, .count(5),
        .text("toewijzingen"), .text(deviation > 0 ? "overleg" : "ok"),
      ]
    }
    let lines = zip([name, "vervoer"], outcomes).map { name, outcome in
      row([.level(.line), .text(name)], outcome, 1_000_00)
    }
    let total =
      hasTotal
      ? row([.level(.total), .empty], outcomes.reduce(0, +), Int64(outcomes.count) * 1_000_00)
      : [.count(2018), .level(.total)] + Array(repeating: Cell.empty, count: 16)
    return lines + [total]
  }

  private var lumpSums: [[Cell]] {
    [
      [
        .text(name), .count(2018), .number(1_000_00), .empty, .number(850_00), .number(150_00),
        .number(0), .number(150_00), .number(100_00 + aboveMaximum), .number(100_00),
        .number(aboveMaximum),
      ]
    ]
  }

  private var funding: [[Cell]] {
    let forms: [(String, Int64)] = [("inspanning", 0), ("beschikbaarheid", carried)]
    return forms.flatMap { form, carried in
      [[Cell.level(.productGroup), .text(name)], [.level(.total), .empty]].map { keys in
        [.text(form)] + keys + [
          .number(1_320_00 - carried), .number(-carried), .number(150_00 - carried),
          .number(carried), .number(125), .number(140),
        ]
      }
    }
  }

  private var districts: [[Cell]] {
    [("Noord", 600_00, 700_00), ("Zuid", 400_00, 300_00)].map { name, budget, spent in
      [
        .text(name), .count(100), .share(budget, of: 1_000_00), .number(budget), .number(spent),
        .number(budget - spent), .number(budget / 100),
      ]
    } + [
      [
        .level(.total), .count(200), .share(1, of: 1), .number(1_000_00), .number(1_010_00),
        .number(-10_00), .number(5_00),
      ]
    ]
  }

  private var rates: [[Cell]] {
    [
      [
        .text("02A01"), .text(name), .text("04"), .count(3), .number(20_0000), .number(22_0000),
        .number(24_0000), .number(30_0000), .number(25_0000), .number(75_00),
      ]
    ]
  }
}
