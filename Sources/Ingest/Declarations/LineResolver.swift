/// Looks up the identifiers of decoded lines in the municipality's own files (R101–R106).
struct LineResolver: Sendable {
  let allocations: AllocationTable
  let products: CodeTable
  let providers: CodeTable
  /// Lines declared later count in no figure; as a day number, later than every one without a
  /// reference date.
  let referenceDay: Int32
  /// What those lines are judged by.
  private let laterAllocations: AllocationTable?

  init(_ index: RegisterIndex, _ data: Registers) {
    allocations = AllocationTable(
      numbers: index.allocations, clients: index.clients, data.allocations)
    referenceDay = index.later?.referenceDay.number ?? .max
    laterAllocations = index.later?.allocations.map {
      AllocationTable(numbers: $0.numbers, clients: $0.clients, $0.winners)
    }
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
    /// Whether they are declared after the reference date.
    var isLater = false
  }

  @inline(__always)
  func resolve(_ head: LineHead, hash: UInt64, guess: (entry: Int, position: Int)) -> Resolved {
    head.declared <= referenceDay
      ? resolve(head, hash: hash, guess: guess, in: allocations) : resolveLater(head, hash: hash)
  }

  @inline(never)
  private func resolveLater(_ head: LineHead, hash: UInt64) -> Resolved {
    let table = laterAllocations ?? allocations
    var resolved = resolve(head, hash: hash, guess: table.probe(hash), in: table)
    resolved.isLater = true
    return resolved
  }

  @inline(__always)
  private func resolve(
    _ head: LineHead, hash: UInt64, guess: (entry: Int, position: Int),
    in allocations: AllocationTable
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

/// Codes of at most eight bytes (products, AGB codes) → index: a short code is its own hash key.
///
/// A look-up is one load, one multiplication and usually one comparison; longer codes go to the
/// ``InternTable`` behind it.
///
/// `@unchecked Sendable`: written by its initialiser only.
final class CodeTable: @unchecked Sendable {
  private let keys: UnsafeMutablePointer<UInt64>
  private let indices: UnsafeMutablePointer<Int32>
  private let mask: Int
  /// Leaves the upper bits of a product, which depend on all bytes of a code.
  private let shift: UInt64
  private let all: InternTable

  init(_ table: InternTable) {
    var size = 16
    while size < table.count * 4 { size *= 2 }
    let mask = size - 1
    let shift = UInt64(mask.leadingZeroBitCount)
    let keys = UnsafeMutablePointer<UInt64>.allocate(capacity: size)
    let indices = UnsafeMutablePointer<Int32>.allocate(capacity: size)
    keys.initialize(repeating: 0, count: size)
    indices.initialize(repeating: -1, count: size)
    for index in 0..<table.count {
      table.withText(index) { code in
        guard code.count > 0, code.count <= 8 else { return }
        let key = Self.key(code)
        var position = Self.position(key, shift)
        while keys[position] != 0 { position = (position + 1) & mask }
        keys[position] = key
        indices[position] = Int32(index)
      }
    }
    self.keys = keys
    self.indices = indices
    self.mask = mask
    self.shift = shift
    all = table
  }

  deinit {
    keys.deallocate()
    indices.deallocate()
  }

  /// The index of a code, or -1.
  @inline(__always)
  func find(_ code: Bytes) -> Int32 {
    guard code.count <= 8 else { return Int32(all.find(code) ?? -1) }
    let key = Self.key(code)
    var position = Self.position(key, shift)
    while keys[position] != key {
      if keys[position] == 0 { return -1 }
      position = (position + 1) & mask
    }
    return indices[position]
  }

  /// The bytes as a number; no code holds a NUL, so no two codes have one key and none has 0.
  @inline(__always)
  private static func key(_ code: Bytes) -> UInt64 {
    if code.count == 8 { return UnsafeRawPointer(code.start).loadUnaligned(as: UInt64.self) }
    var key: UInt64 = 0
    for index in 0..<code.count { key |= UInt64(code[index]) << UInt64(8 * index) }
    return key
  }

  @inline(__always)
  private static func position(_ key: UInt64, _ shift: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> shift)
  }
}
