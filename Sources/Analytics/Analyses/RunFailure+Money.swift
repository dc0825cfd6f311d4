package import Ingest

/// What is wrong with blocks of budgets and with lump sums, once indices and all their years are known.
extension RunFailure {
  private static let shown = 20

  fileprivate static func unusableMoney(_ lines: [String]) -> RunFailure {
    var told = Array(lines.prefix(shown))
    let rest = lines.count - shown
    if rest > 0 { told.append("and \(rest) more \(rest == 1 ? "problem" : "problems")") }
    return RunFailure(.unusableInput, told.joined(separator: "\n"))
  }
}

extension Registers {
  /// Throws 65 where a block has no amount, or a reserve contradicts the year before: all of it
  /// depends on registers and configuration alone, so it is told before any line is read.
  package func refuseUnusableMoney(_ parameters: CountingParameters) throws(RunFailure) {
    let index = PriceIndex(indexFigures, parameters)
    let blocks = BuildUp(buildingBlocks ?? [], index).problems.map { ($0.origin, $0.wording) }
    let reserves = Reserves(subsidies).contradictions.map { origin in
      (
        origin,
        "column 'reserve_begin' is not what the year before ends with; correct it, or leave it empty"
      )
    }
    func lines(_ problems: [(origin: RegisterOrigin, text: String)]) -> [String] {
      problems.sorted { a, b in
        if a.origin.part != b.origin.part { return precedesByteWise(a.origin.part, b.origin.part) }
        return a.origin.line < b.origin.line
      }.map { "\($0.origin.part):\($0.origin.line): \($0.text)" }
    }
    // In the order of the contract's files.
    let told = lines(reserves) + lines(blocks)
    guard told.isEmpty else { throw .unusableMoney(told) }
  }
}

extension BuildUp.Problem {
  fileprivate var wording: String {
    switch flaw {
    case .noYearBefore:
      "column 'bedrag' is empty, and so is 'percentage', but there is no budget of \(year - 1) to go "
        + "on with; give an amount, or the blocks of that year"
    case .noIndex:
      "column 'percentage' is empty, and so is 'bedrag', but no index is applied in \(year); give one "
        + "of the two, or figures of \(year) for every series of [indexatie] in indexcijfers.csv"
    case .tooLarge:
      "column 'percentage' makes an amount that is too large; expected a percentage such as 2.5"
    }
  }
}
