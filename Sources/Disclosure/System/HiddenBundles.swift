public import Analytics

/// The bundles that an edition hides, each with the reason, which is internal.
public struct HiddenBundles: Sendable, Equatable {
  /// Why a bundle is hidden.
  public enum Reason: String, Sendable {
    /// One of its figures is at risk.
    case atRisk = "risico"
    /// It protects others.
    case protecting = "bescherming"
    /// A former edition of the same window hides it.
    case formerly = "eerder verborgen"
  }

  public private(set) var reasons: [BundleName: Reason]

  public init(_ reasons: [BundleName: Reason] = [:]) {
    self.reasons = reasons
  }

  public func contains(_ name: BundleName) -> Bool { reasons[name] != nil }

  /// Byte-wise by name.
  public var sorted: [(name: BundleName, reason: Reason)] {
    reasons.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}
