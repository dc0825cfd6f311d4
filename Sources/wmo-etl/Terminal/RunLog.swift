import Foundation
import Ingest
import Runs

/// `--log`: one line about a run on standard error, in logfmt, for a journal. It names folders, counts
/// and times, and nothing that stands in a file.
struct RunLog {
  private var members: [(key: String, value: String)]
  private let begin = Date()

  /// `paths`: what was given on the command line, by option.
  init(command: String, paths: [(option: String, path: String)]) {
    members = [
      ("level", ""), ("command", command), ("version", Version.current),
      ("start", Self.time(begin)),
    ]
    members += paths.map { ($0.option, $0.path) }
  }

  /// Adds how long each stage took that was reached.
  mutating func add(_ durations: Durations) {
    for lap in durations.laps { members.append(("\(lap.stage)_ms", "\(lap.milliseconds)")) }
  }

  mutating func add(_ published: Pipeline.Published) {
    members += [
      ("run", published.name), ("accepted", "\(published.acceptedCount)"),
      ("rejected", "\(published.rejectedCount)"),
      ("held", "\(!published.reasonsToHold.isEmpty)"),
    ]
  }

  /// Writes the line.
  func end(_ status: ExitStatus) {
    let end = Date()
    let milliseconds = Int(end.timeIntervalSince(begin) * 1000)
    var members = members
    members[0].value = status == .published ? "info" : status == .held ? "warn" : "error"
    members += [
      ("end", Self.time(end)), ("duration_ms", "\(max(0, milliseconds))"),
      ("exit", "\(status.rawValue)"),
    ]
    StandardError.tell(
      members.map { "\($0.key)=\(Self.quoted($0.value))" }.joined(separator: " "))
  }

  private static func time(_ date: Date) -> String { date.formatted(.iso8601) }

  /// As logfmt has it: in quotes where a value would be taken apart.
  private static func quoted(_ value: String) -> String {
    let isPlain =
      !value.isEmpty
      && value.unicodeScalars.allSatisfy {
        $0.value > 0x20 && $0 != "\"" && $0 != "=" && $0.value != 0x7F
      }
    if isPlain { return value }
    var text = ""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return "\"\(text)\""
  }
}
