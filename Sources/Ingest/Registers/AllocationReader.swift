/// Reads `toewijzingen.csv`: one allocation for each number, after the rule for several rows.
///
/// The latest `toewijzingsdatum` wins, then a deletion; both are known while rows stream by. Only
/// where two rows still tie is the text of rows compared, in a second reading of the file that keeps
/// the text of those numbers alone: millions of numbers never have their text in memory.
struct AllocationReader {
  private let decoder: AllocationDecoder

  init(products: InternTable, providers: InternTable) {
    decoder = AllocationDecoder(products: products, providers: providers)
  }

  /// Allocation `i` is that of number `i`, in the order in which numbers first come.
  func read(
    _ file: RegisterFile,
    clients: inout InternTable
  ) throws -> (allocations: [Allocation], numbers: InternTable, indicationCount: Int) {
    var state = AllocationState(clients: clients, expected: file.expectedRowCount)
    clients = InternTable()  // Or its texts would be copied when another one comes.
    try file.forEachChunk { rows in
      var decoded: [AllocationRow] = []
      decoded.reserveCapacity(rows.indices.count)
      rows.forEach { row in if let row = decoder.decode(row) { decoded.append(row) } }
      return decoded
    } take: {
      state.take($0)
    }
    if !state.tied.isEmpty, file.account.problems.count == 0 { try settleTies(file, &state) }
    let indicationCount = numberIndications(&state)
    clients = state.clients
    return (state.allocations, state.numbers, indicationCount)
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
