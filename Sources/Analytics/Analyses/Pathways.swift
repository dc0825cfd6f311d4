import Ingest

extension ColumnName {
  public static let path = ColumnName("traject")
  public static let steps = ColumnName("stappen")
  public static let fromStart = ColumnName("vanaf_begin")
}

extension Analysis {
  /// The order in which clients use product groups.
  public static let pathways = Analysis(
    name: "trajecten",
    title: "Trajecten: productgroepen in de volgorde van gebruik",
    columns: [
      .key(.level), .key(.path), .derived(.steps, .count, from: .path), .count(.clients),
      .derived(.share, .share, from: .clients), .count(.fromStart),
    ],
    coverage: .sequenceWindow,
    countingRules: { parameters in
      [
        parameters.monthRule, parameters.sequenceRule, CountingRule.net, CountingRule.group,
        parameters.sequenceMonthRule,
        """
        Maanden met gebruik van een productgroep met hoogstens \(inMonths(parameters.gapMonths)) \
        ertussen zijn één aaneengesloten gebruik, de maanden ertussen meegerekend. Een stap is een \
        reeks maanden met dezelfde productgroepen; groepen tegelijk staan met + ertussen.
        """,
        """
        Een overlap van productgroepen van minder dan \(inMonths(parameters.overlapMonths)) is een \
        overgang en geen stap (overlap_maanden), tenzij een cliënt alleen zulke maanden heeft. \
        Dezelfde stap twee keer achter elkaar, ook na een onderbreking, is één stap.
        """,
        """
        Een traject is de eerste vijf stappen van een cliënt; elke cliënt heeft één traject. De tien \
        trajecten met de meeste cliënten staan apart; overig zijn de cliënten van de andere. Het \
        aandeel is dat in alle cliënten met gebruik.
        """,
        """
        Vanaf begin zijn de cliënten met gebruik in de eerste maand van de periode voor opvolging: \
        hun traject kan eerder zijn begonnen.
        """, CountingRule.rounding,
      ]
    },
    datedRules: { ledger in
      ledger.sequenceEnds.map {
        ["De periode voor opvolging loopt van maand \($0.first.iso) tot en met \($0.last.iso)."]
      } ?? []
    },
    balances: [ColumnName.clients, .fromStart].map { column in
      Balance(nil, [.toTotal(in: .level)], of: column)
    },
    laws: [
      TableLaw("the total is all clients with an active month in the sequence window") {
        table, _, ledger in
        var clients: Int64 = 0
        ledger.forEachClient { placements in
          let isActive = placements.contains {
            ledger.firstActiveMonth(of: $0, in: .sequence) != nil
          }
          if isActive { clients += 1 }
        }
        return table.rows(at: .total).allSatisfy { table.number($0, .clients) == clients }
      },
      TableLaw("vanaf_begin is not more than clienten") { table, _ in
        table.rows.allSatisfy {
          table.number($0, .fromStart) ?? 0 <= table.number($0, .clients) ?? 0
        }
      },
    ],
    rows: { ledger in
      guard ledger.months != nil else { return [] }
      let paths = ledger.pathTallies()
      let shown = paths.prefix(10)
      let whole = PathTally(paths)
      func row(_ level: Level, _ path: Cell, _ steps: Cell, _ tally: PathTally) -> [Cell] {
        [
          .level(level), path, steps, .count(tally.clients),
          .share(Int64(tally.clients), of: Int64(whole.clients)), .count(tally.fromStart),
        ]
      }
      return shown.map { row(.path, .text($0.text), .count($0.steps), $0) } + [
        row(.other, .empty, .empty, PathTally(paths.dropFirst(10))),
        row(.total, .empty, .empty, whole),
      ]
    })
}

/// The clients of a path, or of several.
private struct PathTally {
  let text: String
  private(set) var steps: Int
  private(set) var clients: Int
  private(set) var fromStart: Int

  init(_ text: String, steps: Int, clients: Int, fromStart: Int) {
    self.text = text
    self.steps = steps
    self.clients = clients
    self.fromStart = fromStart
  }

  /// Of several paths together.
  init(_ paths: some Sequence<PathTally>) {
    self.init("", steps: 0, clients: 0, fromStart: 0)
    for path in paths { add(path) }
  }

  /// Adds the clients of another path; the smaller number of steps counts.
  mutating func add(_ other: PathTally) {
    steps = min(steps, other.steps)
    clients += other.clients
    fromStart += other.fromStart
  }
}

extension Ledger {
  /// All paths, those with most clients first, then by text.
  fileprivate func pathTallies() -> [PathTally] {
    guard let months, let ends = sequenceEnds else { return [] }
    let first = Int(ends.first.number - months.lowerBound.number)
    var finder = PathFinder(parameters)
    var tree = PathTree()
    forEachClientMonths(in: .sequence, setsOfProduct: groupSetOfProduct) { sets, _ in
      // Months before the data are nobody's.
      let isFromStart = first >= 0 && sets.used.contains { sets[$0].first(from: first) == first }
      tree.add(finder.steps(of: sets), isFromStart: isFromStart)
    }
    var tallies: [ByteWise: PathTally] = [:]
    tree.forEachPath { steps, clients, fromStart in
      let text = steps.map { step in
        step.map { registers.productGroups[$0] }.joined(separator: " + ")
      }.joined(separator: " > ")
      let tally = PathTally(text, steps: steps.count, clients: clients, fromStart: fromStart)
      // A name of a group may look like two steps.
      if tallies[ByteWise(text)]?.add(tally) == nil { tallies[ByteWise(text)] = tally }
    }
    return tallies.values.sorted { a, b in
      a.clients == b.clients ? precedesByteWise(a.text, b.text) : a.clients > b.clients
    }
  }
}
