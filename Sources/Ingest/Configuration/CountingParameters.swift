/// The counting rules that the configuration may change, with the contract's defaults.
public struct CountingParameters: Sendable, Equatable {
  /// First and last day of the reporting window, both included; a nil end is that of the data.
  public var windowFrom: Day?
  public var windowTo: Day?
  public var basis: Basis
  /// `peildatum`: lines and allocations of later days are as not delivered yet; nil: all count.
  public var referenceDay: Day?
  /// A gap of at most this many inactive months does not end a spell.
  public var gapMonths: Int
  /// Months in common that make two product groups simultaneous.
  public var simultaneousMonths: Int
  /// Lower bounds of the age classes: begins with 0 and rises.
  public var ageClasses: [Int]
  /// The window in which sequences are looked for; a nil end is that of the data.
  public var sequenceFrom: Day?
  public var sequenceTo: Day?
  /// `[opvolging] schoonmaanden`: months without the second group before the first one.
  public var cleanMonths = 0
  /// `[declaratieverloop]`
  public var course = CourseParameters()
  /// `[vergelijking]`, as declared; ``comparison`` is what follows.
  public var comparisonFrom: Day?
  public var comparisonTo: Day?
  /// `[trajecten] overlap_maanden`: groups that overlap for less are a switch, no step of its own.
  public var overlapMonths = 2
  public var supply = SupplyParameters()
  public var money = MoneyParameters()
  /// `gemeente_code`: the municipality of clients where none of `clienten.csv` has one.
  public var municipalityCode: String?

  public init(
    windowFrom: Day? = nil, windowTo: Day? = nil, basis: Basis = .service, gapMonths: Int = 2,
    simultaneousMonths: Int = 1, ageClasses: [Int] = [0, 18, 30, 45, 65, 75, 85],
    sequenceFrom: Day? = nil, sequenceTo: Day? = nil
  ) {
    self.windowFrom = windowFrom
    self.windowTo = windowTo
    self.basis = basis
    self.gapMonths = gapMonths
    self.simultaneousMonths = simultaneousMonths
    self.ageClasses = ageClasses
    self.sequenceFrom = sequenceFrom
    self.sequenceTo = sequenceTo
  }

  /// The date by which a line belongs to a period.
  public enum Basis: String, CaseIterable, Sendable {
    /// `product_periode_begindatum`
    case service = "prestatie"
    /// `declaratie_dagtekening`
    case declaration = "declaratie"
  }
}

/// `[declaratieverloop]`: how the declarations that are still to come are forecast.
public struct CourseParameters: Sendable, Equatable {
  /// The last month of the triangle; nil: the last one that has wholly passed on the latest
  /// declaration date.
  public var lastMonth: Month?
  /// How many of the latest diagonals a factor is made of; 0: all.
  public var diagonals = 24
  /// A month that is developed less gets Bornhuetter-Ferguson.
  public var bornhuetterFergusonBelow = Share.half
  /// What a young month is expected to come to.
  public var prior = Prior.mean
  /// The delay from which on a month is fully developed; nil: that of the triangle's oldest month.
  public var endDelay: Int?
  /// From this share on a month counts as developed in lengths of stay.
  public var developedFrom = Share.ninetyNinePercent

  public init() {}

  /// What the latest developed months say of a young one.
  public enum Prior: String, CaseIterable, Sendable {
    /// Their mean: what the contract says, and steadiest where nothing changes.
    case mean = "gemiddelde"
    /// Their straight line, for a municipality that grows or shrinks.
    case trend
  }
}

extension CountingParameters {
  /// The period that the window is compared with; nil where an end is declared neither for it nor
  /// for the window, or where it would end before it begins.
  ///
  /// An end that is not declared is that of the window, one year earlier.
  public var comparison: ClosedRange<Day>? {
    guard let from = comparisonFrom ?? windowFrom?.oneYearEarlier(isLast: false),
      let to = comparisonTo ?? windowTo?.oneYearEarlier(isLast: true), from <= to
    else { return nil }
    return from...to
  }

  /// Whether both ends of the comparison are known and the first lies after the last.
  public var hasReversedComparison: Bool {
    guard let from = comparisonFrom ?? windowFrom?.oneYearEarlier(isLast: false),
      let to = comparisonTo ?? windowTo?.oneYearEarlier(isLast: true)
    else { return false }
    return from > to
  }
}

extension Day {
  /// The same day a year earlier, as an end of a period: the last day of a month stays the last.
  fileprivate func oneYearEarlier(isLast: Bool) -> Day {
    if isLast, self == month.lastDay { return Month(number: month.number - 12).lastDay }
    return addingYears(-1)
  }

  /// The same day so many years later; 29 February becomes 1 March.
  func addingYears(_ count: Int) -> Day {
    let other = Month(number: month.number + Int32(12 * count))
    // A February that is a day shorter ends one day before 1 March.
    return Day(number: other.firstDay.number + number - month.firstDay.number)
  }
}
