import Analytics
import Foundation
import Ingest

/// A table as `report.json` holds it. Columns come before rows, so that a cell is decoded as what its
/// column holds: to try one type after another takes most of the time of reading a report.
struct WrittenTable: Decodable {
  let table: Table

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    let name = try container.decode(String.self, forKey: .naam)
    let rules = try container.decode([String].self, forKey: .telregels)
    let declared = ReportReader.declaredColumns(of: name, counted: rules)
    let columns = try container.decode([WrittenColumn].self, forKey: .kolommen).map {
      try $0.column(among: declared)
    }
    var written = try container.nestedUnkeyedContainer(forKey: .rijen)
    var rows: [[Cell]] = []
    rows.reserveCapacity(written.count ?? 0)
    while !written.isAtEnd {
      var row = try written.nestedUnkeyedContainer()
      rows.append(try columns.map { try Cell(from: &row, $0.type) })
      guard row.isAtEnd else { throw ReportReader.corrupted("a row has more cells than columns") }
    }
    table = Table(
      name: name, title: try container.decode(String.self, forKey: .titel), countingRules: rules,
      columns: columns, rows: rows)
  }

  private enum Key: String, CodingKey {
    case naam, titel, telregels, kolommen, rijen
  }
}

private struct WrittenColumn: Decodable {
  let naam: String
  let type: String

  /// The declared column of this name and type; else one of what the report says.
  func column(among declared: [Column]?) throws -> Column {
    if let own = declared?.first(where: { $0.name.text == naam && $0.type.name == type }) {
      return own
    }
    guard let type = Self.types.first(where: { $0.name == type }) else {
      throw ReportReader.corrupted("a column has a type that is unknown")
    }
    let namesRows = declared == nil && (type == .text || type == .month)
    return Column(name: ColumnName(naam), type: type, role: namesRows ? .key : .description)
  }

  /// How many decimals a quotient has is not written; no column has more than six.
  private static let types: [ColumnType] = [
    .text, .count, .amount, .share, .ratio(decimals: 6), .month,
  ]
}

extension Cell {
  fileprivate init(from row: inout any UnkeyedDecodingContainer, _ type: ColumnType) throws {
    if try row.decodeNil() {
      self = .empty
    } else if type != .text, type != .month, let number = try? Self.number(in: &row, type) {
      self = .number(number)
    } else {
      let text = try row.decode(String.self)
      if type != .text, text == Cell.hiddenText {
        self = .hidden
      } else if type == .month, let month = Month(isoText: text) {
        self = .number(Int64(month.number))
      } else {
        self = .text(text)
      }
    }
  }

  /// Amounts stand in whole cents; quotients with all their digits.
  private static func number(
    in row: inout any UnkeyedDecodingContainer, _ type: ColumnType
  ) throws -> Int64 {
    switch type {
    case .text, .month, .count, .year, .amount: return try row.decode(Int64.self)
    case .share, .ratio:
      var scaled = try row.decode(Decimal.self)
      for _ in 0..<type.decimals { scaled *= 10 }
      return Int64(truncating: scaled as NSDecimalNumber)
    }
  }
}
