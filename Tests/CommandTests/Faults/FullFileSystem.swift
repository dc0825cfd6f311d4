import Foundation

@testable import Samples

/// A first run onto file systems of any size, most of them too small, mounted in a name space that
/// nobody else sees; then they get room, and the run is done again.
enum FullFileSystem {
  static func trials(
    of faultCase: FaultCase, count: Int, _ report: FaultReport, _ random: inout SplitMix
  ) async throws -> [Trial] {
    guard let unshare = try await command() else {
      report.skip("OUTPUT on a full file system: this user may not mount one (unshare -m)")
      return []
    }
    return (0..<count).map { number in
      // Either its bytes run out or its files.
      let limit =
        number % 3 == 0
        ? "nr_inodes=\(3 + random.below(60))" : "size=\(4 * (1 + random.below(110)))k"
      return {
        let place = try FaultPlace(input: faultCase.input, output: nil)
        defer { place.remove() }
        // Copies are what is left to look at from outside.
        let script = """
          mkdir "$OUT" && mount -t tmpfs -o \(limit) tmpfs "$OUT" || exit 125
          "$@"; status=$?
          cp -a "$OUT" "$OUT.first" || exit 124
          mount -o remount,size=64m,nr_inodes=10000 "$OUT" || exit 123
          "$@"; again=$?
          cp -a "$OUT" "$OUT.again"
          exit $((again == 0 ? status : 122))
          """
        let outcome = try await place.run(
          faultCase.arguments, isTraced: false, environment: ["OUT": place.output.path],
          through: unshare + ["bash", "-c", script, "bash"])
        let parent = place.output.deletingLastPathComponent()
        let first = OutputState(of: parent.appending(path: "out.first"))
        let again = OutputState(of: parent.appending(path: "out.again"))
        var problems = first.flaws + again.flaws + again.leavings
        if ![0, 73, 74].contains(outcome.status) { problems.append("\(outcome)") }
        if first.units != (outcome.status == 0 ? faultCase.after : faultCase.before).units {
          problems.append("status \(outcome.status), and there is \(first)")
        }
        if !faultCase.conclusions.contains(where: { $0.units == again.units }) {
          problems.append("with room there is \(again)")
        }
        guard outcome.status != 0 || !problems.isEmpty else { return report.addUnmet() }
        report.add(
          "full file system", of: faultCase.name, status: outcome.status,
          problems: problems.map { "\($0); \(limit)" })
      }
    }
  }

  /// What gives a program file systems of its own; nil where that is not allowed.
  private static func command() async throws -> [String]? {
    for options in ["-m", "-Urm"] {
      let folder = try TemporaryFolder()
      defer { folder.remove() }
      let outcome = try await runShell(
        "unshare \(options) mount -t tmpfs tmpfs .", in: folder.url)
      if outcome.exit == 0 { return ["/usr/bin/env", "unshare", options] }
    }
    return nil
  }
}
