import Analytics
import Testing

@testable import Disclosure

@Suite("what an edition hides")
struct SuppressionSearchTests {
  private func hidden(_ grid: Grid) -> (cells: Set<Int>, search: SuppressionSearch) {
    var search = SuppressionSearch(grid.system, formerly: [])
    let unsafe = search.run()
    #expect(unsafe.cells.isEmpty && unsafe.confidences.isEmpty)
    let cells = grid.system.cells.indices.filter {
      grid.system.cells[$0].bundle.map { search.isHidden[$0] } ?? false
    }
    return (Set(cells), search)
  }

  private func expectSafe(
    _ grid: Grid, _ hidden: Set<Int>, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    for (index, cell) in grid.system.cells.enumerated() {
      guard let protection = cell.protection else { continue }
      let possible = grid.possible(index, hidden: hidden)
      #expect(
        protection.holds(least: possible.lowerBound, greatest: possible.upperBound),
        "\(cell.name): \(possible)", sourceLocation: sourceLocation)
    }
  }

  @Test("one small cell takes three others with it")
  func rectangle() {
    let grid = Grid([[3, 40, 50], [30, 40, 50], [20, 40, 50]])
    let (cells, _) = hidden(grid)
    expectSafe(grid, cells)
    #expect(cells.count == 4 && cells.contains(grid.cell(0, 0)))
  }

  @Test("two hidden cells in every row and column of four give one away, and so are not enough")
  func pattern() {
    // Rows 0–1 and columns 0–1 are one block, rows 2–3 and columns 2–3 another, but for (0, 1) and
    // (1, 0): with the blocks' totals each follows.
    let grid = Grid([[3, 30, 20, 20], [30, 4, 20, 20], [20, 20, 5, 30], [20, 20, 30, 6]])
    let pattern: Set<Int> = [
      grid.cell(0, 0), grid.cell(0, 1), grid.cell(1, 0), grid.cell(1, 1), grid.cell(2, 2),
      grid.cell(2, 3), grid.cell(3, 2), grid.cell(3, 3),
    ]
    // Enough here; the trap is a chain through one cell only.
    expectSafe(grid, pattern)
    let trap = Grid([[3, 30, 20, 20], [30, 9, 4, 20], [20, 4, 9, 30], [20, 20, 30, 6]])
    let (cells, _) = hidden(trap)
    expectSafe(trap, cells)
  }

  @Test("a row of one client is hidden, and what protects it")
  func oneClient() {
    let grid = Grid([[1, 30, 40], [20, 30, 40], [20, 30, 40]])
    let (cells, _) = hidden(grid)
    expectSafe(grid, cells)
  }

  @Test("the same bytes with and without a warm start, on random tables", arguments: 1...20)
  func random(_ seed: UInt64) throws {
    var generator = SeededDice(seed: seed)
    let grid = Grid(
      (0..<4).map { _ in
        (0..<4).map { _ in generator.next() % 3 == 0 ? Int64(generator.next() % 9) + 1 : 15 }
      })
    let (cells, search) = hidden(grid)
    expectSafe(grid, cells)
    var cold = SuppressionSearch(grid.system, formerly: [], warm: false)
    _ = cold.run()
    #expect(cold.isHidden == search.isHidden, "seed \(seed)")
    let proofs = try [search, cold].map { try Proof($0.evidence, of: grid.system).bytes }
    #expect(proofs[0] == proofs[1], "seed \(seed)")
    let check = ProofCheck(grid.system, acceptsPublic: false) { search.isHidden[$0] }
    #expect(check.flaw(in: try Proof(proofs[0])) == nil, "seed \(seed)")
  }

  @Test("nothing is hidden that need not be: without any one bundle something is not safe")
  func minimal() {
    let grid = Grid([[3, 40, 50, 25], [30, 4, 50, 25], [20, 40, 50, 25], [20, 40, 50, 25]])
    let (cells, _) = hidden(grid)
    for cell in cells where grid.system.cells[cell].protection == nil {
      let fewer = cells.subtracting([cell])
      let isSafe = grid.system.cells.enumerated().allSatisfy { index, cell in
        let possible = grid.possible(index, hidden: fewer)
        return cell.protection?
          .holds(least: possible.lowerBound, greatest: possible.upperBound) ?? true
      }
      #expect(!isSafe, "\(grid.system.cells[cell].name)")
    }
  }
}
