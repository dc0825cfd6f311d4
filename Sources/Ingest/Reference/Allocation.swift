/// An allocation (toewijzing) of a product to a client and a provider, after the rule for several
/// rows of one number.
public struct Allocation: Sendable {
  /// Client index.
  public var client: Int32
  /// Indication index (beschikking_nummer, or the allocation itself where it has none).
  public var indication: Int32
  /// Whether the last word on this number was `reden_wijziging` 13.
  public var isDeleted: Bool
  /// Provider index; -1 where the AGB code is not in `aanbieders.csv`.
  public var provider: Int32
  /// Product index; -1 where none is named, -2 where it is not in `producten.csv`.
  public var product: Int32
  /// National category 1–18; 0 where none is given.
  public var category: UInt8
  public var start: Day
  public var end: Day?
  /// In hundredths of what the file writes: for ``Unit/euro`` that is eurocents where the dialect's
  /// money is in cents (`iwmo`), else euros.
  public var volume: Int64?
  public var unit: Unit?
  public var frequency: UInt8?
  /// In cents.
  public var budget: Int64?

  public init(
    client: Int32, indication: Int32, isDeleted: Bool = false, provider: Int32, product: Int32,
    category: UInt8 = 0, start: Day, end: Day? = nil, volume: Int64? = nil, unit: Unit? = nil,
    frequency: UInt8? = nil, budget: Int64? = nil
  ) {
    self.client = client
    self.indication = indication
    self.isDeleted = isDeleted
    self.provider = provider
    self.product = product
    self.category = category
    self.start = start
    self.end = end
    self.volume = volume
    self.unit = unit
    self.frequency = frequency
    self.budget = budget
  }
}

/// A unit of volume (eenheid), by its iWmo code.
public enum Unit: UInt8, CaseIterable, Sendable {
  case minute = 1
  case hour = 4
  case day = 14
  case dayPart = 16
  case outputPiece = 82
  case euro = 83
  case effortPiece = 84
}
