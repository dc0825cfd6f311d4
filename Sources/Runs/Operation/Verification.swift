import Foundation
package import Ingest

/// Whether a published run is what its manifest says: every file by its hash, and the ladder by its
/// sums.
package struct Verification {
  package let run: PublishedRun
  /// Names of files that are missing or have other bytes, byte-wise.
  package let otherFiles: [String]
  /// Steps of the ladder that do not balance, in English.
  package let unbalanced: [String]

  package init(of run: PublishedRun) {
    self.run = run
    let outputs = run.manifest.outputs.sorted { precedesByteWise($0.name, $1.name) }
    otherFiles = outputs.filter { $0.sha256 != Self.hash(of: "\(run.path)/\($0.name)") }
      .map(\.name)
    unbalanced = Self.unbalanced(run)
  }

  /// Throws 65 with the names of all that is not as it was published.
  package func check() throws(RunFailure) {
    let lines =
      otherFiles.map { "\($0): not what the run published" }
      + unbalanced.map { "manifest.json: \($0)" }
    guard lines.isEmpty else { throw .notAsPublished(run.path, lines) }
  }

  /// Nil where the file cannot be read.
  private static func hash(of path: String) -> String? {
    guard let bytes = try? Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped)
    else { return nil }
    return PublishedFile(name: path, bytes: bytes).sha256
  }

  private static func unbalanced(_ run: PublishedRun) -> [String] {
    let ladder = run.manifest.ladder
    let counted = ladder.accepted - (ladder.later?.lines ?? 0)
    let months = ladder.months ?? []
    let steps: [(holds: Bool, step: String)] = [
      (
        ladder.records
          == ladder.blank + ladder.header + ladder.rejectedCount + ladder.accepted,
        "records against blank, header, rejected and accepted ones"
      ),
      (ladder.net == ladder.debit - ladder.credit, "net against debit and credit"),
      (
        counted == ladder.inWindow.lines + ladder.outsideWindow.lines,
        "accepted lines against those in and outside the window"
      ),
      (
        ladder.net == ladder.inWindow.net + ladder.outsideWindow.net,
        "net against that in and outside the window"
      ),
      (
        ladder.months == nil || counted == months.reduce(0) { $0 + $1.lines },
        "accepted lines against all months"
      ),
      (
        ladder.months == nil || ladder.net == months.reduce(0) { $0 + $1.net },
        "net against all months"
      ),
      (
        !RunName.isName(run.name) || run.name.hasSuffix("-\(run.manifest.hash)"),
        "the name of the folder against the hash"
      ),
    ]
    return steps.filter { !$0.holds }.map { "does not balance: \($0.step)" }
  }
}

extension RunFailure {
  fileprivate static func notAsPublished(_ run: String, _ lines: [String]) -> RunFailure {
    RunFailure(
      .unusableInput,
      "\(run) is not as it was published:\n  \(lines.joined(separator: "\n  "))\n"
        + "take the run from a back-up, or run again")
  }
}
