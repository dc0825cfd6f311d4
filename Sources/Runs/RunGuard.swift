import Foundation
package import Ingest

/// `[bewaking]`: compares a run with the one to which `latest` leads, before it takes its place.
struct RunGuard {
  let parameters: GuardParameters

  /// What is compared of a run.
  struct Figures {
    let accepted: Int
    /// Net in cents, by basis month.
    let months: [Month: Int64]
    let lastDeclaredMonth: Month?
    /// Lines with a finding; nil where rules were switched off.
    let linesWithFinding: Int?
  }

  /// `previous` is nil for a first run, which only its own parts are expected of.
  func reasons(
    against: Figures, previous: Figures?, partNames: [String]
  ) -> [GuardReason] {
    let missing = parameters.expectedParts.filter { pattern in
      !partNames.contains { FilePattern.matches($0, pattern) }
    }
    var reasons = missing.map { GuardReason.noPart(pattern: $0) }
    guard let previous else { return reasons }
    if parameters.minimumLines.isMissed(by: against.accepted, of: previous.accepted) {
      reasons.append(
        .fewerLines(
          against.accepted, before: previous.accepted, limit: parameters.minimumLines))
    }
    return reasons + months(against, previous) + findings(against, previous)
  }

  /// Of a closed month the net must be that of before, also where one of the runs lacks it; of one
  /// that is neither new nor closed it may move.
  private func months(_ figures: Figures, _ previous: Figures) -> [GuardReason] {
    // A delivery that was cut off may know less than the one before.
    let known = [figures.lastDeclaredMonth, previous.lastDeclaredMonth].compactMap { $0 }
    guard let last = known.max() else { return [] }
    return Set(figures.months.keys).union(previous.months.keys).sorted().compactMap { month in
      let age = Int(last.number - month.number)
      let isClosed = age > parameters.closedAfterMonths
      let isInBoth = figures.months[month] != nil && previous.months[month] != nil
      let (net, before) = (figures.months[month] ?? 0, previous.months[month] ?? 0)
      func isBeyond(_ limit: Share) -> Bool {
        limit.isExceeded(by: Int((net - before).magnitude), of: Int(before.magnitude))
      }
      func reason(_ limit: Share) -> GuardReason {
        .month(month, net: net, before: before, isClosed: isClosed, limit: limit)
      }
      if isClosed {
        return isBeyond(parameters.closedDeviation) ? reason(parameters.closedDeviation) : nil
      }
      guard age > GuardParameters.openMonths, isInBoth, isBeyond(parameters.maximumDeviation)
      else { return nil }
      return reason(parameters.maximumDeviation)
    }
  }

  private func findings(_ figures: Figures, _ previous: Figures) -> [GuardReason] {
    guard let lines = figures.linesWithFinding, let before = previous.linesWithFinding,
      figures.accepted > 0, previous.accepted > 0
    else { return [] }
    // Shares with the product of both numbers of lines as denominator: no quotient, no rounding.
    let whole = Int128(figures.accepted) * Int128(previous.accepted)
    let more =
      Int128(lines) * Int128(previous.accepted) - Int128(before) * Int128(figures.accepted)
    let limit = parameters.findingsIncrease
    guard more * 1_000_000_000 > Int128(limit.billionths) * whole else { return [] }
    return [
      .findings(
        .init(lines: lines, accepted: figures.accepted),
        before: .init(lines: before, accepted: previous.accepted), limit: limit)
    ]
  }
}

extension RunGuard.Figures {
  init(_ result: Pipeline.Result, _ ladder: Ladder) {
    let months = ladder.lines.perMonth.map { ($0.month, $0.net) }
    self.init(
      accepted: ladder.acceptedCount, months: Dictionary(uniqueKeysWithValues: months),
      lastDeclaredMonth: ladder.lastDeclaredMonth,
      linesWithFinding: result.findings?.lineCount)
  }

  /// Nil where an earlier version made the run, which kept no months.
  init?(_ manifest: RunManifest) {
    guard let months = manifest.ladder.months else { return nil }
    let nets = months.compactMap { month in
      Month(isoText: month.month).map { ($0, month.net) }
    }
    self.init(
      accepted: manifest.ladder.accepted, months: Dictionary(nets) { first, _ in first },
      lastDeclaredMonth: manifest.ladder.lastDeclaredMonth.flatMap { Month(isoText: $0) },
      linesWithFinding: manifest.findings?.lines)
  }
}

extension RunGuard {
  /// What `[bewaking]` says of a run that would follow the latest one of an output folder. Throws 74.
  static func verdict(
    on result: Pipeline.Result, _ ladder: Ladder, in output: OutputFolder, isForced: Bool
  ) throws(RunFailure) -> GuardVerdict {
    guard let parameters = result.configuration.runGuard else { return .passed }
    if isForced { return .skipped }
    let runGuard = RunGuard(parameters: parameters)
    let figures = Figures(result, ladder)
    let names = result.inputs.map(\.name)
    var reasons: [GuardReason]
    if let latest = try output.latestName() {
      let previous = (try? output.manifest(of: latest)).flatMap { Figures($0) }
      reasons = runGuard.reasons(against: figures, previous: previous, partNames: names)
      if previous == nil { reasons.append(.unreadable(run: latest)) }
    } else {
      reasons = runGuard.reasons(against: figures, previous: nil, partNames: names)
    }
    return reasons.isEmpty ? .passed : .held(reasons)
  }
}

extension RunFailure {
  /// `latest` is nil where no run counts yet; a line for each reason.
  package static func held(
    _ run: String, in output: String, latest: String?, _ reasons: [String]
  ) -> RunFailure {
    let stays = latest.map { "latest stays \($0)" } ?? "there is no latest run yet"
    let lines = reasons.map { "held: \($0)" }
    return RunFailure(
      .held,
      lines.joined(separator: "\nwmo-etl: ") + "\nwmo-etl: \(output)/\(run) is published and held; "
        + "\(stays); look at it, and let it count with wmo-etl release \(output)/\(run)")
  }
}
