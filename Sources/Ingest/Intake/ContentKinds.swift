/// What tables are by what their columns hold, where their headers do not tell.
struct ContentKinds {
  private let tables: [TableProfile]

  init(_ tables: [TableProfile]) {
    self.tables = tables
  }

  /// The kinds that a table may be, each with what tells so.
  func kinds(of table: TableProfile) -> [(kind: FileKind, reason: String)] {
    let columns = table.columns.filter { !$0.isEmpty }
    guard table.rowCount >= 2 else { return [] }
    func looking(_ shape: ColumnShape) -> [ColumnProfile] {
      columns.filter { (shape.share(in: $0) ?? 0) >= 0.9 }
    }
    let dates = columns.filter { $0.shareOfDates >= 0.9 && $0.filledCount * 10 >= table.rowCount }
    let codes = looking(.agb)
    let amounts = columns.filter { Self.isAmount($0) && $0.filledCount * 2 > table.rowCount }
    let frequencies = looking(.frequency).filter { !$0.isKey && $0.distinct.count <= 6 }
    let keys = looking(.identifier).filter { $0.isKey && !Self.isAmount($0) }
    let names = looking(.text)

    if !looking(.provisionKind).isEmpty, !keys.isEmpty, dates.isEmpty {
      return [(.products, "codes with descriptions and kinds of provision")]
    }
    if dates.count >= 2, !amounts.isEmpty, columns.count >= 8 {
      return [(.declarations, "\(dates.count) columns of dates, and amounts")]
    }
    if !dates.isEmpty, amounts.isEmpty, !frequencies.isEmpty {
      return [(.allocations, "dates and frequencies, and no amount")]
    }
    if dates.count >= 1, !amounts.isEmpty, columns.count < 8,
      looking(.identifier).contains(where: { isKeyElsewhere($0, than: table) })
    {
      return [(.rates, "amounts with dates from which they hold")]
    }
    if dates.isEmpty, let key = codes.first(where: \.isKey), !names.isEmpty,
      occursElsewhere(key, than: table)
    {
      return [(.providers, "8 digits that occur in another file, with names")]
    }
    if amounts.isEmpty, !keys.isEmpty, columns.contains(where: Self.isYearOfBirth) {
      return [(.clients, "years of birth, one row each")]
    }
    let districts = looking(.district).filter { !Self.isAmount($0) && $0.distinct.count >= 2 }
    if dates.isEmpty, !districts.isEmpty, !names.isEmpty,
      columns.contains(where: Self.isInhabitants)
    {
      return [(.districts, "codes of six digits with names and inhabitants")]
    }
    return []
  }

  /// Whether nearly all values, which are no years, are in a column of another file that has each of
  /// them once.
  private func isKeyElsewhere(_ column: ColumnProfile, than table: TableProfile) -> Bool {
    guard !Self.isAmount(column), (ColumnShape.year.share(in: column) ?? 0) < 0.9 else {
      return false
    }
    return tables.contains { other in
      other.name != table.name
        && other.columns.contains { $0.isKey && column.isContained(in: $0) >= 0.9 }
    }
  }

  private func occursElsewhere(_ column: ColumnProfile, than table: TableProfile) -> Bool {
    tables.contains { other in
      other.name != table.name
        && other.columns.contains { !$0.distinct.isDisjoint(with: column.distinct) }
    }
  }

  /// Numbers, of which some have decimals.
  static func isAmount(_ column: ColumnProfile) -> Bool {
    guard column.shareOfNumbers >= 0.9, column.shareOfDates < 0.5 else { return false }
    let found = column.numbers.compactMap { $0 }
    let decimals = column.share { value in
      value.count > 3
        && (value[value.count - 3] == UInt8(ascii: ",")
          || value[value.count - 3] == UInt8(ascii: "."))
    }
    return !found.isEmpty && (decimals ?? 0) >= 0.3
  }

  static func isYearOfBirth(_ column: ColumnProfile) -> Bool {
    let dates = column.days.compactMap { $0 }.map { Day(number: $0).year }
    let years =
      dates.isEmpty
      ? column.values.filter { !$0.isEmpty }.compactMap { $0.withBytes { ColumnShape.year($0) } }
      : dates
    let filled = column.filledRows.count
    guard filled > 0, years.count * 10 >= filled * 9, let first = years.min() else { return false }
    return first < 1985 && Set(years).count >= min(5, filled)
  }

  /// Whole numbers of some size.
  private static func isInhabitants(_ column: ColumnProfile) -> Bool {
    guard column.shareOfNumbers >= 0.9 else { return false }
    let found = column.numbers.compactMap { $0 }
    let large = found.count { $0 >= 100 * 10_000 && $0 % 10_000 == 0 && $0 / 10_000 != 2_000 }
    return large * 2 > found.count && (ColumnShape.year.share(in: column) ?? 0) < 0.9
      && (ColumnShape.district.share(in: column) ?? 0) < 0.9
  }
}
