extension OracleReport {
  /// R212: debits of one allocation, product and product period that were declared twice.
  func assessDoubleDebits() -> Assessment {
    let isAssessed = { (line: Line) in
      !line.isCredit && line.declared >= settings.doubleDebitsFrom
    }
    var assessment = Assessment(applied: lines.filter(isAssessed))
    struct Period: Hashable {
      let allocation: Text
      let product: Text
      let start: Day
      let end: Day
    }
    let periods = Dictionary(grouping: lines) { line in
      Period(
        allocation: line.allocation,
        product: line.product,
        start: line.start,
        end: line.end
      )
    }
    for lines in periods.values {
      var balance = 0
      for day in Set(lines.map(\.declared)).sorted() {
        // Grouping keeps the canonical order.
        let declared = lines.filter { $0.declared == day }
        let debits = declared.filter { !$0.isCredit }
        let excess = max(0, balance - 1)
        balance += debits.count - (declared.count - debits.count)
        let growth = max(0, max(0, balance - 1) - excess)
        assessment.hits += debits.suffix(growth).filter(isAssessed)
      }
    }
    return assessment
  }

  /// The accepted debits by AGB code and reference number.
  ///
  /// There is one at most for each: R104 rejects the others.
  private var debitsByReference: [[Text]: Line] {
    var debits: [[Text]: Line] = [:]
    for line in lines where !line.isCredit && !line.row["referentie_nummer"].isEmpty {
      debits[[line.agb, line.row["referentie_nummer"]]] = line
    }
    return debits
  }

  /// The AGB code and the earlier reference number of a credit that names one.
  private func earlierReference(_ line: Line) -> [Text]? {
    let number = line.row["vorig_referentie_nummer"]
    return line.isCredit && !number.isEmpty ? [line.agb, number] : nil
  }

  /// R213: credits that name no accepted debit of the same AGB code.
  func assessCreditsWithoutDebit() -> Assessment {
    let debits = debitsByReference
    var assessment = Assessment()
    for line in lines {
      guard let reference = earlierReference(line) else { continue }
      assessment.applied.append(line)
      if debits[reference] == nil { assessment.hits.append(line) }
    }
    return assessment
  }

  /// R214: credits after which more is credited than their debit's amount.
  func assessCreditedTwice() -> Assessment {
    let debits = debitsByReference
    var assessment = Assessment()
    var credited: [[Text]: Int] = [:]
    for line in lines {
      guard let reference = earlierReference(line), let debit = debits[reference] else { continue }
      assessment.applied.append(line)
      credited[reference, default: 0] -= line.amount
      if credited[reference, default: 0] > debit.amount { assessment.hits.append(line) }
    }
    return assessment
  }
}
