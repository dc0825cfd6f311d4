import Foundation
import Testing

/// The annex of the sample against the figures that Zoetermeer published over 2017.
@Suite("the annex of the sample")
struct AnnexTests {
  @Test("tables 1 to 3 show exactly the published figures")
  func publishedFigures() async throws {
    let html = try await annex()
    #expect(
      try rows(of: "tabel-viv", in: html, columns: [0, 1, 4]) == [
        ["Kortdurende ambulante begeleiding", "312", "€ 301.390"],
        ["Recreatieve dagbesteding basis", "169", "€ 263.486"],
        ["Recreatieve dagbesteding specialistisch", "272", "€ 1.139.331"],
        ["Waakvlamcontact", "59", "€ 18.446"],
        ["Zorgcoördinatie", "2", "€ 300"],
        ["Totaal", "812", "€ 1.722.954"],
      ]
    )
    #expect(
      try rows(of: "tabel-maatwerk", in: html, columns: [0, 1, 4]) == [
        ["Arbeidsmatige dagbesteding basis", "84", "€ 322.266"],
        ["Arbeidsmatige dagbesteding specialistisch", "11", "€ 40.804"],
        ["Begeleiding individueel basis", "406", "€ 924.566"],
        ["Begeleiding individueel specialistisch", "541", "€ 2.152.813"],
        ["Totaal", "1.042", "€ 3.440.449"],
      ]
    )
    #expect(
      try rows(of: "tabel-subsidies", in: html, columns: [0, 1]) == [
        ["Palet Welzijn", "€ 1.527.771"], ["Stichting MEE", "€ 1.344.000"],
        ["Kwadraad", "€ 1.313.920"], ["Stichting Mooi", "€ 860.296"],
        ["Stichting Piëzo", "€ 490.320"], ["Parnassia", "€ 264.636"], ["Vierstroom", "€ 52.961"],
        ["Buddy Netwerk", "€ 52.502"], ["Parnassia Bavo Groep", "€ 46.038"],
        ["GGZ Rivierduinen", "€ 45.028"], ["STAK", "€ 37.470"], ["Limor", "€ 33.563"],
        ["Totaal", "€ 6.068.505"],
      ]
    )
    #expect(html.contains("83,0% van de cliënten gebruikte één soort voorziening"))
  }

  @Test("no identifier of a client stands in it")
  func privacy() async throws {
    let html = try await annex()
    let clients = try String(
      contentsOf: Repository.samples.appending(path: "zoetermeer-2017/clienten.csv"),
      encoding: .utf8
    )
    for line in clients.split(whereSeparator: \.isNewline).dropFirst() {
      let identifier = String(line.prefix { $0 != "," })
      #expect(!html.contains(identifier))
    }
  }

  @Test("without WeasyPrint everything else is published, and the exit status is 69")
  func withoutPrinter() async throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let input = Repository.samples.appending(path: "zoetermeer-2017").path
    let outcome = try await runShell(
      "PATH=/nowhere \(try Repository.binary().path) run --input \(input) --output out --pdf",
      in: folder.url
    )
    #expect(outcome.exit == 69)
    #expect(outcome.stderr.contains("apt install weasyprint"))
    let published = folder.url.appending(path: "out/latest")
    let names = try FileManager.default.contentsOfDirectory(
      atPath: published.resolvingSymlinksInPath().path
    )
    #expect(names.contains("bijlage.html") && names.contains("manifest.json"))
    #expect(!names.contains("bijlage.pdf"))
  }

  private func annex() async throws -> String {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let input = Repository.samples.appending(path: "zoetermeer-2017").path
    let outcome = try await runShell(
      "\(try Repository.binary().path) run --input \(input) --output out",
      in: folder.url
    )
    #expect(outcome.exit == 0 && outcome.stderr == "")
    return try String(
      contentsOf: folder.url.appending(path: "out/latest/bijlage.html"),
      encoding: .utf8
    )
  }

  /// The texts of a table's cells, the row's heading first.
  private func rows(of id: String, in html: String, columns: [Int]) throws -> [[String]] {
    let table = try #require(html.components(separatedBy: "id=\"\(id)\"").last)
    let body = try #require(table.components(separatedBy: "<tbody>").dropFirst().first)
    let rows = try #require(body.components(separatedBy: "</tbody>").first)
    return rows.matches(of: /<tr[^>]*>(.*?)<\/tr>/.dotMatchesNewlines()).map { row in
      let cells = row.output.1.matches(of: /<t[hd][^>]*>(.*?)<\/t[hd]>/).map {
        String($0.output.1)
      }
      return columns.map { cells[$0] }
    }
  }
}
