import Analytics
import Foundation
import Ingest
import Testing

@testable import Reporting

/// What an edition hides is in none of its bytes, in whatever notation.
@Suite("every byte of a publication edition")
struct EditionBytesTests {
  @Test("no hidden figure, no count of lines, no warning and no finding")
  func bytes() async throws {
    let report = try await SectionTests.report()
    let planted = PlantedEdition(report)
    #expect(planted.planted.count > 50)
    let hidden = Self.notations(of: planted.planted)
    let ofLines = Set(PlantedEdition.ofLines.map(String.init))

    // The same search finds every one of them in the report that stays inside.
    var inside: Set<String> = []
    for file in try Self.files(of: planted.whole) { inside.formUnion(Self.numbers(in: file.bytes)) }
    for number in planted.planted {
      #expect(!inside.isDisjoint(with: Self.notations(of: [number])))
    }
    #expect(inside.isSuperset(of: ofLines))

    for file in try Self.files(of: planted.edition) {
      let numbers = Self.numbers(in: file.bytes)
      let found = numbers.intersection(hidden.union(ofLines))
      #expect(found.isEmpty, "\(file.path): \(found.sorted())")
      let text = String(decoding: file.bytes, as: UTF8.self)
      for word in [
        PlantedEdition.warning, "niet voor publicatie", "not for publication", "manifest",
      ] {
        #expect(!text.contains(word), "\(file.path): \(word)")
      }
      #expect(!text.contains(planted.whole.account.hash), "\(file.path): the hash")
      for rule in planted.whole.findings.flatMap(\.rows).prefix(3).compactMap(\.first) {
        guard case .text(let code) = rule else { continue }
        #expect(!text.contains(code), "\(file.path): \(code)")
      }
    }
  }

  @Test("the chapters, the sentences that are left and the charts")
  func content() async throws {
    let planted = PlantedEdition(try await SectionTests.report())
    var builder = AnnexBuilder(planted.edition, language: .dutch)
    let page = builder.page()
    #expect(
      page.sections.map(\.sectionID) == [
        "kort", "gebruik", "maanden", "wijken", "combinaties", "aanbieders", "leeftijd",
        "verantwoording", "telregels",
      ])
    #expect(page.warnings.isEmpty)
    let charts = SheetChart.all(in: planted.edition)
    #expect(
      charts.filter { $0.rows.contains(where: $0.isHidden) }.map(\.table.name) == [
        "maandverloop", "maandverloop", "wijken", "wijken",
      ])
  }

  /// Every file of a report, those in the workbook one by one.
  private static func files(of report: Report) throws -> [ReportFile] {
    let formats: [any ReportFormat] = [
      CSVFormat(), CSVFormat(profile: .dutchExcel), JSONFormat(), PublicationAccountFormat(),
      AnnexFormat(language: .dutch), AnnexFormat(language: .english),
    ]
    let plain = try formats.flatMap { try $0.files(of: report) }
    let books = try [0, 1_000_000].flatMap { cells in
      try WorkbookFormat(cellsInMemory: cells).files(of: report)
    }
    return try plain
      + books.flatMap { try ZipArchive($0.bytes).files }.map {
        ReportFile(path: $0.name, bytes: Array($0.bytes))
      }
  }

  /// The digits of numbers in all notations, without marks: cents, euros and cents, whole euros.
  private static func notations(of numbers: [Int64]) -> Set<String> {
    var texts: Set<String> = []
    for number in numbers {
      var exact = String(number)
      texts.formUnion([exact, String(number / 100), String((number + 50) / 100)])
      while exact.hasSuffix("0") {
        exact.removeLast()
        texts.insert(exact)
      }
    }
    return texts
  }

  /// The digits of every number in a file, as read with and without decimal and group marks.
  private static func numbers(in bytes: [UInt8]) -> Set<String> {
    var numbers: Set<String> = []
    for marks in ["", ".", ",", ".,"] {
      let passed = Set(marks.utf8)
      var digits: [UInt8] = []
      for byte in bytes + [0] {
        if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
          digits.append(byte)
        } else if digits.isEmpty || !passed.contains(byte) {
          if digits.count > 4 { numbers.insert(String(decoding: digits, as: UTF8.self)) }
          digits = []
        }
      }
    }
    return numbers
  }
}
