import Ingest

/// One input part in the manifest.
struct InputAccount {
  let name: String
  let byteCount: Int
  let sha256: String
  /// Records that are neither header nor blank.
  let rowCount: Int
  let lines: PartLines

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
