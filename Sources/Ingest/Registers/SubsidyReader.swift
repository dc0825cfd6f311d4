/// Reads `subsidies.csv`.
struct SubsidyReader {
  private let recipient = FileKind.subsidies.index(of: "ontvanger_naam")
  private let year = FileKind.subsidies.index(of: "jaar")
  private let granted = FileKind.subsidies.index(of: "verleend_bedrag")
  private let settled = FileKind.subsidies.index(of: "vastgesteld_bedrag")
  private let advance = FileKind.subsidies.index(of: "voorschot_bedrag")
  private let costs = FileKind.subsidies.index(of: "kosten_bedrag")
  private let reserve = FileKind.subsidies.index(of: "reserve_begin")

  /// The file has no key: every row is a subsidy, but a total of those above it.
  func read(_ file: RegisterFile) throws -> [Subsidy] {
    var subsidies: [Subsidy] = []
    var sums = SubsidySums()
    try file.forEachRow { row in
      let recipient = row.requiredText(recipient)
      let year = row.requiredYear(year)
      let granted = row.requiredCents(granted)
      let settled = row.cents(settled)
      let (advance, costs, reserve) = (row.cents(advance), row.cents(costs), row.cents(reserve))
      guard let recipient, let year, let granted, row.isSound else { return }
      let amounts = SubsidyAmounts(granted: granted, settled: settled)
      if isFirstColumn(row), recipient.namesSum {
        guard sums.add(up: amounts, year: year) else {
          return row.note(.totalDiffers, at: self.granted)
        }
        row.columns.noteTotal(lineOfBlock: row.lineOfBlock)
      } else {
        sums.add(amounts, year: year)
        subsidies.append(
          Subsidy(
            recipient: recipient.string, year: year, granted: granted, settled: settled,
            advance: advance, costs: costs, openingReserve: reserve,
            origin: RegisterOrigin(part: row.columns.part.name, line: row.line)))
      }
    }
    return subsidies
  }

  private func isFirstColumn(_ row: RegisterRow) -> Bool { row.columns.positions[recipient] == 0 }
}

/// What a row of subsidies says, in cents.
private struct SubsidyAmounts {
  let granted: Int64
  let settled: Int64?

  /// A subsidy that was settled at 0 was paid back, so 0 counts too.
  var counted: Int64 { settled ?? granted }
}

/// The sums of the rows so far, of each year and of all.
private struct SubsidySums {
  private struct Sum {
    var granted: Int64 = 0
    var settled: Int64 = 0
    var counted: Int64 = 0
  }

  private var years: [Int: Sum] = [:]
  private var all = Sum()

  mutating func add(_ amounts: SubsidyAmounts, year: Int) {
    func add(to sum: inout Sum) {
      sum.granted += amounts.granted
      sum.settled += amounts.settled ?? 0
      sum.counted += amounts.counted
    }
    add(to: &years[year, default: Sum()])
    add(to: &all)
  }

  /// Whether amounts are those of a total, of the rows of its year or of all: column by column, or
  /// what counts of each row.
  func add(up amounts: SubsidyAmounts, year: Int) -> Bool {
    [years[year] ?? Sum(), all].contains { sum in
      amounts.counted == sum.counted
        || (amounts.granted == sum.granted && amounts.settled ?? sum.settled == sum.settled)
    }
  }
}

extension Bytes {
  /// Whether a name is a word for a sum, alone or followed by digits: `Totaal`, `totaal 2017:`;
  /// blanks and colons do not count.
  fileprivate var namesSum: Bool {
    let name = string.lowercased()
    return name.wholeMatch(of: /(totaal|eindtotaal|subtotaal|som|total)[\s:0-9]*/) != nil
  }
}
