public import Foundation
public import Ingest

/// What a run's manifest says of it, as far as a report shows it to readers.
///
/// It is always read from the manifest, also while the run is being published: so a report that is
/// made later from the published run says the same.
public struct RunAccount: Sendable, Equatable {
  /// The first eight hex digits of the hash over the inputs and the configuration.
  ///
  /// It stands for the run in every report. The run's name would add the time at which it was made,
  /// and the same input would give other bytes.
  public let hash: String
  /// The run's name; nil but in a publication edition, which names its run and no hash.
  public var name: String?
  /// What readers of the figures must know first, in English and in Dutch, one for one.
  public let warnings: [String]
  public let dutchWarnings: [String]
  public let ladder: LadderAccount
  /// What the annex says of months; nil where the manifest does not tell.
  public private(set) var months: MonthAccount?
  /// The chapters that the annex shows; all of them where the manifest names none.
  public var chapters = AnnexChapter.allCases
  /// The period that the window is compared with; nil where there is none.
  public var comparison: ClosedRange<Day>?
  /// The day after which nothing that was declared or allocated counts; nil where all of it does.
  public var referenceDay: Day?
  /// Seconds since 1970 that stand for the time of making; see ``Report/moment``.
  public var sourceDate: Int?

  public init(
    hash: String = "", warnings: [String] = [], dutchWarnings: [String] = [],
    ladder: LadderAccount = LadderAccount(), sourceDate: Int? = nil
  ) {
    self.hash = hash
    self.warnings = warnings
    self.dutchWarnings = dutchWarnings
    self.ladder = ladder
    self.sourceDate = sourceDate
  }

  /// Reads a `manifest.json`. Throws a `DecodingError` when it is none of this program.
  public init(manifest bytes: Data) throws {
    let written = try JSONDecoder().decode(WrittenManifest.self, from: bytes)
    self.init(
      hash: written.hash, warnings: written.warnings, dutchWarnings: written.waarschuwingen,
      ladder: written.ladder)
    months = written.configuration?.months
    if let chosen = written.configuration?.chapters { chapters = chosen }
    comparison = written.configuration?.comparison
    referenceDay = written.configuration?.referenceDay
  }

  /// What a report calls the run.
  var runText: String { name ?? hash }

  private struct WrittenManifest: Decodable {
    let hash: String
    let warnings: [String]
    let waarschuwingen: [String]
    let ladder: LadderAccount
    let configuration: WrittenConfiguration?
  }

  private struct WrittenConfiguration: Decodable {
    let months: MonthAccount
    let chapters: [AnnexChapter]?
    let comparison: ClosedRange<Day>?
    let referenceDay: Day?

    init(from decoder: any Decoder) throws {
      months = try MonthAccount(from: decoder)
      let written = try decoder.container(keyedBy: CodingKeys.self)
      chapters = try written.decodeIfPresent([AnnexChapter].self, forKey: .chapters)
      let ends = try written.decodeIfPresent([String: String?].self, forKey: .comparison) ?? [:]
      let days = ["van", "tot_en_met"].compactMap { (ends[$0] ?? nil).flatMap { Day(isoText: $0) } }
      comparison = days.count == 2 && days[0] <= days[1] ? days[0]...days[1] : nil
      referenceDay = try written.decodeIfPresent(String.self, forKey: .referenceDay)
        .flatMap { Day(isoText: $0) }
    }

    private enum CodingKeys: String, CodingKey {
      case chapters = "hoofdstukken"
      case comparison = "vergelijking"
      case referenceDay = "peildatum"
    }
  }
}

/// The reconciliation ladder of a manifest; amounts in cents.
public struct LadderAccount: Sendable, Equatable, Decodable {
  /// Of all files, as they lie on the disk.
  public var diskBytes = 0
  public var lines = Lines()
  /// Of declarations, decompressed.
  public var bytes = 0
  public var records = 0
  public var blank = 0
  public var header = 0
  /// Lines by the code of the rule that rejects them, zeros included.
  public var rejected: [String: Int] = [:]
  /// Those declared after the reference date among them.
  public var accepted = 0
  /// Accepted lines that are declared after the reference date; nil without one.
  public var later: Part?
  public var debit: Int64 = 0
  public var credit: Int64 = 0
  public var net: Int64 = 0
  public var inWindow = Part()
  public var outsideWindow = Part()

  public init() {}

  public var rejectedCount: Int { rejected.values.reduce(0, +) }

  /// The physical lines of all files.
  public struct Lines: Sendable, Equatable, Decodable {
    public var all = 0
    /// Inside records, behind their first lines.
    public var insideValues = 0

    public init() {}

    private enum CodingKeys: String, CodingKey {
      case all
      case insideValues = "inside_values"
    }
  }

  /// The accepted lines on one side of the window's border.
  public struct Part: Sendable, Equatable, Decodable {
    public var lines = 0
    public var net: Int64 = 0

    public init() {}
  }

  private enum CodingKeys: String, CodingKey {
    case lines, bytes, records, blank, header, rejected, accepted, debit, credit, net
    case diskBytes = "disk_bytes"
    case later = "na_peildatum"
    case inWindow = "in_window"
    case outsideWindow = "outside_window"
  }
}

extension Report {
  /// The time that stands in files which must name one, in seconds since 1970-01-01T00:00:00Z.
  ///
  /// `SOURCE_DATE_EPOCH` when it is set. Else the input decides, for the same input must give the
  /// same bytes: the last day of the window, at a second that follows from the run's hash.
  public var moment: Int {
    if let sourceDate = account.sourceDate { return sourceDate }
    let secondsPerDay = 86_400
    // Without a window: the first day that Excel and ZIP both know as a date.
    let day = period?.days.upperBound ?? Month(year: 1980, month: 1).firstDay
    return Int(day.number) * secondsPerDay + (Int(account.hash, radix: 16) ?? 0) % secondsPerDay
  }
}

/// What a manifest's configuration says of months: the gap that a spell bridges, and the window in
/// which sequences are looked for.
public struct MonthAccount: Sendable, Equatable, Decodable {
  public let gapMonths: Int
  /// Nil ends are those of the data.
  public let sequenceFrom: Day?
  public let sequenceTo: Day?

  public init(gapMonths: Int, sequenceFrom: Day? = nil, sequenceTo: Day? = nil) {
    self.gapMonths = gapMonths
    self.sequenceFrom = sequenceFrom
    self.sequenceTo = sequenceTo
  }

  public init(from decoder: any Decoder) throws {
    let written = try decoder.container(keyedBy: CodingKeys.self)
    gapMonths = try written.decode(Int.self, forKey: .gapMonths)
    let window = try written.decode([String: String?].self, forKey: .sequence)
    sequenceFrom = (window["van"] ?? nil).flatMap { Day(isoText: $0) }
    sequenceTo = (window["tot_en_met"] ?? nil).flatMap { Day(isoText: $0) }
  }

  private enum CodingKeys: String, CodingKey {
    case gapMonths = "tussenpoos_maanden"
    case sequence = "opvolging"
  }
}
