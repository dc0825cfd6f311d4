import Analytics
import Ingest
import Reporting

/// What the guard (`[bewaking]`) says of a run that is about to be published.
enum GuardVerdict: Sendable, Equatable {
  /// Nothing to say against it; or there is no guard.
  case passed
  /// `--force`
  case skipped
  case held([GuardReason])

  var reasons: [GuardReason] {
    guard case .held(let reasons) = self else { return [] }
    return reasons
  }

  /// For the manifest.
  var members: [JSONValue.Member] {
    switch self {
    case .passed: []
    case .skipped: [.init("guard", "skipped")]
    case .held(let reasons):
      [
        .init("status", .string(RunManifest.Status.held.rawValue)),
        .init("reasons", .array(reasons.map { .string($0.english) })),
        .init("redenen", .array(reasons.map { .string($0.dutch) })),
      ]
    }
  }
}

/// One reason to hold a run until a person has looked.
enum GuardReason: Sendable, Equatable {
  case fewerLines(Int, before: Int, limit: Share)
  /// The net of a month, in cents; `isClosed` says which of the limits it is beyond.
  case month(Month, net: Int64, before: Int64, isClosed: Bool, limit: Share)
  /// Lines with a finding, of accepted lines.
  case findings(LineShare, before: LineShare, limit: Share)
  case noPart(pattern: String)
  /// The latest run tells nothing to compare with.
  case unreadable(run: String)

  struct LineShare: Sendable, Equatable {
    let lines: Int
    let accepted: Int

    /// With two decimals.
    fileprivate var percent: String {
      let percent = Cell.quotient(Int64(lines) * 100, Int64(accepted), decimals: 2)
      return CSVFormat().field(of: percent, .ratio(decimals: 2))
    }
  }

  var english: String {
    switch self {
    case .fewerLines(let lines, let before, let limit):
      "\(lines) lines are accepted, after \(before) of the run before; fewer than "
        + "minimaal_regels_aandeel = \(limit.text) of them"
    case .month(let month, let net, let before, let isClosed, let limit):
      "\(month.iso)\(isClosed ? ", a closed month," : "") has a net of \(euros(net)), after "
        + "\(euros(before)) in the run before; that differs by more than "
        + "\(Self.key(isClosed)) = \(limit.text)"
    case .findings(let share, let before, let limit):
      "\(share.percent) % of the lines have a finding, after \(before.percent) % in the run before; "
        + "that is more by more than maximaal_bevindingen_toename = \(limit.text)"
    case .noPart(let pattern):
      "no file is called as verwacht_delen expects: \(pattern)"
    case .unreadable(let run):
      "latest leads to \(run), of which this version of wmo-etl cannot read the manifest, so there "
        + "is nothing to compare with"
    }
  }

  var dutch: String {
    switch self {
    case .fewerLines(let lines, let before, let limit):
      "\(lines) regels aanvaard, na \(before) in de run ervoor; minder dan "
        + "minimaal_regels_aandeel = \(limit.text) daarvan"
    case .month(let month, let net, let before, let isClosed, let limit):
      "\(month.iso)\(isClosed ? ", een gesloten maand," : "") heeft een saldo van \(euros(net)), na "
        + "\(euros(before)) in de run ervoor; dat scheelt meer dan "
        + "\(Self.key(isClosed)) = \(limit.text)"
    case .findings(let share, let before, let limit):
      "\(share.percent) % van de regels heeft een bevinding, na \(before.percent) % in de run ervoor; "
        + "dat is een toename van meer dan maximaal_bevindingen_toename = \(limit.text)"
    case .noPart(let pattern):
      "geen bestand heet zoals verwacht_delen het verwacht: \(pattern)"
    case .unreadable(let run):
      "latest leidt naar \(run), waarvan deze versie van wmo-etl het manifest niet kan lezen; er is "
        + "dus niets om mee te vergelijken"
    }
  }

  private static func key(_ isClosed: Bool) -> String {
    isClosed ? "gesloten_afwijking" : "maximale_afwijking"
  }

  private func euros(_ cents: Int64) -> String { FigureNotation.plain.digits(cents, decimals: 2) }
}
