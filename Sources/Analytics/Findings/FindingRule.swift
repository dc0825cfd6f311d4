import Ingest

/// A rule for accepted lines (level `bevinding`); each has a file of its own in `Rules`.
protocol FindingRule: SendableMetatype {
  static var rule: Rule { get }
  /// Its place in ``FindingRules/all`` and in a ``RuleSet``.
  static var bit: Int { get }
  /// The lines of which its hits are a share.
  static var denominator: Denominator { get }
  /// Whether the files are given that it needs.
  static func isAssessed(_ context: RuleContext) -> Bool
}

extension FindingRule {
  static var denominator: Denominator { .applied }

  static func isAssessed(_ context: RuleContext) -> Bool { true }
}

/// Lines of which the hits of a rule are a share (`noemer`).
enum Denominator {
  /// Those to which the rule could be applied.
  case applied
  /// All accepted lines.
  case accepted
  /// The accepted lines in the reporting window.
  case inWindow
  /// Credits that name a reference number.
  case creditsNaming
  /// Credits that name the number of a debit that is there.
  case creditsMatched
}
