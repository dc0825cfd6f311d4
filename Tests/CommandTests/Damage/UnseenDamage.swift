import Ingest

/// Damage that leaves a sound delivery behind, so that nothing in it tells of what it was before.
///
/// The list is short, and each entry says why no reader of the files alone could know.
enum UnseenDamage: String {
  /// A valid value became another valid one: a digit of an amount without a rate, of a year of birth.
  /// What it was is nowhere written down a second time.
  case otherValue
  /// Whole lines are gone, with their line ends. No file says how many it has.
  case lostLines
  /// A line is there twice in a file without a key, where two equal rows mean two subsidies, two
  /// budget lines.
  case doubledWithoutKey
  /// An optional column is empty or has a name that is not like its own: it is as if the file had
  /// never had it, which the contract allows.
  case optionalColumn
  /// Contracts or personal budgets have another name. What looks like one of these two is told in a
  /// note alone, since old folders may hold such files.
  case optionalFile

  /// Whether a damage is one of these; nil where the files tell of it.
  init?(_ damaged: DamagedFiles, from files: [String: [UInt8]]) {
    guard let kind = FileKind.allCases.first(where: { "\($0.name).csv" == damaged.name }),
      let before = files[damaged.name]
    else { return nil }
    // A file that was renamed or compressed has nothing under its own name.
    let after = damaged.files[damaged.name] ?? []
    switch damaged.damage {
    case .renamedColumn, .emptiedColumn:
      guard let column = kind.columns.first(where: { $0.name == damaged.column }),
        !column.isNeeded
      else { return nil }
      self = .optionalColumn
    case .doubledLine:
      guard [.subsidies, .rates, .budget].contains(kind) else { return nil }
      self = .doubledWithoutKey
    case .lostLine, .cutEnd:
      // Whole lines: what is left ends with a line end and has its header.
      guard after.last == 0x0A, Self.firstLine(after) == Self.firstLine(before) else { return nil }
      self = .lostLines
    case .flippedByte, .insertedQuote:
      guard Self.isOneValueOther(before, after) else { return nil }
      self = .otherValue
    case .renamedFile:
      guard [.contracts, .personalBudgets].contains(kind) else { return nil }
      self = .optionalFile
    case .joinedLines, .damagedMember:
      return nil
    }
  }

  private static func firstLine(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
    bytes.prefix { $0 != 0x0A }
  }

  /// Whether two texts of the same rows and fields differ in one value below the header.
  private static func isOneValueOther(_ before: [UInt8], _ after: [UInt8]) -> Bool {
    let (before, after) = (DamagedFiles.rows(before), DamagedFiles.rows(after))
    guard before.count == after.count, before[0] == after[0] else { return false }
    let rows = zip(before, after).filter { $0 != $1 }
    guard rows.count == 1, rows[0].0.count == rows[0].1.count else { return false }
    return zip(rows[0].0, rows[0].1).count { $0 != $1 } == 1
  }
}
