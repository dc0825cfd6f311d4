import Foundation

/// What a shell line printed and returned.
struct ShellOutcome: Sendable, Equatable {
  var stdout: String
  var stderr: String
  /// The exit status; 128 plus the signal's number where a signal ended it, as in a shell.
  var exit: Int32
}

/// Runs `line` with `bash -c` in `directory`; `environment` is added to that of the tests.
///
/// Output goes to files and not to pipes: a pipe that is read only after the process has ended
/// stops any process that prints more than fits in it. After two minutes the line is ended with
/// status 124.
func runShell(
  _ line: String,
  in directory: URL,
  environment: [String: String] = [:]
) async throws -> ShellOutcome {
  let scratch = try TemporaryFolder()
  defer { scratch.remove() }
  let stdout = scratch.url.appending(path: "stdout")
  let stderr = scratch.url.appending(path: "stderr")
  try Data().write(to: stdout)
  try Data().write(to: stderr)

  let process = Process()
  process.executableURL = URL(filePath: "/usr/bin/env")
  process.arguments = ["timeout", "120", "bash", "-c", line]
  process.currentDirectoryURL = directory
  process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
  process.standardInput = FileHandle.nullDevice
  process.standardOutput = try FileHandle(forWritingTo: stdout)
  process.standardError = try FileHandle(forWritingTo: stderr)
  let exit: Int32 = try await withCheckedThrowingContinuation { continuation in
    process.terminationHandler = { ended in
      let bySignal = ended.terminationReason == .uncaughtSignal
      continuation.resume(returning: ended.terminationStatus + (bySignal ? 128 : 0))
    }
    do {
      try process.run()
    } catch {
      continuation.resume(throwing: error)
    }
  }
  return ShellOutcome(
    stdout: String(decoding: try Data(contentsOf: stdout), as: UTF8.self),
    stderr: String(decoding: try Data(contentsOf: stderr), as: UTF8.self),
    exit: exit
  )
}

/// A fresh folder that belongs to one test.
struct TemporaryFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "wmo-etl-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  func remove() {
    try? FileManager.default.removeItem(at: url)
  }
}
