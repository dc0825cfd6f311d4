package import Analytics
import Foundation
package import Ingest

/// A few declarations of a tiny municipality, drawn as words, that show the point of a table.
///
/// The program reads them as it reads any delivery, so that what it prints of them is what it does.
package struct WorkedExample: Sendable {
  /// What there is to know beside the lines.
  package let situation: String
  /// Leads the reader from the lines to the figures.
  package let reading: String
  /// Files that stand beside the declarations and are shown, as CSV; one of a needed kind takes the
  /// place of the town's.
  package let files: KeyValuePairs<FileKind, String>
  /// The declarations, a line each: client, product, provider, first day, date of the declaration,
  /// volume and euros (negative: a credit), with spaces between. Here and in ``files``, a line of
  /// `c1-c9` stands for one of each of these clients.
  private let lines: String
  private let counting: CountingParameters

  init(
    _ situation: String, lines: String, files: KeyValuePairs<FileKind, String> = [:],
    counting: CountingParameters = .exampleYear, reading: String
  ) {
    (self.situation, self.lines, self.files) = (situation, lines, files)
    (self.counting, self.reading) = (counting, reading)
  }

  /// The reporting window; an end that is not declared is empty.
  package var period: String {
    "\(counting.windowFrom?.iso ?? "") tot en met \(counting.windowTo?.iso ?? "")"
  }

  /// The declarations as a table of their own.
  package var declarations: Table {
    Table(
      name: FileKind.declarations.name, title: "\(FileKind.declarations.name) (verkort)",
      countingRules: [],
      columns: [
        .key(ColumnName("client")), .key(ColumnName("product")), .key(ColumnName("aanbieder")),
        .key(ColumnName("begindatum")), .key(ColumnName("dagtekening")),
        .count(ColumnName("volume")), .amount(.amount),
      ],
      rows: drawn.map { line in
        line.texts.map { .text($0) } + [.number(line.volume), .number(line.cents)]
      })
  }

  /// The table that the program makes of them. Throws 73 or 74 where there is no room for temporary
  /// files, and 70 where the example is not as it should be.
  func table(_ analysis: Analysis) throws -> Table {
    let folder = try DurableFile.temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let delivered = ExampleTown.files(Self.rows(lines).map(DrawnDeclaration.init))
    for (kind, text) in delivered + files.map({ ($0.key, $0.value) }) {
      let rows = Self.rows(text).map { $0 + "\n" }.joined()
      try DurableFile.write(Array(rows.utf8), to: "\(folder)/\(kind.name).csv")
    }
    var configuration = Configuration()
    configuration.counting = counting
    configuration.commonDialect = DialectDeclaration(preset: .iso)
    let pipeline = Pipeline(
      configuration: configuration,
      folder: try InputFolder(path: folder, configuration: configuration), workers: 1,
      chunkSize: DeclarationReader.defaultChunkSize)
    let (tables, ladder) = try pipeline.tabulate(pipeline.read())
    guard ladder.rejectedCount == 0, let table = tables.first(where: { $0.name == analysis.name })
    else { throw RunFailure(.internalError, "the example of \(analysis.name) is not accepted") }
    return table
  }

  private var drawn: [DrawnDeclaration] {
    lines.split(separator: "\n").map { DrawnDeclaration(String($0)) }
  }

  /// The rows of a text, with one of each client where it says `c1-c9`.
  private static func rows(_ text: String) -> [String] {
    text.split(separator: "\n").flatMap { row in
      guard let match = row.wholeMatch(of: /c([0-9]+)-c([0-9]+)(.*)/),
        let first = Int(match.1), let last = Int(match.2), first <= last
      else { return [String(row)] }
      return (first...last).map { "c\($0)\(match.3)" }
    }
  }
}

/// A declaration of an example.
struct DrawnDeclaration {
  /// Client, product, provider, first day and date of the declaration.
  let texts: [String]
  let volume: Int64
  /// As written, with two decimals.
  let euros: String

  init(_ line: String) {
    let words = line.split(separator: " ")
    precondition(words.count == 7, "a line of an example has seven words")
    texts = words.prefix(5).map(String.init)
    volume = Int64(words[5]) ?? 0
    euros = String(words[6])
  }

  var cents: Int64 { Int64(euros.filter { $0 != "." }) ?? 0 }
  var client: String { texts[0] }
  var product: String { texts[1] }
  var provider: String { texts[2] }
  /// One allocation for each client, product and provider.
  var allocation: String { texts.prefix(3).joined(separator: "-") }
}

extension CountingParameters {
  /// The defaults, with 2017 as the reporting window.
  static let exampleYear = CountingParameters(
    windowFrom: Month(year: 2017, month: 1).firstDay,
    windowTo: Month(year: 2017, month: 12).lastDay)

  /// ``exampleYear`` with parameters of an example's own.
  static func exampleYear(_ change: (inout CountingParameters) -> Void) -> CountingParameters {
    var parameters = exampleYear
    change(&parameters)
    return parameters
  }
}
