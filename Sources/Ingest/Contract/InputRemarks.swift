/// What reading the input brings to light besides its data, in the order of reading.
public struct InputRemarks: Sendable, Equatable {
  /// Facts for the manifest, in English: how a file was read, what in it was skipped.
  public private(set) var notes: [String] = []
  /// What a reader of the figures must know.
  public private(set) var warnings: [RunWarning] = []

  public init() {}

  public mutating func note(_ note: String) { notes.append(note) }

  public mutating func warn(_ warning: RunWarning) { warnings.append(warning) }

  public static func + (a: InputRemarks, b: InputRemarks) -> InputRemarks {
    var sum = a
    sum.notes += b.notes
    sum.warnings += b.warnings
    return sum
  }
}
