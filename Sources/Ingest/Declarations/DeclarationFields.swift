/// The columns of declaraties in the contract's order.
enum DeclarationColumn: Int, CaseIterable {
  case reference, previousReference, declarationNumber, declared, provider, client, allocation
  case category, product, start, end, volume, unit, rate, amount, debitCredit

  /// The name in the contract.
  var name: String { FileKind.declarations.columns[rawValue].name }

  /// Whether its values are identifiers as somebody made them up.
  var isIdentifier: Bool {
    switch self {
    case .reference, .previousReference, .declarationNumber, .provider, .client, .allocation,
      .product:
      true
    case .declared, .category, .start, .end, .volume, .unit, .rate, .amount, .debitCredit: false
    }
  }
}

/// One declaration line as its input has it: what stands in each column, in UTF-8.
///
/// The seam between input formats and all that follows: another format is one conformance, and a
/// ``LineOrigin`` that knows where its lines stand.
protocol DeclarationFields {
  func has(_ column: DeclarationColumn) -> Bool
  /// The value of a column that the input has, as it stands there.
  subscript(column: DeclarationColumn) -> Bytes { get }
}

/// Where the lines of some batches stand.
protocol LineOrigin: AnyObject {
  /// Counts the chunks of all parts from 0.
  var chunkIndex: Int { get }
  func place(of record: Int) -> LinePlace
  /// Appends the beginning of a record's ``CanonicalText``.
  func appendText(of record: Int, _ extent: CanonicalText.Extent, to text: inout [UInt8])
}

/// What parts lines in the contract's canonical order that agree in dates and debit or credit: the
/// other columns in the contract's order, trimmed, missing as empty, zeros restored, each ended by
/// a zero byte.
///
/// No accepted value holds a zero byte, so comparing two such texts byte-wise compares them column
/// by column.
public enum CanonicalText {
  /// How many columns are needed.
  public enum Extent: Sendable {
    /// The reference number.
    case reference
    /// The reference number and the one that it names.
    case references
    /// Up to the AGB code, or all where the line has no reference number: enough between accepted
    /// lines, of which no two have provider and number in common.
    case accepted
    /// All columns.
    case full
  }

  private static let columns: [DeclarationColumn] = DeclarationColumn.allCases.filter {
    ![.declared, .start, .end].contains($0)
  }
  private static let referenceCount = 2
  private static let acceptedCount = 4

  static func append<Fields: DeclarationFields>(
    _ fields: Fields, _ decoder: LineDecoder, _ extent: Extent, to text: inout [UInt8]
  ) {
    let start = text.count
    for (number, column) in columns.enumerated() {
      if number == 1, extent == .reference { return }
      if number == referenceCount, extent == .references { return }
      if number == acceptedCount, extent == .accepted, text[start] != 0 { return }
      append(column, fields, decoder, to: &text)
      text.append(0)
    }
  }

  private static func append<Fields: DeclarationFields>(
    _ column: DeclarationColumn, _ fields: Fields, _ decoder: LineDecoder, to text: inout [UInt8]
  ) {
    guard fields.has(column) else { return }
    let value = fields[column].trimmed()
    if decoder.missing.contains(value) { return }
    if decoder.restoresZeros {
      switch column {
      case .provider: return text.append(contentsOf: value.restoringZeros(width: 8).utf8)
      case .category where value.count == 1, .unit where value.count == 1:
        return text.append(contentsOf: value.restoringZeros(width: 2).utf8)
      default: break
      }
    }
    text.append(contentsOf: value.buffer)
  }
}

/// The part of the canonical order that dates and debit or credit decide, as one number.
public struct CanonicalDate: Sendable, Hashable, Comparable {
  private let number: UInt64

  public init(_ line: DeclarationLine) {
    self.init(
      declared: line.declared, start: line.start, end: line.end, isCredit: line.isCredit)
  }

  public init(declared: Int32, start: Int32, end: Int32, isCredit: Bool) {
    func day(_ number: Int32) -> UInt64 { UInt64(number - DeclarationDays.first) }
    number = day(declared) << 33 | day(start) << 17 | day(end) << 1 | (isCredit ? 1 : 0)
  }

  public var isCredit: Bool { number & 1 == 1 }

  public static func < (a: CanonicalDate, b: CanonicalDate) -> Bool { a.number < b.number }
}
