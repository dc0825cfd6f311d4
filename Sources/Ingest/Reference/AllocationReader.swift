/// Reads `toewijzingen.csv`: one allocation for each number, after the rule for several rows.
///
/// The latest `toewijzingsdatum` wins, then a deletion; both are known while rows stream by. Only
/// where two rows still tie is the text of rows compared, in a second look at the file that keeps
/// the text of those numbers alone: millions of numbers never have their text in memory.
struct AllocationReader {
  private let decoder: AllocationDecoder

  init(products: InternTable, providers: InternTable) {
    decoder = AllocationDecoder(products: products, providers: providers)
  }

  /// Allocation `i` is that of number `i`, in the order in which numbers first come.
  func read(
    _ file: ReferenceFile,
    clients: inout InternTable
  ) throws -> (allocations: [Allocation], numbers: InternTable, indicationCount: Int) {
    var state = State()
    let decoder = self.decoder
    try file.forEachRow(
      ahead: { rows in
        state.touched &+= decoder.touch(
          rows,
          numbers: state.numbers,
          clients: clients,
          decisions: state.decisions
        )
      },
      { row in
        guard
          let decoded = decoder.decode(row, clients: &clients, decisions: &state.decisions)
        else { return }
        state.take(decoded, fingerprint: row.fingerprint)
      }
    )
    if !state.tied.isEmpty, file.account.problems.count == 0 {
      try settleTies(file, &state, clients: &clients)
    }
    let indicationCount = numberIndications(&state)
    return (state.allocations, state.numbers, indicationCount)
  }

  private struct State {
    var allocations: [Allocation] = []
    var numbers = InternTable()
    var decisions = InternTable()
    /// Per number, of the row that wins so far.
    var ranks: [AllocationRank] = []
    var fingerprints: [UInt64] = []
    /// Of no meaning; see ``AllocationDecoder/touch(_:numbers:clients:decisions:)``.
    var touched: UInt32 = 0
    /// Numbers of which rows of the winning rank differ.
    var tied: Set<Int> = []

    mutating func take(_ row: AllocationRow, fingerprint: UInt64) {
      let index = numbers.intern(row.number)
      if index == allocations.count {
        allocations.append(row.allocation)
        ranks.append(row.rank)
        fingerprints.append(fingerprint)
      } else if ranks[index] < row.rank {
        allocations[index] = row.allocation
        ranks[index] = row.rank
        fingerprints[index] = fingerprint
        tied.remove(index)
      } else if ranks[index] == row.rank, fingerprints[index] != fingerprint {
        tied.insert(index)
      }
    }
  }

  /// Lets the greatest row, column by column byte-wise, win among the rows of the winning rank.
  private func settleTies(
    _ file: ReferenceFile,
    _ state: inout State,
    clients: inout InternTable
  ) throws {
    var greatest: [Int: [UInt8]] = [:]
    var text: [UInt8] = []
    let columns = Array(FileKind.allocations.columns.indices)
    try file.forEachRowAgain { row in
      guard
        let decoded = decoder.decode(row, clients: &clients, decisions: &state.decisions),
        let index = state.numbers.find(decoded.number), state.tied.contains(index),
        state.ranks[index] == decoded.rank
      else { return }
      row.canonical(columns, into: &text)
      if let best = greatest[index], !best.lexicographicallyPrecedes(text) { return }
      greatest[index] = text
      state.allocations[index] = decoded.allocation
    }
  }

  /// Numbers the indications densely: decisions that an allocation still names, and allocations
  /// without one, each on its own. A decision never has the number of an allocation, whatever
  /// their texts.
  private func numberIndications(_ state: inout State) -> Int {
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
