import ArgumentParser
import Foundation
import Ingest
import Runs

/// `wmo-etl status`: how an output folder stands, for monitoring.
struct Status: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tell how an output folder stands, for monitoring.",
    discussion: """
      Prints one line, and ends as plugins of monitoring systems do:

        0  OK
        1  warning: the run that counts has warnings, or a held run waits for wmo-etl release
        2  critical: it is older than --max-age, latest is broken, a file is not what was \
      published, or a run was stopped before its end
        3  unknown: there is no such folder, or no run yet

      Nothing is changed, and a run at work is not disturbed.

      EXAMPLES
        wmo-etl status out --max-age 26h
        wmo-etl status out --json
        wmo-etl status out --prometheus /var/lib/prometheus/node-exporter/wmo-etl.prom
      """)

  @Argument(
    help: ArgumentHelp("The folder below which runs are published.", valueName: "output"),
    completion: .directory)
  var output: String

  @Option(
    help: ArgumentHelp(
      "How old the latest run may be: 90m, 26h or 2d. Without it, of any age.", valueName: "age"),
    transform: { try Self.seconds(of: $0) })
  var maxAge: Int?

  @Flag(help: "Print JSON; money in cents.")
  var json = false

  @Option(
    help: ArgumentHelp(
      "Write wmo_etl_* gauges for a collector of text files, too.", valueName: "file"),
    completion: .file(extensions: ["prom"]))
  var prometheus: String?

  func run() throws {
    let status = OutputStatus(
      of: output, now: Int(Date().timeIntervalSince1970), maximumAge: maxAge)
    if let prometheus { try status.writePrometheus(to: prometheus) }
    if json {
      try StandardOutput.write(Array(status.json))
    } else {
      try StandardOutput.print(status.text)
    }
    if status.state != .ok { throw ExitCode(status.state.rawValue) }
  }

  private static func seconds(of text: String) throws -> Int {
    let units = ["s": 1, "m": 60, "h": 3600, "d": 86_400]
    guard let match = text.wholeMatch(of: /([0-9]{1,6})([smhd])/), let number = Int(match.1),
      let unit = units[String(match.2)]
    else { throw ValidationError("'\(text)' is no age; give one such as 90m, 26h or 2d") }
    return number * unit
  }
}
