/// Reads `toewijzingen.csv`: one allocation for each number, after the rule for several rows.
///
/// The latest `toewijzingsdatum` wins, then a deletion; both are known while rows stream by. Only
/// where two rows still tie is the text of rows compared, in a second reading of the file that keeps
/// the text of those numbers alone: millions of numbers never have their text in memory.
struct AllocationReader {
  private let decoder: AllocationDecoder
  /// Rows of later days are as not delivered; nil: all count.
  private let referenceDay: Day?

  init(products: InternTable, providers: InternTable, referenceDay: Day?) {
    decoder = AllocationDecoder(products: products, providers: providers)
    self.referenceDay = referenceDay
  }

  struct Outcome {
    var state: AllocationState
    let indicationCount: Int
    /// Of all rows; nil where no row is of a later day than the reference date.
    let all: AllocationState?
  }

  /// Allocation `i` is that of number `i`, in the order in which numbers first come.
  func read(
    _ file: RegisterFile, clients: inout InternTable
  ) throws -> Outcome {
    var all = referenceDay.map { _ in
      AllocationState(clients: InternTable(), expected: file.expectedRowCount)
    }
    var laterRows = 0
    var state = AllocationState(clients: clients, expected: file.expectedRowCount)
    clients = InternTable()  // Or its texts would be copied when another one comes.
    try file.forEachChunk { rows in
      var decoded: [AllocationRow] = []
      decoded.reserveCapacity(rows.indices.count)
      rows.forEach { row in if let row = decoder.decode(row) { decoded.append(row) } }
      return decoded
    } take: { rows in
      guard let referenceDay else { return state.take(rows) }
      let known = rows.filter { $0.rank.date <= referenceDay.number }
      state.take(known)
      all?.take(rows)
      laterRows += rows.count - known.count
    }
    if !state.tied.isEmpty, file.account.problems.count == 0 { try settleTies(file, &state) }
    if laterRows == 0 { all = nil }
    if var tied = all, !tied.tied.isEmpty, file.account.problems.count == 0 {
      all = nil
      try settleTies(file, &tied)
      all = tied
    }
    if let referenceDay, laterRows > 0 {
      file.account.remarks.note(
        "\(file.kind.name): \(laterRows) rows have a 'toewijzingsdatum' after \(referenceDay.iso), "
          + "the 'peildatum', and count as not delivered")
    }
    let indicationCount = numberIndications(&state)
    state.malformed.tell(file.kind, &file.account.remarks)
    clients = state.clients
    return Outcome(state: state, indicationCount: indicationCount, all: all)
  }

  /// Lets the greatest row, column by column byte-wise, win among the rows of the winning rank.
  private func settleTies(_ file: RegisterFile, _ state: inout AllocationState) throws {
    var greatest: [Int: [UInt8]] = [:]
    var text: [UInt8] = []
    let columns = Array(FileKind.allocations.columns.indices)
    let again = file.again()
    try again.forEachRow { row in
      guard let decoded = decoder.decode(row), let index = state.tiedIndex(of: decoded) else {
        return
      }
      text.removeAll(keepingCapacity: true)
      row.appendCanonical(columns, to: &text)
      if let best = greatest[index], !best.lexicographicallyPrecedes(text) { return }
      greatest[index] = text
      state.replace(index, with: decoded)
    }
    try file.refuseChanges(in: again)
  }

  /// Numbers the indications densely: decisions that an allocation still names, and allocations
  /// without one, each on its own. A decision never has the number of an allocation, whatever
  /// their texts.
  private func numberIndications(_ state: inout AllocationState) -> Int {
    var final = [Int32](repeating: -1, count: state.decisions.count)
    var count: Int32 = 0
    for index in state.allocations.indices {
      let decision = Int(state.allocations[index].indication)
      if decision >= 0, final[decision] >= 0 {
        state.allocations[index].indication = final[decision]
      } else {
        if decision >= 0 { final[decision] = count }
        state.allocations[index].indication = count
        count += 1
      }
    }
    return Int(count)
  }
}

/// The allocations so far: of every number the row that wins, as far as dates and deletions tell.
struct AllocationState {
  var allocations: [Allocation] = []
  /// Of the same rows.
  private(set) var deliveries: [AllocationDelivery] = []
  private(set) var malformed = LenientCounts()
  /// Whether a row stands in a part with the column `leveringsvorm`.
  private(set) var hasDeliveryForms = false
  private(set) var numbers: InternTable
  private(set) var clients: InternTable
  private(set) var decisions = InternTable()
  /// Numbers of which rows of the winning rank differ.
  private(set) var tied: Set<Int> = []
  /// Per number, of the row that wins so far.
  private var ranks: [AllocationRank] = []
  private var fingerprints: [UInt64] = []
  /// Of no meaning; it keeps the compiler from leaving out the loads of ``prefetch(_:)``.
  private var prefetched: UInt32 = 0

  /// `expected`: about how many numbers there are.
  init(clients: InternTable, expected: Int) {
    self.clients = clients
    numbers = InternTable(minimumCapacity: expected)
    allocations.reserveCapacity(expected)
    deliveries.reserveCapacity(expected)
    ranks.reserveCapacity(expected)
    fingerprints.reserveCapacity(expected)
  }

  /// Takes in the rows of a chunk.
  mutating func take(_ rows: [AllocationRow]) {
    for run in rows.runs {
      prefetch(run)
      for row in run {
        take(row)
        malformed.add(row.malformed)
        if row.mayHaveForm { hasDeliveryForms = true }
      }
    }
  }

  /// The number of a row that is among the tied ones of its number.
  func tiedIndex(of row: AllocationRow) -> Int? {
    guard let index = numbers.find(row.number.text), tied.contains(index),
      ranks[index] == row.rank
    else { return nil }
    return index
  }

  mutating func replace(_ index: Int, with row: AllocationRow) {
    allocations[index] = numbered(row)
    deliveries[index] = row.delivery
  }

  private mutating func take(_ row: AllocationRow) {
    let index = numbers.intern(row.number)
    if index == allocations.count {
      allocations.append(numbered(row))
      deliveries.append(row.delivery)
      ranks.append(row.rank)
      fingerprints.append(row.fingerprint)
    } else if ranks[index] < row.rank {
      replace(index, with: row)
      ranks[index] = row.rank
      fingerprints[index] = row.fingerprint
      tied.remove(index)
    } else {
      // A client is one of the municipality's even where another row wins.
      _ = numbered(row)
      if ranks[index] == row.rank, fingerprints[index] != row.fingerprint { tied.insert(index) }
    }
  }

  /// The allocation with its client, and with its decision as indication.
  @inline(__always)
  private mutating func numbered(_ row: AllocationRow) -> Allocation {
    var allocation = row.allocation
    allocation.client = Int32(clients.intern(row.client))
    allocation.indication = row.decision.map { Int32(decisions.intern($0)) } ?? -1
    return allocation
  }

  /// Fetches what looking up the identifiers of some rows needs: millions of them do not fit into
  /// the caches.
  @inline(__always)
  private mutating func prefetch(_ rows: ArraySlice<AllocationRow>) {
    for row in rows {
      prefetched &+= numbers.prefetchSlot(row.number)
      prefetched &+= clients.prefetchSlot(row.client)
      if let decision = row.decision { prefetched &+= decisions.prefetchSlot(decision) }
    }
    // Numbers are new as a rule, and decisions new or recent: only clients come from all over.
    for row in rows { prefetched &+= clients.prefetchText(row.client) }
  }
}
