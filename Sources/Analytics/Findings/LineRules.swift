public import Ingest

/// Everything that judging a line needs, made once and shared by all workers.
public final class LineRules: Sendable {
  let allocations: [Allocation]
  let providerCount: Int
  let context: RuleContext
  let calendar = Calendar.shared

  var allocationCount: Int { allocations.count }

  /// `doubleDebitsFrom`: `[regels.R212] vanaf`; double debits were legal before iWmo 3.1.
  public init(_ reference: ReferenceData, doubleDebitsFrom: Day?) {
    allocations = reference.allocations
    providerCount = reference.providers.count
    let rates = reference.rates.map {
      ContractRates(
        $0,
        products: reference.products.count,
        providers: reference.providers.count
      )
    }
    context = RuleContext(
      rates: rates,
      hasClients: reference.clients != nil,
      categories: reference.products.map { UInt8(truncatingIfNeeded: $0.category) },
      doubleDebitsFrom: (doubleDebitsFrom ?? Self.iWmo31).number
    )
  }

  /// 1 April 2022, the first day of iWmo 3.1.
  public static let iWmo31 = Day(number: 19_083)
}
