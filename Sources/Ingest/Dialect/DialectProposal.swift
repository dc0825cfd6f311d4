/// The line under `[invoer]` that an inspection proposes for a file: as much of the dialect as the
/// sample proves.
///
/// A preset says how numbers and dates are written, so one is proposed only where both were read,
/// as far as the file has them; otherwise the fields that are known, and the rest is detected when
/// there is something to detect it by.
struct DialectProposal {
  let kind: FileKind
  let dialect: Dialect
  let reading: Evidence
  let encoding: EncodingEvidence
  let headerLine: Int?

  /// What of a sample a dialect has read.
  struct Evidence: Equatable {
    /// Amounts, rates, volumes and counts.
    var hasNumbers: Bool
    /// Amounts and rates.
    var hasMoney: Bool
    /// The forms of which there were dates.
    var dates: Set<DateForm>
  }

  /// `declaraties = { dialect = "nl-excel", kopregel = 4 }`
  var declaration: String {
    var fields = isProven ? [dialect.declaration] : provenFields
    if let headerLine { fields.append("kopregel = \(headerLine)") }
    return "\(kind.name) = { \(fields.joined(separator: ", ")) }"
  }

  private var isProven: Bool {
    let types = kind.dialectColumns.values
    let needsDates = types.contains { if case .date = $0 { true } else { false } }
    return reading.hasNumbers && (!needsDates || !reading.dates.isEmpty)
  }

  private var provenFields: [String] {
    var proven = DialectDeclaration()
    proven.separator = dialect.separator
    if reading.hasNumbers {
      proven.decimal = dialect.decimal.map { .byte($0) } ?? DialectDeclaration.NumberMark.none
      proven.thousands = dialect.thousands.map { .byte($0) } ?? DialectDeclaration.NumberMark.none
    }
    // Two forms at once are not to be declared but with a preset.
    if reading.dates.count == 1 { proven.dates = reading.dates }
    if case .proven(let encoding) = encoding { proven.encoding = encoding }
    if reading.hasMoney { proven.money = dialect.money }
    return proven.fields
  }
}

extension DialectDeclaration {
  /// The fields as they stand in the configuration, without the preset.
  var fields: [String] {
    var fields: [String] = []
    func add(_ key: String, _ text: String?) {
      if let text { fields.append("\(key) = \"\(text)\"") }
    }
    add("scheidingsteken", separator.map { Dialect.escaped($0) })
    add("aanhalingsteken", quote.map { Dialect.escaped($0) })
    add("decimaal", decimal.map { Dialect.escaped($0.byte) })
    add("duizendtal", thousands.map { Dialect.escaped($0.byte) })
    if let dates, dates.count == 1 { add("datum", dates.first?.rawValue) }
    add("codering", encoding?.rawValue)
    add("geld", money?.rawValue)
    return fields
  }
}
