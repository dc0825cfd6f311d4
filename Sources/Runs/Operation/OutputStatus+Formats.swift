package import Foundation
package import Ingest
import Reporting

extension OutputStatus {
  /// One line for a person and a plugin.
  package var text: String {
    var parts = problems
    if isAtWork { parts.append("a run is at work") }
    if let latest {
      let ladder = latest.manifest.ladder
      let net = FigureNotation.plain.digits(ladder.net, decimals: 2)
      var counts = "\(ladder.accepted) lines accepted, \(ladder.rejectedCount) rejected"
      if let findings = latest.manifest.findings { counts += ", \(findings.lines) with a finding" }
      parts.append("\(latest.name), \(Self.duration(latest.age)) old: \(counts), net \(net) euros")
    }
    return "WMO-ETL \(state.word.uppercased()) - \(parts.joined(separator: "; "))"
  }

  /// Money in cents, times in seconds since 1970, durations in milliseconds.
  package var json: Data {
    let run: JSONValue =
      latest.map { latest in
        let ladder = latest.manifest.ladder
        return [
          "name": .string(latest.name), "time": .count(latest.time),
          "age_seconds": .count(latest.age), "accepted": .count(ladder.accepted),
          "rejected": .count(ladder.rejectedCount),
          "with_finding": latest.manifest.findings.map { .count($0.lines) } ?? .null,
          "net": .integer(ladder.net), "warnings": .count(latest.manifest.warnings.count),
          "duration_ms": .count(latest.milliseconds),
        ]
      } ?? .null
    let value: JSONValue = [
      "status": .string(state.word), "code": .integer(Int64(state.rawValue)),
      "output": .string(output), "problems": .array(problems.map { .string($0) }),
      "at_work": .bool(isAtWork), "held": .array(held.map { .string($0) }), "latest": run,
    ]
    return Data(value.bytes)
  }

  /// Gauges in the text format of Prometheus, for its collector of text files.
  var prometheus: String {
    let label = output.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      .replacing("\n", with: "\\n")
    func gauge(_ name: String, _ help: String, _ value: String) -> String {
      """
      # HELP wmo_etl_\(name) \(help)
      # TYPE wmo_etl_\(name) gauge
      wmo_etl_\(name){output="\(label)"} \(value)

      """
    }
    var text = gauge("status", "0 OK, 1 warning, 2 critical, 3 unknown.", "\(state.rawValue)")
    text += gauge("held_runs", "Runs that wait for wmo-etl release.", "\(held.count)")
    guard let latest else { return text }
    let ladder = latest.manifest.ladder
    func decimal(_ number: Int64, _ decimals: Int) -> String {
      FigureNotation.plain.digits(number, decimals: decimals)
    }
    text += gauge(
      "last_success_timestamp_seconds", "When the latest run was made.", "\(latest.time)")
    text += gauge("age_seconds", "Age of the latest run.", "\(latest.age)")
    text += gauge("lines_accepted", "Accepted lines of the latest run.", "\(ladder.accepted)")
    text += gauge("lines_rejected", "Rejected lines of the latest run.", "\(ladder.rejectedCount)")
    if let findings = latest.manifest.findings {
      text += gauge(
        "lines_with_finding", "Accepted lines with a finding, latest run.", "\(findings.lines)")
    }
    text += gauge("net_euros", "Net of the accepted lines, latest run.", decimal(ladder.net, 2))
    text += gauge(
      "duration_seconds", "How long the latest run took.", decimal(Int64(latest.milliseconds), 3))
    return text
  }

  /// Writes the gauges; a reader sees the former file or the whole new one. Throws 73 or 74.
  package func writePrometheus(to path: String) throws(RunFailure) {
    guard !DurableFile.isSpecial(path) else { throw .gaugesInTheWay(path) }
    try DurableFile.replace(Array(prometheus.utf8), at: path)
  }
}

extension OutputStatus.State {
  fileprivate var word: String {
    switch self {
    case .ok: "ok"
    case .warning: "warning"
    case .critical: "critical"
    case .unknown: "unknown"
    }
  }
}

extension RunFailure {
  fileprivate static func gaugesInTheWay(_ path: String) -> RunFailure {
    RunFailure(
      .cannotCreateOutput,
      "\(path) is no file, and --prometheus would take its place; give the name of a file")
  }
}
