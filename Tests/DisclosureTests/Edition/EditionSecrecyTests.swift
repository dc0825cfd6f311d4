import Analytics
import Disclosure
import Ingest
import Testing

/// Two runs that differ in what an edition does not show have the same edition.
@Suite("what an edition rests on") struct EditionSecrecyTests {
  private static let parameters: [PublicationParameters] = [
    PublicationParameters(), .exact,
    PublicationParameters(countBase: 10, amountBaseEuros: 1000),
    PublicationParameters(countBase: 3, amountBaseEuros: 1, threshold: 5),
    PublicationParameters(countBase: 5, amountBaseEuros: 500, providerNames: .rank),
  ]

  @Test("nothing but what is shown", arguments: parameters.indices, UInt64(1)...12)
  func shownFiguresAlone(choice: Int, seed: UInt64) {
    let parameters = Self.parameters[choice]
    var dice = SeededDice(seed: seed)
    let run = MadeUpRun(drawnBy: &dice, parameters)
    let hidden = run.hidden(by: &dice)
    let edition = EditionTables(run.tables, hiding: hidden, parameters).tables
    for _ in 0..<4 {
      let other = run.alike(hiding: hidden, parameters, &dice)
      let tables = other.tables.map { $0.withOtherQuotients(&dice) }
        .map { $0.withoutAHiddenRow(hidden, &dice) }
      let again = EditionTables(tables, hiding: hidden, parameters).tables
      #expect(edition.map(\.name) == again.map(\.name))
      for (first, second) in zip(edition, again) {
        #expect(first.rows == second.rows, "\(first.name), seed \(seed)")
        #expect(first.countingRules == second.countingRules)
      }
    }
  }

  @Test("and a shown figure that changes visibly changes the edition", arguments: UInt64(1)...12)
  func shownFiguresCount(seed: UInt64) {
    var dice = SeededDice(seed: seed)
    let run = MadeUpRun(drawnBy: &dice, PublicationParameters())
    let edition = EditionTables(run.tables, hiding: HiddenBundles(), PublicationParameters()).tables
    for bundle in MadeUpRun.bundles.sorted() where run[bundle].clients > 0 {
      var other = run
      other[bundle].clients += 5
      let again = EditionTables(
        other.tables, hiding: HiddenBundles(), PublicationParameters()
      ).tables
      let isSingle = bundle.text.hasSuffix("/gelijktijdig") && !bundle.text.contains(" + ")
      #expect(
        zip(edition, again).allSatisfy { $0.rows == $1.rows } == isSingle,
        "\(bundle.text), seed \(seed)")
    }
  }
}

extension MadeUpRun {
  /// Figures near each other, so that some are rounded alike.
  fileprivate init(drawnBy dice: inout SeededDice, _ parameters: PublicationParameters) {
    self.init()
    for bundle in Self.bundles.sorted() {
      let clients =
        Int64.random(in: 0...6, using: &dice) == 0
        ? 0 : parameters.threshold + Int64.random(in: 0...40, using: &dice)
      self[bundle] = (
        clients, clients == 0 ? 0 : clients + .random(in: 0...9, using: &dice),
        clients == 0 ? 0 : .random(in: -500_00...4000_00, using: &dice)
      )
    }
    for (kind, code) in Self.markets {
      let market = BundleName.market(kind, code)
      providers[market] = .random(in: 0...6, using: &dice)
      if self[market].clients == 0 { self[.threeLargest(kind, code)] = (0, 0, 0) }
    }
  }

  /// Some bundles of somebody.
  fileprivate func hidden(by dice: inout SeededDice) -> HiddenBundles {
    var reasons: [BundleName: HiddenBundles.Reason] = [:]
    for bundle in (Self.bundles + Self.groups.map { .group($0) }).sorted()
    where clients(of: bundle) > 0 && Int.random(in: 0..<4, using: &dice) == 0 {
      reasons[bundle] = .atRisk
    }
    return HiddenBundles(reasons)
  }

  private func clients(of bundle: BundleName) -> Int64 {
    figures[bundle]?.clients
      ?? Self.groups.filter { BundleName.group($0) == bundle }.reduce(0) {
        $0 + clients(ofGroup: $1)
      }
  }

  /// Another run that the edition of this one cannot tell from it: hidden figures are any, and shown
  /// ones any that are rounded alike.
  fileprivate func alike(
    hiding hidden: HiddenBundles, _ parameters: PublicationParameters, _ dice: inout SeededDice
  ) -> MadeUpRun {
    let rounding = Rounding(parameters)
    let all = hidden.withCompanions(in: tables)
    var other = self
    for bundle in Self.bundles.sorted() {
      if all.contains(bundle) {
        other[bundle] = (
          .random(in: 1...900, using: &dice), .random(in: 1...900, using: &dice),
          .random(in: -9000_00...9000_00, using: &dice)
        )
      } else {
        let old = self[bundle]
        other[bundle] = (
          rounding.alike(old.clients, .clients, &dice),
          rounding.alike(old.indications, .indications, &dice),
          rounding.alike(old.amount, .amount, &dice)
        )
      }
    }
    other.keepGeneralSpending(of: self, all, rounding)
    for group in Self.groups where !all.contains(.group(group)) {
      other.keepClients(ofGroup: group, of: self, rounding, &dice)
    }
    return other
  }

  /// Spending on general provisions is shown with the subsidies, too, and both must stay.
  private mutating func keepGeneralSpending(
    of run: MadeUpRun, _ hidden: HiddenBundles, _ rounding: Rounding
  ) {
    let bundle = BundleName.market("algemeen", "")
    guard !hidden.contains(bundle),
      rounding.shown(self[bundle].amount + subsidies, .amount)
        != rounding.shown(run[bundle].amount + subsidies, .amount)
    else { return }
    self[bundle].amount = run[bundle].amount
  }

  /// The clients of a group are shown in the shares of its ages.
  private mutating func keepClients(
    ofGroup group: String, of run: MadeUpRun, _ rounding: Rounding, _ dice: inout SeededDice
  ) {
    let shown = rounding.shown(run.clients(ofGroup: group), .clients)
    for ageClass in Self.ages.shuffled(using: &dice)
    where rounding.shown(clients(ofGroup: group), .clients) != shown {
      self[.age(group, ageClass)].clients = run[.age(group, ageClass)].clients
    }
  }
}

extension Rounding {
  /// Another value that is rounded alike.
  fileprivate func alike(_ value: Int64, _ measure: Measure, _ dice: inout SeededDice) -> Int64 {
    interval(ofShown: shown(value, measure), measure)?.randomElement(using: &dice) ?? value
  }
}

extension Table {
  /// Columns of which an edition takes nothing.
  private static let quotients: Set<ColumnName> = [
    .amountPerClient, .amountPerIndication, .amountPerInhabitant, .clientsPerThousand, .share,
    .clientShare, .rank, .largestShare, .twoLargestShare, .threeLargestShare, .hhi,
    .effectiveNumber,
  ]

  /// With any numbers for what follows from others.
  fileprivate func withOtherQuotients(_ dice: inout SeededDice) -> Table {
    guard name != Analysis.subsidies.name else { return self }
    var rows = rows
    for row in rows.indices {
      for (position, column) in columns.enumerated()
      where Self.quotients.contains(column.name)
        || (name == Analysis.concentration.name && column.name == .amount)
      {
        rows[row][position] = .number(.random(in: 0...1_000_000, using: &dice))
      }
    }
    return with(rows)
  }

  /// Without one of several combinations that are hidden: how many there are is a secret.
  fileprivate func withoutAHiddenRow(_ hidden: HiddenBundles, _ dice: inout SeededDice) -> Table {
    guard name == Analysis.combinations.name else { return self }
    let positions = rows.indices.filter {
      hidden.contains(.combination(text(rows[$0], .combination)))
    }
    guard positions.count > 1, let left = positions.randomElement(using: &dice) else { return self }
    return with(rows.indices.filter { $0 != left }.map { rows[$0] })
  }

  private func with(_ rows: [[Cell]]) -> Table {
    Table(name: name, title: title, countingRules: countingRules, columns: columns, rows: rows)
  }
}
