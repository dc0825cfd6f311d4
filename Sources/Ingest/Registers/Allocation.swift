/// An allocation (toewijzing) of a product to a client and a provider, after the rule for several
/// rows of one number.
///
/// 48 bytes, laid out for the rules: there are millions, and every line asks for one.
public struct Allocation: Sendable {
  /// Client index.
  public internal(set) var client: Int32
  /// Indication index (beschikking_nummer, or the allocation itself where it has none).
  public internal(set) var indication: Int32
  /// Provider index; -1 where the AGB code is not in `aanbieders.csv`.
  public let provider: Int32
  /// Product index; -1 where none is named, -2 where it is not in `producten.csv`.
  public let product: Int32
  /// First day, days since 1970-01-01.
  public let start: Int32
  /// Last day, days since 1970-01-01; ``noDay`` without one.
  public let end: Int32
  /// The client's date of death; ``noDay`` where none is known.
  public internal(set) var death = Allocation.noDay
  /// National category 1–18; 0 where none is given.
  public let category: UInt8
  /// iWmo code; 0 where none is given.
  public let unit: UInt8
  /// iWmo code; 0 where none is given.
  public let frequency: UInt8
  @usableFromInline
  private(set) var marks: UInt8
  /// In hundredths of what the file writes: for ``Unit/euro`` that is eurocents where the dialect's
  /// money is in cents (`iwmo`), else euros. 0 where none is given.
  public let volume: Int64
  /// In cents; 0 where none is given.
  public let budget: Int64

  /// Later than every day.
  public static let noDay = Int32.max

  /// Whether the last word on the number was `reden_wijziging` 13.
  @inlinable
  public var isDeleted: Bool { marks & 1 != 0 }
  /// Whether volume, unit (not 83) and frequency are given, so that the volume is a limit.
  @inlinable
  public var hasLimit: Bool { marks & 2 != 0 }
  /// Whether a budget is given.
  @inlinable
  public var hasBudget: Bool { marks & 4 != 0 }
  /// Whether `clienten.csv` is given and lacks the client.
  @inlinable
  public var hasUnlistedClient: Bool { marks & 8 != 0 }

  public init(
    client: Int32, indication: Int32, isDeleted: Bool = false, provider: Int32, product: Int32,
    category: UInt8 = 0, start: Day, end: Day? = nil, volume: Int64? = nil, unit: Unit? = nil,
    frequency: UInt8? = nil, budget: Int64? = nil
  ) {
    self.client = client
    self.indication = indication
    self.provider = provider
    self.product = product
    self.category = category
    self.start = start.number
    self.end = end?.number ?? Self.noDay
    self.volume = volume ?? 0
    self.unit = unit?.rawValue ?? 0
    self.frequency = frequency ?? 0
    self.budget = budget ?? 0
    var marks: UInt8 = isDeleted ? 1 : 0
    if volume != nil, frequency != nil, let unit, unit != .euro { marks |= 2 }
    if budget != nil { marks |= 4 }
    self.marks = marks
  }

  /// Takes over what `clienten.csv` says of its client.
  mutating func note(_ client: Client) {
    death = client.death?.number ?? Self.noDay
    if !client.isListed { marks |= 8 }
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
