import Ingest

/// A unit in which volumes add up: that of iWmo, with minutes (01) and hours (04) as one.
///
/// The raw value is its place among the units, byte-wise by iWmo code.
public enum VolumeUnit: Int, CaseIterable, Sendable {
  case time, day, dayPart, outputPiece, euro, effortPiece

  /// Of an iWmo code.
  @inline(__always)
  init(code: UInt8) {
    switch Unit(rawValue: code) {
    case .minute, .hour, nil: self = .time
    case .day: self = .day
    case .dayPart: self = .dayPart
    case .outputPiece: self = .outputPiece
    case .euro: self = .euro
    case .effortPiece: self = .effortPiece
    }
  }

  static let count = allCases.count
}

/// The window, or the period that it is compared with.
enum ComparedPeriod: Int, CaseIterable {
  case comparison, window
}

/// Net volume per product and unit in the window and in the comparison: hundredths of the unit, of
/// minutes where it is a time; credits are negative.
struct PeriodVolumes: Sendable, Equatable {
  private var sums: [Int128]

  init(productCount: Int) {
    sums = Array(
      repeating: 0, count: productCount * VolumeUnit.count * ComparedPeriod.allCases.count)
  }

  mutating func add(_ volume: Int128, product: Int, unit: VolumeUnit, in period: ComparedPeriod) {
    sums[Self.index(product, unit, period)] += volume
  }

  mutating func merge(_ other: PeriodVolumes) {
    for index in sums.indices { sums[index] += other.sums[index] }
  }

  subscript(product: Int, unit: VolumeUnit, period: ComparedPeriod) -> Int128 {
    sums[Self.index(product, unit, period)]
  }

  @inline(__always)
  private static func index(_ product: Int, _ unit: VolumeUnit, _ period: ComparedPeriod) -> Int {
    (product * VolumeUnit.count + unit.rawValue) * 2 + period.rawValue
  }
}
