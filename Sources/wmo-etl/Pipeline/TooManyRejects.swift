import Analytics
import Ingest

/// R302: more lines are rejected than the configuration allows.
struct TooManyRejects {
  private let rejected: Int
  private let records: Int
  private let limit: Share
  /// The rule that rejects most.
  private let chief: (code: String, count: Int)?

  /// Nil when the rejects are within `afkeur.maximaal_aandeel`.
  init?(_ result: Pipeline.Result) {
    rejected = result.tally.rejects.count
    records = result.tally.parts.reduce(0) { $0 + $1.recordCount }
    limit = result.configuration.maximumRejectShare
    let counts = result.tally.rejectsPerRule
    let most = counts.map(\.count).max()
    chief = counts.first { $0.count == most }
    guard limit.isExceeded(by: rejected, of: records) else { return nil }
  }

  /// The limit in per cent, with the decimals that it has.
  private var percent: String {
    let (whole, rest) = limit.billionths.quotientAndRemainder(dividingBy: 10_000_000)
    guard rest > 0 else { return "\(whole)" }
    var decimals = String(10_000_000 + rest).dropFirst()
    while decimals.last == "0" { decimals.removeLast() }
    return "\(whole).\(decimals)"
  }

  /// The share of rejects in per cent, with one decimal, rounded half up.
  private var found: String {
    let tenths = (rejected * 2000 + records) / (2 * records)
    return "\(tenths / 10).\(tenths % 10)"
  }

  /// `file`: where the rejects can be read, if anywhere.
  func failure(seeing file: String?) -> RunFailure {
    let reason = chief.map { chief in
      ", most often by \(chief.code) (\(Rule(code: chief.code)?.title ?? "")): \(chief.count)"
    }
    let place = file.map { "; see \($0)" } ?? ""
    return RunFailure(
      .unusableInput,
      "R302: \(rejected) of \(records) records are rejected\(reason ?? ""); that is \(found) %, "
        + "more than afkeur.maximaal_aandeel allows (\(percent) %); nothing was published\(place)")
  }
}
