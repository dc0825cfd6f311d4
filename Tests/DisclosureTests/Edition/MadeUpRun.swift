import Analytics
import Ingest

/// Figures as a run might have them, none of which need agree with another, and the eleven tables
/// that the run would publish of them.
struct MadeUpRun {
  typealias Figures = (clients: Int64, indications: Int64, amount: Int64)

  static let kinds = ["algemeen", "maatwerk", "vrij_inzetbaar"]
  static let products = [("maatwerk", "B1"), ("maatwerk", "B2"), ("vrij_inzetbaar", "D1")]
  static let markets = products + kinds.map { ($0, "") } + [("", "")]
  static let concerns = ["Anker", "Baken", "Citer", "Dolfijn"]
  static let groups = ["arbeid", "begeleiding", "dagbesteding"]
  static let ages = ["0-17", "18+", "onbekend"]
  static let months = [Int32(24204), 24205, 24206].map { Month(number: $0) }
  static let combinations = [
    "arbeid", "arbeid + begeleiding", "arbeid + begeleiding + dagbesteding", "begeleiding",
    "begeleiding + dagbesteding", "dagbesteding",
  ]
  static let groupCounts = ["1", "2", "3", "4", "5", "6+"]
  /// With their inhabitants.
  static let districts: [(name: String, inhabitants: Int64?)] = [
    ("Leeg", 0), ("Noord", 2000), ("Zuid", nil), ("onbekend", nil),
  ]
  static let inhabitants: Int64 = 2000

  /// Of every bundle but `groep/G`, which the ages are.
  var figures: [BundleName: Figures]
  /// How many concerns are above 0; not of what they are counted.
  var providers: [BundleName: Int64] = [:]
  var subsidies: Int64 = 30_010_50

  /// Every bundle has the same figures.
  init(_ figures: Figures = (clients: 100, indications: 120, amount: 5000_00)) {
    self.figures = Dictionary(uniqueKeysWithValues: Self.bundles.map { ($0, figures) })
  }

  subscript(bundle: BundleName) -> Figures {
    get { figures[bundle] ?? (0, 0, 0) }
    set { figures[bundle] = newValue }
  }

  /// All that have figures of their own, in no order.
  static var bundles: [BundleName] {
    var names = markets.flatMap { kind, code in
      [.market(kind, code), .threeLargest(kind, code)]
        + concerns.map { BundleName.care(kind, code, $0) }
    }
    names += months.flatMap { month in
      [.month(month.iso), .present(month.iso), .inflow(month.iso), .outflow(month.iso)]
    }
    names += combinations.flatMap { [.combination($0), .simultaneous($0)] }
    names += groupCounts.map { .groupCount($0) }
    names += (groups + ["totaal"]).flatMap { group in ages.map { .age(group, $0) } }
    names += districts.flatMap { district in
      (kinds + [""]).map { .district(district.name, $0) }
    }
    names += groups.flatMap { from in
      [.from(from)] + groups.filter { $0 != from }.map { .follows(from, $0) }
    }
    return names + [
      .together("arbeid", "begeleiding"), .together("arbeid", "dagbesteding"),
      .together("begeleiding", "dagbesteding"),
    ]
  }

  /// The clients of a group of the table of ages.
  func clients(ofGroup group: String) -> Int64 {
    Self.ages.reduce(0) { $0 + self[.age(group, $1)].clients }
  }
}

// The tables, with every figure as outputs.md defines it.
extension MadeUpRun {
  var tables: [Table] {
    [
      table(.productUse, Self.markets.map(productRow)), table(.subsidies, subsidyRows),
      table(.spendingShares, spendingRows), table(.monthlyCourse, Self.months.map(monthRow)),
      table(.combinations, combinationRows), table(.groupCounts, groupCountRows),
      table(.sequences, sequenceRows), table(.concentration, Self.markets.map(concentrationRow)),
      table(.providers, Self.markets.flatMap(providerRows)), table(.districtUse, districtRows),
      table(.ages, ageRows),
    ]
  }

  private func table(_ analysis: Analysis, _ rows: [[Cell]]) -> Table {
    Table(
      name: analysis.name, title: analysis.title,
      countingRules: analysis.countingRules(CountingParameters()), columns: analysis.columns,
      rows: rows)
  }

  private func keys(_ kind: String, _ code: String) -> [Cell] {
    let level: Level = code.isEmpty ? kind.isEmpty ? .total : .kind : .product
    return [.level(level), text(kind), text(code)]
  }

  private func text(_ text: String) -> Cell { text.isEmpty ? .empty : .text(text) }

  private func productRow(_ kind: String, _ code: String) -> [Cell] {
    let market = self[.market(kind, code)]
    return keys(kind, code) + [
      text(code), .number(market.indications), .number(market.clients),
      .number(providers[.market(kind, code)] ?? 4), .number(market.amount),
      .cents(market.amount, per: Int(market.clients)),
      .cents(market.amount, per: Int(market.indications)),
    ]
  }

  private var subsidyRows: [[Cell]] {
    [
      [.level(.recipient), .text("Welzijn"), .number(subsidies), .share(subsidies, of: subsidies)],
      [.level(.total), .empty, .number(subsidies), .share(subsidies, of: subsidies)],
    ]
  }

  private var spendingRows: [[Cell]] {
    let amounts = Self.kinds.map { kind in
      self[.market(kind, "")].amount + (kind == "algemeen" ? subsidies : 0)
    }
    let total = amounts.reduce(0, +)
    return zip(Self.kinds, amounts).map { kind, amount in
      [.text(kind), .number(amount), .share(amount, of: total)]
    }
  }

  private func monthRow(_ month: Month) -> [Cell] {
    let figures = self[.month(month.iso)]
    return [
      .number(Int64(month.number)), .number(figures.indications), .number(figures.clients),
      .number(self[.present(month.iso)].clients), .number(self[.inflow(month.iso)].clients),
      .number(self[.outflow(month.iso)].clients), .number(figures.amount),
    ]
  }

  private var combinationRows: [[Cell]] {
    let sorted = Self.combinations.sorted { a, b in
      let (more, fewer) = (self[.combination(a)].clients, self[.combination(b)].clients)
      return more == fewer ? a < b : more > fewer
    }
    let total = Self.combinations.reduce(0) { $0 + self[.combination($1)].clients }
    return sorted.map { name in
      let count = Int64(name.split(separator: " + ").count)
      let figures = self[.combination(name)]
      return [
        .text(name), .number(count), .number(figures.clients),
        .share(figures.clients, of: total),
        count == 1 ? .empty : .number(self[.simultaneous(name)].clients),
        .number(figures.amount),
      ]
    }
  }

  private var groupCountRows: [[Cell]] {
    let total = Self.groupCounts.reduce(0) { $0 + self[.groupCount($1)].clients }
    return Self.groupCounts.map { label in
      let figures = self[.groupCount(label)]
      return [
        .text(label), .number(figures.clients), .share(figures.clients, of: total),
        .number(figures.amount),
      ]
    }
  }

  private var sequenceRows: [[Cell]] {
    Self.groups.flatMap { from in
      Self.groups.filter { $0 != from }.map { to in
        let (all, followed) = (self[.from(from)].clients, self[.follows(from, to)].clients)
        return [
          .text(from), .text(to), .number(all), .number(followed), .share(followed, of: all),
          .number(self[.together(from, to)].clients),
        ]
      }
    }
  }

  private func amounts(in kind: String, _ code: String) -> [(concern: String, figures: Figures)] {
    Self.concerns.map { ($0, self[.care(kind, code, $0)]) }.sorted { a, b in
      (b.figures.amount, a.concern) < (a.figures.amount, b.concern)
    }
  }

  private func concentrationRow(_ kind: String, _ code: String) -> [Cell] {
    let above = amounts(in: kind, code).map(\.figures.amount).filter { $0 > 0 }
    let total = above.reduce(0, +)
    let squares = above.reduce(Int128(0)) { $0 + Int128($1) * Int128($1) }
    let square = Int128(total) * Int128(total)
    let largest = (1...3).map { Cell.share(above.prefix($0).reduce(0, +), of: total) }
    return keys(kind, code) + [
      text(code), .number(providers[.market(kind, code)] ?? Int64(above.count)), .number(total),
    ] + largest + [
      .quotient(squares, square, decimals: 5), .quotient(square, squares, decimals: 2),
      .share(
        self[.threeLargest(kind, code)].clients, of: self[.market(kind, code)].clients),
    ]
  }

  private func providerRows(_ kind: String, _ code: String) -> [[Cell]] {
    let market = self[.market(kind, code)]
    return amounts(in: kind, code).enumerated().map { index, provider in
      let figures = provider.figures
      return keys(kind, code) + [
        .text(provider.concern), .count(index + 1), .number(figures.amount),
        .share(figures.amount, of: market.amount), .number(figures.clients),
        .share(figures.clients, of: market.clients),
      ]
    }
  }

  private var districtRows: [[Cell]] {
    Self.districts.flatMap { district in
      (Self.kinds + [""]).map { kind in
        districtRow(
          district.name, kind, district.inhabitants, self[.district(district.name, kind)])
      }
    }
      + (Self.kinds + [""]).map { kind in
        districtRow("totaal", kind, Self.inhabitants, self[.market(kind, "")])
      }
  }

  private func districtRow(
    _ name: String, _ kind: String, _ inhabitants: Int64?, _ figures: Figures
  ) -> [Cell] {
    [
      .text(name), .level(kind.isEmpty ? .total : .kind), text(kind),
      inhabitants.map(Cell.number) ?? .empty, .number(figures.clients),
      .quotient(figures.clients * 1000, inhabitants ?? 0, decimals: 4),
      .number(figures.indications), .number(figures.amount),
      .cents(figures.amount, per: Int(figures.clients)),
      .cents(figures.amount, per: Int(inhabitants ?? 0)),
    ]
  }

  private var ageRows: [[Cell]] {
    (Self.groups + ["totaal"]).flatMap { group in
      Self.ages.map { ageClass in
        let figures = self[.age(group, ageClass)]
        return [
          .text(group), .text(ageClass), .number(figures.clients),
          .share(figures.clients, of: clients(ofGroup: group)), .number(figures.amount),
        ]
      }
    }
  }
}
