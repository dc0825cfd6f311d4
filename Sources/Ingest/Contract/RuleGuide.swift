/// What a person needs to know of a rule beside its title: for `wmo-etl explain` and docs/rules.md.
public struct RuleGuide: Sendable {
  /// What the rule means, in Dutch.
  public let dutch: String
  /// The columns that it reads; `bestand.kolom` for a file other than declaraties.
  public let columns: [String]
  /// A line that breaks it, in Dutch.
  public let example: String
  /// What to do about it, in Dutch.
  public let advice: String

  init(_ dutch: String, columns: [String], example: String, advice: String) {
    self.dutch = dutch
    self.columns = columns
    self.example = example
    self.advice = advice
  }
}

extension Rule {
  /// The rule's guide; every rule of ``all`` has one.
  public var guide: RuleGuide? {
    RuleGuide.rejects[code] ?? RuleGuide.findings[code] ?? RuleGuide.orders[code]
      ?? RuleGuide.stops[code]
  }
}
