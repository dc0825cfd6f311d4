/// `[publicatie]`: how a publication edition hides and rounds, with the contract's defaults.
public struct PublicationParameters: Sendable, Equatable {
  /// `drempel`: the smallest number of clients that may be seen, 3 or more.
  public var threshold: Int64 = 10
  /// `afronden_aantal`: counts are rounded to multiples of it; 1 is exact; at most the threshold.
  public var countBase: Int64 = 5
  /// `afronden_bedrag`: amounts are rounded to multiples of so many whole euros; 0 is to the cent.
  public var amountBaseEuros: Int64 = 100
  /// `p`: how near, in percent, nobody may come to an amount at risk.
  public var percent: Int64 = 20
  /// `aanbieders`
  public var providerNames = ProviderNames.name

  public init() {}

  /// How an edition calls concerns.
  public enum ProviderNames: String, CaseIterable, Sendable {
    case name = "naam"
    /// `aanbieder 1`, …: by their rank in the market of the row.
    case rank = "rang"
  }

  /// The multiple to which amounts are rounded, in cents.
  public var amountBase: Int64 { max(1, amountBaseEuros * 100) }
}
