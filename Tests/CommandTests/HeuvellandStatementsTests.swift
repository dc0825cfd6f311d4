import Testing

/// Every figure that six municipalities around Maastricht published in 2014 about the people who
/// would come to them, from the published tables of the scenario.
@Suite("Maastricht-Heuvelland 2014") struct HeuvellandStatementsTests {
  /// New clients with begeleiding, kortdurend verblijf and vervoer, and per cent known to the Wmo.
  private static let places: [(code: String, clients: [Int], known: Int)] = [
    ("0935", [3249, 30, 680], 49),
    ("0938", [416, 0, 95], 59),
    ("0981", [171, 0, 50], 43),
    ("0994", [414, 0, 90], 46),
    ("1729", [299, 5, 80], 46),
    ("1903", [459, 10, 105], 48),
  ]
  private static let functions = ["begeleiding", "kortdurend verblijf", "vervoer"]

  @Test("new clients per municipality and function, and their totals")
  func functions() async throws {
    let table = try await ScenarioRun.region("regio")
    let codes = table.rows(["niveau": "totaal"]).map { $0["gemeente_code"] }
    #expect(codes == Self.places.map(\.code) + ["totaal"])
    let totals = ("totaal", clients: [5008, 45, 1100])
    for (code, clients) in Self.places.map({ ($0.code, clients: $0.clients) }) + [totals] {
      let found = try Self.functions.map { function in
        try table.row(["gemeente_code": code, "niveau": "functie", "functie": function])
          .count("clienten")
      }
      #expect(found == clients, "\(code)")
    }
    let sums = Self.functions.indices.map { index in
      Self.places.reduce(0) { $0 + $1.clients[index] }
    }
    #expect(sums == totals.clients)
  }

  @Test("the share of the new clients that the Wmo knew already")
  func overlap() async throws {
    let table = try await ScenarioRun.region("overlap")
    #expect(table.rows.count == Self.places.count + 1)
    for place in Self.places {
      let row = try table.row(["gemeente_code": place.code])
      #expect(try row.count("clienten") == place.clients[0], "\(place.code)")
      #expect(Int((try row.number("aandeel") * 100).rounded()) == place.known, "\(place.code)")
    }
  }

  @Test("77 % in kind, 23 % with a personal budget")
  func forms() async throws {
    let table = try await ScenarioRun.region("leveringsvorm")
    let shares = try table.rows(["niveau": "totaal"]).map { row in
      (row["vorm"], Int((try row.number("aandeel") * 100).rounded()))
    }
    #expect(shares.map(\.0) == ["uitsluitend zin", "uitsluitend pgb", "beide"])
    #expect(shares.map(\.1) == [77, 23, 0])
  }

  @Test("each municipality has its inhabitants, and the region their sum")
  func inhabitants() async throws {
    let rows = try await ScenarioRun.region("regio").rows(["niveau": "totaal"])
    let counts = try rows.map { try $0.count("inwoners") }
    #expect(counts.dropLast().allSatisfy { $0 > 9000 })
    #expect(counts.dropLast().reduce(0, +) == counts.last)
  }
}
