/// `[invoer]`: how the files are written.
extension ConfigurationReader {
  mutating func readInput(_ table: ConfigurationTable) {
    let settings = ["dialect", "voorloopnullen", "ontbrekend", "negeren", "peiljaar"]
    table.refuseKeys(
      otherThan: settings + FileKind.allCases.map(\.name), aliases: Self.fileNamesByAlias)
    configuration.commonDialect.preset = preset(table)
    configuration.restoresLeadingZeros = table.flag("voorloopnullen") ?? false
    configuration.missingTexts = table.texts("ontbrekend").map { Set($0).union([""]) }
    configuration.ignoredEntries = table.texts("negeren") ?? []
    configuration.referenceYear = table.integer("peiljaar", in: 1900...2199)
    for kind in FileKind.allCases {
      guard let file = table.table(kind.name) else { continue }
      configuration.fileDialects[kind] = declaration(file)
      // Nobody writes a title of more lines, and a slip shall not read the file to its end.
      configuration.headerLines[kind] = file.integer("kopregel", in: 1...100_000)
      refuseSameCharacters(file, configuration.declaration(for: kind))
    }
  }

  static let fileNamesByAlias = Dictionary(
    FileKind.allCases.flatMap { kind in kind.aliases.map { ($0, kind.name) } },
    uniquingKeysWith: { first, _ in first })

  private func preset(_ table: ConfigurationTable) -> Dialect? {
    table.choice("dialect", "dialect", among: Dialect.presets.map { ($0.name, $0.dialect) })
  }

  private func declaration(_ table: ConfigurationTable) -> DialectDeclaration {
    table.refuseKeys(otherThan: [
      "dialect", "scheidingsteken", "aanhalingsteken", "decimaal", "duizendtal", "datum",
      "codering", "geld", "kopregel",
    ])
    var declaration = DialectDeclaration(preset: preset(table))
    declaration.separator = character(table, "scheidingsteken", mayBeEmpty: false)?.byte
    declaration.quote = character(table, "aanhalingsteken", mayBeEmpty: false)?.byte
    if let quote = declaration.quote, quote == UInt8(ascii: " ") || quote == UInt8(ascii: "\t") {
      // Blanks before a field mean nothing, so none can begin it.
      table.note(.blank, at: "aanhalingsteken")
    }
    declaration.decimal = character(table, "decimaal", mayBeEmpty: true)
    declaration.thousands = character(table, "duizendtal", mayBeEmpty: true)
    let forms = DateForm.allCases.map { ($0.rawValue, $0) }
    declaration.dates = table.choice("datum", "date form", among: forms).map { [$0] }
    let encodings = TextEncoding.allCases.map { ($0.rawValue, $0) }
    declaration.encoding = table.choice("codering", "encoding", among: encodings)
    let units = MoneyUnit.allCases.map { ($0.rawValue, $0) }
    declaration.money = table.choice("geld", "money unit", among: units)
    return declaration
  }

  private func character(
    _ table: ConfigurationTable, _ key: String, mayBeEmpty: Bool
  ) -> DialectDeclaration.NumberMark? {
    guard let text = table.text(key) else { return nil }
    if text.isEmpty && mayBeEmpty { return DialectDeclaration.NumberMark.none }
    let bytes = Array(text.utf8)
    guard bytes.count == 1, Self.canSeparate(bytes[0]) else {
      table.note(.noCharacter(mayBeEmpty: mayBeEmpty), at: key)
      return nil
    }
    return .byte(bytes[0])
  }

  /// Whether a byte is an ASCII character that values are not made of and that ends no line.
  private static func canSeparate(_ byte: UInt8) -> Bool {
    switch byte {
    case 0, UInt8(ascii: "\n"), UInt8(ascii: "\r"), 0x80...,
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      false
    default: true
    }
  }

  /// Only of what is declared: a part that is detected later is somebody else's to check.
  private func refuseSameCharacters(_ table: ConfigurationTable, _ merged: DialectDeclaration) {
    let separator = merged.separator ?? merged.preset?.separator
    let quote = merged.quote ?? merged.preset?.quote
    if let separator, separator == quote {
      let key = table.keys.contains("scheidingsteken") ? "scheidingsteken" : "aanhalingsteken"
      let other = key == "scheidingsteken" ? "aanhalingsteken" : "scheidingsteken"
      table.note(.sameCharacter(as: other), at: key)
    }
    let decimal = merged.decimal.map(\.byte) ?? merged.preset?.decimal
    let thousands = merged.thousands.map(\.byte) ?? merged.preset?.thousands
    if let decimal, decimal == thousands {
      let key = table.keys.contains("decimaal") ? "decimaal" : "duizendtal"
      table.note(.sameCharacter(as: key == "decimaal" ? "duizendtal" : "decimaal"), at: key)
    }
  }
}

/// `[bestanden]`: the names of files.
extension ConfigurationReader {
  mutating func readFiles(_ table: ConfigurationTable) {
    table.refuseKeys(
      otherThan: FileKind.allCases.map(\.name), noun: "file", aliases: Self.fileNamesByAlias)
    for kind in FileKind.allCases {
      guard let patterns = table.textOrTexts(kind.name) else { continue }
      if patterns.isEmpty || patterns.contains("") {
        table.note(.noNames(of: "files"), at: kind.name)
      } else {
        configuration.filePatterns[kind] = patterns
      }
    }
  }
}

/// `[kolommen.<bestand>]`: our columns under their headers.
extension ConfigurationReader {
  mutating func readColumns(_ table: ConfigurationTable) {
    table.refuseKeys(
      otherThan: FileKind.allCases.map(\.name), noun: "file", aliases: Self.fileNamesByAlias)
    for kind in FileKind.allCases {
      guard let file = table.table(kind.name) else { continue }
      configuration.columnMappings[kind] = mappings(file, kind)
    }
  }

  private func mappings(_ table: ConfigurationTable, _ kind: FileKind) -> [ColumnMapping] {
    let aliases = kind.columns.flatMap { column in column.aliases.map { ($0, column.name) } }
    table.refuseKeys(
      otherThan: kind.columns.map(\.name), noun: "column",
      aliases: Dictionary(aliases, uniquingKeysWith: { first, _ in first }))
    var mappings: [ColumnMapping] = []
    for column in kind.columns {
      guard let header = table.text(column.name) else { continue }
      if HeaderName(header).normalised.isEmpty {
        table.note(.emptyHeader, at: column.name)
      } else {
        mappings.append(
          ColumnMapping(column: column.name, header: header, line: table.line(of: column.name)))
      }
    }
    mappings.sort { $0.line < $1.line }
    refuseSameHeaders(table, mappings)
    return mappings
  }

  private func refuseSameHeaders(_ table: ConfigurationTable, _ mappings: [ColumnMapping]) {
    var columns: [HeaderName: String] = [:]
    for mapping in mappings {
      let name = HeaderName(mapping.header)
      if let other = columns[name] {
        table.note(.sameHeader(as: other), at: mapping.column)
      } else {
        columns[name] = mapping.column
      }
    }
  }
}
