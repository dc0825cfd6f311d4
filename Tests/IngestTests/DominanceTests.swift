import Testing

@testable import Ingest

/// A value that may be a placeholder taken for a name.
@Suite("One value in most rows, where nearly all others differ")
struct DominanceTests {
  /// Rows of providers: so many with one concern, so many with a concern each, so many with a name
  /// alone, all names equal where `sharesName`.
  private func providers(same: Int, own: Int, named: Int, sharesName: Bool = false) -> String {
    let kinds = (0..<same + own + named).map { $0 < same ? 0 : $0 < same + own ? 1 : 2 }
    return "aanbieder_agb,naam,concern\n41000001,Noord,\n"
      + kinds.enumerated().map { index, kind in
        let name = sharesName && kind == 2 ? "Zorg" : "Zorg \(index)"
        return "4200\(1000 + index),\(name),\(["geen", "Groep \(index)", ""][kind])\n"
      }.joined()
  }

  private func warnings(_ files: [String: String]) throws -> [RunWarning] {
    try RegisterFolder(files).read().remarks.warnings.filter {
      if case .dominantValue = $0 { true } else { false }
    }
  }

  private func concern(_ rows: Int, _ all: Int) -> [RunWarning] {
    [.dominantValue(file: .providers, column: "concern", rows: rows, of: all)]
  }

  @Test func concerns() throws {
    func found(_ text: String) throws -> [RunWarning] { try warnings(["aanbieders.csv": text]) }
    #expect(try found(providers(same: 15, own: 4, named: 5)) == concern(15, 25))
    #expect(try found(providers(same: 13, own: 0, named: 11)) == concern(13, 25))
    #expect(try found(providers(same: 12, own: 0, named: 12)) == [])  // not more than half
    #expect(try found(providers(same: 12, own: 0, named: 6)) == [])  // nineteen rows
    #expect(try found(providers(same: 13, own: 0, named: 6)) == concern(13, 20))
    // Names are given by other columns; they may be equal.
    #expect(try found(providers(same: 0, own: 4, named: 20, sharesName: true)) == [])
    #expect(try found(providers(same: 20, own: 0, named: 10, sharesName: true)) == [])
  }

  @Test func groups() throws {
    func found(_ group: String, _ description: String) throws -> [RunWarning] {
      let rows = (10..<40).map { code in
        code < 30
          ? "X\(code),\(description),02,maatwerk,\(group)\n"
          : "X\(code),Dienst \(code),02,maatwerk,\n"
      }
      let header = "product_code,omschrijving,product_categorie,voorzieningsoort,product_groep\n"
      return try warnings(["producten.csv": header + rows.joined()])
    }
    #expect(
      try found("geen", "Hulp")
        == [.dominantValue(file: .products, column: "product_groep", rows: 20, of: 30)])
    #expect(try found("", "Hulp") == [])  // twenty codes of one description
  }

  /// How many allocations have one decision, and how many allocations share each of the others.
  @Test(
    "decisions",
    arguments: [
      (30, 1, 10, true), (30, 1, 29, true), (30, 1, 30, false), (30, 2, 5, false),
      (0, 2, 20, false), (19, 1, 0, false), (12, 1, 7, false), (12, 1, 8, true),
      (12, 0, 8, true),
    ])
  func decisions(same: Int, size: Int, others: Int, isTold: Bool) throws {
    let one = (0..<same).map { "T\(1000 + $0),K1,41000001,2017-01-01,geen\n" }
    let rest = (0..<others * max(size, 1)).map { index in
      "T\(5000 + index),K1,41000001,2017-01-01,\(size == 0 ? "" : "B\(index / size)")\n"
    }
    let header = "toewijzing_nummer,client_id,aanbieder_agb,ingangsdatum,beschikking_nummer\n"
    // Interleaved, as a majority must be found in any order.
    let rows = (0..<max(one.count, rest.count)).flatMap {
      one.dropFirst($0).prefix(1) + rest.dropFirst($0).prefix(1)
    }
    let expected: [RunWarning] = [
      .dominantValue(
        file: .allocations, column: "beschikking_nummer", rows: same, of: one.count + rest.count)
    ]
    #expect(
      try warnings(["toewijzingen.csv": header + rows.joined()]) == (isTold ? expected : []))
  }
}
