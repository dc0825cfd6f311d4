import Analytics

/// The figures of the table of sequences, by positions of product groups.
struct GroupSequences {
  private let risks: RiskCount
  /// Clients of a group.
  private let clients: [Int64]
  /// Who followed, by from and to, and who started together, in both orders.
  private let followed: [[Int64]]
  private let together: [[Int64]]

  init(of groups: [String], _ risks: RiskCount) {
    let figures = risks.figures
    self.risks = risks
    clients = groups.map { figures.clients(.from($0)) }
    followed = groups.map { from in groups.map { figures.clients(.follows(from, $0)) } }
    together = groups.map { from in groups.map { figures.clients(.together(from, $0)) } }
  }

  /// What merging two groups takes away.
  func fewer(_ a: Int, _ b: Int) -> Int {
    let between = [followed[a][b], followed[b][a], together[a][b]]
    let both = between.reduce(0, +)
    var fewer = between.reduce(0) { $0 + risks.count(clients: $1) }
    func merge(_ first: Int64, _ second: Int64, into merged: Int64) {
      fewer +=
        risks.count(clients: first) + risks.count(clients: second) - risks.count(clients: merged)
    }
    merge(clients[a], clients[b], into: clients[a] + clients[b] - both)
    for other in clients.indices where other != a && other != b {
      // Later than the earlier of two months is later than one of them.
      merge(
        followed[a][other], followed[b][other],
        into: leastUnion(followed[a][other], followed[b][other], both: both))
      // Whose earlier month comes before, or is another, no longer counts.
      merge(
        followed[other][a], followed[other][b],
        into: leastLeft(followed[other][a], followed[other][b], both: both))
      merge(
        together[a][other], together[b][other],
        into: leastLeft(together[a][other], together[b][other], both: both))
    }
    return fewer
  }

  /// How many are left at least where each of those who use both groups may fall away once. None would
  /// be no risk, so one is the least.
  private func leastLeft(_ first: Int64, _ second: Int64, both: Int64) -> Int64 {
    let sum = first + second
    return max(sum - both, min(sum, 1))
  }
}
