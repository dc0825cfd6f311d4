import Ingest

/// The dialects in which input files can be written; the raw value is the preset's name.
package enum OutputDialect: String, CaseIterable {
  case iso
  case nlExcel = "nl-excel"
  case nlUTF8 = "nl-utf8"
  case iwmo

  var form: Dialect {
    switch self {
    case .iso: .iso
    case .nlExcel: .nlExcel
    case .nlUTF8: .nlUTF8
    case .iwmo: .iwmo
    }
  }

  /// Whether amounts are unsigned and a column `debet_credit` carries the sign.
  var hasDebitCredit: Bool { self == .iwmo }

  /// Whether numbers have no decimals, so that hours must be declared as minutes.
  var isWhole: Bool { form.decimal == nil }
}

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

/// The days from 2000 up to 2040 as ten bytes each, in the date form of a dialect.
///
/// A table, because writing a date costs three divisions per part and a line has three dates.
struct CalendarText {
  private let first: Day
  private let bytes: [UInt8]

  init(_ dialect: OutputDialect) {
    first = Month(year: 2000, month: 1).firstDay
    let last = Month(year: 2040, month: 12).lastDay
    let isDayFirst = dialect.form.dates.contains(.dayMonthYear)
    var bytes: [UInt8] = []
    for number in first.number...last.number {
      let text = Day(number: number).iso
      let parts = text.split(separator: "-")
      bytes += Array((isDayFirst ? parts.reversed().joined(separator: "-") : text).utf8)
    }
    self.bytes = bytes
  }

  @inline(__always)
  func append(_ day: Day, to buffer: UnsafeMutablePointer<UInt8>, at position: inout Int) {
    let start = Int(day.number - first.number) * 10
    bytes.withUnsafeBufferPointer { table in
      for offset in 0..<10 { buffer[position + offset] = table[start + offset] }
    }
    position += 10
  }
}
