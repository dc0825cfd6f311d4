import Analytics
package import Disclosure
import Foundation
package import Ingest
package import Reporting

/// From a published run to an edition that may leave the building:
///
///     run → former editions → what to hide → shown tables → files → two folders, visible at once
///
/// The edition is a function of the run's report and risks, the parameters and the former editions.
package struct EditionPublisher {
  private let parameters: PublicationParameters
  private let formats: FormatChoice
  private let workers: Int
  private let sourceDate: Int?
  /// Whether figures at risk that former editions give away are accepted (`--al-openbaar`).
  private let acceptsPublic: Bool
  /// How many steps of how many are done; called on several threads.
  private let progress: (@Sendable (Int, Int) -> Void)?

  package init(
    parameters: PublicationParameters, language: AnnexLanguage, pdf: Bool, workers: Int,
    sourceDate: Int?, acceptsPublic: Bool, progress: (@Sendable (Int, Int) -> Void)?
  ) {
    (self.parameters, self.workers, self.sourceDate) = (parameters, workers, sourceDate)
    (self.acceptsPublic, self.progress) = (acceptsPublic, progress)
    formats = FormatChoice(names: nil, profile: nil, language: language, pdf: pdf)
  }

  /// What a command tells of an edition.
  package struct Published {
    package let folder: String
    /// Of the figures of all tables that are not 0.
    package let cellCount: Int
    package let hiddenCount: Int
    /// Of the money of products, in whole percent.
    package let hiddenPercent: Int
    /// Why the annex could not be printed; all the rest is published.
    package let missingPrinter: RunFailure?
    /// What to merge where more than half of the figures are hidden.
    package let advice: [MergeAdvice]
  }

  /// Makes the edition, with its entry in the register; `lock` is that on the folder of the run where
  /// the caller holds it.
  ///
  /// Throws 65 where no safe edition exists or a file of the run or of the register is not as it was
  /// written, 66 for a file that is missing, 73, 74 and 75; then nothing is published.
  package func publish(_ run: PublishedRun, lock: OutputLock? = nil) throws -> Published {
    let output = run.output
    let lock = try lock ?? OutputLock(folder: output)
    defer { withExtendedLifetime(lock) {} }
    let register = try EditionRegister(output: output)
    let report = try run.report(sourceDate: sourceDate)
    let source = EditionSource(
      tables: report.tables, risks: try run.risks(), window: report.period?.days)
    guard Set(Analysis.disclosed.map(\.name)).isSubset(of: report.tables.map(\.name)) else {
      throw RunFailure.otherVersion("\(output)/\(run.name)")
    }
    let former = try register.formerEditions(meeting: report)
    let suppression = try suppress(source, former)
    let account = PublicationAccount(suppression.account)
    var edition = report.edition(
      of: run.name,
      tables: EditionTables(source.tables, hiding: suppression.hidden, parameters).tables,
      parameters: parameters, account: account)
    edition.account.sourceDate = sourceDate
    let advice = MergeAdvice.best(for: source, parameters, after: suppression.account)
    return try write(edition, account, suppression, advice, of: run, to: register)
  }

  private func suppress(
    _ source: EditionSource, _ former: [FormerEdition]
  ) throws(RunFailure) -> Suppression {
    let suppressor = Suppressor(
      parameters: parameters, former: former, acceptsPublic: acceptsPublic, progress: progress)
    do throws(SuppressionFailure) {
      return try suppressor.suppress(source)
    } catch {
      switch error {
      case .noSafeEdition(let counts): throw .noSafeEdition(counts)
      case .alreadyPublic(let counts): throw .alreadyPublic(counts, former.map(\.name))
      case .ambiguousNames: throw .ambiguousNames
      case .unproven(let flaw): throw .unproven(flaw)
      }
    }
  }

  private func write(
    _ edition: Report, _ account: PublicationAccount, _ suppression: Suppression,
    _ advice: [MergeAdvice], of run: PublishedRun, to register: EditionRegister
  ) throws -> Published {
    let name = register.freeName(for: run.name)
    let (folder, entry) = try register.stage(name)
    let missingPrinter = try formats.make(of: edition, workers: workers, orElse: { _ in true }) {
      try folder.write(name: $0.path, bytes: $0.bytes)
    }
    for file in PublicationAccountFormat().files(of: edition) {
      try folder.write(name: file.path, bytes: file.bytes)
      try entry.write(name: file.path, bytes: file.bytes)
    }
    try entry.write(name: RegisterEntry.report, bytes: try run.reportBytes())
    if let risks = try run.risksBytes() {
      try entry.write(name: RisksWriter.fileName, bytes: risks)
    }
    try entry.write(
      name: HiddenBundlesFile.fileName, bytes: HiddenBundlesFile.bytes(of: suppression.hidden))
    try entry.write(name: RegisterEntry.proof, bytes: suppression.proof)
    try folder.publish(as: name, with: entry)
    return Published(
      folder: "\(register.editions)/\(name)",
      cellCount: account.tables.reduce(0) { $0 + $1.cells },
      hiddenCount: account.tables.reduce(0) { $0 + $1.hidden },
      hiddenPercent: account.hiddenPercent, missingPrinter: missingPrinter, advice: advice)
  }
}

extension PublicationAccount {
  fileprivate init(_ account: SuppressionAccount) {
    self.init(
      tables: account.tables.map { .init(table: $0.table, cells: $0.cells, hidden: $0.hidden) },
      hiddenPercent: account.hiddenProductMoneyPercent, hasDominance: account.hasDominance,
      formerEditions: account.formerEditions,
      acceptedCount: account.publicCount == 0 ? nil : account.publicCount)
  }
}
