extension OracleReport {
  /// What tells debits from credits.
  enum Signs {
    /// Whether a value of debet_credit says credit; nil where it is no sign. `asksForCredit`:
    /// whether the column is headed `credit`.
    static func isCredit(_ value: Text, asksForCredit: Bool) -> Bool? {
      switch value.lowercased {
      case "d", "af": false
      case "c", "bij": true
      case "nee", "0": asksForCredit ? false : nil
      case "ja", "1": asksForCredit ? true : nil
      default: nil
      }
    }

    /// Throws where an unknown column holds only a pair of signs, while no amount is negative.
    static func refuseUnmapped(_ parts: [Part]) throws {
      let rows = parts.flatMap(\.rows).filter { $0.isReadable && !$0.isTotal }
      let hasNegative = rows.contains {
        Number($0["ingediend_bedrag"], decimals: 2).map { $0.value < 0 } ?? false
      }
      if hasNegative { return }
      for column in Set(rows.flatMap(\.unknown.keys)) {
        let values = rows.compactMap { $0.unknown[column] }.map(\.lowercased)
        let given = Set(values.filter { !$0.meansMissing })
        let withMinus = Set(values.filter { !$0.meansMissing || $0 == "-" })
        // Without its debits such a column may as well be one of codes.
        let isPair = given == ["s", "h"] || withMinus == ["+", "-"]
        let debits: [(Set<Text>, Text)] = [
          (["d"], "c"), (["debet", "debit"], "credit"), (["af"], "bij"),
        ]
        let isSign = debits.contains { debit, credit in
          given.contains(credit) && given.isSubset(of: debit.union([credit]))
        }
        if isPair || isSign { throw Unusable(reason: "\(column) looks like debet_credit") }
      }
    }
  }
}
