import Ingest

/// The contract rates of `tarieven.csv`, looked up for every line (R210, ``ContractUse``).
///
/// The rates of a product and provider stand together, the ones that go first in front.
///
/// `@unchecked Sendable`: written by its initialiser only.
final class ContractRates: @unchecked Sendable {
  private struct Row {
    var from: Int32
    var to: Int32
    /// iWmo code; 0 where the row holds for every unit.
    var unit: UInt8
    var rate: Int64
  }

  private let rows: UnsafeMutablePointer<Row>
  /// Range of rows per product × (providers + 1); the last column is for every provider.
  private let starts: UnsafeMutablePointer<Int32>
  private let columns: Int

  /// Nil without `tarieven.csv`.
  convenience init?(_ registers: Registers) {
    guard let rates = registers.rates else { return nil }
    self.init(rates, products: registers.products.count, providers: registers.providers.count)
  }

  private init(_ rates: [Rate], products: Int, providers: Int) {
    let columns = providers + 1
    func cell(_ rate: Rate) -> Int { rate.product * columns + (rate.provider ?? providers) }
    let sorted = rates.map { (cell: cell($0), rate: $0) }.sorted { a, b in
      if a.cell != b.cell { return a.cell < b.cell }
      if a.rate.validFrom != b.rate.validFrom { return a.rate.validFrom > b.rate.validFrom }
      let (left, right) = (a.rate.unit == nil, b.rate.unit == nil)
      if left != right { return right }
      return a.rate.tenThousandths > b.rate.tenThousandths
    }
    self.columns = columns
    rows = .allocate(capacity: max(1, sorted.count))
    starts = .allocate(capacity: products * columns + 1)
    starts.initialize(repeating: 0, count: products * columns + 1)
    for (index, (cell, rate)) in sorted.enumerated() {
      (rows + index).initialize(
        to: Row(
          from: rate.validFrom.number, to: rate.validTo?.number ?? .max,
          unit: rate.unit?.rawValue ?? 0, rate: rate.tenThousandths))
      starts[cell + 1] = Int32(index + 1)
    }
    for cell in 0..<products * columns { starts[cell + 1] = max(starts[cell + 1], starts[cell]) }
  }

  deinit {
    rows.deallocate()
    starts.deallocate()
  }

  /// In ten-thousandths of a euro, on the first day of the line's product period; nil where no
  /// rate holds.
  @inline(__always)
  func rate(_ line: DeclarationLine, unit: UInt8) -> Int64? {
    let row = Int(line.product) * columns
    return rate(cell: row + Int(line.provider), line.start, unit)
      ?? rate(cell: row + columns - 1, line.start, unit)
  }

  @inline(__always)
  private func rate(cell: Int, _ day: Int32, _ unit: UInt8) -> Int64? {
    for index in Int(starts[cell])..<Int(starts[cell + 1]) {
      let row = rows[index]
      if row.from <= day, day <= row.to, row.unit == 0 || row.unit == unit { return row.rate }
    }
    return nil
  }

  /// What a unit of an allocation costs on a day, in sixtieths of ten-thousandths of a euro, so that
  /// minutes of an hourly rate are whole; nil where no rate holds.
  ///
  /// The provider's own rates go before those of every provider, then the latest ones, those with a
  /// unit, and the greater.
  ///
  /// - Parameters:
  ///   - provider: Nil where it is not known.
  ///   - unit: iWmo code; a rate of minutes holds for hours, and the other way round.
  func sixtiethsOfRate(product: Int, provider: Int?, on day: Int32, unit: UInt8) -> Int64? {
    let row = product * columns
    return provider.flatMap { sixtieths(cell: row + $0, day, unit) }
      ?? sixtieths(cell: row + columns - 1, day, unit)
  }

  private func sixtieths(cell: Int, _ day: Int32, _ unit: UInt8) -> Int64? {
    var best: (row: Row, sixtieths: Int64)?
    for index in Int(starts[cell])..<Int(starts[cell + 1]) {
      let row = rows[index]
      guard row.from <= day, day <= row.to,
        let factor = Self.sixtieths(of: unit, in: row.unit)
      else { continue }
      let rate = row.rate * factor
      if let best {
        // They come by their first day, and those with a unit before the others.
        if row.from != best.row.from || (row.unit == 0) != (best.row.unit == 0) { break }
        if rate <= best.sixtieths { continue }
      }
      best = (row, rate)
    }
    return best?.sixtieths
  }

  /// How many sixtieths of a unit of a rate one of an allocation is; nil for units that do not meet.
  private static func sixtieths(of unit: UInt8, in other: UInt8) -> Int64? {
    if other == 0 || other == unit { return 60 }
    if unit == Unit.hour.rawValue, other == Unit.minute.rawValue { return 3600 }
    if unit == Unit.minute.rawValue, other == Unit.hour.rawValue { return 1 }
    return nil
  }
}
