import Foundation

@testable import Samples

/// Two to eight runs at once into one folder: each publishes or is told to try later.
enum SimultaneousRuns {
  static func trials(
    of faultCase: FaultCase, count: Int, _ report: FaultReport, _ random: inout SplitMix
  ) -> [Trial] {
    (0..<count).map { number in
      let size = 2 + number % 7
      let pauses = (0..<size).map { _ in random.below(300) }
      return {
        let place = try FaultPlace(input: faultCase.input, output: faultCase.output)
        defer { place.remove() }
        let outcomes = try await withThrowingTaskGroup(of: FaultPlace.Outcome.self) { group in
          for pause in pauses {
            group.addTask {
              try await Task.sleep(for: .milliseconds(pause))
              return try await place.run(faultCase.arguments, isTraced: false)
            }
          }
          return try await group.reduce(into: []) { $0.append($1) }
        }
        let state = OutputState(of: place.output, known: faultCase.known)
        let published = outcomes.filter { $0.status == 0 }.count
        var problems = state.flaws + state.leavings.map { "left behind: \($0)" }
        if published == 0 { problems.append("none was published") }
        if state.newRuns.count != published {
          problems.append("\(published) were published, there are \(state.newRuns.count)")
        }
        for outcome in outcomes where ![0, 75].contains(outcome.status) {
          problems.append("\(outcome)")
        }
        for (name, digest) in state.units where name.hasPrefix("new-") {
          if digest != faultCase.after.units["new-1"] {
            problems.append("\(name) has other tables")
          }
        }
        if state.units["latest"] != "new-\(state.newRuns.count)" {
          problems.append("latest leads to \(state.units["latest"] ?? "nothing")")
        }
        // Each is a fault of its own to those that it meets.
        for (index, outcome) in outcomes.enumerated() {
          report.add(
            "\(size) runs at once", of: faultCase.name, status: outcome.status,
            problems: index == 0 ? problems : [])
        }
      }
    }
  }
}

/// Runs whose clock steps back behind that of the runs before.
enum OtherClock {
  static func trials(of faultCase: FaultCase, count: Int, _ report: FaultReport) -> [Trial] {
    (0..<count).map { number in
      {
        let place = try FaultPlace(input: faultCase.input, output: faultCase.output)
        defer { place.remove() }
        var known = faultCase.known
        for step in [0, -1, -3600, -86_400 * (number + 1), -86_400 * 400, 0] {
          let outcome = try await place.run(
            faultCase.arguments, environment: ["WMO_ETL_FAULT_CLOCK": "\(step)"])
          let state = OutputState(of: place.output, known: known)
          var problems = state.flaws + state.leavings.map { "left behind: \($0)" }
          if outcome.status != 0 { problems.append("\(outcome)") }
          if state.units["latest"] != "new-1" || state.newRuns.count != 1 {
            problems.append("latest does not lead to the one new run: \(state)")
          }
          if state.units["new-1"] != faultCase.after.units["new-1"] {
            problems.append("the tables are others")
          }
          known.formUnion(state.newRuns)
          report.add(
            "clock at another time", of: faultCase.name, status: outcome.status,
            problems: problems.map { "\(step) seconds: \($0)" })
        }
      }
    }
  }
}

/// A run that stops while it holds the lock, others that come to it, and its death.
enum DeadOwner {
  static func trials(
    of faultCase: FaultCase, count: Int, _ report: FaultReport, _ random: inout SplitMix
  ) -> [Trial] {
    let creations = faultCase.calls.filter { $0.kind == "write" }.count
    return (0..<count).map { _ in
      let fault = Fault(
        area: "output", kind: "write", number: 1 + random.below(creations), action: .stop)
      return {
        let place = try FaultPlace(input: faultCase.input, output: faultCase.output)
        defer { place.remove() }
        let check = FaultCheck(faultCase: faultCase)
        var problems: [String] = []
        let outcome = try await place.run(faultCase.arguments, fault: fault) { process in
          guard try await FaultPlace.isStopped(process) else {
            return problems.append("it did not stop")
          }
          let second = try await place.run(faultCase.arguments, isTraced: false)
          problems = check.problems(after: second, in: place, statuses: [75])
          kill(process, SIGKILL)
        }
        problems += check.problems(after: outcome, in: place, statuses: [128 + SIGKILL])
        problems += try await check.problemsAfterAnother(in: place)
        report.add(
          "owner of the lock stopped, then dead", of: faultCase.name, status: outcome.status,
          problems: problems.map { "\($0); \(fault); \(outcome)" })
      }
    }
  }
}
