/// How many rows of one file find no partner in another one.
public struct JoinCount: Sendable {
  let file: FileKind
  let column: String
  let partner: FileKind
  public var rows = 0
  public var unmatched = 0

  public init(_ file: FileKind, _ column: String, _ partner: FileKind) {
    self.file = file
    self.column = column
    self.partner = partner
  }

  public mutating func add(isMatched: Bool) {
    rows += 1
    if !isMatched { unmatched += 1 }
  }

  /// Fewer rows than this say nothing of a whole file.
  private static let fewest = 5

  /// Nine in ten without partner: the two files seldom belong together.
  public var isSuspicious: Bool { rows >= Self.fewest && unmatched * 10 >= rows * 9 }

  /// A note of those without partner, and a warning where they are nearly all.
  public func tell(_ remarks: inout InputRemarks) {
    guard unmatched > 0 else { return }
    if isSuspicious {
      remarks.warn(
        .unmatched(file: file, column: column, partner: partner, rows: unmatched, of: rows))
    } else {
      remarks.note(
        "\(file.name): \(unmatched) of \(rows) rows have a '\(column)' that is not in \(partner.name)"
      )
    }
  }
}
