/// Looks up the identifiers of decoded lines in the municipality's own files (R101–R106).
struct LineResolver: Sendable {
  let allocations: AllocationTable
  let products: CodeTable
  let providers: CodeTable

  init(_ index: RegisterIndex, _ data: Registers) {
    allocations = AllocationTable(index, data.allocations)
    products = CodeTable(index.products)
    providers = CodeTable(index.providers)
  }

  /// What the texts of a head stand for.
  struct Resolved {
    var allocation: Int32 = -1
    var product: Int32 = -1
    var provider: Int32 = -1
    /// The reason for which its lines are rejected, or nil.
    var rejection: Rejection?
  }

  @inline(__always)
  func resolve(
    _ head: LineHead, hash: UInt64, guess: (entry: Int, position: Int)
  ) -> Resolved {
    let entry = allocations.find(head.allocation, hash: hash, guess: guess)
    guard entry >= 0 else { return rejected(.noAllocation, .allocation) }
    guard allocations.client(entry).equals(head.client) else {
      return rejected(.otherClient, .client)
    }
    guard !allocations.isDeleted(entry) else {
      return rejected(.deletedAllocation, .allocation)
    }
    let product = products.find(head.product)
    guard product >= 0 else { return rejected(.unknownProduct, .product) }
    let provider = provider(head.provider)
    guard provider >= 0 else { return rejected(.unknownProvider, .provider) }
    return Resolved(allocation: allocations.index(entry), product: product, provider: provider)
  }

  private func rejected(_ rule: RejectRule, _ column: DeclarationColumn) -> Resolved {
    Resolved(rejection: Rejection(rule: rule, column: column))
  }

  @inline(__always)
  private func provider(_ agb: Bytes) -> Int32 {
    if agb.count == 8 { return providers.find(agb) }
    return withBytes(of: agb.restoringZeros(width: 8)) { providers.find($0) }
  }
}

extension Bytes {
  /// The digits with the zeros in front that a spreadsheet dropped.
  func restoringZeros(width: Int) -> String {
    String(repeating: "0", count: max(0, width - count)) + string
  }
}
