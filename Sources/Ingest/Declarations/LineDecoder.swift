/// Decodes the records of one part into lines, up to the look-ups in the municipality's own files.
///
/// What is measured here is the time per field: each field is looked at once, nothing is
/// allocated, and whatever is unusual leaves the fast lane. Why a line is wrong is found out by
/// ``LineDiagnosis``, which must know the same rules as this.
struct LineDecoder {
  let positions: DeclarationPositions
  let fieldCount: Int
  let missing: MissingValues
  let numbers: NumberDecoder
  let dates: DateDecoder
  let restoresZeros: Bool
  private let units = CodeList.unit
  private let categories = CodeList.category

  init(_ part: PreparedPart, configuration: Configuration) {
    positions = DeclarationPositions(part.header)
    fieldCount = part.header.fieldCount
    missing = MissingValues(configuration.missingTexts, dialect: part.dialect)
    numbers = NumberDecoder(part.dialect)
    dates = DateDecoder(part.dialect.dates)
    restoresZeros = configuration.restoresLeadingZeros
  }

  /// A line whose fields all have their types, with its identifiers still as texts.
  struct Decoded {
    var line = DeclarationLine()
    var allocation: Bytes
    var client: Bytes
    var product: Bytes
    var provider: Bytes
    /// Empty where the line has none.
    var reference: Bytes
    /// The reference number that a credit names; empty on debits and where there is none.
    var previousReference: Bytes
  }

  /// Puts the line of a record with the right number of fields into `place`; false when something
  /// about it is wrong, and then `place` is as it was.
  @inline(__always)
  func decode(_ record: Record, into place: UnsafeMutablePointer<Decoded>) -> Bool {
    guard
      let declared = day(record[positions.declared]), let start = day(record[positions.start]),
      let end = day(record[positions.end]), start <= end
    else { return false }
    let allocation = record[positions.allocation].trimmed()
    let client = record[positions.client].trimmed()
    let product = record[positions.product].trimmed()
    let provider = record[positions.provider].trimmed()
    guard isText(allocation, limit: 20), !missing.contains(client), isText(product, limit: 5),
      isAGB(provider)
    else { return false }
    if missing.mayBeDigits, hasMissingDigits(record) { return false }
    var reference = product.slice(0, 0)
    if positions.reference >= 0 {
      let text = record[positions.reference].trimmed()
      if !missing.contains(text) {
        guard isShort(text, limit: 20) else { return false }
        reference = text
      }
    }
    var line = DeclarationLine()
    guard measure(record, into: &line) else { return false }
    var previousReference = product.slice(0, 0)
    if positions.previousReference >= 0 {
      let previous = record[positions.previousReference].trimmed()
      if !missing.contains(previous) {
        guard isShort(previous, limit: 20) else { return false }
        if line.isCredit { previousReference = previous }
      }
    }
    line.declared = declared
    line.start = start
    line.end = end
    place.initialize(
      to: Decoded(
        line: line, allocation: allocation, client: client, product: product, provider: provider,
        reference: reference, previousReference: previousReference))
    return true
  }

  /// Whether a date or the provider is a text that the configuration takes for a missing value.
  @inline(never)
  private func hasMissingDigits(_ record: Record) -> Bool {
    [positions.declared, positions.start, positions.end, positions.provider].contains {
      missing.contains(record[$0].trimmed())
    }
  }

  /// Volume, unit, rate, amount and category.
  @inline(__always)
  private func measure(_ record: Record, into line: inout DeclarationLine) -> Bool {
    let volumeText = record[positions.volume].trimmed()
    let amountText = record[positions.amount].trimmed()
    let unitText = record[positions.unit].trimmed()
    guard !missing.contains(volumeText), let volume = numbers.volume(volumeText),
      !missing.contains(amountText), let amount = numbers.cents(amountText),
      !missing.contains(unitText),
      case .code(let unit) = units.outcome(unitText, restoringZeros: restoresZeros)
    else { return false }
    line.unit = unit
    if positions.rate >= 0 {
      let text = record[positions.rate].trimmed()
      if !missing.contains(text) {
        guard let rate = numbers.rate(text) else { return false }
        line.rate = rate
      }
    }
    if positions.category >= 0 {
      let text = record[positions.category].trimmed()
      if !missing.contains(text) {
        guard
          case .code(let category) =
            categories.outcome(text, restoringZeros: restoresZeros)
        else { return false }
        line.category = category
      }
    }
    if positions.debitCredit >= 0 {
      let mark = record[positions.debitCredit].trimmed()
      guard mark.count == 1, !missing.contains(mark), volume >= 0, amount >= 0 else { return false }
      switch asciiLowered(mark[0]) {
      case UInt8(ascii: "d"): line.isCredit = false
      case UInt8(ascii: "c"): line.isCredit = true
      default: return false
      }
      line.cents = line.isCredit ? -amount : amount
      line.volume = line.isCredit ? -volume : volume
    } else {
      line.isCredit = amount < 0 || (amount == 0 && volume < 0)
      line.cents = amount
      // Exports differ in whether a credit's volume carries the sign too.
      line.volume = line.isCredit ? -abs(volume) : abs(volume)
    }
    return true
  }

  /// A date in the range of declarations.
  @inline(__always)
  func day(_ value: Bytes) -> Int32? {
    let text = value.trimmed()
    guard let day = dates.day(text), day >= DeclarationDays.first, day <= DeclarationDays.last
    else { return nil }
    return day
  }

  /// A needed text of at most `limit` characters.
  @inline(__always)
  private func isText(_ value: Bytes, limit: Int) -> Bool {
    !missing.contains(value) && isShort(value, limit: limit)
  }

  /// At most `limit` Unicode scalars.
  @inline(__always)
  func isShort(_ value: Bytes, limit: Int) -> Bool {
    value.count <= limit || (value.count <= 4 * limit && value.scalarCount <= limit)
  }

  /// Eight digits, or fewer where lost zeros are restored.
  @inline(__always)
  func isAGB(_ value: Bytes) -> Bool {
    guard value.count == 8 || (restoresZeros && value.count > 0 && value.count < 8) else {
      return false
    }
    return EightBytes(rightAligned: value).number(digits: value.count) != nil
  }
}
