/// The counting rules that the configuration may change, with the contract's defaults.
public struct CountingParameters: Sendable, Equatable {
  /// First and last day of the reporting window, both included; a nil end is that of the data.
  public var windowFrom: Day?
  public var windowTo: Day?
  public var basis: Basis
  /// A gap of at most this many inactive months does not end a spell.
  public var gapMonths: Int
  /// Months in common that make two product groups simultaneous.
  public var simultaneousMonths: Int
  /// Lower bounds of the age classes: begins with 0 and rises.
  public var ageClasses: [Int]
  /// The window in which sequences are looked for; a nil end is that of the data.
  public var sequenceFrom: Day?
  public var sequenceTo: Day?

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
