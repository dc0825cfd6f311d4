public import Ingest

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
