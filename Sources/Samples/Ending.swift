import Ingest

extension Allocation {
  /// What is known of an ended allocation whose support ended on `support`: before the allocation's
  /// own end, as somebody wished, or with it, as planned. Reasons are codes of `reden_beeindiging`.
  static func ending(
    of allocation: Allocation, support: Day, death: Day?, random: inout SplitMix
  ) -> Ending {
    let isEarly = (allocation.end ?? .distantFuture) > support
    let draw = random.index(weights: (isEarly ? early : planned).map(\.weight))
    let reason = (isEarly ? early : planned)[draw].reason
    let isLast = death.map { $0 > support && $0.number - support.number < 40 } ?? false
    return Ending(stop: isEarly ? support : nil, reason: isLast ? "02" : reason)
  }

  private static let early: [(reason: String, weight: Double)] = [
    ("23", 32), ("21", 24), ("38", 14), ("36", 9), ("31", 8), ("22", 6), ("20", 4), ("", 3),
  ]
  private static let planned: [(reason: String, weight: Double)] = [
    ("19", 78), ("37", 11), ("39", 6), ("", 5),
  ]
}

extension Day {
  /// After every day of the samples.
  fileprivate static let distantFuture = Month(year: 2099, month: 12).lastDay
}
