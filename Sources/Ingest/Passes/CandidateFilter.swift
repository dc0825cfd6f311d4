/// Tells from the text of a few fields whether a recheck may want a record: hashes of allocation
/// numbers and of reference numbers, in a few bits each.
///
/// It never refuses a wanted record; about one in two hundred others passes, and is refused when
/// it is decoded.
///
/// `@unchecked Sendable`: written by its initialiser only.
final class CandidateFilter: @unchecked Sendable {
  private let allocations: BloomFilter
  private var references: BloomFilter
  private let truncatedHash: TruncatedHash
  private let isAll: Bool

  init(_ wanted: WantedLines, _ suspects: SuspectNumbers, _ table: AllocationTable) {
    isAll = wanted.isAll
    var hashes = BloomFilter(capacity: wanted.allocations.count)
    if !wanted.allocations.isEmpty {
      var rest = wanted.allocations[...]
      table.forEachHash { index, hash in
        guard rest.first == index else { return }
        rest.removeFirst()
        hashes.insert(hash)
      }
    }
    allocations = hashes
    truncatedHash = suspects.truncatedHash
    references = BloomFilter(capacity: wanted.references.count + suspects.hashes.count)
    for hash in wanted.references { references.insert(truncatedHash(hash)) }
    suspects.hashes.forEach { references.insert($0) }
  }

  /// What the head of a record says, once for all records with that head.
  struct HeadWish {
    fileprivate var isWanted = false
    fileprivate var referenceSeed: UInt64 = 0
  }

  @inline(__always)
  func headWish<Fields: DeclarationFields>(_ fields: Fields) -> HeadWish {
    return HeadWish(
      isWanted: isAll
        || (!allocations.isEmpty
          && allocations.mayContain(fields[.allocation].trimmed().hash())),
      referenceSeed: ReferenceKey.seed(provider: fields[.provider].trimmed()))
  }

  /// Whether a recheck may want a line.
  @inline(__always)
  func mayWant<Fields: DeclarationFields>(_ fields: Fields, _ head: HeadWish) -> Bool {
    if head.isWanted { return true }
    if references.isEmpty { return false }
    return mayContain(.reference, fields, head)
      || mayContain(.previousReference, fields, head)
  }

  @inline(__always)
  private func mayContain<Fields: DeclarationFields>(
    _ column: DeclarationColumn, _ fields: Fields, _ head: HeadWish
  ) -> Bool {
    guard fields.has(column) else { return false }
    let field = fields[column]
    if field.isEmpty { return false }
    let reference = field.trimmed()
    return !reference.isEmpty
      && references.mayContain(
        truncatedHash(ReferenceKey.hash(reference, seed: head.referenceSeed)))
  }
}
