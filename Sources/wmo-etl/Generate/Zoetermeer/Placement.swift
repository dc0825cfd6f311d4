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
