import Analytics
package import Ingest

extension Pipeline {
  /// Products and providers without any line, and lines whose identifiers other files lack.
  static func joins(_ ledger: Ledger, _ tally: PartTallies) -> InputRemarks {
    var remarks = InputRemarks()
    let rejected = Dictionary(
      uniqueKeysWithValues: tally.rejectsPerRule.map { ($0.code, $0.count) })
    let records = tally.parts.reduce(0) { $0 + $1.lines.recordCount }
    let pairs: [(rule: RejectRule, column: String, partner: FileKind)] = [
      (.noAllocation, "toewijzing_nummer", .allocations), (.otherClient, "client_id", .allocations),
      (.unknownProduct, "product_code", .products), (.unknownProvider, "aanbieder_agb", .providers),
    ]
    for (rule, column, partner) in pairs {
      var count = JoinCount(.declarations, column, partner)
      (count.rows, count.unmatched) = (records, rejected[rule.rule.code] ?? 0)
      // Rejects tell of fewer.
      if count.isSuspicious { count.tell(&remarks) }
    }
    guard tally.acceptedCount > 0 else { return remarks }
    let registers = ledger.registers
    tell(.products, ledger.placements.lazy.map(\.product), registers.products.map(\.code), &remarks)
    tell(
      .providers, ledger.placements.lazy.map(\.provider), registers.providers.map(\.agb), &remarks)
    return remarks
  }

  /// What tables lack and what they leave out, and how signals are counted.
  static func tables(_ ledger: Ledger, _ signals: Signals) -> InputRemarks {
    var remarks = InputRemarks()
    for note in Analysis.all.flatMap({ $0.notes(on: ledger) }) + signals.notes {
      remarks.note(note)
    }
    return remarks
  }

  /// `used`: indices of the rows that have lines. Product codes and AGB codes are public, so a few
  /// are named.
  private static func tell(
    _ file: FileKind, _ used: some Sequence<Int32>, _ codes: [String], _ remarks: inout InputRemarks
  ) {
    let count = codes.count
    var isUsed = [Bool](repeating: false, count: count)
    for index in used { isUsed[Int(index)] = true }
    let idle = zip(codes, isUsed).filter { !$1 }.map(\.0).sorted(by: precedesByteWise)
    let unused = idle.count
    guard unused > 0 else { return }
    if count >= 20, unused * 10 >= count * 9 {
      remarks.warn(.unused(file: file, rows: unused, of: count))
    } else {
      let named = idle.prefix(5).joined(separator: ", ")
      let more = unused > 5 ? " and \(unused - 5) more" : ""
      remarks.note(
        "\(file.name): \(unused) of \(count) rows have no accepted line: \(named)\(more)")
    }
  }
}

extension Pipeline.Result {
  /// The warnings of the run, each once: the list from which standard error, manifest, annex,
  /// workbook and `check` are served.
  package var warnings: [RunWarning] {
    var warnings: [RunWarning] = []
    if tally.parts.allSatisfy({ $0.lines.recordCount == 0 }) { warnings.append(.noLines) }
    let counting = configuration.counting
    if ledger.months == nil, counting.windowFrom == nil || counting.windowTo == nil {
      warnings.append(.noWindow)
    } else if counting.windowFrom == nil || counting.windowTo == nil {
      warnings.append(.periodFromData)
    }
    warnings +=
      findings == nil ? remarks.warnings.compactMap(\.withoutFindings) : remarks.warnings
    warnings += inputs.flatMap(\.lines.warnings)
    if let findings {
      for result in findings.results where result.figures == nil {
        warnings.append(.notAssessed(rule: result.rule.code))
      }
    } else {
      warnings.append(.rulesOff)
    }
    return warnings
  }
}
