/// A line of the municipality's budget (begroting).
public struct BudgetLine: Sendable {
  public var year: Int
  public var kind: ProvisionKind?
  /// The name of a product group, as given.
  public var group: String?
  /// In cents; an amount in thousands of euros is multiplied out.
  public var cents: Int64

  public init(year: Int, kind: ProvisionKind?, group: String?, cents: Int64) {
    self.year = year
    self.kind = kind
    self.group = group
    self.cents = cents
  }
}
