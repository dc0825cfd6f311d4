import ArgumentParser
import Disclosure
import Foundation
import Ingest
import Reporting
import Runs

/// What `publish` and `run --publicatie` have in common.
struct EditionOptions: ParsableArguments {
  @Flag(
    help: ArgumentHelp(
      "Accept figures at risk that former editions give away already, which nothing can hide any "
        + "more; they are counted in verantwoording.json."))
  var alOpenbaar = false

  /// Makes the edition of a run; `lock` is that on its output folder where it is held already.
  func publish(
    _ run: PublishedRun, lock: OutputLock? = nil, parameters: PublicationParameters,
    language: AnnexLanguage, pdf: Bool?, jobs: Int?, quiet: Bool
  ) throws {
    let line = StepLine("protecting figures", isWanted: !quiet)
    let publisher = EditionPublisher(
      parameters: parameters, language: language, pdf: pdf ?? true,
      workers: jobs ?? ProcessInfo.processInfo.activeProcessorCount,
      sourceDate: try SourceDate.fromEnvironment(), acceptsPublic: alOpenbaar,
      progress: line.progress)
    do {
      let published = try publisher.publish(run, lock: lock)
      line.end(
        "published \(published.folder): \(published.hiddenCount) of \(published.cellCount) figures "
          + "hidden, \(published.hiddenPercent) % of the money of products")
      if !quiet { tell(published.advice, hidden: published.hiddenCount, of: published.cellCount) }
      if let missingPrinter = published.missingPrinter {
        // Who did not ask for it gets an edition without.
        guard pdf == nil else { throw missingPrinter }
        if !quiet { StandardError.tell("wmo-etl: warning: \(missingPrinter.message)") }
      }
    } catch {
      line.end()
      throw error
    }
  }
  /// A page full of x helps nobody: what would.
  private func tell(_ advice: [MergeAdvice], hidden: Int, of all: Int) {
    guard !advice.isEmpty else { return }
    StandardError.tell(
      "wmo-etl: warning: \(hidden) of \(all) figures are hidden; the municipality is small for its "
        + "tables, and larger groups show more")
    for advice in advice { StandardError.tell("wmo-etl: warning: \(advice.text)") }
  }
}
