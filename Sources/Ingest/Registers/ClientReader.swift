/// Reads `clienten.csv`.
struct ClientReader {
  private let decoder = ClientDecoder()

  /// The clients in the order of their first rows, their identifiers, and the codes of wijken.
  func read(
    _ file: RegisterFile
  ) throws -> (clients: [Client], identifiers: InternTable, wijken: [String]) {
    var clients: [Client] = []
    clients.reserveCapacity(file.expectedRowCount)
    var wijken = InternTable()
    var keyed = KeyedRows(file, keyColumns: [decoder.client])
    let compared = keyed.compared
    try file.forEachChunk {
      decoder.decode($0, comparing: compared)
    } take: { chunk in
      chunk.forEachNew(in: &keyed) { row in
        clients.append(
          Client(
            isListed: true,
            birth: row.birth,
            wijk: row.wijk.map { Int32(wijken.intern($0)) },
            death: row.death
          )
        )
      }
    }
    return (clients, keyed.keys, (0..<wijken.count).map(wijken.string))
  }
}
