/// Why a line is rejected, and at which column: `column` nil where the rule names none.
struct Rejection {
  let rule: RejectRule
  let column: DeclarationColumn?
}

/// Finds the one reason for which a line is rejected: the first rule of the contract's order that
/// applies, at its first column in the contract's order. The slow lane of ``LineDecoder``.
struct LineDiagnosis<Fields: DeclarationFields> {
  private let decoder: LineDecoder
  private let fields: Fields

  init(_ decoder: LineDecoder, _ fields: Fields) {
    self.decoder = decoder
    self.fields = fields
  }

  /// The reason why ``LineDecoder`` gave no line.
  var rejection: Rejection {
    if let column = firstColumn(where: isMissing) {
      return Rejection(rule: .missingValue, column: column)
    }
    if let column = firstInvalid { return Rejection(rule: .invalidValue, column: column) }
    if let column = firstColumn(where: isNegative) {
      return Rejection(rule: .negativeAmount, column: column)
    }
    if let start = decoder.day(value(.start)), let end = decoder.day(value(.end)), start > end {
      return Rejection(rule: .endBeforeBegin, column: .start)
    }
    let column = firstColumn { code($0, is: .unknown) }
    return Rejection(rule: .unknownCode, column: column)
  }

  /// The first column whose value does not have the form of its type.
  var firstInvalid: DeclarationColumn? { firstColumn(where: isInvalid) }

  private func firstColumn(where condition: (DeclarationColumn) -> Bool) -> DeclarationColumn? {
    DeclarationColumn.allCases.first { column in
      fields.has(column) && condition(column)
    }
  }

  private func value(_ column: DeclarationColumn) -> Bytes {
    fields[column].trimmed()
  }

  private func isMissing(_ column: DeclarationColumn) -> Bool {
    // In the column that tells debit from credit an empty cell tells nothing.
    let isNeeded =
      FileKind.declarations.columns[column.rawValue].isNeeded || column == .debitCredit
    return isNeeded && decoder.missing.contains(value(column))
  }

  private func isInvalid(_ column: DeclarationColumn) -> Bool {
    let text = value(column)
    guard !decoder.missing.contains(text) else { return false }
    guard text.count <= LineDecoder.valueLimit,
      ValueFlaw(text, isIdentifier: column.isIdentifier) == nil
    else { return true }
    switch column {
    case .reference, .previousReference, .allocation: return !decoder.isShort(text, limit: 20)
    case .product: return !decoder.isShort(text, limit: 5)
    case .declarationNumber, .client: return false
    case .declared, .start, .end: return decoder.day(text) == nil
    case .provider: return !decoder.isAGB(text)
    case .category, .unit: return code(column, is: .malformed)
    case .volume: return decoder.numbers.volume(text) == nil
    case .rate: return decoder.numbers.rate(text) == nil
    case .amount: return decoder.numbers.cents(text) == nil
    case .debitCredit: return decoder.signs.isCredit(text) == nil
    }
  }

  private func isNegative(_ column: DeclarationColumn) -> Bool {
    guard fields.has(.debitCredit) else { return false }
    switch column {
    case .volume: return decoder.numbers.volume(value(column)) ?? 0 < 0
    case .amount: return decoder.numbers.cents(value(column)) ?? 0 < 0
    default: return false
    }
  }

  private func code(_ column: DeclarationColumn, is outcome: CodeList.Outcome) -> Bool {
    let text = value(column)
    guard !decoder.missing.contains(text) else { return false }
    switch column {
    case .unit:
      return CodeList.unit.outcome(text, restoringZeros: decoder.restoresZeros) == outcome
    case .category:
      return CodeList.category.outcome(text, restoringZeros: decoder.restoresZeros) == outcome
    default: return false
    }
  }
}
