/// What the detection of a dialect can come to.
extension RunFailure {
  /// Two readings of one part that differ in a column.
  static func ambiguousDialect(
    _ name: String,
    kind: FileKind,
    column: String?,
    _ first: Dialect,
    _ second: Dialect
  ) -> RunFailure {
    let decides = column.map { "the values of column '\($0)' can" } ?? "its values can"
    return RunFailure(
      .unusableInput,
      "\(name): the dialect is ambiguous: \(decides) be read in two ways; declare one of them "
        + "under [invoer] in wmo-etl.toml:\n"
        + [first, second].map { "  " + $0.declaration(for: kind) }.joined(separator: "\n")
    )
  }

  /// No dialect reads enough of the values; `columns` are those that stay unread.
  static func unknownDialect(
    _ name: String,
    kind: FileKind,
    columns: [String]
  ) -> RunFailure {
    let names = columns.map { "'\($0)'" }.joined(separator: ", ")
    let noun = columns.count == 1 ? "column" : "columns"
    return RunFailure(
      .unusableInput,
      "\(name): the dialect cannot be detected: no known way of writing reads the values of "
        + "\(noun) \(names); declare the dialect under [invoer] in wmo-etl.toml, as "
        + "\(kind.name) = { dialect = \"…\" } with one of "
        + enumeration(Dialect.presets.map(\.name), and: "and")
    )
  }

  /// Parts of one file whose amounts were detected to be in different units.
  static func partsDisagreeOnMoney(
    _ kind: FileKind,
    euros: [String],
    eurocents: [String]
  ) -> RunFailure {
    RunFailure(
      .unusableInput,
      "the dialect is ambiguous: amounts are read as euros in \(euros.joined(separator: ", ")) but "
        + "as eurocents in \(eurocents.joined(separator: ", ")); declare one for all parts with "
        + "\(kind.name) = { geld = \"\(MoneyUnit.euro.rawValue)\" } or "
        + "{ geld = \"\(MoneyUnit.eurocent.rawValue)\" } under [invoer] in wmo-etl.toml"
    )
  }
}
