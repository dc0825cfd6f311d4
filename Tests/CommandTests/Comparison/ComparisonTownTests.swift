import Analytics
import Foundation
import Ingest
import Reporting
import Testing

@testable import Runs

/// On random municipalities: what a comparison lists is all that differs, and it reconciles.
///
/// `WMO_ETL_TOWNS=2000` tries that many.
@Suite("Random municipalities compared") struct ComparisonTownTests {
  private typealias Text = OracleReport.Text
  /// The cells of a row, but for its keys, by column.
  private typealias Figures = [Text: Text]
  /// Rows of one table by what a comparison calls them.
  private typealias Rows = [Text: Figures]

  private static let count =
    ProcessInfo.processInfo.environment["WMO_ETL_TOWNS"].flatMap { UInt64($0) } ?? 24

  @Test(arguments: 1...count) func `OLD and the lines of the CSV give NEW`(seed: UInt64) throws {
    guard let town = try ComparedTown(seed: seed) else { return }
    for (old, new) in [(town.old, town.new), (town.new, town.old)] {
      let comparison = try RunComparison(old, new)
      var tables = try rows(of: old)
      var lines: [[Text]: [Text]] = [:]
      for line in try OracleReport.Parser.records(of: text(comparison.csv)).dropFirst() {
        try apply(line.fields, to: &tables, as: new)
        lines[[line.fields[0], line.fields[1]], default: []].append(line.fields[2])
      }
      let before = try rows(of: old)
      for (row, columns) in lines {
        // A row that is left without a figure is gone, unless a line without a column keeps it.
        let isKept = columns.contains("") && (columns.count > 1 || before[row[0]]?[row[1]] == nil)
        let isEmpty = tables[row[0]]?[row[1]]?.values.allSatisfy(\.isEmpty) == true
        if isEmpty, !isKept { tables[row[0]]?[row[1]] = nil }
      }
      let expected = try rows(of: new)
      for (name, rows) in expected {
        for key in Set(rows.keys).union(tables[name].map { Set($0.keys) } ?? []) {
          #expect(tables[name]?[key] == rows[key], "seed \(seed), \(name), \(key)")
        }
      }
      #expect(Set(tables.keys) == Set(expected.keys), "seed \(seed)")
      try reconcile(comparison, seed)
    }
    #expect(try !RunComparison(town.new, town.new).differs)
  }

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  /// Of `indexatie` without zeros at the end: there the settings say how many decimals are written.
  private func exact(_ text: Text, in table: Table) -> Text {
    guard table.name == Analysis.indexation.name, text.bytes.contains(UInt8(ascii: ".")) else {
      return text
    }
    let zeros = text.bytes.reversed().prefix { $0 == UInt8(ascii: "0") }.count
    let digits = text.bytes.dropLast(zeros)
    return Text(digits.last == UInt8(ascii: ".") ? digits.dropLast() : digits)
  }

  private func keys(_ table: Table) -> Set<Text> {
    Set(table.columns.filter { $0.role == .key }.map { Text($0.name.text.utf8) })
  }

  /// The tables of a run, read from the CSV files that it publishes.
  private func rows(of run: ComparedRun) throws -> [Text: Rows] {
    var tables: [Text: Rows] = [:]
    for table in run.tables {
      let records = try OracleReport.Parser.records(of: text(CSVFormat().bytes(of: table)))
      let columns = try #require(records.first).fields
      let keys = keys(table)
      var rows: Rows = [:]
      for record in records.dropFirst() {
        let cells = zip(columns, record.fields)
        let name = cells.filter { keys.contains($0.0) }.map {
          Text($0.bytes + Array("=".utf8) + $1.bytes)
        }
        let figures = cells.filter { !keys.contains($0.0) }.map { ($0, exact($1, in: table)) }
        rows[Text.joined(name, by: "; ")] = Dictionary(uniqueKeysWithValues: figures)
      }
      #expect(rows.count == table.rows.count, "\(table.name)")
      tables[Text(table.name.utf8)] = rows
    }
    return tables
  }

  private func apply(
    _ line: [Text], to tables: inout [Text: Rows], as run: ComparedRun
  ) throws {
    try #require(line.count == 6)
    let (name, key, column) = (line[0], line[1], line[2])
    let table = try #require(run.tables.first { Text($0.name.utf8) == name })
    let (was, now) = (exact(line[3], in: table), exact(line[4], in: table))
    let old = tables[name]?[key]
    if old == nil {
      let figures = table.columns.map { Text($0.name.text.utf8) }
        .filter { !keys(table).contains($0) }
      tables[name]?[key] = Dictionary(uniqueKeysWithValues: figures.map { ($0, Text("")) })
    }
    #expect((old?[column] ?? "") == was)
    #expect((was != now) == !column.isEmpty)
    if column.isEmpty { return }
    tables[name]?[key]?[column] = now
    let type = table.columns.first { Text($0.name.text.utf8) == column }?.type
    try check(line[5], was, now, type)
  }

  /// The difference of a line, computed again in decimals.
  private func check(_ difference: Text, _ was: Text, _ now: Text, _ type: ColumnType?) throws {
    guard !difference.isEmpty else { return }
    func number(_ text: Text) throws -> Decimal {
      text.isEmpty ? 0 : try #require(Decimal(string: text.description))
    }
    let exact = try number(now) - number(was)
    #expect(try number(difference) == (type == .share ? exact * 100 : exact))
    #expect(type == .share || type == .count || type == .amount)
  }

  /// The sums of the summary, as its JSON says them.
  private func reconcile(_ comparison: RunComparison, _ seed: UInt64) throws {
    let document = try JSONDecoder().decode(Document.self, from: Data(comparison.json))
    let (net, movement) = (document.net, document.movement)
    #expect(net.is == comparison.new.manifest.ladder.net && net.difference == net.is - net.was)
    #expect(
      net.is == net.was + movement.new.net - movement.gone.net + movement.restated.net,
      "seed \(seed)")
    #expect(movement.new_in_known_months.lines <= movement.new.lines)
    let months = [comparison.old, comparison.new].map { run in
      (run.manifest.ladder.months ?? []).reduce(0) { $0 + $1.lines }
    }
    #expect(months[1] == months[0] + movement.new.lines - movement.gone.lines, "seed \(seed)")
    #expect(document.differs == comparison.differs)
  }

  private struct Document: Decodable {
    let differs: Bool
    let net: Figure
    let movement: Movement

    struct Figure: Decodable {
      let was: Int64
      let `is`: Int64
      let difference: Int64
    }

    struct Movement: Decodable {
      let new: Part
      let new_in_known_months: Part
      let gone: Part
      let restated: Restated
    }

    struct Part: Decodable {
      let lines: Int
      let net: Int64
    }

    struct Restated: Decodable {
      let months: Int
      let net: Int64
    }
  }
}
