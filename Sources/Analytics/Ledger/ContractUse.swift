import Ingest

/// What the lines in the reporting window whose rate is held against a contract rate (R210) would come
/// to at that rate, per product and unit (table `tariefvergelijking`).
///
/// The rate is looked up here and once more by R210, as a run without rules has the same figures.
struct ContractUse: Sendable {
  struct Sum: Sendable, Equatable {
    /// Signed volume times contract rate, in millionths of a euro.
    private(set) var value: Int128 = 0
    /// Signed, in hundredths of the unit, of minutes where it is a time.
    private(set) var volume: Int128 = 0
    /// What amounts are above volume times rate, per line rounded to cents; that of credits is
    /// negative.
    private(set) var centsAbove: Int128 = 0

    @inline(__always)
    mutating func add(_ line: DeclarationLine, rate: Int64, sign: Int64) {
      let product = Int128(line.volume) * Int128(rate)
      value &+= Int128(sign) * product
      volume &+= Int128(sign &* line.volume) * (line.unit == Unit.hour.rawValue ? 60 : 1)
      let above = Int128(line.cents) * Self.cent - product
      // Of credits amount and volume are below 0, and so is what they are above.
      if line.isCredit ? above < 0 : above > 0 { addAbove(above, sign) }
    }

    /// A cent in hundredths of a unit times ten-thousandths of a euro.
    private static let cent: Int128 = 10_000

    @inline(never)
    private mutating func addAbove(_ above: Int128, _ sign: Int64) {
      let half = Self.cent / 2
      centsAbove += Int128(sign) * ((above < 0 ? above - half : above + half) / Self.cent)
    }

    mutating func merge(_ other: Sum) {
      value += other.value
      volume += other.volume
      centsAbove += other.centsAbove
    }
  }

  private let rates: ContractRates
  /// By product × ``VolumeUnit``.
  private(set) var sums: [Sum]

  init(_ rates: ContractRates, productCount: Int) {
    self.rates = rates
    sums = Array(repeating: Sum(), count: productCount * VolumeUnit.count)
  }

  func forWorker() -> ContractUse {
    var use = self
    for index in use.sums.indices { use.sums[index] = Sum() }
    return use
  }

  /// Adds lines of one placement and unit, or takes them out again (`sign` -1).
  @inline(__always)
  mutating func add(
    _ lines: Slice<UnsafeBufferPointer<DeclarationLine>>, _ unit: VolumeUnit, sign: Int64
  ) {
    guard let first = lines.first else { return }
    var sum = Sum()
    for line in lines where line.rate != DeclarationLine.noRate {
      if let rate = rates.rate(line, unit: line.unit) { sum.add(line, rate: rate, sign: sign) }
    }
    sums[Int(first.product) * VolumeUnit.count + unit.rawValue].merge(sum)
  }

  mutating func merge(_ other: ContractUse) {
    for index in sums.indices { sums[index].merge(other.sums[index]) }
  }

  subscript(product: Int, unit: VolumeUnit) -> Sum {
    sums[product * VolumeUnit.count + unit.rawValue]
  }
}
