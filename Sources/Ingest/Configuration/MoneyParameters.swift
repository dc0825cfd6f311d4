/// `[jaren]`, `[indexatie]`, `[begroting]`, `[lumpsum]`, `[bekostiging]` and `[wijkbudget]`: what the
/// tables of money count by, with the contract's defaults.
public struct MoneyParameters: Sendable, Equatable {
  /// `[jaren] basisjaar`; nil: the first year that is complete by declarations.
  public var baseYear: Int?
  public var index = IndexParameters()
  /// `[begroting]`
  public var budget = BudgetParameters()
  /// `[lumpsum] reserve_maximum`: the share of what was granted that a reserve may come to.
  public var maximumReserve = Share.tenth
  /// `[bekostiging] index`, in ten-thousandths of a percent; nil: what is applied in the window's last
  /// year, else 0.
  public var fundingIndex: Int64?
  /// Nil without a section `[wijkbudget]`.
  public var districtBudget: DistrictBudgetParameters?

  public init() {}
}

/// `[indexatie]`
public struct IndexParameters: Sendable, Equatable {
  /// How the difference with a definitive figure is settled.
  public enum Form: String, CaseIterable, Sendable {
    case chained = "geketend"
    case additive = "additief"
    /// As the sheets of the association of municipalities (VNG) of 2024 do.
    case association = "vng-2024"
  }

  /// `gewichten`: ten-thousandths that add up to 10,000, by name byte-wise.
  public var weights: [Weight] = [Weight("OVA", 9000), Weight("PPC", 1000)]
  public var form = Form.additive
  /// `afronden`: decimals of the applied percentage, 0–6.
  public var decimals = 2

  public init() {}
}

/// A part of 1 with a name.
public struct Weight: Sendable, Equatable {
  public var name: String
  public var tenThousandths: Int64

  public init(_ name: String, _ tenThousandths: Int64) {
    self.name = name
    self.tenThousandths = tenThousandths
  }
}

/// `[begroting]`
public struct BudgetParameters: Sendable, Equatable {
  /// `let_op`: the share of a budget from which on a deviation is to be noticed.
  public var attention = Share.twoHundredths
  /// `overleg`: the share from which on it is to be talked about.
  public var consultation = Share.twentieth
  /// `verzilvering`: the share of running allocations that is expected to be declared, in
  /// billionths; 0–2.
  public var uptakeBillionths: Int64 = 1_000_000_000

  public init() {}
}

/// `[wijkbudget]`
public struct DistrictBudgetParameters: Sendable, Equatable {
  /// `bedrag`, in cents.
  public var cents: Int64
  /// `sleutels`: ten-thousandths that add up to 10,000, by name byte-wise.
  public var keys: [Weight]

  public init(cents: Int64, keys: [Weight]) {
    self.cents = cents
    self.keys = keys
  }

  /// Keys of districts that are no column of gebieden.csv: clients with use, and net.
  public static let figures = ["clienten", "bedrag"]

  /// The columns of gebieden.csv that may be keys.
  public static let columns = [
    "inwoners", "inwoners_0_14", "inwoners_15_24", "inwoners_25_44", "inwoners_45_64",
    "inwoners_65_plus", "huishoudens",
  ]
}
