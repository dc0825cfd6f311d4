import Foundation
import Testing

/// What the source says of the time before and after the window of its tables, in the records of
/// the sample: costs rose through more clients and heavier support, and declarations came late.
@Suite("Zoetermeer before and after the window of 2017") struct ZoetermeerYearsTests {
  private static let declared = Task { try rows(of: "declaraties.csv").map(Line.init) }

  /// What these tests look at in a line of declaraties.
  private struct Line {
    var product: String
    /// Months are counted from January of the year 0.
    var month: Int
    var declared: Int
    var begin: String
    var declaredOn: String
    var client: String
    var cents: Int

    init(_ row: [String: String]) throws {
      func text(_ column: String) throws -> String { try #require(row[column], "\(column)") }
      product = try text("product_code")
      begin = try text("product_periode_begindatum")
      declaredOn = try text("declaratie_dagtekening")
      month = try Self.month(begin)
      declared = try Self.month(declaredOn)
      client = try text("client_id")
      cents = Int((try #require(Double(text("ingediend_bedrag"))) * 100).rounded())
    }

    private static func month(_ day: String) throws -> Int {
      let parts = try day.split(separator: "-").map { try #require(Int($0)) }
      return parts[0] * 12 + parts[1] - 1
    }
  }

  private static func rows(of file: String) throws -> [[String: String]] {
    let url = ZoetermeerRun.sample.appending(path: file)
    return PublishedTable(try String(contentsOf: url, encoding: .utf8)).rows([:])
  }

  /// January 2016, and the first month of the window.
  private static let first = 2016 * 12
  private static let window = 2017 * 12

  /// What `part` has of the weight of all lines, per quarter from `first` on.
  private static func shares(
    _ lines: [Line], through last: Int, _ weight: (Line) -> Int, of part: (Line) -> Bool
  ) -> [Double] {
    stride(from: first, to: last, by: 3).map { start in
      let quarter = lines.filter { (start..<start + 3).contains($0.month) }
      let all = quarter.reduce(0) { $0 + weight($1) }
      return Double(quarter.filter(part).reduce(0) { $0 + weight($1) }) / Double(all)
    }
  }

  @Test("support grows heavier: the specialist share of products in two weights rises")
  func heavierSupport() async throws {
    let products = try Self.rows(of: "producten.csv")
    func codes(_ weight: String) -> Set<String> {
      let own = products.filter { $0["omschrijving"]?.hasSuffix(weight) == true }
      return Set(own.compactMap { $0["product_code"] })
    }
    let (basic, specialist) = (codes(" basis"), codes(" specialistisch"))
    #expect(basic.count == 3 && specialist.count == 3)
    let lines = try await Self.declared.value.filter {
      basic.contains($0.product) || specialist.contains($0.product)
    }
    for (unit, weight) in [("records", { _ in 1 }), ("euros", \.cents)]
      as [(String, (Line) -> Int)]
    {
      let shares = Self.shares(lines, through: Self.window + 3, weight) {
        specialist.contains($0.product)
      }
      #expect(zip(shares, shares.dropFirst()).allSatisfy { $0 < $1 }, "\(unit): \(shares)")
      #expect(shares[4] - shares[0] > 0.12, "\(unit): \(shares)")
    }
    let later = Self.shares(lines, through: Self.window + 15, { _ in 1 }) {
      specialist.contains($0.product)
    }
    #expect(later.dropFirst(4).allSatisfy { abs($0 - later[4]) < 0.03 }, "\(later)")
  }

  @Test("costs rise more through more clients than through what each costs")
  func moreClients() async throws {
    let lines = try await Self.declared.value.filter { $0.begin.dropFirst(5) <= "10-15" }
    func year(_ year: Int) -> (clients: Double, cents: Double) {
      let own = lines.filter { $0.month / 12 == year }
      return (Double(Set(own.map(\.client)).count), Double(own.reduce(0) { $0 + $1.cents }))
    }
    let (before, window) = (year(2016), year(2017))
    let clients = window.clients / before.clients
    let perClient = window.cents / window.clients / (before.cents / before.clients)
    #expect(clients > 1.2, "\(clients)")
    #expect(perClient > 1.02 && perClient < clients, "\(perClient)")
  }

  @Test("declarations come in the month after, some at once and some up to nine months later")
  func delays() async throws {
    let lines = try await Self.declared.value
    // Months that all of nine months were left for.
    let debits = lines.filter { $0.cents > 0 && $0.month <= Self.window + 6 }
    let shares = (0...9).map { delay in
      Double(debits.count { $0.declared - $0.month == delay }) / Double(debits.count)
    }
    #expect(shares[0] > 0.05 && shares[0] < 0.15, "\(shares)")
    #expect(shares[1] > 0.6 && shares[1] < 0.8, "\(shares)")
    #expect(zip(shares.dropFirst(), shares.dropFirst(2)).allSatisfy { $0 > $1 }, "\(shares)")
    #expect(lines.allSatisfy { $0.declared >= $0.month })
  }

  @Test("of the support up to 15 October 2017 a good part was declared later")
  func afterTheWindow() async throws {
    let lines = try await Self.declared.value.filter { $0.begin <= "2017-10-15" }
    let all = lines.reduce(0) { $0 + $1.cents }
    let later = lines.filter { $0.declaredOn > "2017-10-15" }
    let share = Double(later.reduce(0) { $0 + $1.cents }) / Double(all)
    #expect(share > 0.05 && share < 0.15, "\(share)")
    #expect(Set(later.map(\.declared)).count == 7)
  }

  @Test("the inhabitants of a district are those of its five ages")
  func ages() throws {
    let bands = ["0_14", "15_24", "25_44", "45_64", "65_plus"].map { "inwoners_" + $0 }
    let rows = try Self.rows(of: "gebieden.csv")
    #expect(rows.count == 20)
    for row in rows {
      let ages = try bands.map { try #require(Int(row[$0] ?? ""), "\($0)") }
      #expect(ages.reduce(0, +) == Int(row["inwoners"] ?? ""), "\(row)")
      #expect(ages.allSatisfy { $0 > 0 })
    }
  }
}
