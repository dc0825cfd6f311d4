import ArgumentParser
import CMalloc
import Foundation
import Ingest
import Runs

/// The program: `wmo-etl COMMAND …`. Each command is a file of its own in `Commands`.
@main
struct WmoEtl: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "wmo-etl",
    abstract: "Use and cost tables of social support (Wmo 2015) from invoicing CSVs.",
    discussion: """
      Reads the declarations, allocations, products, providers, clients and districts of a Dutch \
      municipality, checks every line against the national iWmo rules, and publishes tables that \
      reconcile to the cent.

      EXAMPLE
        wmo-etl run --input data-samples/zoetermeer-2017 --output out

      EXIT STATUS
        0   published; no difference
        1   diff: the runs differ
        64  wrong usage
        65  unusable input
        66  input not found
        69  published but for the PDF
        70  internal error
        73  output cannot be created
        74  read or write failed
        75  another run holds the lock
        76  published, but held by [bewaking]: latest stays
        78  wrong configuration
      """,
    version: Version.current,
    subcommands: [
      Init.self, Run.self, Check.self, Inspect.self, Normalize.self, Rules.self, Explain.self,
      Tables.self, Show.self, MakeReport.self, Diff.self, Publish.self, Region.self, Status.self,
      Verify.self, Release.self, Prune.self, Generate.self,
    ])

  static func main() {
    // A reader that has seen enough (`| head`) ends the program quietly, not with a signal.
    signal(SIGPIPE, SIG_IGN)
    // A file that grows beyond the limit of the process fails, as one on a full disk does.
    signal(SIGXFSZ, SIG_IGN)
    StandardStreams.occupy()
    allowManyOpenFiles()
    // Left to itself, glibc soon puts large arrays between small blocks, where they leave holes.
    mallopt(M_MMAP_THRESHOLD, 4 << 20)
    do {
      let status = try runCommand()
      try StandardOutput.close()
      Foundation.exit(status)
    } catch {
      StandardError.tell("wmo-etl: \(error.message)")
      Foundation.exit(error.status.rawValue)
    }
  }

  /// Runs the command that the arguments name; the exit status.
  private static func runCommand() throws(RunFailure) -> Int32 {
    do {
      var command = try parseAsRoot()
      try command.run()
      return ExitStatus.published.rawValue
    } catch let failure as RunFailure {
      throw failure
    } catch let status as ExitCode {
      // The command has said what there is to say.
      return status.rawValue
    } catch {
      // For the parser a request for help, the version or completions is an error, too. Printed
      // by the library it would be lost unnoticed where standard output cannot be written.
      let status = exitCode(for: error)
      let text = fullMessage(for: error)
      // A command may end with a status and have nothing more to say.
      if text.isEmpty { return status.rawValue }
      if status != .success {
        StandardError.tell(text)
      } else {
        try StandardOutput.write(Array("\(text)\n".utf8))
      }
      return status.rawValue
    }
  }
}

/// Lets the process open as many files as the system has for it: each part of an input stays open,
/// and a delivery may come as a file for each month and provider.
private func allowManyOpenFiles() {
  var limit = rlimit()
  guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return }
  limit.rlim_cur = limit.rlim_max
  // Where that is refused, the old limit stands.
  _ = setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
}
