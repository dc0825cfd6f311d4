/// For how many months each of a number of subjects was followed, and whether that ended by the
/// event or because nothing more was seen of it (censored).
///
/// It holds counts per number of months, so it does not grow with the subjects.
struct SurvivalTimes: Sendable, Equatable {
  /// Per month after which subjects were first seen (delayed entry).
  private(set) var entries: [Int] = []
  /// Per month: the subjects whose event that was.
  private(set) var ends: [Int] = []
  /// Per month: the subjects that were last seen then, without the event.
  private(set) var censored: [Int] = []

  /// Adds subjects; `months` is more than `entry`, or nothing was ever seen of them.
  mutating func add(_ subjects: Int = 1, months: Int, isEnd: Bool, entry: Int = 0) {
    entries.add(subjects, at: entry)
    if isEnd { ends.add(subjects, at: months) } else { censored.add(subjects, at: months) }
  }

  /// How many subjects there are.
  var count: Int { entries.reduce(0, +) }

  /// Events in so many months, or in all of them.
  func ends(within months: Int = .max) -> Int {
    ends.prefix(months == .max ? ends.count : months + 1).reduce(0, +)
  }
}

extension [Int] {
  /// Adds to the count at an index, with zeros up to it where it is new.
  fileprivate mutating func add(_ number: Int, at index: Int) {
    if index >= count { append(contentsOf: repeatElement(0, count: index + 1 - count)) }
    self[index] += number
  }

  /// The count at an index, 0 beyond the end.
  fileprivate func count(at index: Int) -> Int { index < count ? self[index] : 0 }
}

extension SurvivalTimes {
  /// Calls `body` with each month from 1 on, the subjects at risk in it (entered before, and
  /// followed for at least so long) and the events in it.
  func forEachMonth(_ body: (_ month: Int, _ atRisk: Int, _ ends: Int) -> Void) {
    var atRisk = 0
    for month in 1..<max(1, entries.count, ends.count, censored.count) + 1 {
      atRisk += entries.count(at: month - 1)
      atRisk -= ends.count(at: month - 1) + censored.count(at: month - 1)
      body(month, atRisk, ends.count(at: month))
    }
  }
}
