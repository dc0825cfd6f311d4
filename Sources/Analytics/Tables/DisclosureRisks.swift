/// What only a run knows of the persons behind its amounts, kept for its publication edition
/// (`risico.json`). Internal: it never leaves the building.
public struct DisclosureRisks: Sendable, Equatable {
  /// The product group of every product with an invoiced placement, by product code.
  public let productGroups: [ProductGroup]
  /// The largest clients of every bundle with an amount.
  public let amounts: [BundleName: LargestClients]

  public init(productGroups: [ProductGroup], amounts: [BundleName: LargestClients]) {
    self.productGroups = productGroups
    self.amounts = amounts
  }

  /// Sorted byte-wise by code, each once.
  public struct ProductGroup: Sendable, Equatable {
    public let code: String
    public let group: String

    public init(code: String, group: String) {
      self.code = code
      self.group = group
    }
  }

  /// The two largest clients of a figure and the sum of all, each as the absolute value of the
  /// client's net in it, in cents.
  public struct LargestClients: Sendable, Equatable {
    public private(set) var largest: Int64
    public private(set) var second: Int64
    public private(set) var sum: Int64

    /// Of no client, unless others are given.
    public init(largest: Int64 = 0, second: Int64 = 0, sum: Int64 = 0) {
      self.largest = largest
      self.second = second
      self.sum = sum
    }

    /// Adds a client, by the net in the figure.
    mutating func add(_ net: Int64) {
      rank(abs(net))
      sum += abs(net)
    }

    /// Adds clients that are not among these.
    mutating func add(_ others: LargestClients) {
      rank(others.largest)
      rank(others.second)
      sum += others.sum
    }

    private mutating func rank(_ cents: Int64) {
      guard cents > second else { return }
      second = min(cents, largest)
      largest = max(cents, largest)
    }
  }
}
