import Foundation
import Testing

@testable import Samples

/// Inputs that somebody changes while they are read: the run stops at a call, the file changes, the
/// run goes on.
///
/// The figures are those of the file before or after, or the run tells of it; never of both.
enum ChangedInput: String, CaseIterable {
  case grown, shrunk, cut, overwritten, replaced
  case unreadable = "without permission"
  case vanished

  static func trials(
    of faultCase: FaultCase, count: Int, _ report: FaultReport, _ random: inout SplitMix
  ) -> [Trial] {
    let files = OutputState.names(in: faultCase.input).filter { $0.hasSuffix(".csv") }
    let calls = faultCase.calls.filter {
      $0.area == "input" && ["open", "read"].contains($0.kind)
    }
    return (0..<count).map { number in
      let change = allCases[number % allCases.count]
      let call = calls[random.below(calls.count)]
      let file = random.chance(0.5) ? "declaraties.csv" : files[random.below(files.count)]
      let fault = Fault(area: "input", kind: call.kind, number: call.number, action: .stop)
      return { try await change.trial(of: faultCase, file, fault, report) }
    }
  }

  private func trial(
    of faultCase: FaultCase, _ name: String, _ fault: Fault, _ report: FaultReport
  ) async throws {
    let place = try FaultPlace(input: faultCase.input, output: faultCase.output)
    defer { place.remove() }
    let file = place.input.appending(path: name)
    let original = try Data(contentsOf: file)
    // Root may read what nobody may.
    let launcher = self == .unreadable && getuid() == 0 ? try await Self.nobody(in: place) : []
    guard let launcher else {
      return report.skip("an input that loses its permission: nobody else to be (setpriv)")
    }
    var isStopped = false
    let outcome = try await place.run(faultCase.arguments, fault: fault, through: launcher) {
      isStopped = try await FaultPlace.isStopped($0)
      guard isStopped else { return }
      try apply(to: file)
      kill($0, SIGCONT)
    }
    guard isStopped else { return report.addUnmet() }
    let changed = OutputState.digest(of: place.input)
    let state = OutputState(of: place.output, known: faultCase.known)
    var problems = state.flaws
    // What a run makes of the file as it is now.
    let now = try await place.run(faultCase.arguments, isTraced: false, through: launcher)
    let states = OutputState(of: place.output, known: faultCase.known)
    let tables = state.units["new-1"]
    let truths = [faultCase.after.units["new-1"], now.status == 0 ? states.units["latest"] : nil]
      .compactMap { $0 }.compactMap { $0.hasPrefix("new-") ? states.units[$0] : $0 }
    switch outcome.status {
    case 0 where tables.map { truths.contains($0) } != true:
      problems.append("the tables are neither those of before nor those of after: \(state)")
    case 0: break
    case 65, 66, 74:
      // What changed before it was opened may be a delivery of too many rejects.
      let units = state.units.filter { outcome.status != 65 || $0.key != "rejects" }
      if units != faultCase.before.units { problems.append("something was done: \(state)") }
    default: problems.append("status \(outcome.status)")
    }
    if OutputState.digest(of: place.input) != changed {
      problems.append("the input was written to")
    }
    // As it was, it gives what it gave.
    try? FileManager.default.removeItem(at: file)
    try original.write(to: file)
    let last = try await place.run(faultCase.arguments, isTraced: false, through: launcher)
    let end = OutputState(of: place.output, known: faultCase.known)
    if last.status != 0 || !end.leavings.isEmpty
      || end.units["latest"].flatMap({ end.units[$0] }) != faultCase.after.units["new-1"]
    {
      problems.append("afterwards: \(last), \(end)")
    }
    report.add(
      "input \(rawValue) while it is read", of: faultCase.name, status: outcome.status,
      problems: problems.map { "\($0); \(name) at \(fault); \(outcome)" })
  }

  private func apply(to file: URL) throws {
    let bytes = try Data(contentsOf: file)
    let lines = bytes.split(separator: 0x0A)
    let handle = try FileHandle(forUpdating: file)
    defer { try? handle.close() }
    switch self {
    case .grown:
      try handle.seekToEnd()
      try handle.write(contentsOf: (lines.last ?? Data()) + [0x0A])
    case .shrunk: try handle.truncate(atOffset: UInt64(bytes.count - (lines.last?.count ?? 0) - 1))
    case .cut: try handle.truncate(atOffset: UInt64(bytes.count / 2))
    case .overwritten: try handle.write(contentsOf: Self.otherAmounts(bytes))
    case .replaced:
      let other = file.deletingLastPathComponent().appending(path: ".other")
      try Self.otherAmounts(bytes).write(to: other)
      try #require(rename(other.path, file.path) == 0)
    case .unreadable: try #require(chmod(file.path, 0) == 0)
    case .vanished: try FileManager.default.removeItem(at: file)
    }
  }

  /// As many bytes, with other digits behind each point: amounts, or nothing at all.
  private static func otherAmounts(_ bytes: Data) -> Data {
    var other = bytes
    for index in bytes.indices.dropFirst() where bytes[index - 1] == UInt8(ascii: ".") {
      if bytes[index] == UInt8(ascii: "0") { other[index] = UInt8(ascii: "5") }
    }
    return other
  }

  /// How to run the program as a user without rights; nil where that cannot be done.
  private static func nobody(in place: FaultPlace) async throws -> [String]? {
    let launcher = [
      "/usr/bin/env", "setpriv", "--reuid=65534", "--regid=65534", "--clear-groups",
    ]
    let outcome = try? await runShell(
      "chmod 0711 \"$ROOT\" && chown -R 65534:65534 \"$ROOT\" && \(launcher.joined(separator: " ")) \"$WMO\" --version",
      in: place.root,
      environment: ["ROOT": place.root.path, "WMO": try FaultProgram.path()])
    return outcome?.exit == 0 ? launcher : nil
  }
}
