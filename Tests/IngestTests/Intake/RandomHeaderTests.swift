import Analytics
import Foundation
import Testing

@testable import Ingest

@Suite("Headers at random")
struct RandomHeaderTests {
  /// What a header may hold, and what TOML or a terminal would stumble over.
  private static let pieces = [
    "Datum", "bedrag", " ", "\"", "\\", "#", "'", "é", "aanbieder", "nr", "=", "[", "]", "\u{1B}",
    "client", "Code", "\u{7F}", "}", "tot", "van", "0-14", "\u{202E}", "😀",
  ]

  @Test("whatever headers are, the configuration is one, and no value of a cell is told")
  func anyHeaders() throws {
    let firstSeed = UInt64.random(in: 0...UInt64(UInt32.max))
    for seed in firstSeed..<firstSeed + 8 {
      var dice = Dice(seed: seed)
      let folder = try IntakeFolderFixture()
      for kind in [FileKind.declarations, .allocations, .products, .providers, .clients] {
        try folder.change(kind) { Self.withOtherHeaders($0, &dice) }
      }
      let intake = try folder.intake()
      #expect(throws: Never.self, "seed \(seed)") { try folder.configuration() }
      let told = intake.report + intake.doubts.joined(separator: "\n")
      for value in ["KL-000", "R-00", "T-00", "41000001", "Zorg Noord", "420.00", "02A01"] {
        #expect(!told.contains(value), "seed \(seed)")
        #expect(!intake.configuration.contains(value), "seed \(seed)")
      }
    }
  }

  /// Replaces about half of the headers, and turns the columns round.
  private static func withOtherHeaders(_ text: String, _ dice: inout Dice) -> String {
    var rows = text.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    for position in rows[0].indices where dice.below(2) == 0 {
      let header = (0...dice.below(4)).map { _ in pieces[dice.below(pieces.count)] }.joined()
      rows[0][position] = "\"" + header.replacing("\"", with: "\"\"") + "\""
    }
    let shift = dice.below(rows[0].count)
    return rows.map { row in
      (Array(row[shift...]) + row[..<shift]).joined(separator: ",") + "\n"
    }.joined()
  }
}
