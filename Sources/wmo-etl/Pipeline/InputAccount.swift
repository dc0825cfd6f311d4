import Ingest

/// One input part in the manifest.
struct InputAccount {
  let name: String
  let byteCount: Int
  let sha256: String
  /// Records that are neither header nor blank.
  let rowCount: Int

  /// The accounts of all parts, in the order of the fingerprints.
  static func accounts(
    _ fingerprints: [Fingerprint], declarations: PartTallies, reference: [ReferenceCount]
  ) -> [InputAccount] {
    let declared = declarations.parts.map { ($0.name, $0.recordCount - $0.blankCount - 1) }
    let others = reference.map { ($0.part, $0.rows + $0.totals) }
    let rows = Dictionary(declared + others) { first, _ in first }
    return fingerprints.map {
      InputAccount(
        name: $0.name, byteCount: $0.byteCount, sha256: $0.sha256, rowCount: rows[$0.name] ?? 0)
    }
  }
}
