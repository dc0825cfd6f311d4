/// What a number of invoiced placements amounts to; the counts are of distinct ones.
struct Usage: Equatable {
  var indications = 0
  var clients = 0
  /// AGB codes.
  var providers = 0
  var cents: Int64 = 0
}

/// Counts the usage of one group of placements after another.
struct UsageCounter {
  private let placements: [Placement]
  private var indications: DistinctIndices
  private var providers: DistinctIndices

  init(_ ledger: Ledger) {
    placements = ledger.placements
    indications = DistinctIndices(capacity: ledger.registers.indicationCount)
    providers = DistinctIndices(capacity: ledger.registers.providers.count)
  }

  /// - Parameter positions: Positions in the ledger's placements, in rising order.
  mutating func usage(of positions: ArraySlice<Int32>) -> Usage {
    indications.removeAll()
    providers.removeAll()
    var usage = Usage()
    var previousClient: Int32 = -1
    for position in positions {
      let placement = placements[Int(position)]
      indications.insert(placement.indication)
      providers.insert(placement.provider)
      if placement.client != previousClient {
        usage.clients += 1
        previousClient = placement.client
      }
      usage.cents += placement.windowNet
    }
    usage.indications = indications.count
    usage.providers = providers.count
    return usage
  }
}
