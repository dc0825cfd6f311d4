/// Finds the largest clients of numbered cells.
///
/// Whatever it is given comes in the ledger's order, so that what one client has in a cell comes
/// together. A net is therefore all that is kept of a client, and only of the cell's latest.
struct LargestClientsTally {
  private struct Cell {
    /// Below 0 in an empty cell.
    var client: Int32 = -1
    /// Of that client, so far.
    var net: Int64 = 0
    /// Of the clients before.
    var clients = DisclosureRisks.LargestClients()
  }

  private var cells: [Cell]

  init(count: Int) {
    cells = Array(repeating: Cell(), count: count)
  }

  func isEmpty(_ cell: Int) -> Bool { cells[cell].client < 0 }

  mutating func add(_ cents: Int64, of client: Int32, to cell: Int) {
    if cells[cell].client != client {
      cells[cell].clients.add(cells[cell].net)
      cells[cell].client = client
      cells[cell].net = 0
    }
    cells[cell].net += cents
  }

  /// The clients of a cell, which is empty afterwards.
  mutating func take(_ cell: Int) -> DisclosureRisks.LargestClients {
    defer { cells[cell] = Cell() }
    var clients = cells[cell].clients
    clients.add(cells[cell].net)
    return clients
  }
}
