public import Analytics
public import Ingest

extension Report {
  /// The publication edition of this report: other tables, and of the run its name alone.
  ///
  /// - Parameters:
  ///   - run: The name of the run's folder.
  ///   - tables: The shown ones, with ``Cell/hidden`` for what is not shown.
  public func edition(
    of run: String, tables: [Table], parameters: PublicationParameters, account: PublicationAccount
  ) -> Report {
    var edition = Report(
      version: version, municipality: municipality, period: period, basis: basis, tables: tables)
    edition.account.name = run
    edition.account.referenceDay = self.account.referenceDay
    edition.publication = parameters
    edition.publicationAccount = account
    return edition
  }

  /// Whether it may leave the building.
  var isEdition: Bool { publication != nil }
}

extension Table {
  /// Whether a row is what an edition takes together, `overige combinaties` or `overige aanbieders`,
  /// and so no combination or concern. Every other row of these tables has a number of groups or a
  /// rank; the name would not tell, a product group may have it.
  func isRemainder(_ row: [Cell]) -> Bool {
    switch name {
    case Analysis.combinations.name: cell(row, .groupCount) == .empty
    case Analysis.providers.name: cell(row, .rank) == .empty
    default: false
    }
  }

  /// Whether rows that an edition hides are taken together in one of these.
  func hasRemainder(_ rows: [[Cell]]) -> Bool { rows.contains(where: isRemainder) }

  /// Whether none of these columns is hidden.
  func shows(_ row: [Cell], _ columns: ColumnName...) -> Bool {
    columns.allSatisfy { cell(row, $0) != .hidden }
  }

  /// What a row weighs among others: without a figure 0, with a hidden one less than any shown.
  func weight(_ row: [Cell], _ column: ColumnName) -> Int64 {
    shows(row, column) ? number(row, column) ?? 0 : .min
  }

  /// At most so many of these rows, those with the largest numbers in a column, in their order;
  /// where some are left, none whose number is hidden.
  func largest(_ limit: Int, of rows: [[Cell]], by column: ColumnName) -> [[Cell]] {
    largest(limit, of: Array(rows.indices), in: rows, by: column).map { rows[$0] }
  }

  /// The same as positions of rows.
  func largest(
    _ limit: Int, of positions: [Int], in rows: [[Cell]], by column: ColumnName
  ) -> [Int] {
    let largest = positions.largest(limit) { weight(rows[$0], column) }
    return largest.count == positions.count
      ? largest : largest.filter { shows(rows[$0], column) }
  }
}
