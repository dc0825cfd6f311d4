import Foundation

extension OracleReport {
  /// How long something lasts that does not always end in sight: Kaplan-Meier.
  struct Survival {
    struct Stay {
      /// When it is first seen, and until when, in months from its beginning.
      var entry = 0
      let months: Int
      let hasEnded: Bool
    }

    let stays: [Stay]

    func atRisk(_ time: Int) -> Int {
      stays.filter { $0.entry < time && time <= $0.months }.count
    }

    private func ended(_ time: Int) -> Int {
      stays.filter { $0.hasEnded && $0.months == time }.count
    }

    /// When stays end, ascending.
    private var ends: [Int] { Set(stays.filter(\.hasEnded).map(\.months)).sorted() }

    /// S, the share that lasts longer.
    func share(_ time: Int) -> Double {
      var share = 1.0
      for end in ends where end <= time {
        let count = atRisk(end)
        share *= Double(count - ended(end)) / Double(count)
      }
      return share
    }

    /// S where it can be told: somebody is in sight, or nobody is left.
    func knownShare(_ time: Int) -> Double? {
      let share = share(time)
      return atRisk(time) == 0 && share > 0 ? nil : share
    }

    /// The 95 % limits of the share: Greenwood's variance on the scale of log(-log S).
    func limits(_ time: Int) -> (lower: Double, upper: Double)? {
      guard let share = knownShare(time), share > 0, share < 1 else { return nil }
      var sum = 0.0
      for end in ends where end <= time {
        let (count, ended) = (atRisk(end), ended(end))
        sum += Double(ended) / (Double(count) * Double(count - ended))
      }
      let width = OracleReport.zScore * sum.squareRoot() / abs(log(share))
      return (pow(share, exp(width)), pow(share, exp(-width)))
    }

    /// The first end after which half or less are left.
    var median: Int? {
      ends.first { (share($0) * 1e9).rounded(.toNearestOrAwayFromZero) <= 0.5e9 }
    }
  }

  /// Of an interval of 95 %.
  static let zScore = 1.959963984540054
}
