/// What the configuration says of a file's dialect: a preset, and fields that overrule it.
///
/// Without a preset a declaration is partial unless it names every field; what it leaves open has
/// to be detected.
public struct DialectDeclaration: Sendable, Equatable {
  /// `dialect`
  public var preset: Dialect?
  /// `scheidingsteken`, an ASCII byte.
  public var separator: UInt8?
  /// `aanhalingsteken`, an ASCII byte.
  public var quote: UInt8?
  /// `decimaal`
  public var decimal: NumberMark?
  /// `duizendtal`
  public var thousands: NumberMark?
  /// `datum`
  public var dates: Set<DateForm>?
  /// `codering`
  public var encoding: TextEncoding?
  /// `geld`
  public var money: MoneyUnit?

  public init(preset: Dialect? = nil) {
    self.preset = preset
  }

  /// A character inside numbers that a declaration names, or says is not used (`""`).
  public enum NumberMark: Sendable, Hashable {
    case none
    case byte(UInt8)

    /// As in ``Dialect``: nil where the character is not used.
    public var byte: UInt8? {
      guard case .byte(let byte) = self else { return nil }
      return byte
    }
  }

  /// The dialect that is declared; nil while the declaration is partial.
  public var dialect: Dialect? {
    if let preset { return overruling(preset) }
    guard let separator, let quote, let decimal, let thousands, let dates, let encoding, let money
    else { return nil }
    return Dialect(
      separator: separator, quote: quote, decimal: decimal.byte, thousands: thousands.byte,
      dates: dates, encoding: encoding, money: money)
  }

  /// `other` with the fields of this declaration in place of its own; the preset plays no part.
  public func overruling(_ other: Dialect) -> Dialect {
    var dialect = other
    if let separator { dialect.separator = separator }
    if let quote { dialect.quote = quote }
    if let decimal { dialect.decimal = decimal.byte }
    if let thousands { dialect.thousands = thousands.byte }
    if let dates { dialect.dates = dates }
    if let encoding { dialect.encoding = encoding }
    if let money { dialect.money = money }
    return dialect
  }

  /// This declaration of one file over the common one: a preset of its own replaces the common
  /// declaration whole, single fields only those fields.
  func over(_ common: DialectDeclaration) -> DialectDeclaration {
    guard preset == nil else { return self }
    var merged = self
    merged.preset = common.preset
    merged.separator = separator ?? common.separator
    merged.quote = quote ?? common.quote
    merged.decimal = decimal ?? common.decimal
    merged.thousands = thousands ?? common.thousands
    merged.dates = dates ?? common.dates
    merged.encoding = encoding ?? common.encoding
    merged.money = money ?? common.money
    return merged
  }
}

extension Dialect {
  /// The name of the preset that the dialect is; nil when it is none.
  public var presetName: String? {
    Dialect.presets.first { $0.dialect == self }?.name
  }

  /// The dialect as the fields of an `[invoer]` line: the nearest preset and what differs from it.
  ///
  /// `dialect = "iso", scheidingsteken = ";"`
  public var declaration: String {
    let ways = Dialect.presets.compactMap { name, preset in
      fields(over: preset).map { ["dialect = \"\(name)\""] + $0 }
    }
    return (ways.min { $0.count < $1.count } ?? []).joined(separator: ", ")
  }

  /// The line that declares the dialect for a file: `declaraties = { dialect = "nl-excel" }`.
  public func declaration(for kind: FileKind) -> String {
    "\(kind.name) = { \(declaration) }"
  }

  /// The fields that make this dialect of a preset; nil when the configuration cannot say it.
  private func fields(over preset: Dialect) -> [String]? {
    guard loneDotIsMissing == preset.loneDotIsMissing else { return nil }
    var fields: [String] = []
    func add(_ key: String, _ text: String) { fields.append("\(key) = \"\(text)\"") }
    if separator != preset.separator { add("scheidingsteken", Self.escaped(separator)) }
    if quote != preset.quote { add("aanhalingsteken", Self.escaped(quote)) }
    if decimal != preset.decimal { add("decimaal", Self.escaped(decimal)) }
    if thousands != preset.thousands { add("duizendtal", Self.escaped(thousands)) }
    if dates != preset.dates {
      guard dates.count == 1, let form = dates.first else { return nil }
      add("datum", form.rawValue)
    }
    if encoding != preset.encoding { add("codering", encoding.rawValue) }
    if money != preset.money { add("geld", money.rawValue) }
    return fields
  }

  /// An ASCII byte inside a text of TOML; nothing for nil.
  static func escaped(_ byte: UInt8?) -> String {
    switch byte {
    case nil: ""
    case UInt8(ascii: "\t"): "\\t"
    case UInt8(ascii: "\""): "\\\""
    case UInt8(ascii: "\\"): "\\\\"
    case .some(let byte): String(Unicode.Scalar(byte))
    }
  }
}
