import Foundation

@testable import Samples

/// A command that a signal ends at a random moment, in output folders of all sorts.
enum RandomKill {
  private static let names = [
    "out", String(repeating: "lange naam ", count: 18) + "xx", "met spaties en 'quotes' \"x\" $(y)",
  ]

  static func trials(
    of cases: [FaultCase], count: Int, _ report: FaultReport, _ random: inout SplitMix
  ) -> [Trial] {
    let memory = URL(filePath: "/dev/shm")
    let hasMemory = FileManager.default.isWritableFile(atPath: memory.path)
    if !hasMemory { report.skip("OUTPUT on tmpfs: /dev/shm is not there") }
    let signals = [SIGKILL, SIGKILL, SIGKILL, SIGTERM, SIGINT, SIGHUP]
    return (0..<count).map { number in
      let faultCase = cases[number % cases.count]
      let signal = signals[random.below(signals.count)]
      let place = random.below(hasMemory ? 4 : 3)
      let share = Double(random.below(1000)) / 900
      return {
        let name = names[place % 3]
        let place = try FaultPlace(
          input: faultCase.input, output: faultCase.output, outputName: name,
          in: place == 3 ? memory : nil)
        defer { place.remove() }
        let outcome = try await place.run(faultCase.arguments, isTraced: false) { process in
          try await Task.sleep(for: faultCase.duration * share)
          kill(process, signal)
        }
        let check = FaultCheck(faultCase: faultCase)
        let problems =
          check.problems(
            after: outcome, in: place, statuses: [128 + signal, faultCase.status])
          + (try await check.problemsAfterAnother(in: place))
        // It may have come to its end before.
        guard outcome.status > 128 || !problems.isEmpty else { return report.addUnmet() }
        report.add(
          "killed at a random moment", of: faultCase.name, status: outcome.status,
          problems: problems.map { "\($0); signal \(signal) in \(place.output.path); \(outcome)" })
      }
    }
  }
}
