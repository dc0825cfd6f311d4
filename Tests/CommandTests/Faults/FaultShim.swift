import Foundation
import Testing

/// The shim that injects faults (`shim.c`), built once with the system's C compiler.
enum FaultShim {
  private static let built = Task { try await build() }

  /// Where it lies.
  static func path() async throws -> String { try await built.value }

  private static func build() async throws -> String {
    let folder = try TemporaryFolder().url
    let source = Repository.root.appending(path: "Tests/CommandTests/Faults/shim.c").path
    let outcome = try await runShell(
      "$(command -v cc || command -v clang) -O1 -Wall -Werror -shared -fPIC -o shim.so '\(source)'",
      in: folder)
    try #require(outcome.exit == 0, "the shim cannot be built: \(outcome.stderr)")
    return folder.appending(path: "shim.so").path
  }
}

/// What is done to the n-th call of a kind in an area, as `shim.c` knows both.
struct Fault: Sendable, Hashable, CustomStringConvertible {
  enum Action: Sendable, Hashable {
    case error(Int32)
    /// The same, from there on: the disk stays full, or read-only.
    case lastingError(Int32)
    case short
    case lastingShort
    case killBefore, killAfter, stop
  }

  let area: String
  let kind: String
  /// From 1.
  let number: Int
  let action: Action

  /// As the shim reads it.
  var text: String {
    let action =
      switch action {
      case .error(let code): "error \(code)"
      case .lastingError(let code): "error \(code) lasting"
      case .short: "short"
      case .lastingShort: "short 0 lasting"
      case .killBefore: "kill-before"
      case .killAfter: "kill-after"
      case .stop: "stop"
      }
    return "\(area) \(kind) \(number) \(action)"
  }

  var description: String { text }

  var isKill: Bool { action == .killBefore || action == .killAfter }

  /// Whether nothing can be renamed or removed from there on.
  var takesNothingBack: Bool {
    action == .lastingError(EROFS) || action == .lastingError(EIO)
  }

  /// What the report calls it.
  var name: String {
    switch action {
    case .error(let code): "\(Self.name(of: code)) at \(kind)"
    case .lastingError(let code): "\(Self.name(of: code)) from a \(kind) on"
    case .short: "short \(kind)"
    case .lastingShort: "every \(kind) short"
    case .killBefore: "killed before \(kind)"
    case .killAfter: "killed after \(kind)"
    case .stop: "stopped at \(kind)"
    }
  }

  static func name(of code: Int32) -> String {
    let names = [
      EIO: "EIO", ENOSPC: "ENOSPC", EDQUOT: "EDQUOT", EROFS: "EROFS", EINTR: "EINTR",
      EACCES: "EACCES", ENOLCK: "ENOLCK",
    ]
    return names[code] ?? "error \(code)"
  }
}

/// A call of the program that the shim has seen.
struct TracedCall: Sendable {
  let area: String
  let kind: String
  let number: Int
  /// What the call returned, or the word of a fault: `failed`, `shortened`, `killed`, `stopped`.
  let result: String
  let path: String
  /// The new name, of a call that renames.
  let target: String?

  init?(_ line: Substring) {
    let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
    guard fields.count == 5, let number = Int(fields[2]) else { return nil }
    area = String(fields[0])
    kind = String(fields[1])
    self.number = number
    result = String(fields[3])
    let names = fields[4].components(separatedBy: " -> ")
    path = names[0]
    target = names.count > 1 ? names[1] : nil
  }

  static func all(in file: URL) -> [TracedCall] {
    let bytes = (try? Data(contentsOf: file)) ?? Data()
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").compactMap { Self($0) }
  }

  /// Whether a fault met it.
  var isFault: Bool { ["failed", "shortened", "killed", "stopped"].contains(result) }
}
