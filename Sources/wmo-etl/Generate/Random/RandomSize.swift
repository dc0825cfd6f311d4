/// How large and how dirty a random municipality is.
struct RandomSize {
  var lines: Int
  var allocations: Int
  var seed: UInt64
  /// The share of lines that break a rule, about; 0 for none.
  var dirty = 0.0
  /// The share of fields of `declaraties` in quotes.
  var quoted = 0.0

  var providers: Int { min(150, max(8, allocations / 20)) }

  /// With `--dirty`: every rule needs lines and an allocation of its own.
  static let fewestDirtyLines = 400
  static let fewestDirtyAllocations = 100
}
