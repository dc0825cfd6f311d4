import Analytics
import Foundation
import Reporting
import Testing

/// Whatever a name holds, every document is well formed and does nothing but show it.
@Suite("documents of a municipality whose names are hostile")
struct WellFormedTests {
  @Test("what the program publishes and prints")
  func published() async throws {
    let scratch = try TemporaryFolder()
    defer { scratch.remove() }
    let folder = try await Self.publish(in: scratch)
    let texts = try Self.expectWellFormed(
      workbook: Array(Data(contentsOf: folder.appending(path: "rapport.xlsx")))
    )
    for name in HostileTown.names {
      #expect(texts.contains(CleanText.lines(name)), "\(CleanText.lines(name).prefix(1))")
    }
    let page = try String(contentsOf: folder.appending(path: "bijlage.html"), encoding: .utf8)
    Self.expectHarmless(page: page)
    for file in ["report.json", "manifest.json", "risico.json"] {
      let json = try Data(contentsOf: folder.appending(path: file))
      #expect(try JSONSerialization.jsonObject(with: json) is [String: Any])
    }
    let report = try Self.report(in: folder)
    let cells = (report.tables + report.findings).flatMap(\.rows).joined()
    for name in HostileTown.names { #expect(cells.contains(.text(name))) }
    #expect(report.municipality.name == HostileTown.municipality)

    for command in [
      "show out/latest", "show out/latest --exact", "check --input in",
      "check --input in --letter 41000001",
    ] {
      let printed = try await ZoetermeerRun.wmoEtl(command, in: scratch)
      #expect(printed.exit == 0, "\(command): \(printed.stderr)")
      Self.expectNoSteering(printed.stdout, command)
    }
    let letter = try await ZoetermeerRun.wmoEtl(
      "check --input in --letter 41000001 --letter-format html",
      in: scratch
    )
    #expect(letter.stdout.contains("=R3]]&gt;"))
    Self.expectHarmless(page: letter.stdout)
  }

  /// The folder of the run.
  private static func publish(in scratch: TemporaryFolder) async throws -> URL {
    try HostileTown.write(to: scratch.url.appending(path: "in"))
    let run = try await ZoetermeerRun.wmoEtl("run --input in --output out", in: scratch)
    #expect(run.exit == 0, "\(run.stderr)")
    return scratch.url.appending(path: "out/latest").resolvingSymlinksInPath()
  }

  @Test("a format that is given what no reader lets through", arguments: [0, 1_000_000])
  func formats(cellsInMemory: Int) async throws {
    let scratch = try TemporaryFolder()
    defer { scratch.remove() }
    let folder = try await Self.publish(in: scratch)
    let report = Self.worse(try Self.report(in: folder))

    let workbook = WorkbookFormat(cellsInMemory: cellsInMemory)
    let texts = try Self.expectWellFormed(workbook: Self.bytes(of: workbook, report))
    #expect(texts.contains { $0.contains("\u{FFFD}[2J") })
    for language in AnnexLanguage.allCases {
      let page = try Self.bytes(of: AnnexFormat(language: language), report)
      Self.expectHarmless(page: String(decoding: page, as: UTF8.self))
    }
    let json = Data(try Self.bytes(of: JSONFormat(), report))
    let read = try ReportReader.tables(in: json)
    #expect(read.map(\.rows) == report.tables.map(\.rows))
    for table in report.tables {
      Self.expectNoSteering(TextFormat().text(of: table), table.name)
      let lineCount = TextFormat().text(of: table).split(separator: "\n").count
      #expect(lineCount == table.rows.count + 3)
    }
  }

  /// The report with control characters in every name.
  private static func worse(_ report: Report) -> Report {
    func worse(_ text: String) -> String {
      guard text.unicodeScalars.contains("<") else { return text }
      let controls = (0..<0x20).map { String(Character(Unicode.Scalar(UInt8($0)))) }.joined()
      return controls + "\u{1B}[2J\u{7F}\u{9B}2J\u{FFFE}\u{FFFF}\u{10FFFF}\r\r\n" + text
    }
    return Report(
      version: report.version,
      municipality: .init(
        code: report.municipality.code,
        name: report.municipality.name.map(worse)
      ),
      period: report.period,
      basis: report.basis,
      tables: report.tables.map { table in
        Table(
          name: table.name,
          title: table.title,
          countingRules: table.countingRules,
          columns: table.columns,
          rows: table.rows.map { row in
            row.map { cell in if case .text(let text) = cell { .text(worse(text)) } else { cell } }
          }
        )
      },
      account: report.account
    )
  }

  private static func report(in folder: URL) throws -> Report {
    try ReportReader.report(
      Data(contentsOf: folder.appending(path: "report.json")),
      manifest: Data(contentsOf: folder.appending(path: "manifest.json"))
    )
  }

  private static func bytes(of format: some ReportFormat, _ report: Report) throws -> [UInt8] {
    try #require(try format.files(of: report).first).bytes
  }

  /// Parses every part of a workbook; the texts of its cells.
  private static func expectWellFormed(workbook: [UInt8]) throws -> Set<String> {
    let archive = try ZipArchive(workbook)
    #expect(archive.files.contains { $0.name == "xl/workbook.xml" })
    #expect(archive.files.contains { $0.name.hasPrefix("xl/charts/chart") })
    var cells: Set<String> = []
    for file in archive.files {
      #expect(file.name.hasSuffix(".xml") || file.name.hasSuffix(".rels"), "\(file.name)")
      let texts = XMLReading(file.bytes, name: file.name).texts
      cells.formUnion(texts["t"] ?? [])
      // Excel's limits: what is longer makes it call the file damaged.
      let short = ["oddHeader", "oddFooter", "a:t", "dc:title", "dc:subject", "dc:creator"]
      for element in short {
        for text in texts[element] ?? [] {
          #expect(text.utf16.count <= 255, "\(element) of \(file.name)")
        }
      }
    }
    return cells
  }

  private static func expectHarmless(page: String) {
    _ = XMLReading(page: page, name: "page")
    #expect(!page.lowercased().contains("<script"))
    expectNoSteering(page, "page")
  }

  /// No character but a line end that a terminal obeys or that turns the direction of a text.
  private static func expectNoSteering(_ text: String, _ name: String) {
    let steering = text.unicodeScalars.filter { scalar in
      (scalar.properties.generalCategory == .control && scalar != "\n" && scalar != "\t")
        || (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
    }
    #expect(steering.isEmpty, "\(name)")
  }
}
