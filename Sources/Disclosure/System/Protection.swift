import Analytics
import Ingest

/// What the attacker must leave possible for a cell at risk: the condition of the contract.
enum Protection: Sendable, Equatable {
  /// A count of `value`: the greatest possible is at least `threshold`, and greatest and least are at
  /// least `room` apart; where `mayBeNone`, a least of 0 with that room will do as well.
  case count(threshold: Int64, room: Int64, mayBeNone: Bool)
  /// An amount: the least possible is at most `down` (nil: any), the greatest at least `up`.
  case amount(down: Int64?, up: Int64)

  /// What a figure changed by between two editions: there may have been no change, or one of `room`,
  /// and the possible changes are half of it apart.
  case change(room: Int64)

  /// Whether tables in which the cell is as low as `least` and as high as `greatest` will do.
  func holds(least: Int64, greatest: Int64) -> Bool {
    switch self {
    case .count(let threshold, let room, let mayBeNone):
      greatest - least >= room && (greatest >= threshold || (mayBeNone && least <= 0))
    case .amount(let down, let up):
      greatest >= up && (down.map { least <= $0 } ?? true)
    case .change(let room):
      greatest - least >= (room + 1) / 2
        && ((least...greatest).contains(0) || greatest >= room || least <= -room)
    }
  }

  /// That of a count of 1 … threshold − 1.
  static func count(_ parameters: PublicationParameters, mayBeNone: Bool) -> Protection {
    .count(
      threshold: parameters.threshold, room: (parameters.threshold + 1) / 2, mayBeNone: mayBeNone)
  }

  /// That of an amount of so many clients, 1 or more.
  static func amount(
    _ value: Int64, clients: Int64, _ parameters: PublicationParameters
  ) -> Protection {
    guard value != 0 else { return .amount(down: nil, up: parameters.amountBase) }
    let percent = parameters.percent
    let size = Int128(value.magnitude)
    let nearer = Int64(size * Int128(100 - percent) / 100)
    var further = (size * Int128(100 + percent) + 99) / 100
    if clients < parameters.threshold {
      // The lesser of twice and threshold / clients.
      let (numerator, denominator) =
        parameters.threshold > 2 * clients ? (2, 1) : (parameters.threshold, clients)
      further = max(
        further, (size * Int128(numerator) + Int128(denominator) - 1) / Int128(denominator))
    }
    return value > 0
      ? .amount(down: nearer, up: Int64(further)) : .amount(down: -Int64(further), up: -nearer)
  }

  /// Whether a base cell is at risk by itself: the contract's rules 1 to 3.
  ///
  /// - Parameters:
  ///   - clients: Those of its bundle; of a count that stands alone the count itself.
  ///   - largest: The largest clients of the bundle's amount; nil where nobody knows them.
  static func isNeeded(
    for value: Int64, _ measure: Measure, clients: Int64, largest: DisclosureRisks.LargestClients?,
    _ parameters: PublicationParameters
  ) -> Bool {
    let isSmall = (1..<parameters.threshold).contains(clients)
    guard measure == .amount else {
      return value > 0 && (isSmall || value < parameters.threshold)
    }
    if isSmall { return true }
    guard clients >= parameters.threshold, let largest else { return false }
    return isDominated(
      largest: largest.largest, second: largest.second, sum: largest.sum,
      percent: parameters.percent)
  }

  /// Whether one client dominates an amount, so that the second could compute it too well.
  static func isDominated(
    largest: Int64, second: Int64, sum: Int64, percent: Int64
  ) -> Bool {
    Int128(sum - largest - second) * 100 < Int128(percent) * Int128(largest)
  }
}
