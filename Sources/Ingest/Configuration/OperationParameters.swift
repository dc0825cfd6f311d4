/// `[bewaking]`: what holds a run back until a person has looked, with the contract's values where
/// the section leaves one out.
public struct GuardParameters: Sendable, Equatable {
  /// `minimaal_regels_aandeel`: fewer accepted lines, against the run before.
  public var minimumLines = Share.nineTenths
  /// `maximale_afwijking`: of the net of a month that is older than ``openMonths``.
  public var maximumDeviation = Share.quarter
  /// `gesloten_na`: a month that is older than so many is closed.
  public var closedAfterMonths = Self.closedAfterMonthsOfContract
  /// `gesloten_afwijking`: of the net of a closed month.
  public var closedDeviation = Share.hundredth
  /// `maximaal_bevindingen_toename`: of the share of lines with a finding.
  public var findingsIncrease = Share.twoHundredths
  /// `verwacht_delen`: patterns of names, of which each must be that of a part.
  public var expectedParts: [String] = []

  /// In newer months declarations are still coming in.
  public static let openMonths = 3
  public static let closedAfterMonthsOfContract = 12

  public init() {}
}

/// `[bewaren]`: which runs stay below an output folder; without the section all do.
public struct RetentionParameters: Sendable, Equatable {
  /// `runs`: the newest ones.
  public var runs: Int
  /// `maanden`: the last run of each of so many calendar months, that of the newest run among them.
  public var months: Int

  public init(runs: Int = 30, months: Int = 13) {
    (self.runs, self.months) = (runs, months)
  }
}
