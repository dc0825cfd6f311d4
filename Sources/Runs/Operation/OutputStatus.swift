import Foundation
import Ingest

/// How an output folder stands, for monitoring.
package struct OutputStatus {
  /// As plugins of monitoring systems end.
  package enum State: Int32, Sendable {
    case ok, warning, critical, unknown
  }

  package private(set) var state = State.ok
  /// What is not as it should be, in English.
  package private(set) var problems: [String] = []
  package let output: String
  /// The run that counts; nil where there is none, or it cannot be read.
  private(set) var latest: Latest?
  /// Runs after the latest one that wait for a person.
  private(set) var held: [String] = []
  /// Whether a run is at work.
  private(set) var isAtWork = false

  /// What is told of the latest run.
  struct Latest {
    let name: String
    /// When it was made, in seconds since 1970.
    let time: Int
    /// In seconds; 0 where the clock was set back since.
    let age: Int
    let manifest: RunManifest

    var milliseconds: Int { manifest.durations.values.reduce(0, +) }
  }

  /// `now` in seconds since 1970; `maximumAge` of the latest run in seconds.
  package init(of output: String, now: Int, maximumAge: Int?) {
    self.output = output
    look(now: now, maximumAge)
  }

  private mutating func look(now: Int, _ maximumAge: Int?) {
    let folder = OutputFolder(output)
    do throws(RunFailure) {
      let names = try folder.runNames()
      lookForStoppedRun()
      let latest = try folder.latestName()
      lookForHeld(names, after: latest, folder)
      guard let latest else {
        return names.isEmpty
          ? note(.unknown, "no run was published yet")
          : note(.critical, "there is no link latest, so no run counts")
      }
      guard names.contains(latest) else {
        return note(.critical, "latest leads to \(latest), which is not there or is no run")
      }
      do throws(RunFailure) {
        look(at: try PublishedRun(folder: folder.folder(of: latest)), now: now, maximumAge)
      } catch {
        note(.critical, "latest is broken: \(error.message)")
      }
    } catch {
      note(.unknown, error.message)
    }
  }

  /// The worst state counts.
  private mutating func note(_ state: State, _ problem: String) {
    if state.rawValue > self.state.rawValue { self.state = state }
    problems.append(problem)
  }

  private mutating func look(at run: PublishedRun, now: Int, _ maximumAge: Int?) {
    let time = RunName.seconds(of: run.name) ?? now
    let age = max(0, now - time)
    latest = Latest(name: run.name, time: time, age: age, manifest: run.manifest)
    if let maximumAge, age > maximumAge {
      note(
        .critical,
        "the latest run is \(Self.duration(age)) old, more than \(Self.duration(maximumAge))")
    }
    let verification = Verification(of: run)
    if !verification.otherFiles.isEmpty {
      let names = verification.otherFiles.joined(separator: ", ")
      note(.critical, "not what \(run.name) published: \(names)")
    }
    for step in verification.unbalanced { note(.critical, "manifest.json \(step)") }
    let warnings = run.manifest.warnings.count
    if warnings > 0 {
      note(.warning, warnings == 1 ? "the run has 1 warning" : "the run has \(warnings) warnings")
    }
  }

  private mutating func lookForHeld(
    _ names: [String], after latest: String?, _ folder: OutputFolder
  ) {
    held = names.filter { name in
      guard latest.map({ precedesByteWise($0, name) }) ?? true else { return false }
      return (try? folder.manifest(of: name))?.isHeld == true
    }
    for name in held { note(.warning, "\(name) is held and waits for wmo-etl release") }
  }

  /// What is staged while nobody holds the lock, a run has left that was stopped.
  private mutating func lookForStoppedRun() {
    let entries = (try? FileManager.default.contentsOfDirectory(atPath: output)) ?? []
    guard entries.contains(where: { $0.hasPrefix(StagedFolder.prefix) }) else { return }
    isAtWork = OutputLock.isHeld(in: output)
    if !isAtWork {
      note(.critical, "a run was stopped before its end; the next one clears what it left")
    }
  }

  /// `26h`, or in the largest whole unit.
  static func duration(_ seconds: Int) -> String {
    for (unit, size) in [("d", 86_400), ("h", 3600), ("m", 60)] where seconds >= 2 * size {
      return "\(seconds / size)\(unit)"
    }
    return "\(seconds)s"
  }
}
