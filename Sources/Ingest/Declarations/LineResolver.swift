/// Looks up the identifiers of decoded lines in the municipality's own files (R101–R106).
struct LineResolver: Sendable {
  let allocations: AllocationTable
  let products: CodeTable
  let providers: CodeTable

  init(_ index: ReferenceIndex, _ data: ReferenceData) {
    allocations = AllocationTable(index, data.allocations)
    products = CodeTable(index.products)
    providers = CodeTable(index.providers)
  }

  /// Puts the indices into the line; the reason for which it is rejected, or nil.
  @inline(__always)
  func resolve(
    _ decoded: inout LineDecoder.Decoded, hash: UInt64, guess: (index: Int, position: Int)
  ) -> Rejection? {
    let allocation = allocations.find(decoded.allocation, hash: hash, guess: guess)
    guard allocation >= 0 else { return Rejection(rule: .noAllocation, column: .allocation) }
    guard allocations.client(allocation).equals(decoded.client) else {
      return Rejection(rule: .otherClient, column: .client)
    }
    guard !allocations.isDeleted(allocation) else {
      return Rejection(rule: .deletedAllocation, column: .allocation)
    }
    let product = products.find(decoded.product)
    guard product >= 0 else { return Rejection(rule: .unknownProduct, column: .product) }
    let provider = provider(decoded.provider)
    guard provider >= 0 else { return Rejection(rule: .unknownProvider, column: .provider) }
    decoded.line.allocation = Int32(allocation)
    decoded.line.product = product
    decoded.line.provider = provider
    return nil
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
