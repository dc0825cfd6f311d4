import Ingest

/// The contract rates of `tarieven.csv`, to be looked up once per line (R210).
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

  init(_ rates: [Rate], products: Int, providers: Int) {
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
}
