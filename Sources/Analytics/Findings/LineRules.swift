public import Ingest

/// Everything that judging a line needs, made once and shared by all workers.
public final class LineRules: Sendable {
  let allocations: [Allocation]
  let providerCount: Int
  let context: RuleContext
  let calendar = Calendar.shared

  var allocationCount: Int { allocations.count }

  /// `doubleDebitsFrom`: `[regels.R212] vanaf`; double debits were legal before iWmo 3.1.
  public init(_ registers: Registers, doubleDebitsFrom: Day?) {
    allocations = registers.allocations
    providerCount = registers.providers.count
    let rates = registers.rates.map {
      ContractRates(
        $0,
        products: registers.products.count,
        providers: registers.providers.count
      )
    }
    context = RuleContext(
      rates: rates,
      hasClients: registers.clients != nil,
      categories: registers.products.map { UInt8(truncatingIfNeeded: $0.category) },
      doubleDebitsFrom: (doubleDebitsFrom ?? Self.iWmo31).number
    )
  }

  /// 1 April 2022, the first day of iWmo 3.1.
  public static let iWmo31 = Day(number: 19_083)
}
