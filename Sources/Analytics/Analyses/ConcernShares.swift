import Ingest

/// What one concern invoiced in a market.
struct ConcernShare: Equatable {
  /// Concern index.
  let concern: Int
  let cents: Int64
  /// Distinct clients.
  let clients: Int
}

/// The concerns of a market.
struct ConcernShares {
  /// Every concern with an invoiced placement: the largest amount first, then by name.
  let shares: [ConcernShare]
  /// Distinct clients of the market.
  let clients: Int
}

/// Divides one market after another over concerns.
struct ConcernCounter {
  private let placements: [Placement]
  private let concernOfProvider: [Int]
  // Per concern; those of the market at hand are listed in `present` and cleared after it.
  private var cents: [Int64]
  private var clients: [Int]
  private var latestClient: [Int32]
  private var present: [Int] = []

  init(_ ledger: Ledger) {
    placements = ledger.placements
    concernOfProvider = ledger.registers.providers.map(\.concern)
    let concernCount = ledger.registers.concerns.count
    cents = Array(repeating: 0, count: concernCount)
    clients = Array(repeating: 0, count: concernCount)
    latestClient = Array(repeating: -1, count: concernCount)
  }

  mutating func shares(of market: Market) -> ConcernShares {
    var clientCount = 0
    var previousClient: Int32 = -1
    for position in market.positions {
      let placement = placements[Int(position)]
      let concern = concernOfProvider[Int(placement.provider)]
      if clients[concern] == 0 { present.append(concern) }
      cents[concern] += placement.windowNet
      if latestClient[concern] != placement.client {
        latestClient[concern] = placement.client
        clients[concern] += 1
      }
      if previousClient != placement.client {
        previousClient = placement.client
        clientCount += 1
      }
    }
    return ConcernShares(shares: takeShares(), clients: clientCount)
  }

  /// Distinct clients of a market who were served by one of these concerns.
  func clients(of market: Market, servedBy concerns: some Sequence<Int>) -> Int {
    var isCounted = [Bool](repeating: false, count: cents.count)
    for concern in concerns { isCounted[concern] = true }
    var count = 0
    var previousClient: Int32 = -1
    for position in market.positions {
      let placement = placements[Int(position)]
      guard isCounted[concernOfProvider[Int(placement.provider)]],
        placement.client != previousClient
      else { continue }
      previousClient = placement.client
      count += 1
    }
    return count
  }

  private mutating func takeShares() -> [ConcernShare] {
    let shares = present.map {
      ConcernShare(concern: $0, cents: cents[$0], clients: clients[$0])
    }
    for concern in present {
      cents[concern] = 0
      clients[concern] = 0
      latestClient[concern] = -1
    }
    present.removeAll(keepingCapacity: true)
    return shares.sorted { ($1.cents, $0.concern) < ($0.cents, $1.concern) }
  }
}
