import Foundation
import Testing

/// The folders of one trial, and the program run in them.
struct FaultPlace: Sendable {
  let root: URL
  var input: URL { root.appending(path: "in") }
  let output: URL
  var temporary: URL { root.appending(path: "tmp") }
  private var trace: URL { root.appending(path: "trace") }

  /// Copies of an input and of an output folder, or no output folder yet. `parent`: where to make the
  /// output folder, if not in the trial's own.
  init(input: URL, output: URL?, outputName: String = "out", in parent: URL? = nil) throws {
    let files = FileManager.default
    root = files.temporaryDirectory.resolvingSymlinksInPath()
      .appending(path: "wmo-etl-fault-\(UUID().uuidString)")
    let place = parent?.appending(path: root.lastPathComponent) ?? root
    self.output = place.appending(path: outputName)
    for folder in [root, place] {
      try files.createDirectory(at: folder, withIntermediateDirectories: true)
    }
    try files.createDirectory(at: temporary, withIntermediateDirectories: true)
    try files.copyItem(at: input, to: self.input)
    if let output { try files.copyItem(at: output, to: self.output) }
  }

  func remove() {
    for url in [root, output.deletingLastPathComponent()] {
      try? FileManager.default.removeItem(at: url)
    }
  }

  /// What became of the program.
  struct Outcome: Sendable, CustomStringConvertible {
    /// The exit status; 128 plus the signal's number where a signal ended it.
    let status: Int32
    let stderr: String
    let calls: [TracedCall]

    var description: String { "status \(status), \(stderr.prefix(600))" }
  }

  /// Arguments with IN and OUT for the two folders.
  private func filled(_ arguments: [String]) -> [String] {
    arguments.map { argument in
      argument == "IN"
        ? input.path
        : argument == "OUT" || argument.hasPrefix("OUT/")
          ? output.path + argument.dropFirst(3) : argument
    }
  }

  /// Runs the program with these arguments. `isTraced`: with the shim, and a fault if there is one;
  /// `meanwhile` gets its process number.
  func run(
    _ arguments: [String], fault: Fault? = nil, isTraced: Bool = true,
    environment: [String: String] = [:], through launcher: [String] = [],
    meanwhile: ((pid_t) async throws -> Void)? = nil
  ) async throws -> Outcome {
    let number = UUID().uuidString
    let (stderr, trace) = (root.appending(path: "stderr-\(number)"), trace.path + number)
    try Data().write(to: stderr)
    // Of a launcher the shim would trap the calls, too, and stay with what it starts.
    let shim = isTraced ? try await FaultShim.path() : nil
    let preload = shim.map { launcher.isEmpty ? [] : ["/usr/bin/env", "LD_PRELOAD=\($0)"] } ?? []
    let command = launcher + preload + [try FaultProgram.path()] + filled(arguments)
    let process = Process()
    process.executableURL = URL(filePath: command[0])
    process.arguments = Array(command.dropFirst())
    var variables = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    variables["TMPDIR"] = temporary.path
    if isTraced {
      variables["LD_PRELOAD"] = launcher.isEmpty ? shim : nil
      variables["WMO_ETL_FAULT_AREAS"] =
        "input=\(input.path)\noutput=\(output.path)\ntemporary=\(temporary.path)\n"
        + "around=\(output.deletingLastPathComponent().path)"
      variables["WMO_ETL_FAULT_TRACE"] = trace
      variables["WMO_ETL_FAULT"] = fault?.text
    }
    process.environment = variables
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = try FileHandle(forWritingTo: stderr)

    let (ends, end) = AsyncStream<Int32>.makeStream()
    process.terminationHandler = { ended in
      let bySignal = ended.terminationReason == .uncaughtSignal
      end.yield(ended.terminationStatus + (bySignal ? 128 : 0))
      end.finish()
    }
    try process.run()
    let identifier = process.processIdentifier
    let watchdog = DispatchWorkItem { kill(identifier, SIGKILL) }
    DispatchQueue.global().asyncAfter(deadline: .now() + 120, execute: watchdog)
    defer { watchdog.cancel() }
    do {
      try await meanwhile?(identifier)
    } catch {
      kill(identifier, SIGKILL)
      throw error
    }
    var status: Int32 = -1
    for await code in ends { status = code }
    return Outcome(
      status: status,
      stderr: String(decoding: (try? Data(contentsOf: stderr)) ?? Data(), as: UTF8.self),
      calls: TracedCall.all(in: URL(filePath: trace)))
  }

  /// Waits until a fault has stopped the process; false where it ends without.
  static func isStopped(_ process: pid_t) async throws -> Bool {
    for _ in 0..<6000 {
      guard let text = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8),
        let state = text.split(separator: ")").last?.split(separator: " ").first
      else { return false }
      if state == "T" { return true }
      if state == "Z" || state == "X" { return false }
      try await Task.sleep(for: .milliseconds(10))
    }
    return false
  }
}

/// The program that is tried: that of the tests, or the one of `WMO_ETL_PROGRAM`.
enum FaultProgram {
  static func path() throws -> String {
    try ProcessInfo.processInfo.environment["WMO_ETL_PROGRAM"] ?? Repository.binary().path
  }
}
