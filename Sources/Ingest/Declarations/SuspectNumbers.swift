import Synchronization

/// Reference numbers that may have come more than once.
struct SuspectNumbers {
  let keptHash: KeptHash
  private(set) var hashes = HashSet()

  /// None.
  static let none = SuspectNumbers(keptHash: .fourBytes, hashes: HashSet())

  private init(keptHash: KeptHash, hashes: HashSet) {
    self.keptHash = keptHash
    self.hashes = hashes
  }

  /// Those of which the filters of a first pass, one a worker, hold more than one.
  init(_ filters: [DuplicateFilter], workers: Int) {
    let found = Mutex(HashSet())
    perform(DuplicateFilter.shelfCount, workers: workers) { shelf in
      let repeated = DuplicateFilter.repeated(shelf, in: filters)
      if repeated.isEmpty { return }
      found.withLock { found in repeated.forEach { found.insert($0) } }
    }
    self.init(keptHash: filters[0].keptHash, hashes: found.withLock { $0 })
  }

  var isEmpty: Bool { hashes.isEmpty }
  var count: Int { hashes.count }

  /// Asks less memory, and takes a few others for one of these.
  var outline: PossibleDoubles { PossibleDoubles(self) }

  /// One of several that together are these.
  func share(_ index: Int, of count: Int) -> SuspectNumbers {
    SuspectNumbers(keptHash: keptHash, hashes: hashes.share(index, of: count))
  }
}

/// Which lines R104 may reject: the outline of ``SuspectNumbers``, in two bytes each.
public struct PossibleDoubles: Sendable {
  private let keptHash: KeptHash
  private let bits: HashBits

  fileprivate init(_ suspects: SuspectNumbers) {
    keptHash = suspects.keptHash
    var bits = HashBits(capacity: suspects.count)
    suspects.hashes.forEach { bits.insert($0) }
    self.bits = bits
  }

  /// Whether R104 may reject a line; its hash is one of ``LineBatch/referenceHashes``.
  public func mayReject(_ referenceHash: UInt64) -> Bool {
    referenceHash != 0 && bits.mayContain(keptHash(referenceHash))
  }
}

extension DeclarationReader {
  /// The chunks in which a first pass may have met the suspects; nil where they are so many that
  /// they are everywhere, or a part is decoded as it is read, so that no chunk can be found alone.
  func chunks<Fold: LineFold>(
    of suspects: SuspectNumbers, _ workers: [LineWorker<FoldingSink<Fold>>]
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
