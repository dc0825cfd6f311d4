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
  /// Those of them who are served by one concern alone.
  let clientsOfOne: Int

  /// Net of the market.
  var cents: Int64 { shares.reduce(0) { $0 + $1.cents } }

  /// How the amounts above 0 are divided.
  var concentration: AmountConcentration {
    AmountConcentration(shares.lazy.map(\.cents).filter { $0 > 0 })
  }
}

/// How an amount is divided, for instance over concerns.
struct AmountConcentration {
  /// All above 0, the largest first.
  private let parts: [Int64]
  let total: Int64

  init(_ parts: some Sequence<Int64>) {
    self.parts = Array(parts)
    total = self.parts.reduce(0, +)
  }

  /// The share of so many of the largest, of all where there are fewer.
  func share(ofLargest count: Int) -> Cell {
    .share(parts.prefix(count).reduce(0, +), of: total)
  }

  /// From 0 to 10,000, with one decimal.
  var hhi: Cell { .quotient(squares, square, decimals: 5) }

  /// 10,000 / HHI, with two decimals.
  var effectiveNumber: Cell { .quotient(square, squares, decimals: 2) }

  // 10,000 × squares / square with one decimal is squares / square with five, and cannot overflow.
  private var squares: Int128 { parts.reduce(0) { $0 + Int128($1) * Int128($1) } }
  private var square: Int128 { Int128(total) * Int128(total) }
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

  /// - Parameters:
  ///   - positions: Positions in the ledger's placements, in rising order.
  ///   - net: What is invoiced of a placement, that in the window unless another is given; one of 0
  ///     is left out.
  mutating func shares(
    of positions: some Sequence<Int32>, net: (Placement) -> Int64 = \.windowNet
  ) -> ConcernShares {
    var (clientCount, clientsOfOne, concernsOfClient) = (0, 0, 0)
    var previousClient: Int32 = -1
    for position in positions {
      let placement = placements[Int(position)]
      let net = net(placement)
      if net == 0 { continue }
      if previousClient != placement.client {
        if concernsOfClient == 1 { clientsOfOne += 1 }
        previousClient = placement.client
        concernsOfClient = 0
        clientCount += 1
      }
      let concern = concernOfProvider[Int(placement.provider)]
      if clients[concern] == 0 { present.append(concern) }
      cents[concern] += net
      if latestClient[concern] != placement.client {
        latestClient[concern] = placement.client
        clients[concern] += 1
        concernsOfClient += 1
      }
    }
    if concernsOfClient == 1 { clientsOfOne += 1 }
    return ConcernShares(
      shares: takeShares(), clients: clientCount, clientsOfOne: clientsOfOne)
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
