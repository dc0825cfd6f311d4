import Ingest

/// A line in the window whose concern's net is below 0 in one of its three markets of
/// `concentratie`; see ``ConcernsBelowZero``.
enum R219: FindingRule {
  static let rule = Rule.concernBelowZero
  static let bit = 18
  static let denominator = Denominator.inWindow
}
