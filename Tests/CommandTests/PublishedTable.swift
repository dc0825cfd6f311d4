import Foundation
import Testing

/// A table of a run as it was published, for tests that read it as an analyst would.
struct PublishedTable {
  let columns: [String]
  let rows: [[String]]

  init(_ csv: String) {
    let records = csv.split(separator: "\n").map { Self.fields(String($0)) }
    columns = records.first ?? []
    rows = Array(records.dropFirst())
  }

  /// The fields of a line; the samples hold no line breaks inside quotes.
  private static func fields(_ line: String) -> [String] {
    var fields = [""]
    var isQuoted = false
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: fields.append("")
      default: fields[fields.count - 1].append(character)
      }
    }
    return fields
  }

  /// The rows that have these values, by column.
  func rows(_ values: KeyValuePairs<String, String>) -> [[String: String]] {
    rows.map { Dictionary(uniqueKeysWithValues: zip(columns, $0)) }.filter { row in
      values.allSatisfy { row[$0.key] == $0.value }
    }
  }

  /// The only row with these values.
  func row(_ values: KeyValuePairs<String, String>) throws -> [String: String] {
    let found = rows(values)
    #expect(found.count == 1, "\(values)")
    return try #require(found.first, "\(values)")
  }
}

extension [String: String] {
  func number(_ column: String) throws -> Double {
    try #require(self[column].flatMap { Double($0) }, "\(column)")
  }

  func count(_ column: String) throws -> Int {
    try #require(self[column].flatMap { Int($0) }, "\(column)")
  }

  func cents(_ column: String) throws -> Int {
    try #require(self[column].flatMap { Int($0.replacing(".", with: "")) }, "\(column)")
  }

  /// An amount in whole euros, rounded half away from zero from its cents.
  func euros(_ column: String) throws -> Int {
    let cents = try cents(column)
    return (abs(cents) + 50) / 100 * cents.signum()
  }
}
