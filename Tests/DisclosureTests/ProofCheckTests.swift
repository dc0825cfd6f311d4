import Testing

@testable import Disclosure

@Suite("the check of a proof")
struct ProofCheckTests {
  private let grid = Grid([[3, 40, 50], [30, 40, 50], [20, 40, 50]])

  /// A proof of the grid, and what is hidden in it.
  private func proof() throws -> (Proof, [Bool]) {
    var search = SuppressionSearch(grid.system, formerly: [])
    _ = search.run()
    return (Proof(search.evidence, of: grid.system), search.isHidden)
  }

  private func flaw(
    in proof: Proof, hidden: [Bool], acceptsPublic: Bool = false
  ) -> String? {
    ProofCheck(grid.system, acceptsPublic: acceptsPublic) { hidden[$0] }.flaw(in: proof)
  }

  @Test func aWholeProofHasNone() throws {
    let (proof, hidden) = try proof()
    #expect(flaw(in: proof, hidden: hidden) == nil)
    #expect(flaw(in: try Proof(try proof.bytes), hidden: hidden) == nil, "as a file, too")
  }

  @Test func tablesThatDoNotAddUpProveNothing() throws {
    let (proof, hidden) = try proof()
    var tables = proof.tabellen
    tables[0]["r0k0", default: 0] += 1
    let broken = Proof(tabellen: tables, cellen: proof.cellen, alleen: [], openbaar: [])
    #expect(flaw(in: broken, hidden: hidden) == "table 0 breaks a sum")
  }

  @Test func tablesThatLeaveWhatIsShownProveNothing() throws {
    let (proof, hidden) = try proof()
    for bundle in hidden.indices where hidden[bundle] && grid.system.cells[bundle].value >= 10 {
      var fewer = hidden
      fewer[bundle] = false
      #expect(flaw(in: proof, hidden: fewer)?.hasSuffix("leaves what is known of a cell") == true)
    }
  }

  @Test func aCellWithoutAWitnessIsFound() throws {
    let (proof, hidden) = try proof()
    let empty = Proof(tabellen: proof.tabellen, cellen: [], alleen: [], openbaar: [])
    #expect(flaw(in: empty, hidden: hidden) == "something at risk is not in it")
  }

  @Test func aWitnessThatIsNotFarEnoughIsFound() throws {
    let (proof, hidden) = try proof()
    let near = Proof(
      tabellen: proof.tabellen, cellen: [.init(cel: "r0k0", laagste: nil, hoogste: nil)],
      alleen: [], openbaar: [])
    #expect(flaw(in: near, hidden: hidden) == "a cell at risk is not shown to be safe")
  }

  @Test func nothingIsPublicAlreadyWithoutLeave() throws {
    let (_, hidden) = try proof()
    let given = Proof(tabellen: [], cellen: [], alleen: [], openbaar: ["r0k0"])
    #expect(flaw(in: given, hidden: hidden) == "a figure at risk is public")
    #expect(flaw(in: given, hidden: hidden, acceptsPublic: true) == nil)
  }

  @Test func aFigureAtRiskThatIsShownIsFound() throws {
    let (_, hidden) = try proof()
    let given = Proof(tabellen: [], cellen: [], alleen: [], openbaar: ["r0k0"])
    let bare = hidden.map { _ in false }
    #expect(flaw(in: given, hidden: bare, acceptsPublic: true) == "a figure at risk is shown")
  }
}
