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
  func headWish(_ record: Record, _ decoder: LineDecoder) -> HeadWish {
    let positions = decoder.positions
    return HeadWish(
      isWanted: isAll
        || (!allocations.isEmpty
          && allocations.mayContain(record[positions.allocation].trimmed().hash())),
      referenceSeed: ReferenceKey.seed(provider: record[positions.provider].trimmed()))
  }

  /// Whether a recheck may want a record of the right number of fields.
  @inline(__always)
  func mayWant(_ record: Record, _ decoder: LineDecoder, _ head: HeadWish) -> Bool {
    if head.isWanted { return true }
    if references.isEmpty { return false }
    return mayContain(decoder.positions.reference, record, head)
      || mayContain(decoder.positions.previousReference, record, head)
  }

  @inline(__always)
  private func mayContain(_ position: Int, _ record: Record, _ head: HeadWish) -> Bool {
    guard position >= 0 else { return false }
    let field = record[position]
    if field.isEmpty { return false }
    let reference = field.trimmed()
    return !reference.isEmpty
      && references.mayContain(
        truncatedHash(ReferenceKey.hash(reference, seed: head.referenceSeed)))
  }
}
