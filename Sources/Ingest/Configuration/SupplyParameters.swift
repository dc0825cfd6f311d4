/// `[overstap]`, `[landschap]`, `[regio]`, `[overlap]` and `[signalen]`: what the tables of supply, of
/// the region and of signals count by, with the contract's defaults.
public struct SupplyParameters: Sendable, Equatable {
  /// `[overstap]`, as declared; a nil month is the first, or the last, that lies wholly in the window.
  public var switchFrom: Month?
  public var switchTo: Month?
  /// `[landschap] datum`: the day on which the landscape of providers is taken to change; nil: the
  /// comparison is set against the window.
  public var landscapeDay: Day?
  /// `[regio] functie`
  public var function = Function.productGroup
  /// `[overlap] groep`, as written; nil: the table has no rows.
  public var overlapGroups: [String]?
  /// `[overlap] met`, as written; nil: all other functions.
  public var overlapOthers: [String]?
  /// Nil without a section `[signalen]`.
  public var signals: SignalParameters?

  public init() {}

  /// What a function is in the tables of the region.
  public enum Function: String, CaseIterable, Sendable {
    case productGroup = "product_groep"
    /// The label of the product's national category.
    case category = "product_categorie"
  }

  /// The years before and from ``landscapeDay`` on.
  public var landscape: (before: ClosedRange<Day>, after: ClosedRange<Day>)? {
    landscapeDay.map { day in
      let (first, next) = (day.addingYears(-1), day.addingYears(1))
      return (first...Day(number: day.number - 1), day...Day(number: next.number - 1))
    }
  }
}

/// `[signalen]`
public struct SignalParameters: Sendable, Equatable {
  /// Which part of the municipality an area is.
  public enum Area: String, CaseIterable, Sendable {
    case buurt, wijk, postcode4, postcode6
  }

  public var area = Area.buurt
  /// `maanden`: the latest months, in which clients are new.
  public var months = 3
  /// `terug`: months before them, at most.
  public var monthsBefore = 12
  /// `tot_en_met`; nil: the last month that lies wholly in the window.
  public var last: Month?
  /// `minimum`: the fewest new clients of a signal.
  public var minimum = 3
  /// `drempel`: the greatest p of a signal.
  public var threshold = 0.001

  public init() {}
}
