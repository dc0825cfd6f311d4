public import Ingest

/// Everything that judging a line needs, made once and shared by all workers.
///
/// `@unchecked Sendable`: written by its initialiser only.
public final class LineRules: @unchecked Sendable {
  /// Per allocation.
  let facts: UnsafeMutablePointer<AllocationFacts>
  private let memory: ZeroedMemory
  let allocationCount: Int
  let providerCount: Int
  let context: RuleContext
  let calendar = Calendar.shared

  /// `doubleDebitsFrom`: `[regels.R212] vanaf`; double debits were legal before iWmo 3.1.
  public init(_ reference: ReferenceData, doubleDebitsFrom: Day?) {
    allocationCount = reference.allocations.count
    providerCount = reference.providers.count
    let size = allocationCount * MemoryLayout<AllocationFacts>.stride
    guard let memory = ZeroedMemory(byteCount: size) else {
      fatalError("out of memory for \(allocationCount) allocations")
    }
    self.memory = memory
    facts = memory.start.bindMemory(to: AllocationFacts.self, capacity: allocationCount)
    let clients = reference.clients
    for (index, allocation) in reference.allocations.enumerated() {
      (facts + index).initialize(to: AllocationFacts(allocation, clients))
    }
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
