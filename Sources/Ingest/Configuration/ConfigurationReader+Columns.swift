/// `[kolommen.<bestand>]`: our columns under their headers.
extension ConfigurationReader {
  mutating func readColumns(_ table: ConfigurationTable) {
    table.refuseKeys(
      otherThan: FileKind.allCases.map(\.name),
      noun: "file",
      aliases: Self.fileNamesByAlias
    )
    for kind in FileKind.allCases {
      guard let file = table.table(kind.name) else { continue }
      configuration.columnMappings[kind] = mappings(file, kind)
    }
  }

  private func mappings(_ table: ConfigurationTable, _ kind: FileKind) -> [ColumnMapping] {
    let aliases = kind.columns.flatMap { column in column.aliases.map { ($0, column.name) } }
    table.refuseKeys(
      otherThan: kind.columns.map(\.name),
      noun: "column",
      aliases: Dictionary(aliases, uniquingKeysWith: { first, _ in first })
    )
    var mappings: [ColumnMapping] = []
    for column in kind.columns {
      guard let header = table.text(column.name) else { continue }
      if HeaderName(header).normalised.isEmpty {
        table.note(.emptyHeader, at: column.name)
      } else {
        mappings.append(
          ColumnMapping(column: column.name, header: header, line: table.line(of: column.name))
        )
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
