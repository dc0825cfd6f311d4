import Ingest

extension ColumnName {
  public static let ageClass = ColumnName("leeftijdsklasse")
}

extension Analysis {
  /// Clients and cost per product group and age class.
  public static let ages = Analysis(
    name: "leeftijd",
    title: "Cliënten en kosten per leeftijdsklasse",
    columns: [
      .key(.productGroup), .key(.ageClass), .count(.clients),
      .derived(.share, .share, from: .clients), .amount(.amount),
    ],
    needs: [.clients],
    countingRules: { parameters in
      [
        parameters.basisRule, parameters.windowRule, CountingRule.net, CountingRule.placement,
        CountingRule.client, CountingRule.group,
        CountingRule.age,
        """
        Onbekend zijn cliënten zonder geboortedatum of geboortejaar, met een geboorte na de \
        periode, of die niet in clienten.csv staan.
        """,
        shareRule, CountingRule.rounding,
      ]
    },
    balances: [
      Balance(.netInWindow, [.toTotal(in: .productGroup, by: [.ageClass])])
    ],
    disclosure: DisclosureDeclaration(rewording: [shareRule: shareRuleOfEdition]) { table, row in
      let group = table.text(row, .productGroup)
      let bundle = BundleName.age(group, table.text(row, .ageClass))
      let whole: BundleName =
        table.holds(row, .total, in: .productGroup) ? .municipality : .group(group)
      return [.clients(bundle), .amount(bundle), .clients(whole, in: .share, .denominator)]
    },
    rows: { ledger in
      guard let clients = ledger.registers.clients else { return [] }
      let classes = AgeClasses(lowerBounds: ledger.parameters.ageClasses)
      let classOfClient = classes.indices(of: clients, in: ledger.window)
      let names = ledger.registers.productGroups
      let groupOfProduct = ledger.registers.products.map(\.group)
      let byGroup = ledger.invoicedPlacements(into: names.count) {
        groupOfProduct[Int($0.product)]
      }
      let whole = ledger.invoicedPlacements(into: 1) { _ in 0 }
      let blocks =
        names.indices.map { (Cell.text(names[$0]), byGroup[$0]) }.filter { !$1.isEmpty }
        + [(.level(.total), whole[0])]
      return blocks.flatMap { name, positions in
        let tally = ledger.ageTally(of: positions, classOfClient, classCount: classes.labels.count)
        let total = tally.clients.reduce(0, +)
        return classes.labels.enumerated().map { index, label -> [Cell] in
          [
            name, .text(label), .number(tally.clients[index]),
            .share(tally.clients[index], of: total), .number(tally.cents[index]),
          ]
        }
      }
    })

  private static let shareRule = """
    Het aandeel is dat in de cliënten van de productgroep. Een cliënt telt bij elke productgroep die \
    hij of zij gebruikte, en in het totaal één keer.
    """
  private static let shareRuleOfEdition = """
    Het aandeel is dat in de cliënten van de productgroep; dat aantal staat niet in de tabel, en is \
    afgerond of verborgen als de andere. Een cliënt telt bij elke productgroep die hij of zij \
    gebruikte, en in het totaal één keer.
    """
}

extension Ledger {
  /// Distinct clients and net in cents per age class, of placements in rising order.
  fileprivate func ageTally(
    of positions: ArraySlice<Int32>, _ classOfClient: [Int], classCount: Int
  ) -> (clients: [Int64], cents: [Int64]) {
    var clients = [Int64](repeating: 0, count: classCount)
    var cents = clients
    var previousClient: Int32 = -1
    for position in positions {
      let placement = placements[Int(position)]
      let ageClass = classOfClient[Int(placement.client)]
      cents[ageClass] += placement.windowNet
      if placement.client != previousClient {
        previousClient = placement.client
        clients[ageClass] += 1
      }
    }
    return (clients, cents)
  }
}

/// The age classes of a report, the unknown last.
struct AgeClasses {
  private let lowerBounds: [Int]
  /// `0-17`, …, `85+`, `onbekend`.
  let labels: [String]

  /// - Parameter lowerBounds: Begins with 0 and rises.
  init(lowerBounds: [Int]) {
    self.lowerBounds = lowerBounds
    let upper = lowerBounds.dropFirst().map { "-\($0 - 1)" } + ["+"]
    labels = zip(lowerBounds, upper).map { "\($0)\($1)" } + [Level.unknown.rawValue]
  }

  /// The class of someone on a day.
  func index(of birth: Birth?, on day: Day) -> Int {
    guard let age = birth?.age(on: day), age >= 0 else { return labels.count - 1 }
    return (lowerBounds.lastIndex { $0 <= age }) ?? labels.count - 1
  }

  /// The class of each client on the last day of a window.
  func indices(of clients: [Client], in window: ClosedRange<Day>?) -> [Int] {
    clients.map { client in
      // Without a window nothing is invoiced, so that no class is ever asked for.
      window.map { index(of: client.birth, on: $0.upperBound) } ?? 0
    }
  }
}

extension Birth {
  /// Whole years on a day; below 0 before birth.
  ///
  /// Who was born on 29 February turns a year older on 1 March where the year has no such day. Of a
  /// year alone the age is that reached in the year of the day.
  func age(on day: Day) -> Int {
    let (year, month, dayOfMonth) = day.components
    switch self {
    case .year(let birthYear):
      return year - Int(birthYear)
    case .date(let date):
      let birth = date.components
      let hasHadBirthday = (month, dayOfMonth) >= (birth.month, birth.day)
      return year - birth.year - (hasHadBirthday ? 0 : 1)
    }
  }
}
