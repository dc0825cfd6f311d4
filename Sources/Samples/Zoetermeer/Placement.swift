/// One allocation of the scenario as it is planned: who, what, and from which month to which.
struct Placement {
  var client: Int
  var group: ZoetermeerFacts.Group
  /// Index into `ZoetermeerFacts.markets`.
  var market = 0
  /// Index into the municipality's providers.
  var provider = 0
  /// Months since January 2016; below 0 where support began before the data do.
  var first: Int
  var last: Int
  /// Day of the month on which support begins.
  var startDay = 1
  /// Day of the last month on which support ends; nil for its last day.
  var endDay: Int?
  /// How much support, beside that of others.
  var weight = 1.0
  /// Whether months may be skipped.
  var mayPause = false
  /// Whether every line is credited again, so that the placement counts nowhere.
  var isUndone = false

  /// Whether it is invoiced in the published window, January to October 2017.
  var isInWindow: Bool { first <= Timeline.windowLast && last >= Timeline.windowFirst }

  func covers(_ month: Int) -> Bool { first <= month && month <= last }

  /// The first month with a line.
  var firstDeclared: Int { max(0, first) }
}

/// The months of the scenario, counted from January 2016.
enum Timeline {
  static let windowFirst = 12
  static let windowLast = 21
  /// March 2018: the last service that is declared by 18 April 2018.
  static let last = 26
  static let count = last + 1
}

/// Gives months to the placements that nothing else binds, so that the number of invoiced
/// indications rises every month.
///
/// The others' number per month is known; the rest up to the target is filled from one pool, in
/// which a few end every month and a few more begin. How many change places in the window follows
/// from the published number of indications.
struct FreeSchedule {
  /// The months of one placement; which client gets it is decided later.
  struct Stay {
    var first: Int
    var last: Int
  }

  private(set) var stays: [Stay] = []

  init(besides fixed: [Placement], inWindow: Int, random: inout SplitMix) {
    let needed = (0..<Timeline.count).map { month in
      Self.target(month) - fixed.count { $0.covers(month) }
    }
    var begins = needed.indices.map { month in
      month == 0 ? needed[0] : max(0, needed[month] - needed[month - 1]) + 10
    }
    // In the window the pool must have seen exactly `inWindow` placements at its end.
    let window = (Timeline.windowFirst + 1)...Timeline.windowLast
    let known =
      needed[Timeline.windowFirst]
      + window.reduce(0) { $0 + max(0, needed[$1] - needed[$1 - 1]) }
    let changes = inWindow - known
    precondition(changes >= 0, "more indications at once than were published altogether")
    for (index, month) in window.enumerated() {
      let count = window.count
      let share = changes * (index + 1) / count - changes * index / count
      begins[month] = max(0, needed[month] - needed[month - 1]) + share
    }
    fill(needed: needed, begins: begins, random: &random)
  }

  /// The number of invoiced indications that a month is to have.
  static func target(_ month: Int) -> Int {
    720 + 24 * month + (month * 7) % 5
  }

  private mutating func fill(needed: [Int], begins: [Int], random: inout SplitMix) {
    var running: [Stay] = []
    for month in needed.indices {
      let ends = running.count + begins[month] - needed[month]
      for _ in 0..<max(0, ends) {
        // One of the older half: nobody leaves in the month of entry.
        let index = random.below(max(1, running.count / 2))
        var stay = running.remove(at: index)
        stay.last = month - 1
        stays.append(stay)
      }
      for _ in 0..<begins[month] {
        let first = month == 0 ? -random.between(0...14) : month
        running.append(Stay(first: first, last: Timeline.last))
      }
    }
    stays += running
  }
}
