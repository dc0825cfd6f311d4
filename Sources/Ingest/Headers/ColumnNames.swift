/// The names of one column as headers are compared.
struct ColumnNames: Sendable {
  let own: HeaderName
  /// In the order of the contract; none is another spelling of the name or of an alias before it.
  let aliases: [HeaderName]

  init(_ column: ColumnDefinition) {
    own = HeaderName(column.name)
    var known: Set = [own]
    aliases = column.aliases.map { HeaderName($0) }.filter { known.insert($0).inserted }
  }

  var all: [HeaderName] { [own] + aliases }
}

extension FileKind {
  /// Of ``columns``, in their order.
  var columnNames: [ColumnNames] { Self.columnNames[self] ?? [] }

  /// Whether a header is the name or an alias of one of the file's columns.
  func knows(_ header: HeaderName) -> Bool { Self.knownNames[self]?.contains(header) == true }

  private static let columnNames = Dictionary(
    uniqueKeysWithValues: allCases.map { ($0, $0.columns.map { ColumnNames($0) }) })

  private static let knownNames = columnNames.mapValues { Set($0.flatMap(\.all)) }
}
