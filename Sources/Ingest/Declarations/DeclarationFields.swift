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
