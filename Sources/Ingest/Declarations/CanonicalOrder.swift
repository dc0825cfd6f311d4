/// The order of lines where a rule speaks of earlier, later or second (inputs.md): declaration
/// date, product period, debit before credit, then the other columns byte-wise.
struct CanonicalOrder: Comparable {
  private let declared, start, end: Int32
  private let isCredit: Bool
  /// The columns that are not compared as dates, trimmed, missing as empty, zeros restored.
  let columns: [[UInt8]]

  static let referenceColumn = 0
  private static let compared: [DeclarationColumn] = DeclarationColumn.allCases.filter {
    ![.declared, .start, .end].contains($0)
  }

  init(_ line: DeclarationLine, _ record: Record, _ decoder: LineDecoder) {
    declared = line.declared
    start = line.start
    end = line.end
    isCredit = line.isCredit
    columns = Self.compared.map { column in
      let position = decoder.positions.all[column.rawValue]
      guard position >= 0 else { return [] }
      let value = record[position].trimmed()
      if decoder.missing.contains(value) { return [] }
      guard decoder.restoresZeros else { return Array(value.buffer) }
      switch column {
      case .provider: return Array(value.restoringZeros(width: 8).utf8)
      case .category, .unit:
        return value.count == 1
          ? Array(value.restoringZeros(width: 2).utf8) : Array(value.buffer)
      default: return Array(value.buffer)
      }
    }
  }

  static func < (a: CanonicalOrder, b: CanonicalOrder) -> Bool {
    if a.declared != b.declared { return a.declared < b.declared }
    if a.start != b.start { return a.start < b.start }
    if a.end != b.end { return a.end < b.end }
    if a.isCredit != b.isCredit { return b.isCredit }
    for (left, right) in zip(a.columns, b.columns) where left != right {
      return left.lexicographicallyPrecedes(right)
    }
    return false
  }
}
