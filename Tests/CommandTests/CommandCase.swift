import Foundation
import Testing

/// A directory with one shell line and what it must print and return.
///
/// - `cmd`: the line, run by `bash -c` in a fresh working directory, with `wmo-etl` in `PATH`,
///   `WMO` (the binary), `SAMPLES` (the repository's `data-samples`) and `CASE` (this directory);
/// - `stdout`, `stderr`: the expected text; a missing file means none;
/// - `exit`: the expected status; a missing file means 0;
/// - `input/`: optional, copied into the working directory before the line runs.
struct CommandCase: Sendable, CustomTestStringConvertible {
  /// `<command>/<name>`
  let name: String
  let directory: URL

  var testDescription: String { name }

  static let isRecording = ProcessInfo.processInfo.environment["WMO_ETL_RECORD"] == "1"

  /// Every case of the repository, in the order of their names.
  static func all() throws -> [CommandCase] {
    try Repository.folders(in: Repository.cases).flatMap { command in
      try Repository.folders(in: command).map { directory in
        CommandCase(
          name: "\(command.lastPathComponent)/\(directory.lastPathComponent)",
          directory: directory
        )
      }
    }
  }

  /// Runs the line; what differs from run to run is replaced by a name in angle brackets.
  func run() async throws -> ShellOutcome {
    let files = FileManager.default
    let scratch = try TemporaryFolder()
    defer { scratch.remove() }
    let input = directory.appending(path: "input")
    if files.fileExists(atPath: input.path) {
      try files.copyItem(at: input, to: scratch.url.appending(path: "input"))
    }
    let binary = try Repository.binary()
    let searchPath = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    var outcome = try await runShell(
      String(contentsOf: directory.appending(path: "cmd"), encoding: .utf8),
      in: scratch.url,
      environment: [
        "LC_ALL": "C", "TZ": "UTC", "COLUMNS": "80",
        "PATH": "\(binary.deletingLastPathComponent().path):\(searchPath)",
        "WMO": binary.path, "SAMPLES": Repository.samples.path, "CASE": directory.path,
      ]
    )
    outcome.stdout = Self.normalised(outcome.stdout, scratch: scratch.url)
    outcome.stderr = Self.normalised(outcome.stderr, scratch: scratch.url)
    return outcome
  }

  func expectation() throws -> ShellOutcome {
    ShellOutcome(
      stdout: try text(of: "stdout") ?? "",
      stderr: try text(of: "stderr") ?? "",
      exit: try text(of: "exit").map { text in
        try #require(Int32(text.trimmingCharacters(in: .whitespacesAndNewlines)))
      } ?? 0
    )
  }

  /// Makes `outcome` the expectation.
  func record(_ outcome: ShellOutcome) throws {
    try write(outcome.stdout, to: "stdout")
    try write(outcome.stderr, to: "stderr")
    try write(outcome.exit == 0 ? "" : "\(outcome.exit)\n", to: "exit")
  }

  private static func normalised(_ text: String, scratch: URL) -> String {
    text
      .replacingOccurrences(of: scratch.resolvingSymlinksInPath().path, with: "<tmp>")
      .replacingOccurrences(of: scratch.path, with: "<tmp>")
      .replacingOccurrences(of: Repository.root.path, with: "<repo>")
      .replacing(/[0-9]{8}T[0-9]{6}Z-[0-9a-f]{8}/, with: "<run>")
      .replacing(/\b[0-9]+[smhd] old\b/, with: "<age> old")
  }

  private func text(of file: String) throws -> String? {
    let url = directory.appending(path: file)
    guard FileManager.default.fileExists(atPath: url.path) else { return nil }
    return try String(contentsOf: url, encoding: .utf8)
  }

  private func write(_ text: String, to file: String) throws {
    let url = directory.appending(path: file)
    if !text.isEmpty {
      try text.write(to: url, atomically: true, encoding: .utf8)
    } else if FileManager.default.fileExists(atPath: url.path) {
      try FileManager.default.removeItem(at: url)
    }
  }
}
