import Ingest

extension ColumnName {
  static let newClients = ColumnName("nieuw")
  static let earlierClients = ColumnName("eerder")
  static let probability = ColumnName("p")
  static let falseDiscoveryRate = ColumnName("q")
  static let isSignal = ColumnName("signaal")
  static let tests = ColumnName("toetsen")
  static let expectedSignals = ColumnName("vals_verwacht")
}

/// Areas with more new clients than chance would bring, `signalen.csv`; the file is about few people,
/// so it is no table of the report.
public struct Signals: Sendable {
  /// As that of a file, without its ending.
  public static let name = "signalen"
  public let table: Table
  /// Of the manifest: the counting rules in Dutch; in English what the file lacks, or leaves out.
  public let notes: [String]

  public init(_ ledger: Ledger) {
    do throws(SignalLack) {
      self.init(ledger, try SignalInput(ledger))
    } catch {
      self.init(rows: [], rules: [], remarks: ["\(Self.name).csv is a header only: \(error.text)"])
    }
  }

  private init(_ ledger: Ledger, _ input: SignalInput) {
    let (areas, months, signals) = (input.areas, input.months, input.parameters)
    let counts = SignalCounts(ledger, areas, months)
    let tests = SignalTests(counts, areas, months, signals)
    var remarks: [String] = []
    if counts.clientsWithoutArea > 0 {
      remarks.append(
        "\(Self.name).csv: new clients without \(signals.area.rawValue), or not in clienten.csv, are "
          + "left out: \(counts.clientsWithoutArea)")
    }
    self.init(
      rows: Self.rows(tests, counts, input, groups: ledger.registers.productGroups),
      rules: signals.countingRules(
        ledger.parameters, months, areWeightedByInhabitants: tests.areWeightedByInhabitants)
        + ledger.parameters.referenceRules,
      remarks: remarks)
  }

  private init(rows: [[Cell]], rules: [String], remarks: [String]) {
    table = Table(
      name: Self.name, title: "Gebieden met opvallend veel nieuwe cliënten", countingRules: rules,
      columns: Self.columns, rows: rows)
    notes = rules.map { "\(Self.name).csv: \($0)" } + remarks
  }

  private static let columns: [Column] = [
    .key(.level), .key(.district), .key(.productGroup),
    Column(name: .from, type: .month, role: .description),
    Column(name: .lastMonth, type: .month, role: .description),
    .count(.newClients), .count(.providers), .count(.earlierClients),
    .derived(.expectedClients, .ratio(decimals: 4), from: .newClients, .earlierClients),
    .derived(.probability, .ratio(decimals: 9), from: .newClients, .expectedClients),
    .derived(.falseDiscoveryRate, .ratio(decimals: 6), from: .probability),
    .derived(.isSignal, .text, from: .newClients, .probability),
    .count(.tests), .derived(.expectedSignals, .ratio(decimals: 4), from: .expectedClients),
  ]

  /// The areas with enough new clients, the least likely ones first, and the whole.
  private static func rows(
    _ tests: SignalTests, _ counts: SignalCounts, _ input: SignalInput, groups: [String]
  ) -> [[Cell]] {
    let (months, signals) = (input.months, input.parameters)
    let period = [months.recent.lowerBound, months.recent.upperBound].map {
      Cell.number(Int64($0.number))
    }
    // Tests of one probability stay in their order, by area and group.
    let shown = tests.tests.indices.filter { tests.tests[$0].count >= signals.minimum }
      .sorted { (tests.tests[$0].probability, $0) < (tests.tests[$1].probability, $1) }
    let rows = shown.map { index -> [Cell] in
      let test = tests.tests[index]
      let (area, group) = (test.area, test.group)
      return [.level(.district), .text(input.areas.codes[area]), .text(groups[group])] + period + [
        .count(test.count), .count(counts.concerns(area, group)),
        .count(counts.earlier(area, group)),
        .quotient(test.mean.numerator, test.mean.denominator, decimals: 4),
        .rounded(test.probability, decimals: 9),
        .rounded(tests.falseDiscoveryRates[index], decimals: 6),
        signals.isSignal(test) ? FindingTables.yes : FindingTables.no, .empty, .empty,
      ]
    }
    let whole: [Cell] =
      [.level(.total), .empty, .empty] + period + [
        .count(counts.allRecent), .empty, .count(counts.allEarlier), .empty, .empty, .empty,
        .empty, .count(tests.tests.count), .rounded(tests.expectedSignals, decimals: 4),
      ]
    return rows + [whole]
  }
}

/// What signals are made of, where all of it is there.
private struct SignalInput {
  let parameters: SignalParameters
  let months: SignalMonths
  let areas: SignalAreas

  init(_ ledger: Ledger) throws(SignalLack) {
    guard let signals = ledger.parameters.supply.signals else { throw .section }
    guard let first = ledger.months?.lowerBound else { throw .lines }
    guard let last = signals.last ?? ledger.wholeMonths?.upperBound else { throw .month }
    let gap = ledger.parameters.gapMonths
    guard let months = SignalMonths(signals, last: last, firstOfData: first, gapMonths: gap) else {
      throw .earlierMonths(from: last.adding(1 - signals.months), certain: first.adding(gap + 1))
    }
    guard let areas = SignalAreas(ledger, signals.area) else { throw .clients }
    (parameters, self.months, self.areas) = (signals, months, areas)
  }
}

/// Why there are no signals.
private enum SignalLack: Error {
  case section, lines, month, clients
  case earlierMonths(from: Month, certain: Month)

  /// In English.
  var text: String {
    switch self {
    case .section: "the configuration has no section [signalen]"
    case .lines: "there is no accepted line in declaraties.csv"
    case .month:
      "'tot_en_met' of [signalen] is not declared, and no whole month lies in the window"
    case .clients: "clienten.csv is not there"
    case .earlierMonths(let from, let certain):
      """
      its months begin with \(from.iso), and declaraties.csv tells whether somebody is new from \
      \(certain.iso) on; 'maanden' or 'tot_en_met' of [signalen] can be changed
      """
    }
  }
}
