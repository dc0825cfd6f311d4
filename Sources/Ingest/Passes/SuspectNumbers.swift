import Synchronization

/// Reference numbers that may have come more than once.
struct SuspectNumbers {
  let truncatedHash: TruncatedHash
  private(set) var hashes = HashKeySet()

  /// None.
  static let none = SuspectNumbers(truncatedHash: .fourBytes, hashes: HashKeySet())

  private init(truncatedHash: TruncatedHash, hashes: HashKeySet) {
    self.truncatedHash = truncatedHash
    self.hashes = hashes
  }

  /// Those of which the filters of a first pass, one a worker, hold more than one.
  init(_ filters: [DuplicateFilter], workers: Int) {
    let found = Mutex(HashKeySet())
    perform(DuplicateFilter.bucketCount, workers: workers) { bucket in
      let repeated = DuplicateFilter.repeated(bucket, in: filters)
      if repeated.isEmpty { return }
      found.withLock { found in repeated.forEach { found.insert($0) } }
    }
    self.init(truncatedHash: filters[0].truncatedHash, hashes: found.withLock { $0 })
  }

  var isEmpty: Bool { hashes.isEmpty }
  var count: Int { hashes.count }

  /// Asks less memory, and takes a few others for one of these.
  var outline: PossibleDoubles { PossibleDoubles(self) }

  /// One of several that together are these.
  func share(_ index: Int, of count: Int) -> SuspectNumbers {
    SuspectNumbers(truncatedHash: truncatedHash, hashes: hashes.share(index, of: count))
  }
}

/// Which lines R104 may reject: the outline of ``SuspectNumbers``, in two bytes each.
public struct PossibleDoubles: Sendable {
  private let truncatedHash: TruncatedHash
  private let bits: BloomFilter

  fileprivate init(_ suspects: SuspectNumbers) {
    truncatedHash = suspects.truncatedHash
    var bits = BloomFilter(capacity: suspects.count)
    suspects.hashes.forEach { bits.insert($0) }
    self.bits = bits
  }

  /// Whether R104 may reject a line; its hash is one of ``LineBatch/referenceHashes``.
  public func mayReject(_ referenceHash: UInt64) -> Bool {
    referenceHash != 0 && bits.mayContain(truncatedHash(referenceHash))
  }
}

extension DeclarationReader {
  /// The chunks in which a first pass may have met the suspects; nil where they are so many that
  /// they are everywhere, or a part is decoded as it is read, so that no chunk can be found alone.
  func chunks<State: Accumulator>(
    of suspects: SuspectNumbers, _ workers: [LineWorker<AccumulatingSink<State>>]
  ) -> Set<Int>? {
    if suspects.count > 1000 || parts.contains(where: { $0.dialect.encoding == .utf16 }) {
      return nil
    }
    var chunks: Set<Int> = []
    for worker in workers {
      let ranges = worker.sink.references.chunks(of: suspects.hashes)
      let own = worker.tally.chunks.map(\.index)
      chunks.formUnion(own.filter { index in ranges.contains { $0.contains(index) } })
    }
    return chunks
  }
}
