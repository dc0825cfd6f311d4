import Ingest
import Reporting

/// One input part in the manifest.
struct InputAccount {
  let name: String
  let byteCount: Int
  let sha256: String
  /// Records that are neither header nor blank.
  let rowCount: Int
  let lines: PartLines

  /// For the manifest.
  var json: JSONValue {
    [
      "name": .string(name), "bytes": .count(byteCount), "sha256": .string(sha256),
      "rows": .count(rowCount), "lines": .count(lines.count),
    ]
  }

  /// The accounts of all parts, in the order of the fingerprints.
  static func accounts(
    _ fingerprints: [Fingerprint], declarations: PartTallies, registers: [RegisterCount]
  ) -> [InputAccount] {
    let declared = declarations.parts.map { ($0.lines, $0.lines.recordCount) }
    let others = registers.map { ($0.lines, $0.rows + $0.totals) }
    let known = Dictionary((declared + others).map { ($0.0.name, $0) }) { first, _ in first }
    return fingerprints.compactMap { print in
      known[print.name].map { lines, rows in
        InputAccount(
          name: print.name, byteCount: print.byteCount, sha256: print.sha256, rowCount: rows,
          lines: lines)
      }
    }
  }
}

/// The physical lines of all input files, and what they are.
struct LineCounts {
  let all: Int
  /// Lines of headers, and what stands before them.
  let header: Int
  let blank: Int
  /// Records that are neither header nor blank.
  let records: Int
  /// Lines inside records, behind their first ones.
  let inner: Int

  /// Throws 70 where the lines of a part do not add up.
  init(of inputs: [InputAccount]) throws {
    let lines = inputs.map(\.lines)
    for part in lines {
      try Ladder.expect(
        part.count, part.headerCount + part.blankCount + part.recordCount + part.innerCount,
        "lines of \(part.name) against header, blank, records and lines inside values")
    }
    for input in inputs {
      try Ladder.expect(input.lines.recordCount, input.rowCount, "records of \(input.name)")
    }
    all = lines.reduce(0) { $0 + $1.count }
    header = lines.reduce(0) { $0 + $1.headerCount }
    blank = lines.reduce(0) { $0 + $1.blankCount }
    records = lines.reduce(0) { $0 + $1.recordCount }
    inner = lines.reduce(0) { $0 + $1.innerCount }
  }

  /// For the manifest.
  var json: JSONValue {
    [
      "all": .count(all), "header": .count(header), "blank": .count(blank),
      "records": .count(records), "inside_values": .count(inner),
    ]
  }
}
