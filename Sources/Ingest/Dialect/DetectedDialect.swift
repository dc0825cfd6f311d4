/// A dialect and what speaks for it.
public struct DetectedDialect: Sendable, Equatable {
  public let dialect: Dialect
  /// The preset that it is; nil when it is none.
  public var name: String? { dialect.presetName }
  /// One sentence per fact, without any value: `ingediend_bedrag: 40 of 40 values are …`.
  public let evidence: [String]

  public init(_ dialect: Dialect, evidence: [String] = []) {
    self.dialect = dialect
    self.evidence = evidence
  }

  /// `nl-excel`, or the fields that declare it.
  public var summary: String { name ?? dialect.declaration }
}

extension DetectedDialect {
  /// What the winning reading found in a sample.
  init(_ reading: DialectReading, in sample: DialectSample) {
    var evidence: [String] = []
    for (column, counts) in zip(sample.columns, reading.counts) where counts.total > 0 {
      let kind = Self.wording(of: column, in: reading.dialect)
      evidence.append("\(column.name): \(counts.readable) of \(counts.total) values are \(kind)")
    }
    self.init(reading.dialect, evidence: evidence)
  }

  private static func wording(of column: SampledColumn, in dialect: Dialect) -> String {
    let mark = dialect.decimal.map { "decimal '\(String(Unicode.Scalar($0)))'" } ?? "no decimals"
    switch column.type {
    case .date:
      return DateForm.allCases.filter { form in
        let decoder = DateDecoder([form])
        return dialect.dates.contains(form)
          && (dialect.dates.count == 1
            || column.values.contains { $0.withBytes { decoder.day($0) } != nil })
      }.map(\.rawValue).joined(separator: " or ")
    case .money, .rate:
      return "amounts in \(dialect.money.rawValue)s with \(mark)"
    case .volume: return "numbers with \(mark)"
    case .count: return "whole numbers"
    }
  }
}
