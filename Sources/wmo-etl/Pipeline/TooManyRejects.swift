import Ingest

/// R302: more lines are rejected than the configuration allows.
struct TooManyRejects {
  private let rejected: Int
  private let records: Int

  /// Nil when the rejects are within `afkeur.maximaal_aandeel`, or there is no limit.
  init?(_ result: Pipeline.Result) {
    rejected = result.tally.rejects.count
    records = result.tally.parts.reduce(0) { $0 + $1.recordCount }
    guard let limit = result.configuration.maximumRejectShare,
      limit.isExceeded(by: rejected, of: records)
    else { return nil }
  }

  /// `file`: where the rejects can be read, if anywhere.
  func failure(seeing file: String?) -> RunFailure {
    let place = file.map { "; see \($0)" } ?? ""
    return RunFailure(
      .unusableInput,
      "R302: \(rejected) of \(records) records are rejected, more than afkeur.maximaal_aandeel "
        + "allows; nothing was published\(place)")
  }
}
