/// Decodes the fields of one part into lines, up to the look-ups in the municipality's own files.
///
/// What is measured here is the time per field. Nothing is allocated; a field is first taken for
/// what it nearly always is (digits, without blanks around them), and whatever is unusual leaves
/// the fast lane. The columns of a ``LineHead`` are decoded where they change only. Why a line is
/// wrong is found out by ``LineDiagnosis``, which must know the same rules as this.
///
/// A class, so that handing it on copies no references to its tables.
final class LineDecoder {
  let missing: MissingValues
  let numbers: NumberDecoder
  let dates: DateDecoder
  let restoresZeros: Bool
  let signs: DebitCreditSigns
  /// Whether a number may mean "no value", so that none can be taken for one at once.
  private let distrustsNumbers: Bool
  /// Values longer than this are no values; a field may hold up to 64 MiB.
  static let valueLimit = 1 << 20

  private let units = CodeList.unit
  private let categories = CodeList.category

  init(_ dialect: Dialect, signs: DebitCreditSigns, configuration: Configuration) {
    missing = MissingValues(configuration.missingTexts, dialect: dialect)
    numbers = NumberDecoder(dialect)
    dates = DateDecoder(dialect.dates)
    restoresZeros = configuration.restoresLeadingZeros
    self.signs = signs
    distrustsNumbers = missing.mayBeNumber
  }

  /// The head of a line; nil when something about it is wrong.
  @inline(__always)
  func head<Fields: DeclarationFields>(_ fields: Fields) -> LineHead? {
    guard let declared = day(fields[.declared]) else { return nil }
    let allocation = fields[.allocation].trimmed()
    let client = fields[.client].trimmed()
    let product = fields[.product].trimmed()
    let provider = fields[.provider].trimmed()
    guard isText(allocation, limit: 20), !missing.contains(client), isText(product, limit: 5),
      isAGB(provider), !missing.contains(provider), let unit = unit(fields[.unit]),
      let rate = rate(fields)
    else { return nil }
    var category: UInt8 = 0
    if fields.has(.category) {
      let text = fields[.category].trimmed()
      if !missing.contains(text) {
        guard case .code(let code) = categories.outcome(text, restoringZeros: restoresZeros)
        else { return nil }
        category = code
      }
    }
    return LineHead(
      allocation: allocation, client: client, product: product, provider: provider,
      declared: declared, category: category, unit: unit, rate: rate,
      referenceSeed: ReferenceKey.seed(provider: provider))
  }

  /// Decodes what a line does not share with its head into `place`; false when something about
  /// it is wrong.
  @inline(__always)
  func decode<Fields: DeclarationFields>(
    _ fields: Fields, _ head: LineHead, into place: LineTarget
  ) -> Bool {
    guard let start = day(fields[.start]), let end = day(fields[.end]),
      start <= end, let volume = volume(fields[.volume]),
      let amount = amount(fields[.amount]),
      let isCredit = isCredit(fields, volume, amount),
      let own = reference(fields, .reference),
      let named = reference(fields, .previousReference)
    else { return false }
    var line = DeclarationLine()
    line.declared = head.declared
    line.category = head.category
    line.start = start
    line.end = end
    line.unit = head.unit
    line.rate = head.rate
    line.isCredit = isCredit
    if fields.has(.debitCredit) {
      line.cents = isCredit ? -amount : amount
      line.volume = isCredit ? -volume : volume
    } else {
      line.cents = amount
      // Exports differ in whether a credit's volume carries the sign too.
      line.volume = isCredit ? -abs(volume) : abs(volume)
    }
    place.line.initialize(to: line)
    place.referenceHash.initialize(to: ReferenceKey.hash(own, seed: head.referenceSeed))
    place.namedHash.initialize(
      to: isCredit ? ReferenceKey.hash(named, seed: head.referenceSeed) : 0)
    return true
  }

  /// Whether a line is a credit; nil where that is not to be told.
  @inline(__always)
  private func isCredit<Fields: DeclarationFields>(
    _ fields: Fields, _ volume: Int64, _ amount: Int64
  ) -> Bool? {
    guard fields.has(.debitCredit) else { return amount < 0 || (amount == 0 && volume < 0) }
    let mark = fields[.debitCredit].trimmed()
    guard !missing.contains(mark), volume >= 0, amount >= 0 else { return nil }
    return signs.isCredit(mark)
  }

  /// A reference number, empty where there is none; nil when it is too long.
  @inline(__always)
  private func reference<Fields: DeclarationFields>(
    _ fields: Fields, _ column: DeclarationColumn
  ) -> Bytes? {
    // Any bytes will do for an empty text.
    guard fields.has(column) else { return fields[.declared].slice(0, 0) }
    let text = fields[column].trimmed()
    if missing.contains(text) { return text.slice(0, 0) }
    return isShort(text, limit: 20) ? text : nil
  }

  @inline(__always)
  private func unit(_ value: Bytes) -> UInt8? {
    let text = value.trimmed()
    guard !missing.contains(text),
      case .code(let unit) = units.outcome(text, restoringZeros: restoresZeros)
    else { return nil }
    return unit
  }

  /// A date in the range of declarations.
  @inline(__always)
  func day(_ value: Bytes) -> Int32? {
    guard let day = dates.usualDay(value) ?? unusualDay(value), day >= DeclarationDays.first,
      day <= DeclarationDays.last, !distrustsNumbers || !missing.contains(value.trimmed())
    else { return nil }
    return day
  }

  @inline(never)
  private func unusualDay(_ value: Bytes) -> Int32? { dates.day(value.trimmed()) }

  @inline(__always)
  private func volume(_ value: Bytes) -> Int64? {
    if !distrustsNumbers, let volume = numbers.usualVolume(value) { return volume }
    return unusual(value, numbers.volume)
  }

  @inline(__always)
  private func amount(_ value: Bytes) -> Int64? {
    if !distrustsNumbers, let cents = numbers.usualCents(value) { return cents }
    return unusual(value, numbers.cents)
  }

  @inline(never)
  private func unusual(_ value: Bytes, _ decode: (Bytes) -> Int64?) -> Int64? {
    let text = value.trimmed()
    return missing.contains(text) ? nil : decode(text)
  }

  /// ``DeclarationLine/noRate`` where none is given; nil when it is wrong.
  @inline(__always)
  private func rate<Fields: DeclarationFields>(_ fields: Fields) -> Int64? {
    guard fields.has(.rate) else { return DeclarationLine.noRate }
    let value = fields[.rate]
    if !distrustsNumbers, let rate = numbers.usualRate(value) { return rate }
    return unusualRate(value)
  }

  @inline(never)
  private func unusualRate(_ value: Bytes) -> Int64? {
    let text = value.trimmed()
    return missing.contains(text) ? DeclarationLine.noRate : numbers.rate(text)
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
