/// Looks up the identifiers of decoded lines in the municipality's own files (R101–R106).
struct LineResolver: Sendable {
  let allocations: AllocationTable
  let products: InternTable
  let providers: InternTable

  init(_ index: ReferenceIndex, _ data: ReferenceData) {
    allocations = AllocationTable(index, data.allocations)
    products = index.products
    providers = index.providers
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
    guard let product = products.find(decoded.product) else {
      return Rejection(rule: .unknownProduct, column: .product)
    }
    guard let provider = provider(decoded.provider) else {
      return Rejection(rule: .unknownProvider, column: .provider)
    }
    decoded.line.allocation = Int32(allocation)
    decoded.line.product = Int32(product)
    decoded.line.provider = Int32(provider)
    return nil
  }

  @inline(__always)
  private func provider(_ agb: Bytes) -> Int? {
    agb.count == 8 ? providers.find(agb) : providers.find(agb.restoringZeros(width: 8))
  }
}

extension Bytes {
  /// The digits with the zeros in front that a spreadsheet dropped.
  func restoringZeros(width: Int) -> String {
    String(repeating: "0", count: max(0, width - count)) + string
  }
}
