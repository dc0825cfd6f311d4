extension OracleReport {
  /// What a rule says of one line.
  private enum Verdict {
    case notApplied, fits, hit

    init(hit: Bool) { self = hit ? .hit : .fits }
  }

  /// A rule that looks at one line after another, each on its own.
  func assessLineByLine(_ finding: Finding) -> Assessment {
    var assessment = Assessment()
    for line in lines {
      guard let allocation = input.allocations[line.allocation] else { continue }
      let verdict = judge(line, finding, allocation)
      if verdict != .notApplied { assessment.applied.append(line) }
      if verdict == .hit { assessment.hits.append(line) }
    }
    return assessment
  }

  private func judge(_ line: Line, _ finding: Finding, _ allocation: Allocation) -> Verdict {
    switch finding {
    case .startsEarly:
      return Verdict(hit: line.start < allocation.start)
    case .endsLate:
      guard let end = allocation.end else { return .notApplied }
      return Verdict(hit: line.end > end)
    case .otherCategory:
      if line.category.isEmpty || allocation.category.isEmpty { return .notApplied }
      return Verdict(hit: line.category != allocation.category)
    case .otherProduct:
      if allocation.product.isEmpty { return .notApplied }
      return Verdict(hit: line.product != allocation.product)
    case .otherUnit:
      if allocation.unit.isEmpty { return .notApplied }
      return Verdict(hit: !unitFits(line, allocation))
    case .otherProvider:
      return Verdict(hit: line.agb != allocation.agb)
    case .otherRate:
      guard let rate = line.rate, let contract = contractRate(line, unit: line.unit) else {
        return .notApplied
      }
      return Verdict(hit: rate != contract)
    case .otherAmount:
      guard let rate = line.rate, line.unit != "83" else { return .notApplied }
      return Verdict(hit: !isAmount(line, volumeTimes: rate) && !isHourAmount(line, allocation))
    case .overFiveYears:
      return Verdict(hit: line.declared > line.end.fiveYearsLater)
    case .afterDeath:
      guard let death = input.clients?[line.client]?.death else { return .notApplied }
      return Verdict(hit: line.start > death)
    case .declaredEarly:
      return Verdict(hit: line.declared < line.start)
    case .unknownClient:
      return Verdict(hit: input.clients?[line.client] == nil)
    default:
      return .notApplied
    }
  }

  /// Equal units fit, and minutes on an hour allocation.
  func unitFits(_ line: Line, _ allocation: Allocation) -> Bool {
    line.unit == allocation.unit || isMinutesOnHours(line, allocation)
  }

  func isMinutesOnHours(_ line: Line, _ allocation: Allocation) -> Bool {
    line.unit == "01" && allocation.unit == "04"
  }

  /// R219: lines in the window whose concern is below 0 in one of their markets.
  func assessConcerns() -> Assessment {
    var assessment = Assessment(applied: lines(in: window))
    let below = markets.map { market in
      (market, Set(holdings(market).filter { $0.net < 0 }.map(\.concern)))
    }
    assessment.hits = assessment.applied.filter { line in
      guard let product = input.products[line.product], let provider = input.providers[line.agb]
      else { return false }
      return below.contains { market, concerns in
        let isIn =
          switch market.level {
          case "product": market.code == product.code
          case "voorzieningsoort": market.kind == product.kind
          default: true
          }
        return isIn && concerns.contains(provider.concern)
      }
    }
    return assessment
  }
}

extension OracleReport.Day {
  /// The same day five calendar years later; 1 March for a 29 February.
  var fiveYearsLater: OracleReport.Day {
    OracleReport.Day(year: year + 5, month: month, day: day)
      ?? OracleReport.Day(year: year + 5, month: 3, day: 1) ?? self
  }
}
