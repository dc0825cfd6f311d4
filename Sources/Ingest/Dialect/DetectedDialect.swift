/// A dialect and what speaks for it.
public struct DetectedDialect: Sendable, Equatable {
  public let dialect: Dialect
  /// The preset that it is; nil when it is none.
  public var name: String? { dialect.presetName }
  /// One sentence per fact, without any value: `ingediend_bedrag: 40 of 40 values are …`.
  public let evidence: [String]
  /// What of the sample it has read; nothing where it was declared.
  let reading: DialectProposal.Evidence

  public init(_ dialect: Dialect, evidence: [String] = []) {
    self.init(
      dialect, evidence: evidence,
      reading: DialectProposal.Evidence(hasNumbers: false, hasMoney: false, dates: []))
  }

  init(_ dialect: Dialect, evidence: [String], reading: DialectProposal.Evidence) {
    self.dialect = dialect
    self.evidence = evidence
    self.reading = reading
  }

  /// `nl-excel`, or the fields that declare it.
  public var summary: String { name ?? dialect.declaration }
}

extension DetectedDialect {
  /// What the winning reading found in a sample.
  init(_ reading: DialectReading, in sample: DialectSample) {
    var evidence: [String] = []
    var found = DialectProposal.Evidence(hasNumbers: false, hasMoney: false, dates: [])
    for (column, counts) in zip(sample.columns, reading.counts) where counts.total > 0 {
      let forms = Self.forms(of: column, in: reading.dialect)
      let kind = Self.wording(
        of: column, in: reading.dialect, forms: forms, isRead: counts.readable > 0)
      evidence.append("\(column.name): \(counts.readable) of \(counts.total) values are \(kind)")
      guard counts.readable > 0 else { continue }
      switch column.type {
      case .date: found.dates.formUnion(forms)
      case .money, .rate: (found.hasNumbers, found.hasMoney) = (true, true)
      case .volume, .percent, .count: found.hasNumbers = true
      }
    }
    self.init(reading.dialect, evidence: evidence, reading: found)
  }

  /// The date forms of a dialect of which a column has dates.
  private static func forms(of column: SampledColumn, in dialect: Dialect) -> [DateForm] {
    guard case .date = column.type else { return [] }
    return DateForm.allCases.filter { form in
      let decoder = DateDecoder([form])
      return dialect.dates.contains(form)
        && column.values.contains { $0.withBytes { decoder.day($0) } != nil }
    }
  }

  /// `isRead`: whether any value was read; how the numbers are written is not known otherwise.
  private static func wording(
    of column: SampledColumn, in dialect: Dialect, forms: [DateForm], isRead: Bool
  ) -> String {
    switch column.type {
    case .date: return isRead ? forms.map(\.rawValue).joined(separator: " or ") : "dates"
    case .money, .rate, .volume, .percent:
      let noun = column.type.isMoney ? "amounts" : "numbers"
      guard isRead else { return noun }
      let mark =
        dialect.decimal.map { "decimal '\(String(Unicode.Scalar($0)))'" } ?? "no decimals"
      return column.type.isMoney
        ? "amounts in \(dialect.money.rawValue)s with \(mark)" : "numbers with \(mark)"
    case .count: return "whole numbers"
    }
  }
}

/// What the detection of a dialect can come to.
extension RunFailure {
  /// Two readings of one part that differ in a column.
  static func ambiguousDialect(
    _ name: String, kind: FileKind, column: String?, _ first: Dialect, _ second: Dialect
  ) -> RunFailure {
    let decides = column.map { "the values of column '\($0)' can" } ?? "its values can"
    return RunFailure(
      .unusableInput,
      "\(name): the dialect is ambiguous: \(decides) be read in two ways; declare one of them "
        + "under [invoer] in wmo-etl.toml:\n"
        + [first, second].map { "  " + $0.declaration(for: kind) }.joined(separator: "\n"))
  }

  /// No dialect reads enough of the values; `columns` are those that stay unread.
  static func unknownDialect(_ name: String, kind: FileKind, columns: [String]) -> RunFailure {
    let names = columns.map { "'\($0)'" }.joined(separator: ", ")
    let noun = columns.count == 1 ? "column" : "columns"
    return RunFailure(
      .unusableInput,
      "\(name): the dialect cannot be detected: no known way of writing reads the values of "
        + "\(noun) \(names); declare the dialect under [invoer] in wmo-etl.toml, as "
        + "\(kind.name) = { dialect = \"…\" } with one of "
        + enumeration(Dialect.presets.map(\.name), and: "and"))
  }

  /// Parts of one file whose amounts were detected to be in different units.
  static func partsDisagreeOnMoney(
    _ kind: FileKind, euros: [String], eurocents: [String]
  ) -> RunFailure {
    RunFailure(
      .unusableInput,
      "the dialect is ambiguous: amounts are read as euros in \(euros.joined(separator: ", ")) but "
        + "as eurocents in \(eurocents.joined(separator: ", ")); declare one for all parts with "
        + "\(kind.name) = { geld = \"\(MoneyUnit.euro.rawValue)\" } or "
        + "{ geld = \"\(MoneyUnit.eurocent.rawValue)\" } under [invoer] in wmo-etl.toml")
  }
}
