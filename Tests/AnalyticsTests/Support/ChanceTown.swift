import Foundation
import Ingest

@testable import Analytics

/// A town in which nothing but chance makes clients new: in each neighbourhood but one their number is
/// a Poisson number with the mean that signals expect there.
///
/// That mean hangs on the neighbourhood's past and on how many are new in the whole town, so both are
/// fixed first, and one large neighbourhood takes those who are left of the whole. What is no chance
/// there is left out of both sides.
struct ChanceTown {
  let ledger: Ledger
  let restCode = "06370000"
  private(set) var testCount = 0
  /// What the large neighbourhood, which is not drawn, adds to the signals to expect.
  private(set) var expectedSignalsOfRest = 0.0

  init(seed: UInt64) {
    var dice = Dice(seed: seed)
    var signals = SignalParameters()
    signals.months = dice.among(1, 2, 3)
    signals.monthsBefore = dice.among(0, 6, 12)
    signals.minimum = dice.among(1, 2, 3)
    signals.threshold = dice.among(0.001, 0.01, 0.05)
    let inhabitants = (0..<Int.random(in: 15...30, using: &dice)).map { _ in
      Int.random(in: 50...2000, using: &dice)
    }
    let small = inhabitants.reduce(0, +)
    let rest = small * 7 / 3
    var town = SignalTown(inhabitants: [rest] + inhabitants, signals)
    let groups = ["A9", "B1"]
    for product in groups {
      let past = inhabitants.map { _ in
        signals.monthsBefore == 0 ? 0 : dice.poisson(Double(signals.monthsBefore) / 8)
      }
      let usual = past.map { Double($0 * signals.months) / Double(max(1, signals.monthsBefore)) }
      let whole = 40 + 4 * Int(usual.reduce(0, +))
      let means = zip(inhabitants, usual).map { own, usual in
        max(usual, Double(own * whole) / Double(small + rest))
      }
      var new: [Int]
      repeat { new = means.map { dice.poisson($0) } } while new.reduce(0, +) > whole
      new.insert(whole - new.reduce(0, +), at: 0)
      for (area, count) in new.enumerated() {
        town.begin(count, in: area, product, recently: true, &dice)
        if area > 0 { town.begin(past[area - 1], in: area, product, recently: false, &dice) }
      }
      let tail = PoissonTail(mean: Double(rest * whole) / Double(small + rest))
      expectedSignalsOfRest += tail.probability(
        atLeast: tail.leastCount(from: signals.minimum, threshold: signals.threshold))
    }
    testCount = groups.count * (inhabitants.count + 1)
    ledger = town.ledger
  }
}

/// A town whose neighbourhoods see one new client a year; in one of them six more are new in the last
/// three months.
struct ClusterTown {
  let ledger: Ledger
  let clusterCode: String

  init(seed: UInt64) {
    var dice = Dice(seed: seed)
    let inhabitants = (0..<Int.random(in: 25...50, using: &dice)).map { _ in
      Int.random(in: 400...1200, using: &dice)
    }
    let cluster = Int.random(in: inhabitants.indices, using: &dice)
    var town = SignalTown(inhabitants: inhabitants, SignalParameters())
    for area in inhabitants.indices {
      town.begin(dice.poisson(1), in: area, "B1", recently: false, &dice)
      let new = dice.poisson(0.25) + (area == cluster ? 6 : 0)
      town.begin(new, in: area, "B1", recently: true, &dice)
    }
    ledger = town.ledger
    clusterCode = SignalTown.code(cluster)
  }
}

/// A town of neighbourhoods whose clients each begin once.
struct SignalTown {
  private var town: Town
  private let signals: SignalParameters
  private static let last = Month(year: 2017, month: 9)
  private static let grid = PeriodGrid(Town().parameters)

  var ledger: Ledger { town.ledger(on: Self.grid) }

  init(inhabitants: [Int], _ signals: SignalParameters) {
    self.signals = signals
    // Its line, long before all others, is where the data begin; it has no neighbourhood.
    town = Town(clients: [Client(isListed: true)])
    town.parameters.supply.signals = signals
    town.districts = Districts(
      rows: [],
      neighbourhoods: inhabitants.enumerated().map {
        .init(buurt: Int32(6_370_000 + $0), year: 2017, inhabitants: $1)
      })
    town.place(client: 0, "B1", cents: 1_00, on: day(2015, 12, 1))
  }

  static func code(_ area: Int) -> String { "0\(6_370_000 + area)" }

  /// So many clients begin in a neighbourhood, in some recent month or in some earlier one.
  mutating func begin(
    _ count: Int, in area: Int, _ product: String, recently: Bool, _ dice: inout Dice
  ) {
    for _ in 0..<count {
      let months = recently ? signals.months : signals.monthsBefore
      let back = Int.random(in: 0..<months, using: &dice) + (recently ? 0 : signals.months)
      let client = Int32(town.clients?.count ?? 0)
      town.clients?.append(Client(buurt: Self.code(area)))
      town.place(client: client, product, cents: 1_00, on: Self.last.adding(-back).firstDay)
    }
  }
}

extension Dice {
  /// A Poisson number, from the times between events (Knuth 1969).
  mutating func poisson(_ mean: Double) -> Int {
    var (count, time) = (-1, 0.0)
    while time <= mean {
      time -= log(1 - Double(next() >> 11) * 0x1p-53)
      count += 1
    }
    return count
  }
}

extension Table {
  /// Of `signalen.csv`: the rows that are signals.
  var signals: [[Cell]] { rows.filter { text($0, .isSignal) == "ja" } }

  /// Of `signalen.csv`: the signals that chance brings.
  var expectedSignals: Double {
    Double(rows.last.flatMap { number($0, .expectedSignals) } ?? 0) / 10_000
  }
}
