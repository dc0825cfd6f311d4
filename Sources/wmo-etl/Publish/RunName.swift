import Ingest

/// The name of a run's folder: a UTC second and the first eight hex digits of the hash over its
/// inputs, as in `20171115T020000Z-3f2a91c0`.
struct RunName: Hashable, Sendable {
  /// Seconds since 1970-01-01T00:00:00Z, before the year 10000.
  private let seconds: Int
  private let hash: String

  /// - Parameters:
  ///   - seconds: since 1970-01-01T00:00:00Z, 0 or more.
  ///   - hash: the hex digits at the end of the name.
  init(secondsSince1970 seconds: Int, hash: String) {
    self.seconds = seconds
    self.hash = hash
  }

  /// The name a second later, for when this one is taken.
  var next: RunName { RunName(secondsSince1970: seconds + 1, hash: hash) }

  /// As a file name.
  var text: String {
    let (days, second) = seconds.quotientAndRemainder(dividingBy: 86_400)
    let date = Day(number: Int32(days)).iso.filter { $0 != "-" }
    let time = [second / 3600, second / 60 % 60, second % 60]
      .map { $0 < 10 ? "0\($0)" : "\($0)" }.joined()
    return "\(date)T\(time)Z-\(hash)"
  }
}
