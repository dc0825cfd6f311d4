import ArgumentParser
import Ingest

/// `wmo-etl inspect FILE…`: how files are written, and the dialect to declare for them.
struct Inspect: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show how files are written and propose the dialect to declare.",
    discussion: """
      Looks at the first MiB of each file: encoding, separator, line ends, which header is which \
      column, and the dialect that reads the values. No value of a cell is ever printed.

      Exit status: 0, 65 when a file cannot be used or its dialect is ambiguous, 66 when there is \
      no such file.
      """)

  @Argument(
    help: "CSV files, compressed (.csv.gz) or not.", completion: .file(extensions: ["csv", "gz"]))
  var files: [String]

  @Option(
    help: "What the files hold, such as declaraties; else their names or headers tell.",
    transform: { try Self.kind(named: $0) })
  var kind: FileKind?

  func run() throws {
    var failures: [RunFailure] = []
    for (index, file) in files.enumerated() {
      if index > 0 { try StandardOutput.print() }
      let inspection: Inspection
      do {
        inspection = try Inspection(path: file, kind: kind)
      } catch let failure as RunFailure {
        failures.append(failure)
        continue
      }
      try StandardOutput.print(inspection.report, terminator: "")
      if case .failure(let failure) = inspection.outcome { failures.append(failure) }
    }
    // The first failure decides the status; none of the others goes unsaid.
    guard let first = failures.first else { return }
    throw RunFailure(first.status, failures.map(\.message).joined(separator: "\n"))
  }

  /// A kind by its Dutch name or an alias, case ignored.
  private static func kind(named argument: String) throws -> FileKind {
    let name = argument.lowercased()
    let kind = FileKind.allCases.first { $0.acceptedNames.contains(name) }
    guard let kind else {
      let known = FileKind.allCases.map(\.name).joined(separator: ", ")
      throw ValidationError("no such kind of file; expected one of \(known)")
    }
    return kind
  }
}
