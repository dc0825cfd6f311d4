/// The piece in which a product's volumes and rates are kept while they are made up.
///
/// Volumes are whole pieces and rates whole eurocents per piece, so that every amount is exact and
/// the whole numbers of the iWmo dialect can express it. Work per hour is kept in minutes.
enum BillingUnit {
  /// Declared in minutes in every dialect.
  case minute
  /// Kept in minutes; declared in hours where the dialect has decimals.
  case hour
  case daypart
  case piece
  case day

  /// The code of the unit in `producten`, `toewijzingen` and `tarieven` (list `eenheid`).
  var allocationCode: String {
    switch self {
    case .minute, .hour: "04"
    case .daypart: "16"
    case .piece: "82"
    case .day: "14"
    }
  }

  func declaredCode(_ dialect: OutputDialect) -> String {
    switch self {
    case .minute: "01"
    case .hour: dialect.isWhole ? "01" : "04"
    case .daypart, .piece, .day: allocationCode
    }
  }

  /// The number of pieces in one declared unit.
  func piecesPerDeclared(_ dialect: OutputDialect) -> Int {
    self == .hour && !dialect.isWhole ? 60 : 1
  }

  /// The number of pieces in one unit of the allocation.
  var piecesPerAllocated: Int {
    switch self {
    case .minute, .hour: 60
    case .daypart, .piece, .day: 1
    }
  }

  /// Volumes are multiples of this: three minutes are a twentieth of an hour.
  var grain: Int { self == .hour ? 3 : 1 }

  /// Volumes are rounded to this where no amount has to be met.
  var step: Int {
    switch self {
    case .hour: 15
    case .minute: 5
    case .daypart, .piece, .day: 1
    }
  }
}
