import Foundation
import Testing

/// What must hold after a fault, and after the command was run once more.
struct FaultCheck: Sendable {
  let faultCase: FaultCase

  /// What is wrong after a fault. `statuses`: those that are documented for it. `isHalf`: whether
  /// nothing could be taken back, as on a disk that is read-only from the fault on.
  func problems(
    after outcome: FaultPlace.Outcome, in place: FaultPlace, statuses: Set<Int32>,
    isHalf: Bool = false
  ) -> [String] {
    let isAllOrNothing = faultCase.isAllOrNothing && !isHalf
    let state = OutputState(of: place.output, known: faultCase.known)
    var problems = state.flaws
    if !statuses.contains(outcome.status) {
      problems.append("status \(outcome.status) is none of \(statuses.sorted())")
    }
    let isKilled = outcome.status > 128
    if outcome.status == faultCase.status, state.units != faultCase.after.units,
      isAllOrNothing
    {
      problems.append("status \(outcome.status), but not all of it was done: \(state)")
    } else if !isKilled, outcome.status != faultCase.status, isAllOrNothing,
      state.units != faultCase.before.units
    {
      problems.append("status \(outcome.status), but something was done: \(state)")
    }
    for name in Set(faultCase.before.units.keys).union(faultCase.after.units.keys)
      .union(state.units.keys).sorted()
    {
      let allowed = [faultCase.before.units[name], faultCase.after.units[name]]
      if !allowed.contains(state.units[name]) {
        problems.append("\(name) is neither as before nor as after: \(state)")
      }
    }
    if !isKilled, outcome.status != 0, !outcome.stderr.hasPrefix("wmo-etl: ") {
      problems.append("status \(outcome.status) without a word of why: \(outcome.stderr)")
    }
    return problems + untouched(in: place)
  }

  /// What is wrong once the command was run again without a fault: it succeeds, clears the leavings,
  /// and gives what it always gives.
  func problemsAfterAnother(in place: FaultPlace) async throws -> [String] {
    let again = try await place.run(faultCase.arguments, isTraced: false)
    let state = OutputState(of: place.output, known: faultCase.known)
    var problems = state.flaws.map { "after another run: \($0)" }
    if again.status != faultCase.status && again.status != 0 {
      problems.append("another run fails: \(again)")
    }
    if !state.leavings.isEmpty { problems.append("another run leaves \(state.leavings)") }
    if !faultCase.conclusions.contains(where: { $0.units == state.units }) {
      problems.append("another run comes to something else: \(state)")
    }
    if state.units["latest"] != nil {
      let verified = try await place.run(["verify", "OUT/latest"], isTraced: false)
      if verified.status != 0 { problems.append("verify: \(verified)") }
    }
    return problems + untouched(in: place)
  }

  private func untouched(in place: FaultPlace) -> [String] {
    let left = OutputState.names(in: place.temporary)
    return (left.isEmpty ? [] : ["left in TMPDIR: \(left)"])
      + (OutputState.digest(of: place.input) == faultCase.inputDigest
        ? [] : ["the input is not what it was"])
  }
}

extension FaultCase {
  /// The exit statuses that are documented for a fault at a call.
  func statuses(of fault: Fault) -> Set<Int32> {
    if fault.isKill { return [128 + SIGKILL] }
    guard
      let index = calls.firstIndex(where: {
        $0.area == fault.area && $0.kind == fault.kind && $0.number == fault.number
      })
    else { return [status] }
    let call = calls[index]
    switch fault.action {
    case .short, .lastingShort, .error(EINTR): return [status]
    default: break
    }
    // What is looked at and cannot be is taken for what it would be without; the state is checked.
    if call.kind == "stat" { return [status, 65, 66, 73, 74] }
    if call.area == "input" { return call.kind == "close" ? [status] : [74] }
    let isVisible = calls[..<index].contains { $0.target?.hasSuffix("/latest") == true }
    // What went wrong once the run counts is told, or can do no harm any more.
    let success: Set<Int32> = isVisible || status != 0 && isLastStep(index) ? [status] : []
    switch call.kind {
    case "create", "mkdir", "symlink": return success.union([73])
    case "rename":
      let isRemoval = call.target?.contains("/.wmo-etl-staging-") == true
      return success.union(isRemoval ? [74] : [73])
    case "close":
      let isWritten = calls.contains { $0.kind == "write" && $0.path == call.path }
      return isWritten ? success.union([74]) : [status]
    case "read", "open":
      // A run that cannot be looked at is one that is kept.
      if name == "prune" || name == "run that removes runs" { return [status, 74] }
      return success.union(name == "release" ? [65, 74] : [74])
    case "unlink": return success.union([status, 74])
    // Foundation takes an error for the end of a folder: fewer runs are seen, and more are kept.
    case "list" where name == "prune" || name == "run that removes runs": return [status, 74]
    // A register that cannot be read is unusable input.
    case "list" where name == "publish" || name == "run with an edition": return [65, 74]
    default: return success.union([74])
    }
  }

  /// Whether all that can be seen has been done before a call.
  private func isLastStep(_ index: Int) -> Bool {
    calls[..<index].contains { $0.kind == "rename" }
  }
}
