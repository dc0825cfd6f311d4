import Foundation
import Synchronization
import Testing

/// Counts what was injected and what came of it, by command and by kind.
final class FaultReport: Sendable {
  private struct Counts {
    var byKind: [String: [Int32: Int]] = [:]
    var byCase: [String: Int] = [:]
    var unmet = 0
    var problems = 0
    var skipped: [String] = []
  }

  private let counts = Mutex(Counts())

  /// A fault that met the program, and its exit status.
  func add(_ kind: String, of faultCase: String, status: Int32, problems: [String]) {
    counts.withLock {
      $0.byKind[kind, default: [:]][status, default: 0] += 1
      $0.byCase[faultCase, default: 0] += 1
      $0.problems += problems.isEmpty ? 0 : 1
    }
    for problem in problems { Issue.record("\(faultCase), \(kind): \(problem)") }
  }

  /// A fault at a call that a run did not make this time.
  func addUnmet() { counts.withLock { $0.unmet += 1 } }

  /// A kind that this machine cannot be tried with, and why.
  func skip(_ kind: String) { counts.withLock { $0.skipped.append(kind) } }

  var total: Int {
    counts.withLock { $0.byKind.values.reduce(0) { $0 + $1.values.reduce(0, +) } }
  }

  /// As it stands in `docs/reliability.md`.
  func markdown(seed: UInt64) -> String {
    let total = total
    return counts.withLock { counts in
      var lines = [
        "\(total) faults, seed \(seed); \(counts.problems) with a problem; \(counts.unmet) more at "
          + "calls that the run did not make this time", "",
        "| fault | number | exit statuses |", "| --- | ---: | --- |",
      ]
      for (kind, statuses) in counts.byKind.sorted(by: { $0.key < $1.key }) {
        let told = statuses.sorted { $0.key < $1.key }.map { "\($0.value) × \(Self.text($0.key))" }
        let number = statuses.values.reduce(0, +)
        lines.append("| \(kind) | \(number) | \(told.joined(separator: ", ")) |")
      }
      lines += ["", "| command | faults |", "| --- | ---: |"]
      lines += counts.byCase.sorted { $0.key < $1.key }.map { "| \($0.key) | \($0.value) |" }
      lines += counts.skipped.map { "\nNot tried here: \($0)" }
      return lines.joined(separator: "\n") + "\n"
    }
  }

  private static func text(_ status: Int32) -> String {
    switch status {
    case 128 + SIGKILL: "SIGKILL"
    case 128 + SIGTERM: "SIGTERM"
    case 128 + SIGINT: "SIGINT"
    case 128 + SIGHUP: "SIGHUP"
    default: "\(status)"
    }
  }
}
