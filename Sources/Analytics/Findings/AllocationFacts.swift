import Ingest

/// What the rules ask of an allocation and its client, laid out for the fold: one cache
/// line of 64 bytes.
struct AllocationFacts {
  var volume: Int64 = 0
  /// In cents.
  var budget: Int64 = 0
  /// First day, days since 1970-01-01.
  var start: Int32
  /// Last day; ``none`` without an end.
  var end: Int32
  /// Product index; ``Allocation/product``.
  var product: Int32
  /// Provider index; -1 where the AGB code is not in `aanbieders.csv`.
  var provider: Int32
  /// The client's date of death; ``none`` where none is known.
  var death: Int32
  /// iWmo code; 0 where none is given.
  var unit: UInt8
  /// 1–18; 0 where none is given.
  var category: UInt8
  /// iWmo code; 0 where none is given.
  var frequency: UInt8
  private var flags: UInt8 = 0
  /// Month of the first day, since January 2000, modulo 2^16: months are counted from it.
  let firstMonth: Int16
  /// Fills the cache line.
  private let unused: (UInt64, UInt64) = (0, 0)

  /// Later than every day.
  static let none = Int32.max

  /// `clients`: ``ReferenceData/clients``
  init(_ allocation: Allocation, _ clients: [Client]?) {
    start = allocation.start.number
    firstMonth = Int16(
      truncatingIfNeeded: allocation.start.month.number - Calendar.firstMonth)
    end = allocation.end?.number ?? Self.none
    product = allocation.product
    provider = allocation.provider
    let client = clients?[Int(allocation.client)]
    death = client?.death?.number ?? Self.none
    unit = allocation.unit?.rawValue ?? 0
    category = allocation.category
    frequency = allocation.frequency ?? 0
    if client?.isListed == false { flags |= 1 }
    if let budget = allocation.budget {
      self.budget = budget
      flags |= 2
    }
    if let volume = allocation.volume, unit != 0, frequency != 0, unit != Unit.euro.rawValue {
      self.volume = volume
      flags |= 4
    }
  }

  /// Whether `clienten.csv` was given and lacks the client.
  var hasUnlistedClient: Bool { flags & 1 != 0 }
  var hasBudget: Bool { flags & 2 != 0 }
  /// Whether volume, unit (not 83) and frequency are given, so that the volume is a limit.
  var hasLimit: Bool { flags & 4 != 0 }

  /// Whether its volume adds up by calendar months (``VolumeUnits``).
  var addsUpByMonth: Bool { frequency <= Frequency.week || frequency == Frequency.month }

  /// Minutes on an hour allocation (volume-rules.md).
  @inline(__always)
  func takesMinutes(_ line: DeclarationLine) -> Bool {
    line.unit == Unit.minute.rawValue && unit == Unit.hour.rawValue
  }

  /// Whether the units are equal or minutes on hours; a missing unit fits nothing.
  @inline(__always)
  func fits(_ line: DeclarationLine) -> Bool { line.unit == unit || takesMinutes(line) }

  /// The line's volume in sixtieths of hundredths of the allocation's unit, so that minutes are
  /// whole.
  @inline(__always)
  func sixtieths(_ line: DeclarationLine) -> Int64 {
    takesMinutes(line) ? line.volume : 60 &* line.volume
  }
}
