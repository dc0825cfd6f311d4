import Analytics
import Ingest

extension Pipeline {
  /// Products and providers without any line, and lines whose identifiers other files lack.
  static func joins(_ ledger: Ledger, _ tally: PartTallies) -> InputRemarks {
    var remarks = InputRemarks()
    let rejected = Dictionary(
      uniqueKeysWithValues: tally.rejectsPerRule.map { ($0.code, $0.count) })
    let records = tally.parts.reduce(0) { $0 + $1.lines.recordCount }
    let pairs: [(rule: Rule, column: String, partner: FileKind)] = [
      (.noAllocation, "toewijzing_nummer", .allocations), (.otherClient, "client_id", .allocations),
      (.unknownProduct, "product_code", .products), (.unknownProvider, "aanbieder_agb", .providers),
    ]
    for (rule, column, partner) in pairs {
      var count = JoinCount(.declarations, column, partner)
      (count.rows, count.unmatched) = (records, rejected[rule.code] ?? 0)
      // Rejects tell of fewer.
      if count.isSuspicious { count.tell(&remarks) }
    }
    guard tally.acceptedCount > 0 else { return remarks }
    let reference = ledger.reference
    tell(.products, ledger.placements.lazy.map(\.product), of: reference.products.count, &remarks)
    tell(
      .providers, ledger.placements.lazy.map(\.provider), of: reference.providers.count, &remarks)
    return remarks
  }

  /// `used`: indices of the rows that have lines.
  private static func tell(
    _ file: FileKind, _ used: some Sequence<Int32>, of count: Int, _ remarks: inout InputRemarks
  ) {
    var isUsed = [Bool](repeating: false, count: count)
    for index in used { isUsed[Int(index)] = true }
    let unused = isUsed.count { !$0 }
    guard unused > 0 else { return }
    if count >= 20, unused * 10 >= count * 9 {
      remarks.warn(.unused(file: file, rows: unused, of: count))
    } else {
      remarks.note("\(file.name): \(unused) of \(count) rows have no line in declaraties")
    }
  }
}
