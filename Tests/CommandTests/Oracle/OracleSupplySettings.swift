extension OracleReport {
  /// The sections of supply; the defaults are those of the contract.
  struct SupplySettings {
    /// `[overstap]`: two months; nil: the first, and the last, wholly in the window.
    var switchFrom: Month?
    var switchTo: Month?
    /// `[landschap] datum`: the years before and after it are compared.
    var landscapeDay: Day?
    var function = FunctionKind.group
    /// `[overlap]`; empty: none.
    var overlapGroup: [Text] = []
    /// Nil: all others.
    var overlapWith: [Text]?
    /// Nil: no signals.
    var signals: SignalSettings?
  }

  /// What the tables of the region call a function.
  enum FunctionKind: CaseIterable {
    case group, category

    /// How a product is called among functions.
    func name(_ product: Product) -> Text {
      self == .group ? product.group : Codes.categoryName(product.category)
    }
  }

  /// `[signalen]`
  struct SignalSettings {
    var area = AreaKind.buurt
    /// The latest months, and those before them.
    var months = 3
    var back = 12
    /// The last of the latest; nil: the last wholly in the window.
    var last: Month?
    var minimum = 3
    var threshold = 0.001
  }

  /// By what the clients of a signal live together.
  enum AreaKind: CaseIterable {
    case buurt, wijk, postcode4, postcode6
  }

  /// First and last day of the reporting window; nil where one is not known.
  var windowEnds: (from: Day, to: Day)? {
    guard let from = window.from, let to = window.to else { return nil }
    return (from, to)
  }

  /// The first and the last calendar month wholly in the window; nil where none is.
  var wholeMonths: (first: Int, last: Int)? {
    guard let (from, to) = windowEnds else { return nil }
    let first = from.calendarMonth.number + (from.day == 1 ? 0 : 1)
    let last = to.calendarMonth.number - (to == to.calendarMonth.days.to ? 0 : 1)
    return first <= last ? (first, last) : nil
  }
}

extension OracleReport.Month {
  /// Its first and its last day.
  var days: (from: OracleReport.Day, to: OracleReport.Day) {
    let (year, month) = (number / 12, number % 12 + 1)
    let length = OracleReport.Day.length(ofMonth: month, year: year)
    guard let from = OracleReport.Day(year: year, month: month, day: 1),
      let to = OracleReport.Day(year: year, month: month, day: length)
    else { preconditionFailure("a month has a first and a last day") }
    return (from, to)
  }
}
