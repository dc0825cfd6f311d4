/// The dialects that a part may have, in the order in which they are preferred.
struct DialectCandidates {
  let presets: [Dialect]
  /// Other combinations, with a decimal character that is not the separator.
  let generic: [Dialect]
  /// Other combinations in which amounts with decimals are quoted.
  let quoted: [Dialect]

  /// `declared` overrules every candidate.
  init(
    kind: FileKind,
    separator: UInt8,
    encoding: EncodingEvidence,
    declared: DialectDeclaration
  ) {
    func settled(_ dialect: Dialect) -> Dialect? {
      var dialect = dialect
      if case .proven(let encoding) = encoding { dialect.encoding = encoding }
      dialect = declared.overruling(dialect)
      let isPossible =
        dialect.separator == separator && dialect.separator != dialect.quote
        && (dialect.decimal == nil || dialect.decimal != dialect.thousands)
      return isPossible ? dialect : nil
    }
    presets = Self.distinct(
      Dialect.presets.compactMap { name, dialect in
        if name == "statline" && kind != .districts { return nil }
        let mayBeCents = kind.mayHoldEurocents || declared.money != nil
        if dialect.money == .eurocent && !mayBeCents { return nil }
        return settled(dialect)
      }
    )
    let combinations = Self.numberMarks.flatMap { decimal, thousands in
      DateForm.allCases.compactMap { form in
        settled(
          Dialect(
            separator: separator,
            decimal: decimal,
            thousands: thousands,
            dates: [form],
            encoding: encoding.encoding,
            money: .euro
          )
        )
      }
    }
    let known = Set(presets)
    let others = Self.distinct(combinations).filter { !known.contains($0) }
    generic = others.filter { $0.decimal != separator }
    quoted = others.filter { $0.decimal == separator }
  }

  private static let point = UInt8(ascii: ".")
  private static let comma = UInt8(ascii: ",")
  /// Where no sampled number has points between its thousands, those of other rows may.
  private static let numberMarks: [(decimal: UInt8, thousands: UInt8?)] = [
    (point, nil), (comma, point), (comma, nil), (point, comma),
  ]

  private static func distinct(_ dialects: [Dialect]) -> [Dialect] {
    var seen: Set<Dialect> = []
    return dialects.filter { seen.insert($0).inserted }
  }
}
