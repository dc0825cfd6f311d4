import Analytics

/// A table of the annex whose figures were put together from several rows of their source.
struct MadeTable {
  let id: AnnexTableID
  let caption: String
  /// The heading of the rows, and those of their figures.
  let headings: [String]
  let rows: [Row]
  var note: String?

  struct Row {
    let heading: String
    var isTotal = false
    let figures: [String]
  }
}

extension AnnexBuilder {
  /// The table with its number and counting card.
  mutating func block(_ table: MadeTable, of source: Table) -> AnnexPage.Block {
    .init(
      table: view(
        id: table.id, caption: table.caption,
        headings: table.headings.enumerated().map { .init(label: $1, isNumeric: $0 > 0) },
        rows: table.rows.map { row in
          .init(
            rowHeading: row.heading, isTotal: row.isTotal,
            values: row.figures.map { .init(value: $0, isNumber: true) })
        },
        note: table.note, source: source))
  }

  /// A cell as it is read, by the type of its column.
  func figure(_ row: [Cell], _ column: ColumnName, of table: Table) -> String {
    notation.text(table.cell(row, column), table.columns[table.position(of: column)].type)
  }

  /// A part of a whole, as a percentage.
  func share(_ part: Int64, of whole: Int64) -> String {
    notation.text(.share(part, of: whole), .share)
  }

  /// `1 aanbieder`, `12 aanbieders`.
  func counted(_ number: Int64, _ noun: CountedNoun) -> String {
    "\(notation.count(number)) \(text(number == 1 ? noun.one : noun.several))"
  }

  /// The name of a product group, or that it is not known.
  func group(of row: [Cell], in table: Table) -> String { named(table.text(row, .productGroup)) }

  /// A name from a table, or that it is not known, which tables say by a word of their own.
  func named(_ name: String) -> String {
    name == Level.unknown.rawValue ? text(.unknown) : name
  }
}

/// What is counted in a sentence.
struct CountedNoun {
  let one: AnnexPhrase
  let several: AnnexPhrase

  static let providers = CountedNoun(
    one: AnnexPhrase("aanbieder", "provider"), several: AnnexPhrase("aanbieders", "providers"))
  static let clients = CountedNoun(
    one: AnnexPhrase("cliënt", "client"), several: AnnexPhrase("cliënten", "clients"))
  static let allocations = CountedNoun(
    one: AnnexPhrase("toewijzing", "allocation"),
    several: AnnexPhrase("toewijzingen", "allocations"))
}
