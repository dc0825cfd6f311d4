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
