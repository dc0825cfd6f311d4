import Foundation
import Testing

@testable import Samples

/// The files of a growing municipality, read as anybody would.
struct GrowthFiles {
  let bytes: [String: Data]
  let lines: [Line]
  let truth: Truth

  struct Line {
    var product: String
    var group: String
    var client: String
    var month: String
    var declared: String
    var delay: Int
    var cents: Int
    /// Minutes where a product is paid by time.
    var volume: Int
  }

  /// What one period has of a product.
  struct Use {
    var cents: Int
    var clients: Int
    var volume: Int
  }

  /// `truth.json`, under its own names.
  struct Truth: Decodable {
    struct Delays: Decodable {
      var product_groep: String
      var procenten: [Double]
    }
    struct Period: Decodable {
      var bedrag: Int
      var clienten: Int
      var volume: Int
    }
    struct Change: Decodable {
      var product_code: String
      var product_groep: String
      var vergelijking: Period
      var venster: Period
      var effecten: [String: Int?]
    }
    struct ToCome: Decodable {
      var product_groep: String
      var prestatiemaand: String?
      var gedeclareerd: Int
      var nog_te_verwachten: Int
    }
    var gedeclareerd_tot_en_met: String
    var vertraging: [Delays]
    var kostenontwikkeling: [Change]
    var nog_te_verwachten: [ToCome]
  }

  init(_ plan: GrowthPlan) throws {
    let scratch = try TemporaryFolder()
    defer { scratch.remove() }
    try GrowthScenario(plan).write(to: scratch.url.path, dialect: .iso)
    var bytes: [String: Data] = [:]
    for file in Repository.files(below: scratch.url) {
      bytes[file.lastPathComponent] = try Data(contentsOf: file)
    }
    self.bytes = bytes
    func rows(_ name: String) throws -> [[String: String]] {
      PublishedTable(String(decoding: try #require(bytes[name]), as: UTF8.self)).rows([:])
    }
    let groups = try rows("producten.csv").reduce(into: [:]) {
      $0[$1["product_code"] ?? ""] = $1["product_groep"]
    }
    lines = try rows("declaraties.csv").map { try Self.line($0, groups) }
    truth = try JSONDecoder().decode(Truth.self, from: #require(bytes["truth.json"]))
  }

  private static func line(_ row: [String: String], _ groups: [String: String]) throws -> Line {
    func text(_ column: String) throws -> String { try #require(row[column], "\(column)") }
    func hundredths(_ column: String) throws -> Int {
      Int((try row.number(column) * 100).rounded())
    }
    func month(_ day: String) throws -> Int {
      let parts = try day.split(separator: "-").map { try #require(Int($0)) }
      return parts[0] * 12 + parts[1]
    }
    let (begin, declared) = (
      try text("product_periode_begindatum"), try text("declaratie_dagtekening")
    )
    let product = try text("product_code")
    let pieces = try text("eenheid") == "04" ? 60 : 1
    return Line(
      product: product, group: groups[product] ?? "", client: try text("client_id"),
      month: String(begin.prefix(7)), declared: declared, delay: try month(declared) - month(begin),
      cents: try hundredths("ingediend_bedrag"),
      volume: try hundredths("geleverd_volume") * pieces / 100)
  }

  /// A product in the comparison period and in the window, counted from the lines; as told.
  func uses(_ row: Truth.Change) throws -> (before: Use, now: Use) {
    let uses = [("2016", row.vergelijking), ("2017", row.venster)].map { year, told in
      let own = lines.filter { $0.product == row.product_code && $0.month.hasPrefix(year) }
      let nets = own.reduce(into: [:]) { $0[$1.client, default: 0] += $1.cents }
      let use = Use(
        cents: own.reduce(0) { $0 + $1.cents }, clients: nets.values.count { $0 != 0 },
        volume: own.reduce(0) { $0 + $1.volume })
      #expect(use.cents == told.bedrag, "\(row.product_code), \(year)")
      #expect(use.clients == told.clienten, "\(row.product_code), \(year)")
      #expect(use.volume == told.volume, "\(row.product_code), \(year)")
      return use
    }
    return (uses[0], uses[1])
  }
}
